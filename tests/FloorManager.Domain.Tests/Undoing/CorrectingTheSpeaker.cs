using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Undoing;

/// <summary>Somebody else speaks, or spoke, than was noted: the record is put right, the clock left alone.</summary>
public sealed class CorrectingTheSpeaker : Specification
{
    private static readonly InterventionId Hers = FloorOf(Amina);

    private static readonly AHearing
        Waiting = AHearing.InThePanel.Asked(Amina).Asked(Dana),
        Speaking = Waiting.Speaking(Amina).Later(60),
        Spoke = Speaking.Had(new EndIntervention()),
        CalledTwice = Waiting.GaveTheFloorTo(Amina).Had(new EndIntervention()).Had(new Recognise(RequestOf(Amina)), Number(300));

    private static readonly Programme.FloorRules AtTheEnd = Programme.FloorRules.Default with { RightsOfReply = Programme.RightsOfReply.AtMeetingEnd };

    private static SpeakerCorrected To(Participants.Participant p, RequestId? request = null) => new(Hers, Speaker.Of(p), request);

    private static RequestState StateOf(AHearing hearing, Participants.Participant p) => hearing.State.Requests[RequestOf(p)].State;

    [Fact]
    public void Whoever_speaks_instead_is_named_and_the_request_called_by_mistake_waits_again() =>
        Given(Speaking).When(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).Then(To(Chen), new RequestTakenOffDeck(RequestOf(Amina)));

    [Fact]
    public void The_clock_stays_and_no_suggestion_was_followed()
    {
        var corrected = Speaking.Had(new CorrectIntervention(Hers, Seat: A3));
        Assert.Equal(Speaking.State.Floor! with { Speaker = Speaker.Of(Dana), Request = RequestOf(Dana), Suggested = null }, corrected.State.Floor);
        Assert.Equal((RequestState.Pending, RequestState.Recognised), (StateOf(corrected, Amina), StateOf(corrected, Dana)));
    }

    [Fact]
    public void Agreed_extra_time_and_topic_are_those_of_whoever_speaks()
    {
        Participants.Participant slow = Amina with { Accommodation = Minutes(1) }, slower = Dana with { Accommodation = Minutes(2) };
        var hearing = AHearing.InThePanel.Had(new RegisterParticipants([slow, slower])).Asked(slow).Had(new RaiseRequest(Dana.Id, TopicId: Rights), RequestOf(Dana).Value).Speaking(slow);
        Given(hearing).When(new CorrectIntervention(Hers, ParticipantId: Dana.Id))
            .Then(To(slower, RequestOf(Dana)) with { Accommodation = Minutes(2), Topic = Rights }, new RequestTakenOffDeck(RequestOf(Amina)));
        var corrected = hearing.Had(new CorrectIntervention(Hers, ParticipantId: Dana.Id));
        var floor = corrected.State.Floor!;
        Assert.Equal((Minutes(2), Rights), (floor.Accommodation, floor.Topic));
        var spoken = hearing.State.Floor!.Clock.Spoken(hearing.Now);
        Assert.Equal((Minutes(3), Minutes(5), spoken), (floor.Limit, floor.Clock.Allowed, floor.Clock.Spoken(hearing.Now)));
        floor = corrected.Had(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).State.Floor!;
        Assert.Equal((null, (Programme.TopicId?)null), (floor.Accommodation, floor.Topic));
        Assert.Equal((Minutes(3), spoken), (floor.Clock.Allowed, floor.Clock.Spoken(hearing.Now)));
    }

    [Fact]
    public void Agreed_extra_time_is_no_overrun_of_whoever_really_spoke_also_after_the_end()
    {
        var slow = AHearing.InThePanel.Had(new RegisterParticipants([Dana with { Accommodation = Minutes(2) }])).Asked(Amina).Speaking(Amina).Later(240);
        Assert.Equal(TimeSpan.Zero, slow.Had(new CorrectIntervention(Hers, ParticipantId: Dana.Id)).Had(new EndIntervention()).State.Ended.Single().Overrun);
        var ended = slow.Had(new EndIntervention());
        Assert.Equal(Minutes(1), ended.State.Ended.Single().Overrun);
        Assert.Equal(TimeSpan.Zero, ended.Had(new CorrectIntervention(Hers, ParticipantId: Dana.Id)).State.Ended.Single().Overrun);
    }

