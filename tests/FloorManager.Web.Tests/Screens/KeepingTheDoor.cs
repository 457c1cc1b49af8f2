using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Desk;
using FloorManager.Web.Screens.Setup;
using Microsoft.AspNetCore.Components.Web;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>A secretary at the door scans one ticket after the other.</summary>
public sealed class KeepingTheDoor : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private Room _room = null!;
    private IRenderedComponent<RoomPage> _page = null!;

    public async ValueTask InitializeAsync()
    {
        _room = await Room.For(_server, Role.Secretariat);
        _page = _room.Open<RoomPage>();
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<Hearing> State() => (await _server.Session()).State;

    private void Scan(string ticket, string key = "Enter")
    {
        _page.Find("#door-ticket").Input(ticket);
        _page.Find("#door-ticket").KeyDown(new KeyboardEventArgs { Key = key });
    }

    private void Answers(string kind, string text) => _page.WaitForAssertion(() =>
    {
        var newest = _page.Find(".door-scan");
        Assert.Contains($"door-{kind}", newest.ClassName, StringComparison.Ordinal);
        Assert.Contains(text, newest.TextContent, StringComparison.Ordinal);
    });

    [Fact]
    public async Task A_ticket_is_answered_by_name_delegation_and_seat_and_again_by_since_when()
    {
        var person = (await State()).Participants.Values.First(p => p is { Admitted: true, Seat: not null });
        Scan(person.Id.Value);
        Answers("in", $"{person.FullName}, {person.Delegation} – Seat {person.Seat}");
        var since = (await State()).Local(_server.Time.GetUtcNow());
        _server.Time.Advance(TimeSpan.FromMinutes(5));
        Scan($" {person.Id.Value}");
        Answers("already", $"in the room already, since {since:HH:mm}");
        _page.WaitForAssertion(() => Assert.Equal("In the room: 1, still expected: 156", _page.Find("#room-list").TextContent));
    }

    [Fact]
    public async Task Who_is_not_known_or_not_admitted_is_said_to_be_and_stays_outside()
    {
        Scan("no-such-ticket");
        Answers("refused", "Nobody on the register has the ticket number no-such-ticket.");
        Scan((await State()).Participants.Values.First(p => !p.Admitted).Id.Value);
        Answers("refused", "has not been admitted");
        Assert.Empty((await State()).InTheRoom);
    }

    [Fact]
    public async Task Twenty_tickets_faster_than_they_are_answered_are_all_in_and_answered_in_order()
    {
        var people = (await State()).Participants.Values.Where(p => p.Admitted).OrderBy(p => p.Id.Value, StringComparer.Ordinal).Take(20).ToArray();
        foreach (var person in people) Scan(person.Id.Value);
        _page.WaitForAssertion(() => Assert.Equal(20, _page.Instance.Live.State!.InTheRoom.Count));
        _page.WaitForAssertion(() => Assert.Equal(people.Reverse().Take(6).Select(p => p.FullName), _page.FindAll(".door-scan").Select(s => people.Single(p => s.TextContent.Contains(p.FullName, StringComparison.Ordinal)).FullName)));
        Assert.Equal(people.Select(p => p.Id), (await State()).InTheRoom.Keys.OrderBy(k => k.Value, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_left_the_ticket_at_home_is_found_by_name()
    {
        Scan("ivoire", "");
        Assert.Contains("Côte d'Ivoire", _page.Find(".log-person").TextContent, StringComparison.Ordinal);
        _page.Find("#door-ticket").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Answers("in", "Côte d'Ivoire");
        Assert.Equal("Côte d'Ivoire", (await State()).Participants[Assert.Single((await State()).InTheRoom).Key].Delegation);
    }

    [Fact]
    public async Task The_list_has_who_came_last_first_and_who_is_still_expected()
    {
        var people = (await State()).Participants.Values.Where(p => p.Admitted).Take(2).ToArray();
        Scan(people[0].Id.Value);
        Answers("in", people[0].FullName);
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        Scan(people[1].Id.Value);
        _page.WaitForAssertion(() => Assert.Contains(people[1].FullName, _page.Find(".people-row").TextContent, StringComparison.Ordinal));
        await Room.Tap(_page, () => _page.Find("[data-act=out]"));
        _page.WaitForAssertion(() => Assert.Contains(people[0].FullName, _page.Find(".people-row").TextContent, StringComparison.Ordinal));
        await _page.InvokeAsync(() => _page.Find("[data-field=expected]").Change(true));
        await _page.InvokeAsync(() => _page.Find("[data-field=find]").Input(people[1].FullName));
        await Room.Tap(_page, () => _page.Find("[data-act=in]"));
        _page.WaitForAssertion(() => Assert.Contains("Nobody on the register is found", _page.Markup, StringComparison.Ordinal));
        Assert.Equal(2, (await State()).InTheRoom.Count);
    }

    [Fact]
    public async Task The_chair_sees_who_is_not_there_and_the_desk_before_Enter()
    {
        var state = await State();
        var person = state.Participants.Values.First(p => p is { Admitted: true, Category: "CivilSociety" });
        await _room.Do(new ChangeHearing(state.Details! with { PresenceNeeded = true }), new OpenSegment(new("panel-1")), new RaiseRequest(person.Id, Channel: Domain.Requests.IntakeChannel.Office));
        await using var chair = await Room.For(_server, Role.Chair);
        var console = chair.Open<ChairPage>();
        Assert.Contains("not checked in", console.Find(".pool-rows .row").TextContent, StringComparison.Ordinal);
        var desk = _room.Open<DeskPage>();
        await desk.InvokeAsync(() => desk.Find("#log-find").InputAsync(new() { Value = state.Participants.Values.First(p => p is { Admitted: true, Category: "Academia" }).FullName }));
        Assert.Contains("not checked in", desk.Find(".log-person").TextContent, StringComparison.Ordinal);
        Scan(person.Id.Value);
        console.WaitForAssertion(() => Assert.DoesNotContain("not checked in", console.Find(".pool-rows .row").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_door_is_the_secretariats()
    {
        await using var chair = await Room.For(_server, Role.Chair);
        Assert.Empty(chair.Open<RoomPage>().FindAll("#door-ticket"));
    }
}
