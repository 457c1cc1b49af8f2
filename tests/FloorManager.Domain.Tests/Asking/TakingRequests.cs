using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Asking;

/// <summary>A panel takes requests from the seats while its intake is open, and what is not reached may be handed in in writing.</summary>
public sealed class TakingRequests : Specification
{
    private static readonly DateTimeOffset AtTen = TenOClock.AddMinutes(10);

    private static readonly AHearing OpensAtTen = AHearing.InThePanel.Had(new SetIntake(Panel1, OpensAt: AtTen));
    private static readonly AHearing ClosesAtTen = AHearing.InThePanel.Had(new SetIntake(Panel1, ClosesAt: AtTen));
    private static readonly AHearing NotReached = AHearing.InThePanel.Tapped(A1).In(Lunch);

    private static AHearing At(AHearing hearing, DateTimeOffset now) => hearing with { Now = now };

    private static SeatView Seen(AHearing hearing, SeatLabel seat) => SeatView.Of(hearing.State, seat);

    [Fact]
    public void Without_a_word_a_panel_takes_requests_all_the_time() => Assert.Null(Seen(AHearing.InThePanel, A1).Intake);

    [Fact]
    public void From_the_instant_it_opens_a_seat_may_ask_and_not_before()
    {
        Given(At(OpensAtTen, AtTen.AddMilliseconds(-1))).By(TheHearing.At(A1)).When(new RaiseRequest()).ThenRefused(new IntakeNotOpen("Segment panel-1", "14:10"));
        Given(At(OpensAtTen, AtTen)).By(TheHearing.At(A1)).When(new RaiseRequest()).Then(new RequestRaised(NewRequest, Amina.Id, Panel1, IntakeChannel.Seat, default, Topic: null, A1));
    }

    [Fact]
    public void From_the_instant_it_closes_a_seat_may_not_ask_any_more()
    {
        Given(At(ClosesAtTen, AtTen.AddMilliseconds(-1))).By(TheHearing.At(A1)).When(new RaiseRequest()).Then(new RequestRaised(NewRequest, Amina.Id, Panel1, IntakeChannel.Seat, default, Topic: null, A1));
        Given(At(ClosesAtTen, AtTen)).By(TheHearing.At(A1)).When(new RaiseRequest()).ThenRefused(new IntakeClosed("Segment panel-1"));
    }

    [Fact]
    public void A_wish_that_waits_is_no_way_around_it()
    {
        var noted = At(ClosesAtTen.Had(new RaiseRequest(Amina.Id, Channel: IntakeChannel.Office), by: Desk), AtTen);
        Given(noted).By(TheHearing.At(A2)).When(new RaiseRequest()).ThenRefused(new IntakeClosed("Segment panel-1"));
    }

    [Fact]
    public void A_second_tap_after_it_has_closed_changes_nothing() => Given(At(ClosesAtTen.Tapped(A1), AtTen)).By(TheHearing.At(A1)).When(new RaiseRequest()).ThenNothing();

    [Fact]
    public void The_desk_notes_what_comes_late() =>
        Given(At(ClosesAtTen, AtTen)).By(Desk).When(new RaiseRequest(Amina.Id)).Then(new RequestRaised(NewRequest, Amina.Id, Panel1, IntakeChannel.Desk, default, Topic: null, A1));

    [Theory]
    [InlineData(FloorKind.PointOfOrder)]
    [InlineData(FloorKind.RightOfReply)]
    public void Points_of_order_and_rights_of_reply_are_taken_whenever_the_panel_is_open(FloorKind kind) =>
        Given(At(ClosesAtTen, AtTen)).By(TheHearing.At(A1)).When(new RaiseRequest(Kind: kind)).Then(new RequestRaised(NewRequest, Amina.Id, Panel1, IntakeChannel.Seat, kind, Topic: null, A1));

    [Fact]
    public void The_next_panel_has_its_own_times() =>
        Given(At(ClosesAtTen, AtTen)).By(TheHearing.At(A1)).When(new RaiseRequest(SegmentId: Panel2)).Then(new RequestRaised(NewRequest, Amina.Id, Panel2, IntakeChannel.Seat, default, Topic: null, A1));

    [Fact]
    public void It_is_set_for_a_panel_that_is_not_over_and_opens_before_it_closes()
    {
        Given(AHearing.InThePanel).When(new SetIntake(Panel1, AtTen, AtTen.AddMinutes(1))).Then(new IntakeSet(Panel1, AtTen, AtTen.AddMinutes(1)));
        Given(AHearing.InThePanel).When(new SetIntake(Panel1, AtTen, AtTen)).ThenRefused(new OutOfBounds("closesAt", "14:10", "16:00"));
        Given(AHearing.InThePanel).When(new SetIntake(new("panel-9"))).ThenRefused(new NoSuchSegment(new("panel-9")));
        Given(AHearing.InThePanel).When(new SetIntake(Lunch, AtTen)).ThenRefused(new NotAPanel("Segment lunch"));
        Given(AHearing.InThePanel.In(Lunch)).When(new SetIntake(Panel1, AtTen)).ThenRefused(new SegmentClosed("Segment panel-1"));
        Given(AHearing.InThePanel).When(new SetIntake(Panel1)).ThenNothing();
        Given(ClosesAtTen).When(new SetIntake(Panel1, ClosesAt: AtTen)).ThenNothing();
        Given(ClosesAtTen).When(new SetIntake(Panel1)).Then(new IntakeSet(Panel1, null, null));
    }

