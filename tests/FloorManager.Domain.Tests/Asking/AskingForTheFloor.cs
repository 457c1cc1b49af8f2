using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Asking;

public sealed class AskingForTheFloor : Specification
{
    private static RequestRaised Raised(
        Participant p, IntakeChannel channel, SegmentId? panel = null, FloorKind kind = FloorKind.Intervention, TopicId? topic = null) =>
        new(NewRequest, p.Id, panel ?? Panel1, channel, kind, topic, p.Seat);

    [Fact]
    public void A_seat_asks_for_whoever_sits_there() =>
        Given(AHearing.InThePanel).By(At(A1)).When(new RaiseRequest()).Then(Raised(Amina, IntakeChannel.Seat));

    [Fact]
    public void A_seat_cannot_pretend_another_channel() =>
        Given(AHearing.InThePanel).By(At(A1)).When(new RaiseRequest(Channel: IntakeChannel.Office)).Then(Raised(Amina, IntakeChannel.Seat));

    [Fact]
    public void A_seat_may_name_itself_and_its_holder() =>
        Given(AHearing.InThePanel).By(At(A1)).When(new RaiseRequest(Amina.Id, A1)).Then(Raised(Amina, IntakeChannel.Seat));

    [Fact]
    public void The_desk_asks_for_somebody_by_seat() =>
        Given(AHearing.InThePanel).By(Desk).When(new RaiseRequest(Seat: A3)).Then(Raised(Dana, IntakeChannel.Desk));

    [Fact]
    public void The_desk_notes_what_the_office_was_told_beforehand() =>
        Given(AHearing.SetUp).By(Desk).When(new RaiseRequest(Chen.Id, Channel: IntakeChannel.Office)).Then(Raised(Chen, IntakeChannel.Office));

    [Fact]
    public void A_request_may_name_a_topic_and_what_it_is_for() =>
        Given(AHearing.InThePanel).When(new RaiseRequest(Chen.Id, Kind: FloorKind.RightOfReply, TopicId: Rights))
            .Then(Raised(Chen, IntakeChannel.Desk, kind: FloorKind.RightOfReply, topic: Rights));

    [Fact]
    public void Before_a_panel_opens_a_request_is_for_the_next_one() =>
        Given(AHearing.InThePanel.In(Lunch)).When(new RaiseRequest(Chen.Id)).Then(Raised(Chen, IntakeChannel.Desk, Panel2));

    [Fact]
    public void A_request_may_be_for_a_later_panel() =>
        Given(AHearing.InThePanel.Asked(Chen)).When(new RaiseRequest(Chen.Id, SegmentId: Panel2)).Then(Raised(Chen, IntakeChannel.Desk, Panel2));

    [Fact]
    public void A_second_tap_changes_nothing() => Given(AHearing.InThePanel.Had(new RaiseRequest(), by: At(A1))).By(At(A1)).When(new RaiseRequest()).ThenNothing();

    [Fact]
    public void A_second_tap_changes_nothing_even_when_the_name_of_the_delegation_was_mended_meanwhile() =>
        Given(AHearing.InThePanel.Had(new RaiseRequest(), by: At(A1)).Had(new RegisterParticipants([Amina with { Delegation = "The Migrant Forum" }])))
            .By(At(A1)).When(new RaiseRequest()).ThenNothing();

    [Fact]
    public void A_repeated_command_changes_nothing_whatever_happened_since() =>
        Given(AHearing.InThePanel.Asked(Amina).Had(new WithdrawRequest(RequestOf(Amina)))).When(new RaiseRequest(Amina.Id), RequestOf(Amina).Value).ThenNothing();

    [Fact]
    public void One_request_waits_a_delegation_and_panel_however_its_name_is_written() =>
        Given(AHearing.InThePanel.Asked(Amina)).By(Desk).When(new RaiseRequest(Seat: A2)).ThenRefused(new DelegationAlreadyWaiting("MIGRANT FORUM", "Amina"));

    [Fact]
    public void Whoever_is_announced_waits_too() =>
        Given(AHearing.InThePanel.Asked(Amina).OnDeck(Amina)).By(Desk).When(new RaiseRequest(Seat: A2))
            .ThenRefused(new DelegationAlreadyWaiting("MIGRANT FORUM", "Amina"));

