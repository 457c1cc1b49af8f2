using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Showing;

public sealed class ShowingASeat
{
    private static SeatView View(AHearing hearing, SeatLabel seat) => SeatView.Of(hearing.State, seat, hearing.Now);

    [Fact]
    public void It_knows_its_holder_and_the_panel_that_it_may_ask_in() => Assert.Equal(
        new SeatView("A-1", new("Amina", "Migrant Forum"), new("panel-1", "Segment panel-1", AHearing.InThePanel.State.OpenSegment!.Topics), MayAsk: true, Request: null, HasFloor: false, Done: null),
        View(AHearing.InThePanel, A1));

    [Fact]
    public void It_learns_nothing_about_the_requests_of_others()
    {
        var alone = AHearing.InThePanel;
        var busy = alone.Asked(Chen).Asked(Dana).OnDeck(Chen).Deferred(Dana).Spoke(Chen, 60);
        Assert.Equal(View(alone, A1), View(busy, A1));
        var asked = busy.Asked(Amina);
        foreach (var other in new[] { "Chen", "Dana", $"{RequestOf(Chen)}", $"{RequestOf(Dana)}" })
            Assert.DoesNotContain(other, InWords.Of(View(asked, A1)), StringComparison.Ordinal);
    }

    private static SeatOutlook? Outlook(AHearing hearing, SeatLabel seat) => SeatFloorView.Of(hearing.State, FloorView.Of(hearing.State, hearing.Now), seat).Seat.Outlook;

    [Theory]
    [InlineData(0, SeatOutlook.Likely)]
    [InlineData(390, SeatOutlook.Likely)]
    [InlineData(389, SeatOutlook.AtRisk)]
    [InlineData(195, SeatOutlook.AtRisk)]
    [InlineData(194, SeatOutlook.NotInThisPanel)]
    [InlineData(-60, SeatOutlook.NotInThisPanel)]
    public void Whoever_waits_is_told_in_three_steps_whether_there_may_be_time(int secondsLeft, SeatOutlook outlook)
    {
        var waits = AHearing.InThePanel.Asked(Amina);
        var until = waits.State.OpenSegment!.EndsAt - waits.Now;
        Assert.Equal(outlook, Outlook(secondsLeft == 0 ? waits : waits.Later(until.TotalSeconds - secondsLeft), A1));
    }

    [Fact]
    public void With_more_who_wait_there_is_less_hope_and_nobody_learns_who_they_are()
    {
        var late = AHearing.InThePanel.Asked(Amina).Asked(Dana);
        late = late.Later((late.State.OpenSegment!.EndsAt - late.Now).TotalSeconds - 400);
        Assert.Equal((SeatOutlook.AtRisk, SeatOutlook.AtRisk), (Outlook(late, A1), Outlook(late, A3)));
        // Two of three that fit.
        var fits = AHearing.InThePanel.Asked(Amina).Asked(Dana);
        Assert.Equal(SeatOutlook.Likely, Outlook(fits.Later((fits.State.OpenSegment!.EndsAt - fits.Now).TotalSeconds - (3 * 195)), A1));
    }

    [Fact]
    public void Who_does_not_wait_or_has_been_announced_needs_no_outlook()
    {
        Assert.Null(Outlook(AHearing.InThePanel, A1));
        Assert.Null(Outlook(AHearing.InThePanel.Asked(Amina).OnDeck(Amina), A1));
        Assert.Null(Outlook(AHearing.InThePanel.Asked(Amina).Deferred(Amina), A1));
        Assert.Null(Outlook(AHearing.InThePanel.Asked(Amina).In(Panel2), A1));
        Assert.Null(Outlook(AHearing.SetUp.Asked(Amina), A1));
        // The next panel's are taken while the break before it is open.
        Assert.Null(Outlook(AHearing.InThePanel.In(Lunch).Asked(Amina), A1));
    }

    [Theory]
    [InlineData("A-2", true)]
    [InlineData("A-3", true)]
    [InlineData("A-4", false)]
    [InlineData("B-1", false)]
    [InlineData("Z-9", false)]
    public void The_seat_of_an_admitted_holder_may_ask(string seat, bool may) => Assert.Equal(may, View(AHearing.InThePanel, new(seat)).MayAsk);

    [Fact]
    public void A_request_that_was_not_reached_is_told_until_the_holder_asks_again_or_the_next_segment_opens()
    {
        var over = AHearing.InThePanel.Asked(Amina).Later(60).In(Panel2);
        Assert.Equal((RequestState.Lapsed, true), (View(over, A1).Request?.State, View(over, A1).MayAsk));
        Assert.Equal(RequestState.Pending, View(over.Had(new RaiseRequest(Amina.Id)), A1).Request?.State);
        Assert.Null(View(over.Later(60).In(Closing), A1).Request);
    }

    [Fact]
    public void It_shows_its_own_request_and_what_has_become_of_it()
    {
        var asked = AHearing.InThePanel.Asked(Amina);
        Assert.Equal(new SeatRequestView(RequestOf(Amina).Value, RequestState.Pending, TenOClock.ToUnixTimeMilliseconds(), Topic: null), View(asked, A1).Request);
        Assert.Equal(RequestState.OnDeck, View(asked.OnDeck(Amina), A1).Request?.State);
        Assert.Equal(RequestState.Deferred, View(asked.Deferred(Amina), A1).Request?.State);
        Assert.Null(View(asked, A2).Request);
    }