    [Fact]
    public void A_seat_is_told_the_times_by_the_clock_on_the_wall()
    {
        var told = Seen(AHearing.InThePanel.Had(new SetIntake(Panel1, AtTen, AtTen.AddMinutes(20))), A1);
        Assert.Equal(new SeatIntakeView(AtTen.ToUnixTimeMilliseconds(), AtTen.AddMinutes(20).ToUnixTimeMilliseconds(), "14:10", "14:30"), told.Intake);
        Assert.True(told.MayAsk);
    }

    [Fact]
    public void Who_was_not_reached_hands_in_in_writing_what_they_would_have_said_and_may_do_so_again()
    {
        Given(NotReached).By(TheHearing.At(A1)).When(new HandInContribution(RequestOf(Amina), " Ratify it. ")).Then(new ContributionHandedIn(RequestOf(Amina), "Ratify it."));
        var handedIn = NotReached.Had(new HandInContribution(RequestOf(Amina), "Ratify it."), by: TheHearing.At(A1));
        Given(handedIn).By(TheHearing.At(A1)).When(new HandInContribution(RequestOf(Amina), "Ratify it.")).ThenNothing();
        Given(handedIn).By(Desk).When(new HandInContribution(RequestOf(Amina), "Ratify both.")).Then(new ContributionHandedIn(RequestOf(Amina), "Ratify both."));
    }

    [Fact]
    public void Nobody_hands_in_for_somebody_else_or_for_a_wish_that_was_not_passed_over()
    {
        var contribution = new HandInContribution(RequestOf(Amina), "Ratify it.");
        Given(NotReached).By(TheHearing.At(A3)).When(contribution).ThenRefused(new NotYourRequest());
        Given(NotReached).By(TheHearing.At(A4)).When(contribution).ThenRefused(new NotYourRequest());
        Given(AHearing.InThePanel.Tapped(A1)).By(TheHearing.At(A1)).When(contribution).ThenRefused(new NotLapsed("Amina", RequestState.Pending));
        Given(NotReached).By(TheHearing.At(A1)).When(contribution with { RequestId = RequestOf(Dana) }).ThenRefused(new NoSuchRequest(RequestOf(Dana)));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(4000, true)]
    [InlineData(4001, false)]
    public void It_has_a_text_of_at_most_four_thousand_characters(int length, bool taken)
    {
        var contribution = new HandInContribution(RequestOf(Amina), new('x', length));
        if (taken) Given(NotReached).By(Desk).When(contribution).Then(new ContributionHandedIn(RequestOf(Amina), contribution.Text));
        else Given(NotReached).By(Desk).When(contribution).ThenRefused(new OutOfBounds("text", "1", "4000"));
    }

    [Fact]
    public void The_seat_is_offered_it_for_as_long_as_it_was_not_heard()
    {
        Assert.Empty(Seen(AHearing.InThePanel.Tapped(A1), A1).Unheard);
        Assert.Equal([new(RequestOf(Amina).Value, "Segment panel-1", Text: null)], Seen(NotReached.In(Panel2), A1).Unheard);
        Assert.Equal("Ratify it.", Assert.Single(Seen(NotReached.Had(new HandInContribution(RequestOf(Amina), "Ratify it."), by: Desk), A1).Unheard).Text);
        Assert.Empty(Seen(NotReached, A3).Unheard);
        Assert.Empty(Seen(NotReached.In(Panel1).Spoke(Amina, 60).In(Lunch), A1).Unheard);
    }

    [Fact]
    public void What_was_handed_in_stays_on_record_when_the_panel_is_opened_again()
    {
        var reopened = NotReached.Had(new HandInContribution(RequestOf(Amina), "Ratify it."), by: TheHearing.At(A1)).In(Panel1);
        Assert.Equal(RequestState.Pending, reopened.State.Requests[RequestOf(Amina)].State);
        Assert.Equal("Ratify it.", HearingRecord.Of(reopened.Spoke(Dana, 5).State).Segments[0].Contributions[RequestOf(Amina)].Text);
    }

    [Fact]
    public void Handing_in_is_no_step_of_the_floor() =>
        Given(NotReached.Had(new HandInContribution(RequestOf(Amina), "Ratify it."), by: Desk)).By(Chair).When(new Undo(Count: 1)).Then(new StepsUndone([NotReached.State.Steps[^1].Command]));
}