    [Fact]
    public void A_delegation_whose_request_is_set_aside_may_ask_again() =>
        Given(AHearing.InThePanel.Asked(Amina).Deferred(Amina)).By(At(A2)).When(new RaiseRequest()).Then(Raised(Bashir, IntakeChannel.Seat));

    [Fact]
    public void Whoever_has_spoken_may_ask_again() =>
        Given(AHearing.InThePanel.Spoke(Amina, 60)).By(At(A1)).When(new RaiseRequest()).Then(Raised(Amina, IntakeChannel.Seat));

    [Fact]
    public void Only_admitted_participants_ask() => Given(AHearing.InThePanel).By(At(B1)).When(new RaiseRequest()).ThenRefused(new NotAdmitted("Eve"));

    [Theory]
    [InlineData(FloorKind.Remarks)]
    [InlineData(FloorKind.Reply)]
    public void The_podium_speaks_without_a_request(FloorKind kind) =>
        Given(AHearing.InThePanel).When(new RaiseRequest(Amina.Id, Kind: kind)).ThenRefused(new NotRequestable($"{kind}"));

    [Fact]
    public void Remarks_are_not_asked_for() =>
        Given(AHearing.InThePanel).When(new RaiseRequest(Amina.Id, Kind: FloorKind.Remarks)).ThenRefused(new NotRequestable("Remarks"));

    [Fact]
    public void Somebody_must_be_named() => Given(AHearing.InThePanel).By(Desk).When(new RaiseRequest()).ThenRefused(new NobodyNamed());

    [Fact]
    public void A_seat_that_is_not_in_the_plan_is_refused() =>
        Given(AHearing.InThePanel).When(new RaiseRequest(Seat: Z9)).ThenRefused(new NoSuchSeat(Z9));

    [Fact]
    public void A_seat_of_nobody_is_refused() => Given(AHearing.InThePanel).By(At(A4)).When(new RaiseRequest()).ThenRefused(new SeatNotAssigned(A4));

    [Fact]
    public void A_participant_who_is_not_registered_is_refused() =>
        Given(AHearing.InThePanel).When(new RaiseRequest(Stranger.Id)).ThenRefused(new NoSuchParticipant(Stranger.Id));

    [Fact]
    public void A_seat_asks_for_no_other_seat() =>
        Given(AHearing.InThePanel).By(At(A1)).When(new RaiseRequest(Seat: A3)).ThenRefused(new NotYourSeat(A3));

    [Theory]
    [InlineData("p-4")]
    [InlineData("p-5")]
    [InlineData("p-9")]
    public void A_seat_asks_for_nobody_who_sits_elsewhere_and_learns_nothing_about_them(string other) =>
        Given(AHearing.InThePanel).By(At(A1)).When(new RaiseRequest(new ParticipantId(other))).ThenRefused(new NotYourSeat(A1));

    [Fact]
    public void Only_a_panel_takes_requests() =>
        Given(AHearing.SetUp).When(new RaiseRequest(Amina.Id, SegmentId: Lunch)).ThenRefused(new NotAPanel("Segment lunch"));

    [Fact]
    public void A_panel_that_is_not_in_the_programme_is_refused() =>
        Given(AHearing.SetUp).When(new RaiseRequest(Amina.Id, SegmentId: new("panel-9"))).ThenRefused(new NoSuchSegment(new("panel-9")));

    [Fact]
    public void A_panel_that_is_over_takes_no_more() =>
        Given(AHearing.InThePanel.In(Lunch)).When(new RaiseRequest(Amina.Id, SegmentId: Panel1)).ThenRefused(new SegmentClosed("Segment panel-1"));

    [Fact]
    public void After_the_last_panel_nobody_asks() =>
        Given(AHearing.SetUp.In(Panel2).In(Closing)).When(new RaiseRequest(Amina.Id)).ThenRefused(new NoPanelLeft());

    [Fact]
    public void A_topic_belongs_to_the_panel() =>
        Given(AHearing.InThePanel).When(new RaiseRequest(Amina.Id, TopicId: Remittances)).ThenRefused(new NoSuchTopic(Remittances));
}
