using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Shared;
using FloorManager.Web.Tests.Screens;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;
using TestContext = Xunit.TestContext;

namespace FloorManager.Web.Tests.Doors;

/// <summary>Whoever is connected by a credential that is taken away, or has come to its end, is out: at the API, on the hub by every transport, and at a console.</summary>
public sealed class TakingACredentialAway : IAsyncLifetime
{
    /// <summary>What the house promises is one second and five; a busy machine is given more.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static readonly SeatLabel Somewhere = new("A-1");

    private readonly FloorServer _server = new();
    private Grant _desk = null!;

    public async ValueTask InitializeAsync()
    {
        _server.Listen();
        await _server.Session();
        _desk = (await Credentials.Find(await _server.Token(Role.Secretariat)))!;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Credentials Credentials => _server.Services.GetRequiredService<Credentials>();

    private HttpClient With(string token)
    {
        var client = new HttpClient { BaseAddress = _server.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<(HubConnection Hub, Task Closed)> Watch(string token, string audience, HttpTransportType by)
    {
        var hub = new HubConnectionBuilder().WithUrl(new Uri(_server.ClientOptions.BaseAddress, "/hubs/floor"), o =>
        {
            o.Transports = by;
            o.AccessTokenProvider = () => Task.FromResult<string?>(token);
        }).Build();
        var closed = new TaskCompletionSource();
        hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await hub.StartAsync(TestContext.Current.CancellationToken);
        await hub.InvokeAsync<object>("Watch", Sample, audience, TestContext.Current.CancellationToken);
        return (hub, closed.Task);
    }

    [Theory]
    [InlineData(HttpTransportType.WebSockets)]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task A_seat_is_refused_and_its_line_closed_and_another_seats_is_not(HttpTransportType by)
    {
        var (token, another) = (await _server.Token(Role.Seat, Somewhere), await _server.Token(Role.Seat, new SeatLabel("C-1")));
        var (hub, closed) = await Watch(token, "seat", by);
        var (beside, closedBeside) = await Watch(another, "seat", by);
        using var seat = With(token);

        var began = Stopwatch.GetTimestamp();
        Assert.Equal(1, await Credentials.RevokeSeats(_desk, Sample, [Somewhere], TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Post(seat, "raise-request", new { seat = Somewhere.Value })).StatusCode);
        var refused = Stopwatch.GetElapsedTime(began);
        await closed.WaitAsync(Soon, TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage("{0}: refused after {1:F0} ms, closed after {2:F0} ms", by, refused.TotalMilliseconds, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        await Assert.ThrowsAnyAsync<Exception>(() => Watch(token, "seat", by));
        Assert.False(closedBeside.IsCompleted);
        Assert.Equal(HubConnectionState.Connected, beside.State);
        await hub.DisposeAsync();
        await beside.DisposeAsync();
    }

    [Fact]
    public async Task A_link_is_taken_back_and_all_are_but_the_one_by_which_it_is_asked()
    {
        var (one, other) = (await Credentials.Issue(_desk, Sample, Role.Chair, "Ms. Chair", TestContext.Current.CancellationToken), await _server.Token(Role.Display));
        var issued = await Credentials.Issued(_desk, Sample, TestContext.Current.CancellationToken);
        Assert.Equal(3, issued!.Count);
        await Credentials.RevokeLinks(_desk, Sample, Assert.Single(issued, l => l.Label == "Ms. Chair").Id, TestContext.Current.CancellationToken);
        Assert.Null(await Credentials.Find(one!, TestContext.Current.CancellationToken));
        Assert.NotNull(await Credentials.Find(other, TestContext.Current.CancellationToken));

        Assert.Equal(1, await Credentials.RevokeLinks(_desk, Sample, stop: TestContext.Current.CancellationToken));
        Assert.Null(await Credentials.Find(other, TestContext.Current.CancellationToken));
        Assert.True(await Credentials.Stands(_desk, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(Role.Chair)]
    [InlineData(Role.Moderator)]
    [InlineData(Role.Display)]
    public async Task Nobody_but_the_secretariat_hands_out_lists_or_takes_back_links(Role role)
    {
        var by = (await Credentials.Find(await _server.Token(role), TestContext.Current.CancellationToken))!;
        Assert.Null(await Credentials.Issue(by, Sample, Role.Chair, "", TestContext.Current.CancellationToken));
        Assert.Null(await Credentials.Issued(by, Sample, TestContext.Current.CancellationToken));
        Assert.Null(await Credentials.RevokeLinks(by, Sample, stop: TestContext.Current.CancellationToken));
        Assert.Null(await Credentials.RevokeSeats(by, Sample, stop: TestContext.Current.CancellationToken));
        Assert.True(await Credentials.Stands(by, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_console_shows_nothing_more_and_does_nothing_more()
    {
        await using var room = await Room.For(_server, Role.Chair);
        var page = room.Open<ChairPage>();
        var live = page.Instance.Live;
        Assert.IsType<Answer.Done>(await page.InvokeAsync(() => live.Ask(new HearingCommand.Blackout())));
        await Credentials.RevokeLinks(_desk, Sample, live.Grant!.Credential, TestContext.Current.CancellationToken);
        Assert.IsType<Answer.Denied>(await page.InvokeAsync(() => live.Ask(new HearingCommand.Blackout(On: false))));
        page.WaitForAssertion(() =>
        {
            Assert.Equal(Finding.NotAllowed, page.Instance.Found);
            Assert.Empty(page.FindAll("floor-clock"));
        });
    }

    /// <summary>The sample's last segment ends on 26 July 2017 at six in New York.</summary>
    [Fact]
    public async Task The_cards_of_seats_and_the_links_of_screens_end_with_the_hearing_and_those_of_staff_do_not()
    {
        var (seat, screen, chair) = (await _server.Token(Role.Seat, Somewhere), await _server.Token(Role.Display), await _server.Token(Role.Chair));
        var (hub, closed) = await Watch(screen, "podium", HttpTransportType.WebSockets);
        var over = (await _server.Session()).State.Segments.Max(s => s.EndsAt) + LinkLife.AfterTheEnd;
        _server.Time.Advance(over - _server.Time.GetUtcNow() - TimeSpan.FromMinutes(2));
        Assert.Equal(HttpStatusCode.OK, (await With(screen).GetAsync($"/api/v1/hearings/{Sample}/state?audience=podium", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Enter(seat)).StatusCode);

        _server.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(HttpStatusCode.Unauthorized, (await With(screen).GetAsync($"/api/v1/hearings/{Sample}/state?audience=podium", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(seat)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Enter(chair)).StatusCode);
        await closed.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await hub.DisposeAsync();

        // Somebody shows afterwards how it was.
        var later = await _server.Token(Role.Seat, Somewhere);
        Assert.Equal(HttpStatusCode.OK, (await Enter(later)).StatusCode);
        _server.Time.Advance(LinkLife.Afterwards + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(later)).StatusCode);
    }

    [Fact]
    public async Task They_end_when_the_hearing_is_put_away()
    {
        var seat = await _server.Token(Role.Seat, Somewhere);
        Assert.Equal(HttpStatusCode.OK, (await Enter(seat)).StatusCode);
        await _server.Hearings.Submit(Sample, Grant.System(Sample), new(Guid.NewGuid()), new HearingCommand.ArchiveHearing());
        Assert.Equal(HttpStatusCode.Unauthorized, (await Enter(seat)).StatusCode);
    }

    private async Task<HttpResponseMessage> Enter(string key)
    {
        using var phone = new HttpClient { BaseAddress = _server.ClientOptions.BaseAddress };
        return await phone.PostAsync("/enter", System.Net.Http.Json.JsonContent.Create(new { key }), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_journal_tells_by_which_door_each_command_came()
    {
        await Post(With(await _server.Token(Role.Chair)), "blackout");
        Assert.Equal(Origin.Api, (await _server.Session()).State.LastAct!.By.Origin);
        await using var room = await Room.For(_server, Role.Chair);
        var page = room.Open<ChairPage>();
        await page.InvokeAsync(() => page.Instance.Live.Ask(new HearingCommand.Blackout(On: false)));
        Assert.Equal(Origin.Console, (await _server.Session()).State.LastAct!.By.Origin);
    }
}
