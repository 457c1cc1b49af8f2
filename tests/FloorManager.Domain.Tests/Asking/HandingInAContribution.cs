using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Asking;

/// <summary>Whoever was not reached hands in, in writing, what there was no time for.</summary>
public sealed class HandingInAContribution : Specification
{
    private static readonly AHearing Waiting = AHearing.InThePanel.Asked(Amina).Asked(Dana), Over = Waiting.In(Lunch).Later(60);

    private static readonly AHearing HandedIn = Over.Had(new HandInContribution(RequestOf(Amina), "What I would have said."), by: At(A1));

    private static SeatWrittenView? Offer(AHearing hearing) => SeatView.Of(hearing.State, A1, hearing.Now).Written;

    private static SegmentRecord Record(AHearing hearing) => HearingRecord.Of(hearing.State).Segments.First();

    [Fact]
    public void A_seat_hands_in_for_its_own_request() =>
        Given(Over).By(At(A1)).When(new HandInContribution(RequestOf(Amina), " First.\r\n\r\nSecond. \n"))
            .Then(new ContributionHandedIn(RequestOf(Amina), Amina.Id, IntakeChannel.Seat, "First.\n\nSecond."));

    [Fact]
    public void The_secretariat_hands_in_for_anyone() =>
        Given(Over).By(Desk).When(new HandInContribution(RequestOf(Dana), "By e-mail.")).Then(new ContributionHandedIn(RequestOf(Dana), Dana.Id, IntakeChannel.Desk, "By e-mail."));

    [Fact]
    public void A_seat_does_not_hand_in_for_another() =>
        Given(Over).By(At(A3)).When(new HandInContribution(RequestOf(Amina), "Not mine.")).ThenRefused(new NotYourRequest());

    [Fact]
    public void A_request_that_waits_is_not_written_and_neither_is_one_that_has_come_to_another_end()
    {
        var text = new HandInContribution(RequestOf(Amina), "Too soon.");
        Given(Waiting).By(At(A1)).When(text).ThenRefused(new RequestNotLapsed("Amina", RequestState.Pending));
        Given(Waiting.Had(new DeclineRequest(RequestOf(Amina))).In(Lunch)).By(At(A1)).When(text).ThenRefused(new RequestNotLapsed("Amina", RequestState.Declined));
        Given(Waiting.Spoke(Amina, 60).In(Lunch)).By(At(A1)).When(text).ThenRefused(new RequestNotLapsed("Amina", RequestState.Recognised));
        Given(Over).By(At(A1)).When(new HandInContribution(NewRequest, "Whose?")).ThenRefused(new NoSuchRequest(NewRequest));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_001)]
    public void It_says_something_and_no_more_than_can_be_kept(int length) =>
        Given(Over).By(At(A1)).When(new HandInContribution(RequestOf(Amina), $" {new string('x', length)} ")).ThenRefused(new OutOfBounds("text", "1", "10000"));

    [Fact]
    public void Ten_thousand_characters_are_taken() =>
        Given(Over).By(At(A1)).When(new HandInContribution(RequestOf(Amina), new string('x', 10_000)))
            .Then(new ContributionHandedIn(RequestOf(Amina), Amina.Id, IntakeChannel.Seat, new string('x', 10_000)));

    [Fact]
    public void Handing_in_again_replaces_it()
    {
        Given(HandedIn).By(At(A1)).When(new HandInContribution(RequestOf(Amina), "What I would have said.")).ThenNothing();
        var again = HandedIn.Later(60).Had(new HandInContribution(RequestOf(Amina), "Better."), by: At(A1));
        var kept = Assert.Single(again.State.Contributions.Values);
        Assert.Equal(("Better.", again.Now), (kept.Text, kept.HandedInAt));
    }

    [Fact]
    public void An_archived_hearing_takes_none() =>
        Given(HandedIn.Had(new ArchiveHearing())).By(At(A1)).When(new HandInContribution(RequestOf(Amina), "Late.")).ThenRefused(new HearingIsArchived("A hearing"));

    [Fact]
    public void What_was_handed_in_stays_on_record_when_the_panel_is_opened_again()
    {
        var reopened = HandedIn.In(Panel1);
        Assert.Equal(RequestState.Pending, reopened.State.Requests[RequestOf(Amina)].State);
        Assert.Equal("What I would have said.", Assert.Single(Record(reopened).Contributions).Text);
        Assert.Equal("What I would have said.", Assert.Single(Record(reopened.Spoke(Amina, 60).In(Lunch)).Contributions).Text);
    }

    [Fact]
    public void It_stays_on_record_even_where_the_asking_itself_is_taken_back()
    {
        var undone = HandedIn.Had(new Undo()).Had(new Undo()).Had(new Undo());
        Assert.Empty(undone.State.Requests);
        Assert.Equal(("Migrant Forum", Amina.Id), (Assert.Single(Record(undone).Contributions).Delegation, Record(undone).Contributions[0].Participant));
        Given(undone.In(Lunch)).When(new SetProgramme([.. Meetings.Select(m => m with { Segments = [.. m.Segments.Where(s => s.Id != Panel1)] })]))
            .ThenRefused(new ProgrammeInvalid("panel-1"));
    }

    [Fact]
    public void Nobody_takes_it_back_by_taking_a_step_back()
    {
        var byTheDesk = Over.Had(new HandInContribution(RequestOf(Dana), "By e-mail."), by: Desk);
        Assert.Equal(Over.State.Steps, byTheDesk.State.Steps);
        Assert.Equal(Over.State.LastAct, byTheDesk.State.LastAct);
    }

    [Fact]
    public void A_seat_is_offered_it_as_long_as_its_holder_is_not_called()
    {
        Assert.Null(Offer(Waiting));
        var offer = new SeatWrittenView(RequestOf(Amina).Value, "Segment panel-1", HandedInAt: null, Characters: 0);
        Assert.Equal(offer, Offer(Over));
        Assert.Equal(offer, Offer(Over.In(Panel2)));
        Assert.Equal(offer, Offer(Over.In(Panel2).Had(new RaiseRequest(Amina.Id))));
        Assert.Equal(offer, Offer(Over.In(Panel2).In(Closing)));
        Assert.Null(Offer(Over.In(Panel2).Had(new RaiseRequest(Amina.Id)).Spoke(Amina, 60)));
        Assert.Null(Offer(Over.Had(new ArchiveHearing())));
    }

    [Fact]
    public void Of_two_that_were_not_reached_the_later_is_offered()
    {
        var twice = Over.In(Panel2).Had(new RaiseRequest(Amina.Id), Number(500)).In(Closing);
        Assert.Equal((Number(500), "Segment panel-2"), (Offer(twice)?.RequestId, Offer(twice)?.Panel));
    }

    [Fact]
    public void A_seat_sees_that_its_own_was_received_and_nothing_of_another()
    {
        Assert.Equal(new SeatWrittenView(RequestOf(Amina).Value, "Segment panel-1", "14:01", 23), Offer(HandedIn));
        Assert.Equal("2017-07-26 14:01", Offer(HandedIn.Later(86_400))?.HandedInAt);
        Assert.Equal(SeatView.Of(Over.State, A3, Over.Now), SeatView.Of(HandedIn.State, A3, HandedIn.Now));
    }
}
