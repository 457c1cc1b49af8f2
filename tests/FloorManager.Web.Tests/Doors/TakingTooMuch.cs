using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Api;
using FloorManager.Web.Push;
using FloorManager.Web.Resources;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Doors;

/// <summary>More lines, more messages or more bytes than anybody honest needs. On a real port: it is Kestrel that counts bytes.</summary>
public sealed class TakingTooMuch : IAsyncLifetime
{
    private readonly FloorServer _server = new()
    {
        Settings = new Dictionary<string, string> { [Limits.MostLines] = "10", [Limits.MostLinesOfOne] = "3" },
        With = services => services.AddSingleton(s => new Pace(s.GetRequiredService<IStringLocalizer<Texts>>()) { OfScreens = (5, 1), OfSeats = (8, 1) }),
    };

    private readonly List<ClientWebSocket> _lines = [];

    private Uri _address = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _address = _server.Listen();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in _lines) line.Dispose();
        await _server.DisposeAsync();
    }

    private async Task<HttpStatusCode> Open(string? token = null, string hub = "/hubs/floor")
    {
        var line = new ClientWebSocket();
        _lines.Add(line);
        line.Options.CollectHttpResponseDetails = true;
        if (token is not null) line.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        try
        {
            await line.ConnectAsync(new UriBuilder(_address) { Scheme = "ws", Path = hub }.Uri, Stop);
        }
        catch (WebSocketException)
        {
            // The status tells.
        }

        return line.HttpStatusCode;
    }

    [Theory]
    [InlineData("/hubs/floor")]
    [InlineData("/_blazor")]
    public async Task One_credential_has_so_many_lines_and_another_has_its_own(string hub)
    {
        var (one, other) = (await _server.Token(Role.Display), await _server.Token(Role.Chair));
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.SwitchingProtocols, await Open(one, hub));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Open(one, hub));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await Open(other, hub));
    }

    [Fact]
    public async Task Whoever_has_no_credential_leaves_room_for_those_who_have_one()
    {
        for (var i = 0; i < 8; i++) Assert.Equal(HttpStatusCode.SwitchingProtocols, await Open());
        Assert.Equal(HttpStatusCode.TooManyRequests, await Open());
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.SwitchingProtocols, await Open(await _server.Token(Role.Seat, new SeatLabel($"A-{i + 1}"))));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Open(await _server.Token(Role.Chair)));
    }

    [Fact]
    public async Task A_line_that_is_refused_is_told_why_and_when_to_come_back()
    {
        for (var i = 0; i < 8; i++) await Open();
        using var client = new HttpClient { BaseAddress = _address };
        using var answer = await client.PostAsync("/hubs/floor/negotiate?negotiateVersion=1", null, Stop);
        Assert.Equal((HttpStatusCode.TooManyRequests, "10"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await Read(answer);
        Assert.Equal("too-many-lines", (string?)problem["reason"]);
        Assert.StartsWith("So many connections", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_that_is_closed_makes_room()
    {
        var one = await _server.Token(Role.Display);
        for (var i = 0; i < 3; i++) await Open(one);
        _lines[0].Abort();
        for (HttpStatusCode status; (status = await Open(one)) != HttpStatusCode.SwitchingProtocols;) Assert.Equal(HttpStatusCode.TooManyRequests, status);
    }

    [Fact]
    public async Task A_screen_that_says_too_much_is_told_so_and_keeps_its_line()
    {
        await using var hub = new HubConnectionBuilder().WithUrl(new Uri(_address, "/hubs/floor")).Build();
        await hub.StartAsync(Stop);
        var refused = 0;
        for (var i = 0; i < 40; i++)
        {
            try
            {
                await hub.InvokeAsync<object>("Ping", 1L, Stop);
            }
            catch (HubException e)
            {
                Assert.Contains("Too many messages", e.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, 1, 35);
        Assert.Equal(HubConnectionState.Connected, hub.State);
    }

    [Fact]
    public async Task More_lines_give_a_seat_no_more_to_say_and_its_neighbour_is_heard()
    {
        async Task<int> Heard(string token)
        {
            await using var hub = new HubConnectionBuilder().WithUrl(new Uri(_address, "/hubs/floor"), o => o.AccessTokenProvider = () => Task.FromResult<string?>(token)).Build();
            await hub.StartAsync(Stop);
            var heard = 0;
            for (var i = 0; i < 5; i++)
            {
                try
                {
                    await hub.InvokeAsync<object>("Ping", 1L, Stop);
                    heard++;
                }
                catch (HubException e)
                {
                    Assert.Contains("Too many messages", e.Message, StringComparison.Ordinal);
                }
            }

            return heard;
        }

        var (seat, neighbour) = (await _server.Token(Role.Seat, new SeatLabel("A-1")), await _server.Token(Role.Seat, new SeatLabel("A-2")));
        Assert.Equal(5, await Heard(seat));
        var more = await Heard(seat) + await Heard(seat) + await Heard(seat);
        Assert.InRange(more, 3, 12); // three of the eight, and what a second or some gave since
        Assert.Equal(5, await Heard(neighbour));
    }

    [Fact]
    public async Task What_is_too_large_is_not_read()
    {
        using var client = new HttpClient { BaseAddress = _address };
        using var body = await client.PostAsJsonAsync("/enter", new { key = new string('x', Limits.LargestBody) }, Stop);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, body.StatusCode);
        client.DefaultRequestHeaders.Add("X-Long", new string('x', 40_000));
        using var header = await client.GetAsync("/health/live", Stop);
        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, header.StatusCode);
    }
}
