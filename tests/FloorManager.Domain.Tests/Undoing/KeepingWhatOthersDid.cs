using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Undoing;

/// <summary>Between a step and its undoing seats ask and withdraw, time passes, and the moderator notes questions. None of it is undone.</summary>
public sealed class KeepingWhatOthersDid : Specification
{
    private static readonly InterventionId Hers = FloorOf(Amina);

    private static readonly AHearing Asked = AHearing.InThePanel.Asked(Amina), Speaking = Asked.Speaking(Amina);

    private static readonly DateTimeOffset Deadline = Speaking.Now.AddMinutes(3);

    private static readonly Actor TheModerator = new(Role.Moderator, "Moderator");

    private static AHearing Undone(AHearing hearing) => hearing.Had(new Undo());

    private static RequestState StateOf(AHearing hearing, Participants.Participant p) => hearing.State.Requests[RequestOf(p)].State;

    [Fact]
    public void A_seat_that_asked_waits() =>
        Assert.Equal(RequestState.Pending, StateOf(Undone(Asked.OnDeck(Amina).Had(new RaiseRequest(), RequestOf(Dana).Value, At(A3))), Dana));

    [Fact]
    public void A_seat_that_withdrew_has_withdrawn()
    {
        var withdrawn = Undone(Asked.OnDeck(Amina).Had(new WithdrawRequest(RequestOf(Amina)), by: At(A1)));
        Assert.Equal(RequestState.Withdrawn, StateOf(withdrawn, Amina));
        Assert.Empty(withdrawn.State.OnDeck);
        Assert.Equal(RequestState.Withdrawn, StateOf(Undone(AHearing.InThePanel.Asked(Amina).Had(new WithdrawRequest(RequestOf(Amina)), by: At(A1))), Amina));
    }

    [Fact]
    public void Whoever_asked_while_another_of_the_delegation_was_set_aside_keeps_their_place()
    {
        var undone = Undone(Asked.OnDeck(Amina).Deferred(Amina).Had(new RaiseRequest(), RequestOf(Bashir).Value, At(A2)));
        Assert.Equal((RequestState.Deferred, RequestState.Pending), (StateOf(undone, Amina), StateOf(undone, Bashir)));
        Assert.Empty(undone.State.OnDeck);
    }

    [Fact]
    public void Whoever_withdrew_after_not_speaking_is_not_called_again_by_that_request()
    {
        var undone = Undone(Asked.GaveTheFloorTo(Amina).Had(new EndIntervention()).Had(new WithdrawRequest(RequestOf(Amina)), by: At(A1)));
        Assert.Equal((Hers, RequestState.Withdrawn), (undone.State.Floor!.Id, StateOf(undone, Amina)));
        Given(undone).When(new EndIntervention()).Then(new InterventionEnded(Hers));
    }

    [Fact]
    public void Whoever_asked_in_a_panel_that_was_opened_by_mistake_was_not_reached_in_it()
    {
        var reopened = AHearing.InThePanel.In(Lunch).In(Panel1).Had(new RaiseRequest(), RequestOf(Amina).Value, At(A1));
        Assert.Equal(RequestState.Lapsed, StateOf(Undone(reopened), Amina));
    }

    [Fact]
    public void A_clock_that_was_paused_by_mistake_has_run_on()
    {
        var undone = Undone(Speaking.Later(60).Had(new PauseClock()).Later(30));
        Assert.Equal(Seconds(90), undone.State.Floor!.Clock.Remaining(undone.Now));
        Assert.Equal(Seconds(80), undone.State.Floor.Clock.Remaining(undone.Now.AddSeconds(10)));
    }

    [Fact]
    public void Whoever_was_ended_by_mistake_has_the_floor_again_and_their_clock_runs()
    {
        var undone = Undone(Speaking.Later(60).Had(new EndIntervention()).Later(5));
        Assert.Empty(undone.State.Ended);
        Assert.Equal((Hers, Seconds(115)), (undone.State.Floor!.Id, undone.State.Floor.Clock.Remaining(undone.Now)));
    }

    [Fact]
    public void Whoever_was_interrupted_by_mistake_has_lost_nothing()
    {
        var undone = Undone(Speaking.Later(60).Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder)).Later(5));
        Assert.Null(undone.State.Interrupted);
        Assert.Equal((Hers, Seconds(120)), (undone.State.Floor!.Id, undone.State.Floor.Clock.Remaining(undone.Now)));
    }

    [Fact]
    public void Time_that_expired_has_expired()
    {
        var corrected = Speaking.Later(60).Had(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).Later(120).Had(new ExpireTime(Hers, Deadline), by: TheSystem);
        Assert.True(Undone(corrected.Later(1)).State.Floor!.TimeExpired);
        var message = Speaking.Had(new ShowMessage("Hello")).Later(180).Had(new ExpireTime(Hers, Deadline), by: TheSystem);
        Assert.True(Undone(message).State.Floor!.TimeExpired);
    }

    [Fact]
    public void It_has_not_where_the_undoing_gives_time_back()
    {
        var shortened = Speaking.Later(60).Had(new AdjustClock(-60)).Later(60).Had(new ExpireTime(Hers, Deadline.AddSeconds(-60)), by: TheSystem);
        Assert.False(Undone(shortened.Later(1)).State.Floor!.TimeExpired);
        Given(Undone(shortened.Later(1)).Later(59)).When(new ExpireTime(Hers, Deadline)).Then(new TimeExpired(Hers));
    }

    [Fact]
    public void A_question_that_the_moderator_noted_or_settled_stays_so()
    {
        QuestionId first = new(Number(601)), second = new(Number(602)), third = new(Number(603));
        var noted = Speaking.Had(new NoteQuestion(Text: "1"), first.Value, TheModerator).Had(new NoteQuestion(Text: "2"), second.Value)
            .Had(new NoteQuestion(Text: "3"), third.Value, TheModerator).Had(new SettleQuestion(first), by: TheModerator);
        Assert.Equal([("1", true), ("3", false)], Undone(noted).State.Questions.Select(q => (q.Text, q.Answered)));
        var settled = noted.Had(new SettleQuestion(third)).Had(new SettleQuestion(second), by: TheModerator);
        Assert.Equal([("1", true), ("2", true), ("3", false)], Undone(settled).State.Questions.Select(q => (q.Text, q.Answered)));
    }

    [Fact]
    public void A_name_that_was_mended_stays_mended() => Assert.Equal(
        "Amina B.", Undone(Asked.OnDeck(Amina).Had(new RegisterParticipants([Amina with { FullName = "Amina B." }]), by: Desk)).State.Participants[Amina.Id].FullName);
}
