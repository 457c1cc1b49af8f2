using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Api;
using FloorManager.Web.Journal;
using FloorManager.Web.Push;
using FloorManager.Web.Resources;
using FloorManager.Web.Tests.Pushes;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FloorManager.Web.Tests.Doors;

/// <summary>
/// A hundred thousand messages that no screen and no script would send, the same at each run: the program goes on, tells nobody how it is built, logs no fault,
/// keeps nothing of it, and the journal is whole.
/// </summary>
[Collection(nameof(ReadingTooSlowly))] // The memory of the process is looked at.
public sealed class SendingRubbish : IDisposable
{
    private const int ToTheHub = 60_000, ToTheApi = 40_000, Workers = 4, OfOneLine = 30, OfOneToken = 900;

    private const char End = '\u001e';

    private const string Last = "the-last-that-is-well-formed";

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly FloorServer _server;

    public SendingRubbish() => _server = new()
    {
        With = services => services.AddLogging(log => log.AddProvider(new Faults(_faults)))
            .AddSingleton(s => new Pace(s.GetRequiredService<IStringLocalizer<Texts>>()) { OfScreens = (1_000_000, 1_000_000) }),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_hundred_thousand_messages_break_nothing()
    {
        await Hub(new Rubbish(99), 2_000 / Workers);
        await Api(new Rubbish(98), 2_000 / Workers);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(w => Task.Run(() => Hub(new Rubbish(w), ToTheHub / Workers), Stop)));
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(w => Task.Run(() => Api(new Rubbish(100 + w), ToTheApi / Workers), Stop)));
        var more = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        var live = (await _server.Session()).State;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{more:0.0} MB more after {ToTheHub + ToTheApi} messages, at version {live.Version}"));

        Assert.Empty(_faults);
        Assert.InRange(more, -200, 40);
        Assert.Equal(HttpStatusCode.OK, (await _server.CreateClient().GetAsync("/health/ready", Stop)).StatusCode);
        var (replayed, seen) = (Hearing.Empty, new HashSet<CommandId>());
        await foreach (var entry in _server.Services.GetRequiredService<HearingJournal>().Read(FloorServer.Sample, after: 0, Stop))
        {
            Assert.True(seen.Add(entry.Command), $"{entry.Command} stands twice");
            replayed = replayed.After(entry);
        }

        Assert.Equal((live.Version, live.Requests.Count, live.Floor?.Speaker.Name), (replayed.Version, replayed.Requests.Count, replayed.Floor?.Speaker.Name));
    }

    /// <summary>What is well formed goes on one line, one after another; the last breaks it.</summary>
    private async Task Hub(Rubbish rubbish, int messages)
    {
        var pack = new MessagePackHubProtocol();
        for (var sent = 0; sent < messages; sent += OfOneLine)
        {
            var packed = rubbish.Of(4) == 0;
            using var line = await _server.Server.CreateWebSocketClient().ConnectAsync(new Uri(_server.Server.BaseAddress, "/hubs/floor"), Stop);
            var lookedAt = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var answers = Told(line, lookedAt);
            await Say(line, Encoding.UTF8.GetBytes($$"""{"protocol":"{{(packed ? "messagepack" : "json")}}","version":1}{{End}}"""));
            for (var i = 1; i < OfOneLine; i++) Assert.True(await Say(line, Message($"{i}", rubbish.Target(), rubbish.Arguments()), packed));
            // One after the other: when this is answered, the others were looked at, or there would be less to survive than it seems.
            await Say(line, Message(Last, "Ping", ["1"]), packed);
            await lookedAt.Task.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Stop);
            if (await Say(line, rubbish.Spoilt(Message("0", rubbish.Target(), rubbish.Arguments())), packed) && line.State == WebSocketState.Open)
                await line.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Stop);
            TellsNothing(await answers.WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System, Stop));

            byte[] Message(string id, string target, string[] arguments) => packed
                ? pack.GetMessageBytes(new InvocationMessage(id, target, [.. arguments.Select(object? (a) => long.TryParse(a, CultureInfo.InvariantCulture, out var number) ? number : a is "null" ? null : a is "true" ? true : a.Trim('"'))])).ToArray()
                : Encoding.UTF8.GetBytes($$"""{"type":1,"invocationId":"{{id}}","target":"{{target}}","arguments":[{{string.Join(',', arguments)}}]}{{End}}""");
        }
    }

    private static async Task<bool> Say(WebSocket line, byte[] message, bool packed = false)
    {
        try
        {
            await line.SendAsync(message, packed ? WebSocketMessageType.Binary : WebSocketMessageType.Text, endOfMessage: true, Stop);
            return true;
        }
        catch (Exception e) when (e is IOException or WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            return false; // The server has hung up, as it should.
        }
    }

    private static async Task<string> Told(WebSocket line, TaskCompletionSource lookedAt)
    {
        var (said, buffer) = (new StringBuilder(), new byte[16 * 1024]);
        try
        {
            while (await line.ReceiveAsync(buffer, Stop) is { MessageType: not WebSocketMessageType.Close } part)
            {
                said.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
                if (said.ToString().Contains(Last, StringComparison.Ordinal)) lookedAt.TrySetResult();
            }
        }
        catch (Exception e) when (e is IOException or WebSocketException or ObjectDisposedException)
        {
            // Cut off.
        }

        lookedAt.TrySetException(new InvalidOperationException($"The line ended before everything was looked at: {said}"));

        return said.ToString();
    }

    private async Task Api(Rubbish rubbish, int messages)
    {
        HttpClient? client = null;
        for (var sent = 0; sent < messages; sent++)
        {
            // Each may ask a thousand times at once.
            if (sent % OfOneToken == 0) client = await _server.Client(sent / OfOneToken % 2 == 0 ? Role.Chair : Role.Secretariat);
            var (name, type) = CommandNames.Types.ElementAt(rubbish.Of(CommandNames.Types.Count));
            var fields = CommandNames.Fields(type).Where(_ => rubbish.Of(8) > 0).Select(p => $"\"{CommandNames.NameOf(p)}\": {rubbish.WorseValue()}");
            var body = Encoding.UTF8.GetBytes($$"""{"id": "{{rubbish.Id()}}", "type": "{{name}}"{{string.Concat(fields.Select(f => $", {f}"))}}}""");
            if (rubbish.Of(3) == 0) body = rubbish.Spoilt(body);
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/hearings/{(rubbish.Of(20) == 0 ? Uri.EscapeDataString(rubbish.Text()) : FloorServer.Sample)}/commands") { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new(rubbish.Of(10) == 0 ? "text/plain" : "application/json");
            if (rubbish.Of(10) == 0) request.Headers.TryAddWithoutValidation(rubbish.Header(), rubbish.Text());
            using var answer = await client!.SendAsync(request, Stop);
            var told = await answer.Content.ReadAsStringAsync(Stop);
            Assert.True((int)answer.StatusCode is (>= 200 and < 300) or (>= 400 and < 500), $"{answer.StatusCode}: {told} to {Encoding.UTF8.GetString(body)}");
            TellsNothing(told);
        }
    }

    /// <summary>No stack trace and no type of ours or of the framework; a hub's refusal is called HubException by SignalR's own clients.</summary>
    private static void TellsNothing(string answer)
    {
        var said = answer.Replace("HubException", "", StringComparison.Ordinal);
        Assert.All(["Exception", "   at ", "System.", "Microsoft.", "FloorManager.Web", ".cs:line"], word => Assert.DoesNotContain(word, said, StringComparison.Ordinal));
    }

    private sealed class Faults(ConcurrentQueue<string> kept) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && kept.Count < 20) kept.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
