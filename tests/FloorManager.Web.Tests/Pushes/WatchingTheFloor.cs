using System.Text.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Push;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Pushes;

public sealed class WatchingTheFloor : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private readonly List<HubConnection> _connections = [];

    public async ValueTask InitializeAsync() => await _server.Session();

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) await connection.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<(HubConnection Hub, System.Threading.Channels.ChannelReader<JsonElement> Views)> Connect(string? token = null, bool messagePack = false)
    {
        var builder = new HubConnectionBuilder().WithUrl(new Uri(_server.Server.BaseAddress, "/hubs/floor"), o =>
        {
            o.HttpMessageHandlerFactory = _ => _server.Server.CreateHandler();
            o.Transports = Microsoft.AspNetCore.Http.Connections.HttpTransportType.LongPolling;
            if (token is not null) o.AccessTokenProvider = () => Task.FromResult<string?>(token);
        });
        if (messagePack) builder.AddMessagePackProtocol();
        var hub = builder.Build();
        _connections.Add(hub);
        var views = System.Threading.Channels.Channel.CreateUnbounded<JsonElement>();
        hub.On<JsonElement>("FloorChanged", view => views.Writer.TryWrite(view));
        await hub.StartAsync(TestContext.Current.CancellationToken);
        return (hub, views.Reader);
    }

    private static async Task<JsonElement> Next(System.Threading.Channels.ChannelReader<JsonElement> views, long version)
    {
        await foreach (var view in views.ReadAllAsync(TestContext.Current.CancellationToken))
            if (view.GetProperty("version").GetInt64() >= version) return view;
        throw new InvalidOperationException("The connection ended.");
    }

    [Theory]
    [InlineData("chamber")]
    [InlineData("queue")]
    public async Task A_published_view_comes_at_once_and_whole_and_then_with_every_change(string audience)
    {
        var (hub, views) = await Connect();
        var first = await hub.InvokeAsync<JsonElement>("Watch", Sample, audience, TestContext.Current.CancellationToken);
        Assert.Equal(JsonValueKind.Null, first.GetProperty("speaker").ValueKind);

        var chair = await _server.Client(Role.Chair);
        await Post(chair, "open-segment", new { segmentId = "panel-1" });
        await Post(chair, "recognise", new { seat = (await _server.AdmittedSeat()).Value, start = true });
        var view = await Next(views, first.GetProperty("version").GetInt64() + 2);
        Assert.Equal(
            ["hearing", "hearingTitle", "version", "serverUnixMs", "segment", "speaker", "clock", "onDeck", "requestsWaiting", "message", "blackout", "blinks", "resumesAt", "next"],
            view.EnumerateObject().Select(p => p.Name).Except(audience == "queue" ? ["fits", "waiting"] : []));
        Assert.Equal(180_000, view.GetProperty("clock").GetProperty("remainingMs").GetInt64());
        Assert.True(view.GetRawText().Length < 2048);
    }

    [Fact]
    public async Task When_the_meeting_goes_on_goes_from_the_screens_at_its_time_although_nothing_happens()
    {
        var (hub, views) = await Connect();
        var first = await hub.InvokeAsync<JsonElement>("Watch", Sample, "chamber", TestContext.Current.CancellationToken);
        await Post(await _server.Client(Role.Chair), "announce-resumption", new { at = _server.Time.GetUtcNow().AddMinutes(5) });
        var told = await Next(views, first.GetProperty("version").GetInt64() + 1);
        Assert.Equal("10:05", told.GetProperty("resumesAt").GetString());
        _server.Time.Advance(TimeSpan.FromMinutes(5.1));
        var passed = await views.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal((told.GetProperty("version").GetInt64(), JsonValueKind.Null), (passed.GetProperty("version").GetInt64(), passed.GetProperty("resumesAt").ValueKind));
    }

    [Fact]
    public async Task A_seat_sees_its_own_request_and_nothing_of_others()
    {
        var (mine, others) = (await _server.AdmittedSeat(0), await _server.AdmittedSeat(1));
        var (hub, views) = await Connect(await _server.Token(Role.Seat, mine));
        var first = await hub.InvokeAsync<JsonElement>("Watch", Sample, "seat", TestContext.Current.CancellationToken);
        Assert.Equal(mine.Value, first.GetProperty("seat").GetProperty("label").GetString());

        await Post(await _server.Client(Role.Seat, others), "raise-request");
        var view = await Next(views, first.GetProperty("version").GetInt64() + 1);
        Assert.Equal(JsonValueKind.Null, view.GetProperty("seat").GetProperty("request").ValueKind);
        Assert.DoesNotContain((await _server.Session()).State.Requests.Values.Single().Delegation, view.GetRawText(), StringComparison.Ordinal);

        await Post(await _server.Client(Role.Seat, mine), "raise-request");
        view = await Next(views, view.GetProperty("version").GetInt64() + 1);
        Assert.Equal("Pending", view.GetProperty("seat").GetProperty("request").GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_queue_learns_that_less_fits_although_nothing_happens_and_the_chamber_is_told_nothing()
    {
        await Post(await _server.Client(Role.Chair), "open-segment", new { segmentId = "panel-1" });
        var ((queue, queued), (chamber, shown)) = (await Connect(), await Connect());
        var first = await queue.InvokeAsync<JsonElement>("Watch", Sample, "queue", TestContext.Current.CancellationToken);
        await chamber.InvokeAsync<JsonElement>("Watch", Sample, "chamber", TestContext.Current.CancellationToken);
        await Post(await _server.Client(Role.Chair), "show-message", new { text = "Good morning" });
        var version = first.GetProperty("version").GetInt64() + 1;
        var fits = (await Next(queued, version)).GetProperty("fits").GetInt32();
        await Next(shown, version);
        _server.Time.Advance(TimeSpan.FromSeconds(200));
        var view = await queued.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.Equal((version, fits - 1), (view.GetProperty("version").GetInt64(), view.GetProperty("fits").GetInt32()));
        Assert.Empty(view.GetProperty("waiting").EnumerateArray());
        Assert.False(shown.TryRead(out _));
    }

    [Fact]
    public async Task A_seat_that_waits_learns_that_time_runs_out_although_nothing_happens()
    {
        var mine = await _server.AdmittedSeat();
        var (hub, views) = await Connect(await _server.Token(Role.Seat, mine));
        await Post(await _server.Client(Role.Chair), "open-segment", new { segmentId = "panel-1" });
        await Post(await _server.Client(Role.Seat, mine), "raise-request");
        var first = await hub.InvokeAsync<JsonElement>("Watch", Sample, "seat", TestContext.Current.CancellationToken);
        var version = first.GetProperty("version").GetInt64();
        Assert.Equal("Likely", Outlook(first));
        await Post(await _server.Client(Role.Chair), "show-message", new { text = "Good morning" });
        await Next(views, version + 1);

        // Half a minute before only two more interventions fit, and after it.
        var end = (await _server.Session()).State.OpenSegment!.EndsAt;
        foreach (var (left, outlook) in new[] { (420, "Likely"), (380, "AtRisk"), (180, "NotInThisPanel") })
        {
            _server.Time.Advance(end - _server.Time.GetUtcNow() - TimeSpan.FromSeconds(left));
            if (outlook == "Likely") continue;
            var view = await views.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            Assert.Equal((version + 1, outlook), (view.GetProperty("version").GetInt64(), Outlook(view)));
        }

        Assert.False(views.TryRead(out _));

        static string? Outlook(JsonElement view) => view.GetProperty("seat").GetProperty("outlook").GetString();
    }

    private RoomScreens Screens => _server.Services.GetRequiredService<RoomScreens>();

    private static Task Report(HubConnection hub, string id, string name, string page = $"/{Sample}/screen", long version = 1) =>
        hub.InvokeAsync("Report", id, name, page, version, 3.5, TestContext.Current.CancellationToken);

    /// <summary>Until the list knows that it has gone.</summary>
    private async Task Leaves(HubConnection hub)
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Screens.Changed += gone.SetResult;
        await hub.DisposeAsync();
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Screens.Changed -= gone.SetResult;
    }

    [Fact]
    public async Task A_screen_of_the_room_says_who_it_is_and_takes_orders_until_it_is_gone()
    {
        var (hub, _) = await Connect();
        await Report(hub, "1", "Too early");
        Assert.Empty(Screens.Of(Sample));
        var orders = System.Threading.Channels.Channel.CreateUnbounded<string>();
        hub.On<int>("Identify", number => orders.Writer.TryWrite($"number {number}"));
        hub.On<string>("Rename", name => orders.Writer.TryWrite($"name {name}"));
        hub.On<string>("Open", page => orders.Writer.TryWrite($"page {page}"));
        await hub.InvokeAsync<JsonElement>("Watch", Sample, "chamber", TestContext.Current.CancellationToken);
        await Report(hub, "1", "Left wall");
        var screen = Assert.Single(Screens.Of(Sample));
        Assert.Equal(("Left wall", $"/{Sample}/screen", 1L, 3.5, null), (screen.Name, screen.Page, screen.Version, screen.UncertaintyMs, screen.GoneAt));
        Assert.Empty(Screens.Of("elsewhere"));

        var credentials = _server.Services.GetRequiredService<Credentials>();
        async Task<Grant> By(string hearing, Role role) => (await credentials.Find(await credentials.Issue(hearing, role)))!;
        foreach (var other in new[] { await By(Sample, Role.Chair), await By("elsewhere", Role.Secretariat), new Grant(Guid.NewGuid(), Sample, Role.Secretariat) })
        {
            await Screens.Identify(other, Sample);
            await Screens.Rename(other, screen, "Not theirs");
            await Screens.Open(other, screen, "podium");
        }

        var desk = await By(Sample, Role.Secretariat);
        await Screens.Identify(desk, Sample);
        await Screens.Rename(desk, screen, $"  {new string('x', 80)} ");
        await Screens.Open(desk, screen, "queue?theme=dark");
        var told = new List<string>();
        while (told.Count < 3) told.Add(await orders.Reader.ReadAsync(TestContext.Current.CancellationToken));
        Assert.Equal([$"name {new string('x', 60)}", "number 1", $"page /{Sample}/queue?theme=dark"], told.Order());

        await Leaves(hub);
        Assert.Equal(_server.Time.GetUtcNow(), Assert.Single(Screens.Of(Sample)).GoneAt);
        _server.Time.Advance(TimeSpan.FromMinutes(61));
        Assert.Empty(Screens.Of(Sample));
    }

    [Fact]
    public async Task What_a_screen_may_say_of_itself_is_short_and_a_seat_says_nothing()
    {
        var label = await _server.AdmittedSeat();
        var (seat, _) = await Connect(await _server.Token(Role.Seat, label));
        await seat.InvokeAsync<JsonElement>("Watch", Sample, "seat", TestContext.Current.CancellationToken);
        await Report(seat, "1", "Seat");
        var (hub, _) = await Connect();
        await hub.InvokeAsync<JsonElement>("Watch", Sample, "chamber", TestContext.Current.CancellationToken);
        await Report(hub, "", "No id");
        await Report(hub, "2", new string('x', 61));
        await Report(hub, "2", "Long", new string('x', 301));
        Assert.Empty(Screens.Of(Sample));
    }

    [Fact]
    public async Task A_screen_that_went_to_another_view_is_there_and_not_gone_as_well()
    {
        var (first, _) = await Connect();
        await first.InvokeAsync<JsonElement>("Watch", Sample, "chamber", TestContext.Current.CancellationToken);
        await Report(first, "1", "Left wall");
        await Leaves(first);
        var (second, _) = await Connect();
        await second.InvokeAsync<JsonElement>("Watch", Sample, "queue", TestContext.Current.CancellationToken);
        await Report(second, "1", "Left wall", $"/{Sample}/queue");
        Assert.Equal($"/{Sample}/queue", Assert.Single(Screens.Of(Sample)).Page);
    }

    [Fact]
    public async Task The_podium_is_told_what_the_room_is_not()
    {
        var (podium, told) = await Connect(await _server.Token(Role.Display));
        var (chamber, shown) = await Connect();
        var first = await podium.InvokeAsync<JsonElement>("Watch", Sample, "podium", TestContext.Current.CancellationToken);
        Assert.Equal(JsonValueKind.Null, first.GetProperty("podium").GetProperty("message").ValueKind);
        await chamber.InvokeAsync<JsonElement>("Watch", Sample, "chamber", TestContext.Current.CancellationToken);

        await Post(await _server.Client(Role.Chair), "tell-podium", new { text = "Please conclude" });
        var version = first.GetProperty("version").GetInt64() + 1;
        Assert.Equal("Please conclude", (await Next(told, version)).GetProperty("podium").GetProperty("message").GetString());
        Assert.DoesNotContain("Please conclude", (await Next(shown, version)).GetRawText(), StringComparison.Ordinal);
        var state = await (await _server.Client(Role.Chair)).GetStringAsync($"/api/v1/hearings/{Sample}/state?audience=podium", TestContext.Current.CancellationToken);
        Assert.Contains("Please conclude", state, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elsewhere", "chamber", "elsewhere")]
    [InlineData(Sample, "kitchen", "kitchen")]
    [InlineData(Sample, "seat", "seat")]
    [InlineData(Sample, "podium", "not published")]
    public async Task Who_may_not_watch_is_told_in_a_sentence(string hearing, string audience, string said)
    {
        var (hub, _) = await Connect();
        var refused = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<JsonElement>("Watch", hearing, audience, TestContext.Current.CancellationToken));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception:", refused.Message.Replace("HubException:", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ping_brings_the_servers_time_and_the_senders_ticks()
    {
        var (hub, _) = await Connect();
        var pong = await hub.InvokeAsync<JsonElement>("Ping", 42L, TestContext.Current.CancellationToken);
        Assert.Equal(42, pong.GetProperty("clientTicks").GetInt64());
        Assert.Equal(_server.Time.GetUtcNow().ToUnixTimeMilliseconds(), pong.GetProperty("serverUnixMs").GetInt64());
    }

    [Fact]
    public async Task MessagePack_carries_the_same_fields()
    {
        var (hub, _) = await Connect(messagePack: true);
        var view = await hub.InvokeAsync<Dictionary<string, object?>>("Watch", Sample, "chamber", TestContext.Current.CancellationToken);
        Assert.Equal(Sample, view["hearing"]);
        Assert.Equal("False", view["blackout"]?.ToString());
        Assert.True(view.ContainsKey("serverUnixMs"));
    }
}
