using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Push;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace FloorManager.Web.Tests.Pushes;

/// <summary>One screen has stopped reading – its machine hangs, its line is choked – and the others are none the worse for it. On real sockets, which fill up.</summary>
[Collection(nameof(ReadingTooSlowly))]
[CollectionDefinition(nameof(ReadingTooSlowly), DisableParallelization = true)] // The memory of the process is looked at.
public sealed class ReadingTooSlowly : IAsyncLifetime
{
    private const int Changes = 200, Batches = 30;

    private static readonly string Long = new('x', 190);

    /// <summary>Kestrel has a patience of its own; here ours is what is tried.</summary>
    private readonly FloorServer _server = new() { With = services => services.Configure<KestrelServerOptions>(o => o.Limits.MinResponseDataRate = null) };

    private Uri _address = null!;

    public async ValueTask InitializeAsync()
    {
        _address = _server.Listen();
        await _server.Session();
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_others_have_each_change_as_fast_as_before_and_it_is_dropped()
    {
        var (hub, views) = await Healthy();
        await using var _ = hub;
        var alone = await Distribute(views, 0);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var dropped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var slow = await Slow();
        _server.Services.GetRequiredService<ScreenConnections>().Left += _ => dropped.TrySetResult();

        var beside = new List<double>();
        // It takes a while until all that lies between the two is full; from then on it has its ten seconds.
        for (var batch = 1; batch <= Batches; batch++) beside.AddRange(await Distribute(views, batch));

        await dropped.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var more = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6;
        beside.AddRange(await Distribute(views, Batches + 1));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{beside.Count} changes beside a screen that does not read: p99 {P99(beside):0.0} ms, alone {P99(alone):0.0} ms; {more:0.0} MB more, the journal's state among them"));
        Assert.InRange(beside.Max(), 0, 5_000);
        Assert.InRange(more, -100, 10);
    }

    private static double P99(IReadOnlyCollection<double> times) => times.Order().ElementAt(times.Count * 99 / 100);

    /// <summary>Changes the hearing again and again; how long each took until the screen that reads had it, in milliseconds.</summary>
    private async Task<List<double>> Distribute(ChannelReader<long> views, int batch)
    {
        var took = new List<double>();
        for (var i = 0; i < Changes; i++)
        {
            var began = Stopwatch.GetTimestamp();
            var command = new HearingCommand.ShowMessage(string.Create(CultureInfo.InvariantCulture, $"{batch}.{i} {Long}"));
            var done = Assert.IsType<Answer.Done>(await _server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), command));
            while (await views.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken) < done.Version)
            {
            }

            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return took;
    }

    private async Task<(HubConnection Hub, ChannelReader<long> Versions)> Healthy()
    {
        var versions = Channel.CreateUnbounded<long>();
        var hub = new HubConnectionBuilder().WithUrl(new Uri(_address, "/hubs/floor")).Build();
        hub.On<JsonElement>("FloorChanged", view => versions.Writer.TryWrite(view.GetProperty("version").GetInt64()));
        await hub.StartAsync(TestContext.Current.CancellationToken);
        await hub.InvokeAsync<JsonElement>("Watch", FloorServer.Sample, "chamber", TestContext.Current.CancellationToken);
        return (hub, versions.Reader);
    }

    /// <summary>Says what a screen says, and never looks at an answer.</summary>
    private async Task<ClientWebSocket> Slow()
    {
        using var network = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 4096 };
                await socket.ConnectAsync(context.DnsEndPoint, stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }, disposeHandler: false);
        var slow = new ClientWebSocket();
        await slow.ConnectAsync(new UriBuilder(_address) { Scheme = "ws", Path = "/hubs/floor" }.Uri, network, TestContext.Current.CancellationToken);
        foreach (var said in new[] { """{"protocol":"json","version":1}""", """{"type":1,"invocationId":"1","target":"Watch","arguments":["gcm-2017","chamber"]}""" })
            await slow.SendAsync(Encoding.UTF8.GetBytes(said + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
        return slow;
    }
}
