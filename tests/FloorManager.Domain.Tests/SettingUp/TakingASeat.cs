using FloorManager.Domain.Seating;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

/// <summary>Where seating is free, whoever sits down says by the seat's card who they are.</summary>
public sealed class TakingASeat : Specification
{
    private static readonly AHearing Sits = AHearing.InThePanel.Had(new TakeSeat(Chen.Id), by: At(A4));

    private static SeatView Seen(AHearing hearing, SeatLabel seat) => SeatView.Of(hearing.State, seat, hearing.Now);

    [Fact]
    public void Somebody_without_a_seat_takes_one_that_nobody_has_and_asks_from_it()
    {
        Given(AHearing.InThePanel).By(At(A4)).When(new TakeSeat(Chen.Id)).Then(new SeatTaken(A4, Chen.Id));
        Given(Sits).By(At(A4)).When(new TakeSeat(Chen.Id)).ThenNothing();
        Assert.Equal(("Chen", A4), (Seen(Sits, A4).Participant?.Name, Sits.State.Participants[Chen.Id].Seat));
        Given(Sits).By(At(A4)).When(new RaiseRequest()).Then(new RequestRaised(NewRequest, Chen.Id, Panel1, Requests.IntakeChannel.Seat, default, Topic: null, A4));
    }

    [Fact]
    public void Nobody_takes_the_seat_of_somebody_else_or_a_second_one()
    {
        Given(AHearing.InThePanel).By(At(A1)).When(new TakeSeat(Chen.Id)).ThenRefused(new SeatHeld(A1));
        Given(AHearing.InThePanel).By(At(A4)).When(new TakeSeat(Amina.Id)).ThenRefused(new NotToBeSeated(A4));
        Given(Sits).By(At(A4)).When(new TakeSeat(Dana.Id)).ThenRefused(new SeatHeld(A4));
    }

    [Fact]
    public void Only_who_is_on_the_register_and_admitted_takes_one_and_only_by_a_card_of_the_plan()
    {
        var standing = AHearing.InThePanel.Had(new RegisterParticipants([Eve with { Seat = null }]));
        Given(standing).By(At(A4)).When(new TakeSeat(Eve.Id)).ThenRefused(new NotToBeSeated(A4));
        Given(AHearing.InThePanel).By(At(A4)).When(new TakeSeat(Stranger.Id)).ThenRefused(new NotToBeSeated(A4));
        Given(AHearing.InThePanel).By(At(Z9)).When(new TakeSeat(Chen.Id)).ThenRefused(new NoSuchSeat(Z9));
        Given(AHearing.InThePanel).By(TheSystem).When(new TakeSeat(Chen.Id)).ThenRefused(new NobodyNamed());
    }

    [Fact]
    public void Who_was_mistaken_leaves_it_again_and_another_takes_it()
    {
        Given(Sits).By(At(A4)).When(new LeaveSeat()).Then(new SeatLeft(A4, Chen.Id));
        var left = Sits.Had(new LeaveSeat(), by: At(A4));
        Assert.Null(left.State.Participants[Chen.Id].Seat);
        Given(left).By(At(A4)).When(new LeaveSeat()).ThenNothing();
        Given(left).By(At(A4)).When(new TakeSeat(Chen.Id)).Then(new SeatTaken(A4, Chen.Id));
    }

    [Fact]
    public void A_seat_that_the_secretariat_assigned_is_not_left_by_its_card()
    {
        Given(AHearing.InThePanel).By(At(A1)).When(new LeaveSeat()).ThenRefused(new SeatAssigned(A1));
        var given = Sits.Had(new RegisterParticipants([Chen with { Seat = null }, Dana with { Seat = A4 }]));
        Given(given).By(At(A4)).When(new LeaveSeat()).ThenRefused(new SeatAssigned(A4));
    }

