using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Speaking;

public sealed class GivingTheFloor : Specification
{
    private static readonly AHearing ThreeAsked = AHearing.InThePanel.Asked(Amina).Asked(Chen).Asked(Dana);

    private static FloorGiven To(Participant p, RequestId? request = null, TopicId? topic = null, FloorKind kind = FloorKind.Intervention, int? suggested = null) =>
        new(NewFloor, Panel1, kind, Speaker.Of(p), request, topic, Strict: true, Minutes(3), Seconds(30), Suggested: suggested);

    [Theory]
    [InlineData("p-1", 1)]
    [InlineData("p-3", 2)]
    [InlineData("p-4", 3)]
    public void The_chair_recognises_in_any_order_and_it_is_noted_which_suggestion_that_was(string id, int place)
    {
        var called = Everybody.Single(p => p.Id == new ParticipantId(id));
        Given(ThreeAsked).When(new Recognise(RequestOf(called))).Then(To(called, RequestOf(called), suggested: place));
    }

    [Fact]
    public void Agreed_extra_time_belongs_to_the_time_allowed_and_stands_beside_the_limit()
    {
        Participant slow = Chen with { Accommodation = Minutes(2) };
        var hearing = AHearing.InThePanel.Had(new RegisterParticipants([slow]));
        Given(hearing).When(new Recognise(ParticipantId: Chen.Id)).Then(To(slow) with { Accommodation = Minutes(2) });
        Given(hearing).When(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.Remarks))
            .Then(To(slow, kind: FloorKind.Remarks) with { Strict = false, Limit = Minutes(5) });
        var spoke = hearing.Spoke(slow, 290).State.Ended.Single();
        Assert.Equal((Minutes(3), Minutes(5), TimeSpan.Zero), (spoke.Limit, spoke.Clock.Allowed, spoke.Overrun));
    }

    [Fact]
    public void Whom_others_are_announced_before_may_still_be_called_first() =>
        Given(ThreeAsked.OnDeck(Amina)).When(new Recognise(RequestOf(Dana))).Then(To(Dana, RequestOf(Dana), suggested: 3));

    [Fact]
    public void A_request_set_aside_may_be_called() =>
        Given(ThreeAsked.Deferred(Amina)).When(new Recognise(RequestOf(Amina))).Then(To(Amina, RequestOf(Amina)));

    [Fact]
    public void The_floor_goes_with_what_was_asked_and_about_what() =>
        Given(AHearing.InThePanel.Had(new RaiseRequest(Chen.Id, Kind: FloorKind.RightOfReply, TopicId: Rights), RequestOf(Chen).Value))
            .When(new Recognise(RequestOf(Chen))).Then(To(Chen, RequestOf(Chen), Rights, FloorKind.RightOfReply));

    [Fact]
    public void The_chair_may_give_it_for_something_else_and_the_request_waits_on()
    {
        var something = new Recognise(RequestOf(Amina), Kind: FloorKind.PointOfOrder, TopicId: Rights);
        Given(ThreeAsked).When(something).Then(To(Amina, topic: Rights, kind: FloorKind.PointOfOrder), new ClockStarted(NewFloor));
        Given(ThreeAsked.Had(something)).When(something).ThenNothing();
    }

    [Fact]
    public void Asked_for_twice_it_is_given_by_the_request_that_is_meant() =>
        Given(ThreeAsked.Had(new RaiseRequest(Amina.Id, Kind: FloorKind.PointOfOrder), Number(500))).When(new Recognise(RequestOf(Amina), Kind: FloorKind.PointOfOrder))
            .Then(To(Amina, new(Number(500)), kind: FloorKind.PointOfOrder), new ClockStarted(NewFloor));

    [Fact]
    public void Somebody_who_did_not_ask_may_be_called() => Given(ThreeAsked).When(new Recognise(ParticipantId: Bashir.Id)).Then(To(Bashir));

    [Fact]
    public void Somebody_may_be_called_by_their_seat() => Given(AHearing.InThePanel).When(new Recognise(Seat: A3)).Then(To(Dana));

    [Fact]
    public void Whoever_asked_is_called_by_their_request_even_when_named() =>
        Given(ThreeAsked).When(new Recognise(Seat: A3)).Then(To(Dana, RequestOf(Dana), suggested: 3));

    [Fact]
    public void They_are_called_by_the_request_that_waits_rather_than_by_one_set_aside() =>
        Given(ThreeAsked.Deferred(Amina).Had(new RaiseRequest(Amina.Id), Number(500))).When(new Recognise(ParticipantId: Amina.Id))
            .Then(To(Amina, new(Number(500)), suggested: 1));

    [Fact]
    public void A_request_for_another_panel_is_not_taken_for_this_one() =>
        Given(AHearing.InThePanel.Asked(Amina, Panel2)).When(new Recognise(ParticipantId: Amina.Id)).Then(To(Amina));

    [Fact]
    public void A_topic_of_another_panel_does_not_come_along() =>
        Given(AHearing.InThePanel.Had(new RaiseRequest(Amina.Id, TopicId: Remittances, SegmentId: Panel2), RequestOf(Amina).Value))
            .When(new Recognise(RequestOf(Amina))).Then(To(Amina, RequestOf(Amina)));

    [Fact]
    public void The_clock_may_start_at_once() =>
        Given(AHearing.InThePanel).When(new Recognise(ParticipantId: Chen.Id, Start: true)).Then(To(Chen), new ClockStarted(NewFloor));

    [Fact]
    public void A_segment_may_have_a_limit_of_its_own() =>
        Given(AHearing.SetUp.In(Panel2)).When(new Recognise(ParticipantId: Chen.Id))
            .Then(To(Chen) with { Segment = Panel2, Limit = Minutes(2), Warning = Seconds(20) });

    [Fact]
    public void The_record_keeps_the_speaker_as_registered_then()
    {
        var after = AHearing.InThePanel.GaveTheFloorTo(Amina).Had(new RegisterParticipants([Amina with { FullName = "Amina B.", Seat = A4 }]));
        Assert.Equal(Speaker.Of(Amina), after.State.Floor!.Speaker);
    }

    [Fact]
    public void Two_people_never_have_it() =>
        Given(ThreeAsked.GaveTheFloorTo(Amina)).When(new Recognise(RequestOf(Chen))).ThenRefused(new FloorTaken("Amina", "Migrant Forum"));

    [Fact]
    public void A_second_tap_changes_nothing() => Given(ThreeAsked.GaveTheFloorTo(Amina)).When(new Recognise(RequestOf(Amina))).ThenNothing();

    [Fact]
    public void A_second_tap_on_somebody_who_asked_for_a_reply_changes_nothing() =>
        Given(AHearing.InThePanel.Had(new RaiseRequest(Chen.Id, Kind: FloorKind.RightOfReply)).GaveTheFloorTo(Chen))
            .When(new Recognise(ParticipantId: Chen.Id)).ThenNothing();

    [Fact]
    public void Another_request_of_whoever_has_it_is_no_second_tap() =>
        Given(ThreeAsked.GaveTheFloorTo(Amina).Had(new RaiseRequest(Amina.Id), Number(500))).When(new Recognise(new RequestId(Number(500))))
            .ThenRefused(new FloorTaken("Amina", "Migrant Forum"));

    [Fact]
    public void Whoever_has_it_is_not_given_it_for_something_else_besides() =>
        Given(ThreeAsked.GaveTheFloorTo(Amina)).When(new Recognise(ParticipantId: Amina.Id, Kind: FloorKind.PointOfOrder))
            .ThenRefused(new FloorTaken("Amina", "Migrant Forum"));

    [Fact]
    public void Calling_somebody_needs_a_name() => Given(AHearing.InThePanel).When(new Recognise()).ThenRefused(new NobodyNamed());

    [Fact]
    public void Calling_two_at_once_names_nobody() =>
        Given(ThreeAsked).When(new Recognise(RequestOf(Amina), PodiumSpeakerId: Moderator)).ThenRefused(new NobodyNamed());

    [Fact]
    public void The_floor_is_given_in_an_open_segment() =>
        Given(AHearing.SetUp.Asked(Amina)).When(new Recognise(RequestOf(Amina))).ThenRefused(new NoOpenSegment());

    [Fact]
    public void Only_the_admitted_are_called() => Given(AHearing.InThePanel).When(new Recognise(Seat: B1)).ThenRefused(new NotAdmitted("Eve"));

    [Fact]
    public void A_request_that_has_ended_is_not_called() =>
        Given(ThreeAsked.Had(new WithdrawRequest(RequestOf(Amina)))).When(new Recognise(RequestOf(Amina)))
            .ThenRefused(new RequestClosed("Amina", RequestState.Withdrawn));

    [Fact]
    public void Nobody_is_called_twice_by_one_request() =>
        Given(ThreeAsked.Spoke(Amina, 60)).When(new Recognise(RequestOf(Amina))).ThenRefused(new RequestClosed("Amina", RequestState.Recognised));

    [Fact]
    public void A_request_that_nobody_made_is_refused() =>
        Given(ThreeAsked).When(new Recognise(new RequestId(Number(1)))).ThenRefused(new NoSuchRequest(new(Number(1))));

    [Fact]
    public void A_participant_who_is_not_registered_is_refused() =>
        Given(ThreeAsked).When(new Recognise(ParticipantId: Stranger.Id)).ThenRefused(new NoSuchParticipant(Stranger.Id));

    [Fact]
    public void A_seat_that_is_not_in_the_plan_is_refused() => Given(ThreeAsked).When(new Recognise(Seat: Z9)).ThenRefused(new NoSuchSeat(Z9));

    [Fact]
    public void A_seat_of_nobody_is_refused() => Given(ThreeAsked).When(new Recognise(Seat: A4)).ThenRefused(new SeatNotAssigned(A4));

    [Fact]
    public void A_topic_belongs_to_the_open_segment() =>
        Given(ThreeAsked).When(new Recognise(RequestOf(Amina), TopicId: Remittances)).ThenRefused(new NoSuchTopic(Remittances));

    [Fact]
    public void Interventions_have_the_segments_limit_and_no_other() =>
        Given(ThreeAsked).When(new Recognise(RequestOf(Amina), Seconds: 60)).ThenRefused(new OutOfBounds("seconds", "5", "3600"));
}
