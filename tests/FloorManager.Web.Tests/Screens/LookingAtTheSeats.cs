using AngleSharp.Dom;
using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using FloorManager.Domain.Views;
using FloorManager.Web.Access;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

public sealed class LookingAtTheSeats : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private Room _room = null!;

    public async ValueTask InitializeAsync()
    {
        _room = await Room.For(_server, Role.Chair);
        await _room.TakePointsOfOrder();
        await _room.Do(new OpenSegment(new("panel-1")));
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static IElement SeatOf(IRenderedComponent<MapPage> page, SeatLabel seat) =>
        page.FindAll(".seat").Single(s => s.GetAttribute("aria-label")!.StartsWith($"{seat},", StringComparison.Ordinal));

    private static Task Choose(IRenderedComponent<MapPage> page, SeatLabel seat) => Room.Tap(page, () => SeatOf(page, seat));

    private static void Becomes(IRenderedComponent<MapPage> page, Func<Hearing, bool> met) => page.WaitForAssertion(() => Assert.True(met(page.Instance.Live.State!)));

    private static Task Press(IRenderedComponent<MapPage> page, string act) =>
        Room.Tap(page, () => page.FindAll(".seat-ask button").Single(b => b.TextContent.Trim() == act));

    private async Task<FloorRequest> Asks(SeatLabel seat, FloorKind kind = FloorKind.Intervention)
    {
        var id = (await _room.Do(new RaiseRequest(Seat: seat, Kind: kind))).Requests.Values.MaxBy(r => (r.RaisedAt, r.Seat == seat && r.Kind == kind))!.Id;
        _server.Time.Advance(TimeSpan.FromSeconds(1));
        return (await _server.Session()).State.Requests[id];
    }

    [Fact]
    public async Task Each_seat_is_marked_with_what_its_holder_asks_for()
    {
        var seats = new List<SeatLabel>();
        for (var n = 0; n < 7; n++) seats.Add(await _server.AdmittedSeat(n));
        var asked = new List<FloorRequest>();
        foreach (var seat in seats.Take(5)) asked.Add(await Asks(seat));
        await Asks(seats[5], FloorKind.PointOfOrder);
        var state = await _room.Do(new PlaceOnDeck(asked[1].Id), new DeferRequest(asked[2].Id), new WithdrawRequest(asked[4].Id), new Recognise(asked[3].Id));

        var page = _room.Open<MapPage>();
        Assert.Equal(
            ["Waiting|asks for the floor", "OnDeck|to follow", "Aside|set aside", "Floor|has the floor", "Quiet|", "Order|point of order", "Quiet|"],
            seats.Select(s => SeatOf(page, s)).Select(s => $"{s.GetAttribute("data-mark")}|{string.Join(", ", s.GetAttribute("aria-label")!.Split(", ").Skip(2))}"));
        Assert.Equal($"{seats[0]}, {asked[0].Delegation}, asks for the floor", SeatOf(page, seats[0]).QuerySelector("title")!.TextContent);
        var outlines = page.FindAll(".seat").GroupBy(s => s.GetAttribute("data-mark"), s => s.QuerySelector(".seat-mark")!.GetAttribute("d"));
        Assert.All(outlines, shapes => Assert.Single(shapes.Distinct()));
        Assert.Equal(7, outlines.Select(shapes => shapes.First()).Distinct().Count());
        Assert.Equal(state.Seats.Count, page.FindAll(".seat").Count);
        Assert.All(page.FindAll(".seat"), s => Assert.Equal(("button", "-1"), (s.GetAttribute("role"), s.GetAttribute("tabindex"))));
    }

    [Fact]
    public async Task A_delegation_that_came_through_two_doors_is_marked_at_both_seats_and_counted_once()
    {
        await _room.Do(new RaiseRequest(Seat: new("B-23"), Channel: IntakeChannel.Office), new RaiseRequest(new("1112")), new RaiseRequest(Seat: new("C-1"), Channel: IntakeChannel.Seat));
        var page = _room.Open<MapPage>();
        Assert.Equal(["Waiting", "Waiting"], new SeatLabel[] { new("B-23"), new("C-1") }.Select(s => SeatOf(page, s).GetAttribute("data-mark")));
        Assert.StartsWith("1 ", page.Find(".seat-others").TextContent.Trim(), StringComparison.Ordinal);
        await Choose(page, new("C-1"));
        Assert.Equal(["Office 10:00", "Seat C-1 10:00 – Tonatiuh Béjar Olmedo"], page.FindAll(".seat-ask .fact-door").Select(f => f.TextContent.Trim()));
    }

    [Fact]
    public async Task The_chamber_is_drawn_as_the_chair_sees_it()
    {
        var seat = (await _server.Session()).State.Seats.Values.MaxBy(s => s.X)!;
        var page = _room.Open<MapPage>();
        var drawn = page.FindAll(".seat").MaxBy(s => int.Parse(s.GetAttribute("data-x")!, System.Globalization.CultureInfo.InvariantCulture))!;
        Assert.StartsWith($"{seat.Label},", drawn.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal($"{-seat.Y}", drawn.GetAttribute("data-y"));
        Assert.Equal(page.Find("seat-map").GetAttribute("data-whole"), page.Find(".seat-plan").GetAttribute("viewBox"));
    }

    [Fact]
    public async Task A_seat_that_is_chosen_tells_who_sits_there_and_what_they_ask_and_gives_the_floor_to_that_request()
    {
        var seat = await _server.AdmittedSeat(1);
        var asked = await Asks(seat);
        var person = (await _server.Session()).State.Participants[asked.Participant];
        var page = _room.Open<MapPage>();
        Assert.Empty(page.FindAll("section.seat-card"));
        await Choose(page, seat);
        var card = page.Find("section.seat-card");
        Assert.Equal($"Seat {seat}", card.GetAttribute("aria-label"));
        foreach (var fact in new[] { person.FullName, person.Delegation, "Asks for the floor", "first time" })
            Assert.Contains(fact, card.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("1000", card.QuerySelector("time-since")!.GetAttribute("data-ms"));
        Assert.Equal("true", SeatOf(page, seat).GetAttribute("aria-current"));

        await Press(page, "Give the floor");
        Becomes(page, s => s.Floor?.Request == asked.Id);
        page.WaitForAssertion(() => Assert.Equal("has the floor", page.Find(".seat-says").TextContent));
        Assert.Empty(page.FindAll(".seat-ask .give"));
        await Room.Tap(page, () => page.Find("[data-closes]"));
        Assert.Empty(page.FindAll("section.seat-card"));
        Assert.Null(SeatOf(page, seat).GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Whoever_has_not_asked_is_called_from_their_seat()
    {
        var seat = await _server.AdmittedSeat();
        var page = _room.Open<MapPage>();
        await Choose(page, seat);
        await Press(page, "Give the floor");
        Becomes(page, s => s.Floor is { Request: null } floor && floor.Speaker.Seat == seat);
    }

    [Fact]
    public async Task A_request_is_announced_and_the_announcement_taken_back()
    {
        var asked = await Asks(await _server.AdmittedSeat());
        var page = _room.Open<MapPage>();
        await Choose(page, asked.Seat!.Value);
        await Press(page, "To follow");
        Becomes(page, s => s.OnDeck.Contains(asked.Id));
        page.WaitForAssertion(() => Assert.Equal("OnDeck", SeatOf(page, asked.Seat!.Value).GetAttribute("data-mark")));
        await Press(page, "Do not announce");
        Becomes(page, s => s.OnDeck.IsEmpty);
    }

    [Fact]
    public async Task A_refusal_is_explained()
    {
        var asked = await Asks(await _server.AdmittedSeat(1));
        var floor = (await _room.Do(new Recognise(Seat: await _server.AdmittedSeat(), Start: true))).Floor!;
        var page = _room.Open<MapPage>();
        await Choose(page, asked.Seat!.Value);
        await Press(page, "Give the floor");
        page.WaitForAssertion(() => Assert.Contains(floor.Speaker.Name, page.Instance.Notice, StringComparison.Ordinal));
        Assert.Equal(floor.Id, (await _server.Session()).State.Floor?.Id);
    }

    [Fact]
    public async Task The_desk_announces_and_does_not_recognise()
    {
        await using var desk = await Room.For(_server, Role.Secretariat);
        var asked = await Asks(await _server.AdmittedSeat());
        var page = desk.Open<MapPage>();
        await Choose(page, asked.Seat!.Value);
        Assert.Equal(["To follow"], page.FindAll(".seat-ask button").Select(b => b.TextContent.Trim()));
        await Choose(page, await _server.AdmittedSeat(1));
        Assert.Empty(page.FindAll(".seat-ask button"));
    }

    [Fact]
    public async Task What_would_be_refused_anyway_is_not_offered()
    {
        var state = (await _server.Session()).State;
        var outside = state.Participants.Values.First(p => p.Admitted && p.Seat is not null);
        await _room.Do(new RegisterParticipants([outside with { Admitted = false }]));
        var page = _room.Open<MapPage>();
        await Choose(page, outside.Seat!.Value);
        Assert.Equal("not admitted", page.Find(".seat-says").TextContent);
        Assert.Empty(page.FindAll(".seat-ask button"));
        await Choose(page, state.Seats.Keys.First(s => !state.SeatHolders.ContainsKey(s)));
        Assert.Contains("Nobody sits here", page.Find("section.seat-card").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".seat-ask"));
    }

    [Fact]
    public async Task Whoever_has_no_seat_on_the_plan_is_counted()
    {
        var page = _room.Open<MapPage>();
        Assert.Empty(page.FindAll(".seat-others"));
        var nowhere = page.Instance.Live.State!.Participants.Values.First(p => p is { Seat: null, Admitted: true });
        await _room.Do(new RaiseRequest(nowhere.Id), new RaiseRequest(Seat: await _server.AdmittedSeat()));
        page.WaitForAssertion(() => Assert.StartsWith("1 more", page.Find(".seat-others").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_seats_that_look_different_are_drawn_again()
    {
        var (first, second) = (await Asks(await _server.AdmittedSeat()), await _server.AdmittedSeat(1));
        var page = _room.Open<MapPage>();
        var seats = page.FindComponents<SeatSpot>();
        Assert.All(seats, s => Assert.Equal(1, s.RenderCount));

        await _room.Do(new RaiseRequest(Seat: second), new ShowMessage("nothing to a seat"), new Recognise(first.Id));
        page.WaitForAssertion(() => Assert.Equal("Floor", SeatOf(page, first.Seat!.Value).GetAttribute("data-mark")));
        // The page shows it a moment before each seat has counted it.
        page.WaitForAssertion(() => Assert.Equal(
            new[] { first.Seat!.Value, second }.Order(Comparer<SeatLabel>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value))),
            seats.Where(s => s.RenderCount > 1).Select(s => s.Instance.Look.Seat.Label).OrderBy(l => l.Value, StringComparer.Ordinal)));

        await Choose(page, second);
        Assert.Equal(2, seats.Count(s => s.RenderCount > 1));
    }

    [Fact]
    public async Task Another_plan_brings_other_seats_and_a_hearing_without_a_plan_says_so()
    {
        var page = _room.Open<MapPage>();
        var whole = page.Find("seat-map").GetAttribute("data-whole");
        await Choose(page, await _server.AdmittedSeat());
        await _room.Do(new SetSeatPlan([new(new("Z-1"), 1, 0, 300), new(new("Z-2"), 1, 0, 300)]));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".seat").Count));
        Assert.NotEqual(whole, page.Find("seat-map").GetAttribute("data-whole"));
        Assert.Empty(page.FindAll("section.seat-card"));
        await _room.Do(new SetSeatPlan([]));
        page.WaitForAssertion(() => Assert.Contains("no seat plan", page.Markup, StringComparison.Ordinal));
    }

    /// <summary>The map alone on a console.</summary>
    private sealed class MapPage : LivePage
    {
        private ChairView? _view;

        protected override Right Opens => Right.ReadLists;

        protected override void Look(Hearing state, DateTimeOffset now) => _view = ChairView.Of(state, now);

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (_view is not { } view) return;
            builder.OpenComponent<CascadingValue<LivePage>>(0);
            builder.AddComponentParameter(1, "Value", this);
            builder.AddComponentParameter(2, "ChildContent", (RenderFragment)(content =>
            {
                content.OpenComponent<SeatMap>(0);
                content.AddComponentParameter(1, nameof(SeatMap.View), view);
                content.AddComponentParameter(2, nameof(SeatMap.State), Live.State!);
                content.AddComponentParameter(3, nameof(SeatMap.MayRecognise), Live.Grant?.Role == Role.Chair);
                content.CloseComponent();
            }));
            builder.CloseComponent();
        }
    }
}