    [Fact]
    public void Of_several_it_shows_the_one_that_waits_and_else_the_last()
    {
        var again = AHearing.InThePanel.Asked(Amina).Deferred(Amina).Had(new RaiseRequest(Amina.Id), Number(500));
        Assert.Equal(Number(500), View(again, A1).Request?.Id);
        Assert.Equal(Number(500), View(again.Had(new WithdrawRequest(new(Number(500)))), A1).Request?.Id);
    }

    [Fact]
    public void A_point_of_order_or_a_right_of_reply_stands_beside_the_wish_to_speak_and_not_in_its_place()
    {
        foreach (var kind in new[] { FloorKind.PointOfOrder, FloorKind.RightOfReply })
        {
            var beside = new RaiseRequest(Amina.Id, Kind: kind);
            Assert.Equal((true, null), (View(AHearing.InThePanel.Had(beside), A1).MayAsk, View(AHearing.InThePanel.Had(beside), A1).Request));
            Assert.Equal(RequestOf(Amina).Value, View(AHearing.InThePanel.Asked(Amina).Had(beside), A1).Request?.Id);
        }
    }

    [Fact]
    public void Nobody_may_ask_while_they_wait_or_somebody_of_their_delegation_does_from_another_seat()
    {
        var asked = AHearing.InThePanel.Had(new RaiseRequest(), RequestOf(Amina).Value, At(A1));
        Assert.Equal((false, false, true), (View(asked, A1).MayAsk, View(asked, A2).MayAsk, View(asked, A3).MayAsk));
        Assert.True(View(asked.Had(new WithdrawRequest(RequestOf(Amina))), A2).MayAsk);
    }

    [Fact]
    public void After_the_last_panel_nobody_may_ask()
    {
        var view = View(AHearing.SetUp.In(Panel2).In(Closing), A1);
        Assert.Equal((null, false), (view.Panel, view.MayAsk));
    }

    [Fact]
    public void Whoever_has_the_floor_sees_that_they_have_it()
    {
        var speaking = AHearing.InThePanel.Asked(Amina).Speaking(Amina);
        Assert.Equal((true, false), (View(speaking, A1).HasFloor, View(speaking, A2).HasFloor));
        Assert.Equal(RequestState.Recognised, View(speaking, A1).Request?.State);
    }

    [Fact]
    public void Whoever_waits_for_a_point_of_order_sees_that_they_go_on_afterwards()
    {
        var raised = AHearing.InThePanel.Asked(Amina).Speaking(Amina).Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder));
        Assert.Equal((true, false), (View(raised, A1).Interrupted, View(raised, A1).HasFloor));
        Assert.False(View(raised, A3).Interrupted);
        var settled = raised.Had(new EndIntervention());
        Assert.Equal((false, true), (View(settled, A1).Interrupted, View(settled, A1).HasFloor));
    }

    [Fact]
    public void Nobody_is_offered_to_ask_while_they_have_the_floor_or_wait_to_go_on()
    {
        var speaking = AHearing.InThePanel.Speaking(Amina);
        Assert.False(View(speaking, A1).MayAsk);
        var raised = speaking.Had(new Recognise(Seat: A3, Kind: FloorKind.PointOfOrder));
        Assert.Equal((false, false, true), (View(raised, A1).MayAsk, View(raised, A3).MayAsk, View(raised, A2).MayAsk));
        Assert.True(View(raised.Had(new EndIntervention()), A3).MayAsk);
    }

    [Fact]
    public void Whoever_has_spoken_sees_how_long_until_they_ask_again()
    {
        var spoke = AHearing.InThePanel.Asked(Amina).Spoke(Amina, 195);
        Assert.Equal(new SeatDoneView(195_000), View(spoke, A1).Done);
        Assert.Null(View(spoke, A2).Done);
        Assert.Null(View(spoke.Had(new RaiseRequest(Amina.Id)), A1).Done);
    }

    [Fact]
    public void A_seat_of_nobody_and_one_that_left_the_plan_have_no_holder()
    {
        Assert.Null(View(AHearing.InThePanel, A4).Participant);
        Assert.Null(View(AHearing.InThePanel.Had(new SetSeatPlan([.. SeatPlan.Where(s => s.Label != A1)])), A1).Participant);
    }

    [Fact]
    public void Whoever_moved_takes_their_request_along()
    {
        Participant moved = Amina with { Seat = A4 };
        var view = View(AHearing.InThePanel.Asked(Amina).Had(new RegisterParticipants([moved])), A4);
        Assert.Equal(("Amina", RequestOf(Amina).Value), (view.Participant?.Name, view.Request?.Id));
    }

    [Fact]
    public void It_begins_with_the_rooms_view()
    {
        var hearing = AHearing.InThePanel.Speaking(Chen);
        var room = FloorView.Of(hearing.State, hearing.Now);
        var view = SeatFloorView.Of(hearing.State, room, A1);
        Assert.Equal((room.Speaker, room.Clock, room.Version, "A-1"), (view.Speaker, view.Clock, view.Version, view.Seat.Label));
    }
}