    [Fact]
    public void Who_waits_or_speaks_stays_where_they_are_called()
    {
        Given(Sits.Asked(Chen)).By(At(A4)).When(new LeaveSeat()).ThenRefused(new CalledBySeat("Chen", A4));
        Given(Sits.Asked(Chen).Had(new Recognise(RequestOf(Chen)))).By(At(A4)).When(new LeaveSeat()).ThenRefused(new CalledBySeat("Chen", A4));
        Given(Sits.Asked(Chen).Spoke(Chen, 60)).By(At(A4)).When(new LeaveSeat()).Then(new SeatLeft(A4, Chen.Id));
    }

    [Fact]
    public void Who_waits_where_they_stand_is_not_seated_by_somebody_elses_card() =>
        Given(AHearing.InThePanel.Asked(Chen)).By(At(A4)).When(new TakeSeat(Chen.Id)).ThenRefused(new NotToBeSeated(A4));

    [Fact]
    public void A_page_acts_for_the_seat_that_it_shows()
    {
        Given(AHearing.InThePanel).By(At(A4)).When(new TakeSeat(Chen.Id, A1)).ThenRefused(new NotYourSeat(A1));
        Given(AHearing.InThePanel).By(At(A4)).When(new TakeSeat(Chen.Id, A4)).Then(new SeatTaken(A4, Chen.Id));
        Given(Sits).By(At(A4)).When(new LeaveSeat(A1)).ThenRefused(new NotYourSeat(A1));
        Given(Sits).By(At(A4)).When(new LeaveSeat(A4)).Then(new SeatLeft(A4, Chen.Id));
    }

    [Fact]
    public void Who_left_and_was_assigned_to_the_same_seat_leaves_it_by_no_card()
    {
        var assigned = Sits.Had(new LeaveSeat(), by: At(A4)).Had(new RegisterParticipants([Chen with { Seat = A4 }]));
        Given(assigned).By(At(A4)).When(new LeaveSeat()).ThenRefused(new SeatAssigned(A4));
        var back = Sits.Had(new RegisterParticipants([Chen with { Seat = null }, Dana with { Seat = A4 }])).Had(new RegisterParticipants([Dana with { Seat = null }, Chen with { Seat = A4 }]));
        Given(back).By(At(A4)).When(new LeaveSeat()).ThenRefused(new SeatAssigned(A4));
    }

    [Fact]
    public void A_seat_is_told_what_it_may_do()
    {
        Assert.Equal((true, false), (Seen(AHearing.InThePanel, A4).MayTake, Seen(AHearing.InThePanel, A4).MayLeave));
        Assert.Equal((false, true), (Seen(Sits, A4).MayTake, Seen(Sits, A4).MayLeave));
        Assert.Equal((false, false), (Seen(Sits.Asked(Chen), A4).MayTake, Seen(Sits.Asked(Chen), A4).MayLeave));
        Assert.Equal((false, false), (Seen(Sits, A1).MayTake, Seen(Sits, A1).MayLeave));
        Assert.False(Seen(Sits, Z9).MayTake);
        Assert.False(Seen(Sits.Had(new ArchiveHearing()), A4).MayLeave);
    }

    [Fact]
    public void Whoever_took_it_leaves_it_as_well_once_two_entries_are_one()
    {
        var merged = AHearing.InThePanel.Had(new RegisterParticipants([Stranger])).Had(new TakeSeat(Stranger.Id), by: At(A4)).Had(new MergeParticipants(Chen.Id, Stranger.Id));
        Given(merged).By(At(A4)).When(new LeaveSeat()).Then(new SeatLeft(A4, Chen.Id));
    }

    [Fact]
    public void Sitting_down_is_no_step_of_the_floor() =>
        Given(AHearing.InThePanel.Had(new ShowMessage("Hello"), Number(700)).Had(new TakeSeat(Chen.Id), by: At(A4))).When(new Undo(Count: 1)).Then(new StepsUndone([new(Number(700))]));
}
