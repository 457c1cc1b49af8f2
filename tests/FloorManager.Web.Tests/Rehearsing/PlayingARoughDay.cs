using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Exports;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using FloorManager.Web.Rehearsing;
using FloorManager.Web.Tests.Crashes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FloorManager.Web.Tests.Rehearsing;

/// <summary>The sample's four panels at thirty times their speed, with requests and answers that are lost, that come twice, and a server that goes and comes back.</summary>
public sealed class PlayingARoughDay
{
    private const string Name = "gcm-2017-rehearsal-1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task It_leaves_the_record_of_a_smooth_one(int seed)
    {
        var (smooth, none) = await Play(seed, new Random(seed), rough: false);
        var (rough, happened) = await Play(seed, new Random(seed), rough: true);
        Assert.Empty(none);
        foreach (var fault in Enum.GetValues<Fault>().Except([Fault.None])) Assert.True(happened.Count(f => f == fault) > 3, $"{fault}: {happened.Count(f => f == fault)}");
        Assert.Equal(smooth, rough);
    }

    private enum Fault { None, Lost, AnswerLost, Twice, Restart }

    /// <summary>The record that the day leaves, without a refusal, and what went wrong on the way.</summary>
    private static async Task<(string Record, List<Fault> Happened)> Play(int seed, Random chance, bool rough)
    {
        var (data, time) = (Directory.CreateTempSubdirectory("floormanager-test-").FullName, new FakeTimeProvider(new DateTimeOffset(2017, 7, 26, 14, 0, 0, TimeSpan.Zero)));
        await using var house = new House(data, time);
        try
        {
            using (var client = house.Client(await house.Credentials.Issue(Grant.Everywhere, Role.Secretariat, stop: Stop)))
            using (var made = await client.PostAsJsonAsync($"/api/v1/hearings/{FloorServer.Sample}/rehearsals", new { name = Name, speed = 30 }, Stop))
                Assert.Equal(HttpStatusCode.Created, made.StatusCode);
            var acts = RehearsalPlan.Of((await house.Session()).State, 30, seed, RehearsalWords.Read());
            var tokens = new Dictionary<(Role, SeatLabel?), string>();
            foreach (var who in acts.Select(a => (a.By, a.Seat)).Distinct()) tokens[who] = await house.Credentials.Issue(Name, who.By, who.Seat, stop: Stop);

            using var line = new RoughLine(house, rough ? chance : null);
            using var bots = new HttpClient(line) { BaseAddress = new("http://localhost") };
            bots.DefaultRequestHeaders.Add(OriginCheck.Header, "FloorManager");
            var refused = await new RehearsalPlayer(bots, Name, tokens, (at, _) =>
            {
                // To the millisecond, which is what is kept: a server that starts begins to count with a whole one.
                var due = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds() + 1);
                if (due > time.GetUtcNow()) time.Advance(due - time.GetUtcNow());
                return Task.CompletedTask;
            }, _ => Task.CompletedTask).Play(acts, _ => { }, Stop);
            Assert.Empty(refused);

            var state = (await house.Session()).State;
            Assert.Equal(acts.Length, line.Acknowledged.Count);
            await house.Close();
            await using var journal = new JournalOnDisk(data);
            await journal.IsSound(Stop);
            var replayed = await journal.Replay(Stop, Name);
            JournalOnDisk.Agrees(replayed, line.Acknowledged, []);
            Assert.Equal(Written(state), Written(replayed));
            // Not how many entries it took: that somebody's time was over is noted by the server itself, if it comes to that before they are thanked.
            return (Written(state with { Version = 0 }), line.Happened);
        }
        finally
        {
            await house.Close();
            Directory.Delete(data, recursive: true);
        }
    }

    private static string Written(Hearing state) => JsonSerializer.Serialize(RecordExtract.Of(state), HearingJson.Options);

    /// <summary>The server on its data, which may be started again; the clock stands meanwhile.</summary>
    private sealed class House(string data, FakeTimeProvider time) : IAsyncDisposable
    {
        private FloorServer? _server;

        private FloorServer Server => _server ??= new(data, keepData: true, time);

        public Credentials Credentials => Server.Services.GetRequiredService<Credentials>();

        public HttpMessageInvoker Door() => new(Server.Server.CreateHandler());

        public async Task<HearingSession> Session() => (await Server.Hearings.Find(Name, Stop))!;

        public HttpClient Client(string token)
        {
            var client = Server.CreateClient();
            client.DefaultRequestHeaders.Authorization = new("Bearer", token);
            return client;
        }

        public async Task Close()
        {
            if (_server is { } running) await running.DisposeAsync();
            _server = null;
        }

        public async ValueTask DisposeAsync() => await Close();
    }

    /// <summary>Between the bots and the server. What goes wrong is drawn for each request alone; null for nothing.</summary>
    private sealed class RoughLine(House house, Random? chance) : HttpMessageHandler
    {
        public List<Fault> Happened { get; } = [];

        /// <summary>What the bots were told, by the id of the command.</summary>
        public Dictionary<Guid, long> Acknowledged { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            var body = await request.Content!.ReadAsByteArrayAsync(stop);
            switch (Draw())
            {
                case Fault.Lost:
                    throw new HttpRequestException("The line was cut on the way.");
                case Fault.AnswerLost:
                    (await Pass()).Dispose();
                    throw new HttpRequestException("The line was cut on the way back.");
                case Fault.Twice:
                    var both = await Task.WhenAll(Pass(), Pass());
                    Assert.Equal(await both[0].Content.ReadAsStringAsync(stop), await both[1].Content.ReadAsStringAsync(stop));
                    both[1].Dispose();
                    return await Told(both[0]);
                case Fault.Restart:
                    // What was on its way may have been done or not.
                    if (chance!.Next(2) == 0) (await Pass()).Dispose();
                    await house.Close();
                    throw new HttpRequestException("Nobody is there.");
                default:
                    return await Told(await Pass());
            }

            async Task<HttpResponseMessage> Told(HttpResponseMessage answer)
            {
                if (answer.IsSuccessStatusCode)
                {
                    var id = JsonNode.Parse(body)!["id"]!.GetValue<Guid>();
                    var version = JsonNode.Parse(await answer.Content.ReadAsStringAsync(stop))!["version"]!.GetValue<long>();
                    Assert.True(Acknowledged.TryAdd(id, version), $"{id} was answered twice");
                }

                return answer;
            }

            async Task<HttpResponseMessage> Pass()
            {
                var copy = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new ByteArrayContent(body) };
                foreach (var (name, values) in request.Headers) copy.Headers.TryAddWithoutValidation(name, values);
                foreach (var (name, values) in request.Content.Headers) copy.Content.Headers.TryAddWithoutValidation(name, values);
                using var door = house.Door();
                return await door.SendAsync(copy, stop);
            }
        }

        private Fault Draw()
        {
            if (chance is null) return Fault.None;
            var fault = chance.NextDouble() switch
            {
                < 0.04 => Fault.Lost,
                < 0.08 => Fault.AnswerLost,
                < 0.12 => Fault.Twice,
                < 0.135 => Fault.Restart,
                _ => Fault.None,
            };
            if (fault != Fault.None) Happened.Add(fault);
            return fault;
        }
    }
}