    [Fact]
    public void Remarks_have_no_agreed_extra_time()
    {
        var remarks = AHearing.InThePanel.Had(new RegisterParticipants([Dana with { Accommodation = Minutes(2) }]))
            .Had(new Recognise(ParticipantId: Amina.Id, Kind: FloorKind.Remarks), Hers.Value);
        Given(remarks).When(new CorrectIntervention(Hers, ParticipantId: Dana.Id)).Then(To(Dana));
    }

    [Fact]
    public void An_ended_intervention_is_corrected_too()
    {
        Given(Spoke).When(new CorrectIntervention(Hers, RequestOf(Dana))).Then(To(Dana, RequestOf(Dana)), new RequestTakenOffDeck(RequestOf(Amina)));
        Assert.Equal("Dana", HearingRecord.Of(Spoke.Had(new CorrectIntervention(Hers, RequestOf(Dana))).State).Segments.Single().Interventions.Single().Intervention.Speaker.Name);
    }

    [Fact]
    public void And_that_of_whoever_was_interrupted()
    {
        var corrected = Speaking.Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder)).Had(new CorrectIntervention(Hers, ParticipantId: Bashir.Id));
        Assert.Equal(("Bashir", "Chen"), (corrected.State.Interrupted!.Floor.Speaker.Name, corrected.State.Floor!.Speaker.Name));
    }

    [Fact]
    public void The_request_is_set_aside_while_another_of_its_delegation_waits() =>
        Given(Speaking.Asked(Bashir)).When(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).Then(To(Chen), new RequestDeferred(RequestOf(Amina)));

    [Fact]
    public void It_was_not_reached_when_its_panel_is_over()
    {
        var over = Spoke.In(Lunch);
        Given(over).When(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).Then(To(Chen), new RequestsLapsed([RequestOf(Amina)]));
        Assert.Equal(RequestState.Pending, StateOf(over.Had(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).In(Panel1), Amina));
    }

    [Fact]
    public void When_that_opens_again_only_one_of_the_delegation_waits()
    {
        var reopened = Spoke.Asked(Bashir).In(Lunch).Had(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).In(Panel1);
        Assert.Single(reopened.State.Requests.Values, r => r.IsWaiting && r.Participant != Dana.Id);
    }

    [Fact]
    public void A_request_that_was_called_again_since_stays_with_whom_it_was_given() =>
        Given(CalledTwice).When(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).Then(To(Chen));

    [Fact]
    public void A_request_that_was_withdrawn_since_stays_withdrawn() =>
        Given(Waiting.GaveTheFloorTo(Amina).Had(new EndIntervention()).Had(new WithdrawRequest(RequestOf(Amina))))
            .When(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).Then(To(Chen));

    [Fact]
    public void A_request_by_which_somebody_else_speaks_is_not_taken() =>
        Given(Spoke.Speaking(Dana)).When(new CorrectIntervention(Hers, RequestOf(Dana))).ThenRefused(new RequestClosed("Dana", RequestState.Recognised));

    [Fact]
    public void A_request_for_another_segment_or_for_something_else_is_not_taken()
    {
        var next = Spoke.Had(new RaiseRequest(Chen.Id, SegmentId: Panel2), RequestOf(Chen).Value);
        Given(next).When(new CorrectIntervention(Hers, RequestOf(Chen))).ThenRefused(new RequestForSomethingElse("Chen"));
        var reply = Spoke.Had(new RaiseRequest(Chen.Id, Kind: FloorKind.RightOfReply), RequestOf(Chen).Value);
        Given(reply).When(new CorrectIntervention(Hers, RequestOf(Chen))).ThenRefused(new RequestForSomethingElse("Chen"));
    }

    [Fact]
    public void A_right_of_reply_that_was_kept_belongs_to_wherever_it_is_taken()
    {
        var kept = AHearing.SetUp.Had(new SetProgramme([.. Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s with { Rules = AtTheEnd })] })])).In(Panel1)
            .Had(new RaiseRequest(Amina.Id, Kind: FloorKind.RightOfReply), RequestOf(Amina).Value).Had(new RaiseRequest(Dana.Id, Kind: FloorKind.RightOfReply), RequestOf(Dana).Value)
            .In(Lunch).Had(new Recognise(RequestOf(Amina), Start: true), Hers.Value);
        var corrected = kept.Had(new CorrectIntervention(Hers, RequestOf(Dana))).State.Floor!;
        Assert.Equal(("Dana", RequestOf(Dana)), (corrected.Speaker.Name, corrected.Request));
    }

    [Fact]
    public void Nobody_interrupts_themselves_by_a_correction()
    {
        var raised = Speaking.Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder), FloorOf(Chen).Value);
        Given(raised).When(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).ThenRefused(new FloorTaken("Chen", "Republic of Example"));
        Given(raised).When(new CorrectIntervention(FloorOf(Chen), ParticipantId: Amina.Id)).ThenRefused(new FloorTaken("Amina", "Migrant Forum"));
    }

    [Fact]
    public void Whoever_speaks_now_may_have_spoken_before() =>
        Given(Spoke.Had(new WithdrawRequest(RequestOf(Dana))).Speaking(Dana)).When(new CorrectIntervention(Hers, ParticipantId: Dana.Id))
            .Then(To(Dana), new RequestTakenOffDeck(RequestOf(Amina)));

    [Fact]
    public void What_somebody_wants_of_this_panel_is_not_used_up_by_what_they_said_in_the_last() =>
        Given(Spoke.Had(new RaiseRequest(Chen.Id, SegmentId: Panel2), RequestOf(Chen).Value).In(Panel2)).When(new CorrectIntervention(Hers, ParticipantId: Chen.Id))
            .Then(To(Chen), new RequestsLapsed([RequestOf(Amina)]));

    [Fact]
    public void Nor_is_a_right_of_reply_used_up_by_a_statement() =>
        Given(Speaking.Had(new RaiseRequest(Chen.Id, Kind: FloorKind.RightOfReply))).When(new CorrectIntervention(Hers, ParticipantId: Chen.Id))
            .Then(To(Chen), new RequestTakenOffDeck(RequestOf(Amina)));

    [Fact]
    public void Whoever_was_called_without_a_request_leaves_none_behind() =>
        Given(AHearing.InThePanel.Speaking(Amina)).When(new CorrectIntervention(Hers, ParticipantId: Chen.Id)).Then(To(Chen));

    [Fact]
    public void The_speaker_who_is_noted_already_changes_nothing() => Given(Speaking).When(new CorrectIntervention(Hers, ParticipantId: Amina.Id)).ThenNothing();

    [Fact]
    public void Exactly_one_is_named()
    {
        Given(Speaking).When(new CorrectIntervention(Hers)).ThenRefused(new NobodyNamed());
        Given(Speaking).When(new CorrectIntervention(Hers, ParticipantId: Chen.Id, Seat: A3)).ThenRefused(new NobodyNamed());
    }

    [Fact]
    public void An_intervention_that_never_was_is_not_corrected() =>
        Given(Speaking).When(new CorrectIntervention(FloorOf(Dana), ParticipantId: Chen.Id)).ThenRefused(new NoSuchIntervention(FloorOf(Dana)));

    [Fact]
    public void Only_those_who_may_speak_have_spoken()
    {
        Given(Speaking).When(new CorrectIntervention(Hers, Seat: B1)).ThenRefused(new NotAdmitted("Eve"));
        Given(Speaking).When(new CorrectIntervention(Hers, Seat: A4)).ThenRefused(new SeatNotAssigned(A4));
        Given(Speaking).When(new CorrectIntervention(Hers, ParticipantId: Stranger.Id)).ThenRefused(new NoSuchParticipant(Stranger.Id));
        Given(Speaking.Had(new DeclineRequest(RequestOf(Dana)))).When(new CorrectIntervention(Hers, RequestOf(Dana))).ThenRefused(new RequestClosed("Dana", RequestState.Declined));
    }
}
