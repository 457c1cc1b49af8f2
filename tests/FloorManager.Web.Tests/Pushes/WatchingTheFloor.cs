using System.Text.Json;
using FloorManager.Domain.Hearings;
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
            view.EnumerateObject().Select(p => p.Name));
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
