using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Asking;

/// <summary>Amina's wish was noted beforehand, without a topic; ten minutes into the panel Bashir, of the same delegation, asks from his seat.</summary>
public sealed class ComingThroughTwoDoors : Specification
{
    private static readonly RequestId Hers = RequestOf(Amina);
    private static readonly DateTimeOffset TenMinutesLater = TenOClock.AddMinutes(10);

    private static readonly AHearing Told = AHearing.InThePanel.Had(new RaiseRequest(Amina.Id, Channel: IntakeChannel.Office), Hers.Value).Later(600);
    private static readonly AHearing Both = Told.Had(new RaiseRequest(TopicId: Rights), Number(300), At(A2)).Later(5);

    private static FloorRequest Request(AHearing hearing) => hearing.State.Requests[Hers];

    private static Door Office => new(IntakeChannel.Office, TenOClock, Amina.Id, Amina.Delegation, A1, Topic: null);

    private static Door FromTheSeat => new(IntakeChannel.Seat, TenMinutesLater, Bashir.Id, Bashir.Delegation, A2, Rights);

    [Fact]
    public void A_delegation_that_waits_and_comes_through_another_door_has_one_request_with_both() =>
        Given(Told).By(At(A2)).When(new RaiseRequest(TopicId: Rights)).Then(new RequestJoined(Hers, Bashir.Id, IntakeChannel.Seat, Rights, A2));

    [Fact]
    public void Both_times_are_kept_and_the_place_is_that_of_the_first()
    {
        Assert.Single(Both.State.Requests);
        Assert.Equal([Office, FromTheSeat], Request(Both).Doors);
        Assert.Equal((Amina.Id, TenOClock, IntakeChannel.Office), (Request(Both).Participant, Request(Both).RaisedAt, Request(Both).Channel));
    }

    [Fact]
    public void What_the_first_left_open_the_second_fills_in_and_nothing_else()
    {
        Assert.Equal((Rights, A1), (Request(Both).Topic, Request(Both).Seat));
        var chen = AHearing.InThePanel.Had(new RaiseRequest(Chen.Id, Channel: IntakeChannel.Office, TopicId: Rights), RequestOf(Chen).Value);
        var joined = chen.Had(new RaiseRequest(Chen.Id, A4)).State.Requests[RequestOf(Chen)];
        Assert.Equal((Rights, A4), (joined.Topic, joined.Seat));
    }

    [Fact]
    public void The_same_person_may_come_through_two_doors_as_well() =>
        Given(Told).By(At(A1)).When(new RaiseRequest()).Then(new RequestJoined(Hers, Amina.Id, IntakeChannel.Seat, Topic: null, A1));

    [Fact]
    public void There_are_three_doors_and_each_is_come_through_once()
    {
        var all = Both.Had(new RaiseRequest(Amina.Id), by: Desk);
        Assert.Equal([IntakeChannel.Office, IntakeChannel.Seat, IntakeChannel.Desk], Request(all).Doors.Select(d => d.Channel));
        Given(all).By(At(A2)).When(new RaiseRequest()).ThenNothing();
        Given(all).By(At(A1)).When(new RaiseRequest()).ThenNothing();
        Given(all.Had(new RegisterParticipants([Dana with { Delegation = "Migrant Forum" }]))).By(At(A3)).When(new RaiseRequest())
            .ThenRefused(new DelegationAlreadyWaiting("Migrant Forum", "Bashir"));
    }

    [Fact]
    public void Another_kind_another_panel_and_one_that_was_set_aside_are_requests_of_their_own()
    {
        Given(Told).By(At(A2)).When(new RaiseRequest(Kind: FloorKind.RightOfReply))
            .Then(new RequestRaised(NewRequest, Bashir.Id, Panel1, IntakeChannel.Seat, FloorKind.RightOfReply, Topic: null, A2));
        Given(Told).By(At(A2)).When(new RaiseRequest(SegmentId: Panel2))
            .Then(new RequestRaised(NewRequest, Bashir.Id, Panel2, IntakeChannel.Seat, FloorKind.Intervention, Topic: null, A2));
        Given(Told.Deferred(Amina)).By(At(A2)).When(new RaiseRequest())
            .Then(new RequestRaised(NewRequest, Bashir.Id, Panel1, IntakeChannel.Seat, FloorKind.Intervention, Topic: null, A2));
    }

    [Fact]
    public void Whoever_is_announced_stays_so() => Assert.Equal(RequestState.OnDeck, Request(Told.OnDeck(Amina).Had(new RaiseRequest(), by: At(A2))).State);

    [Fact]
    public void A_seat_that_only_joined_takes_back_its_own_and_may_ask_again()
    {
        Given(Both).By(At(A2)).When(new WithdrawRequest(Hers)).Then(new RequestLeft(Hers, Bashir.Id));
        var left = Both.Had(new WithdrawRequest(Hers), by: At(A2));
        Assert.Equal(InWords.Of(Request(Told)), InWords.Of(Request(left)));
        Given(left).By(At(A2)).When(new WithdrawRequest(Hers)).ThenRefused(new NotYourRequest());
        Given(left).By(At(A2)).When(new RaiseRequest()).Then(new RequestJoined(Hers, Bashir.Id, IntakeChannel.Seat, Topic: null, A2));
    }

    [Fact]
    public void Whoever_asked_first_takes_back_their_own_and_the_other_waits_on_as_the_first()
    {
        Given(Both).By(At(A1)).When(new WithdrawRequest(Hers)).Then(new RequestLeft(Hers, Amina.Id));
        var left = Request(Both.OnDeck(Amina).Had(new WithdrawRequest(Hers), by: At(A1)));
        Assert.Equal([FromTheSeat], left.Doors);
        Assert.Equal(("MIGRANT FORUM", RequestState.OnDeck, A2), (left.Delegation, left.State, left.Seat));
    }

    [Fact]
    public void One_person_takes_back_both_their_doors_at_once() =>
        Given(Told.Had(new RaiseRequest(), by: At(A1))).By(At(A1)).When(new WithdrawRequest(Hers)).Then(new RequestWithdrawn(Hers));

    [Fact]
    public void The_desk_withdraws_it_for_all() => Given(Both).By(Desk).When(new WithdrawRequest(Hers)).Then(new RequestWithdrawn(Hers));

    [Fact]
    public void After_the_floor_was_given_nobody_leaves() =>
        Given(Both.GaveTheFloorTo(Amina)).By(At(A2)).When(new WithdrawRequest(Hers)).ThenRefused(new RequestClosed("Amina", RequestState.Recognised));

    [Fact]
    public void Whoever_is_left_is_set_aside_where_they_wait_otherwise()
    {
        var moved = Both.Deferred(Amina).Had(new RegisterParticipants([Bashir with { Delegation = "Another" }])).Had(new RaiseRequest(), by: At(A2)).Had(new TakeOffDeck(Hers));
        Assert.Equal(2, moved.State.Requests.Values.Count(r => r.IsWaiting));
        Assert.Equal(RequestState.Deferred, Request(moved.Had(new WithdrawRequest(Hers), by: At(A1))).State);
    }

    [Theory]
    [InlineData("request")]
    [InlineData("person")]
    [InlineData("seat")]
    public void Either_of_them_may_be_called_by_it(string by)
    {
        var (command, speaker) = by switch
        {
            "request" => (new Recognise(Hers), Amina),
            "person" => (new Recognise(ParticipantId: Bashir.Id), Bashir),
            _ => (new Recognise(Seat: A2), Bashir),
        };
        var floor = Both.Had(command).State.Floor!;
        Assert.Equal((speaker.Id, Hers, Rights), (floor.Speaker.Participant!.Value, floor.Request!.Value, floor.Topic!.Value));
    }

    [Fact]
    public void The_floor_that_the_other_took_is_put_right_and_the_request_does_not_wait_again() =>
        Given(Both.Speaking(Amina)).When(new CorrectIntervention(FloorOf(Amina), ParticipantId: Bashir.Id))
            .Then(new SpeakerCorrected(FloorOf(Amina), Speaker.Of(Bashir), Hers, Topic: Rights));

    [Fact]
    public void Both_doors_outlast_a_panel_that_is_left_and_opened_again()
    {
        var back = Both.In(Lunch).In(Panel1);
        Assert.Equal((RequestState.Pending, 2), (Request(back).State, Request(back).Doors.Count()));
        Assert.Equal([Office, FromTheSeat], Request(back).Doors);
        Assert.Equal([Office, FromTheSeat], HearingRecord.Of(Both.Spoke(Amina, 60).State).Segments.Single().Interventions.Single().Doors);
    }

    [Fact]
    public void A_join_by_the_desk_is_taken_back_and_nothing_else()
    {
        var joined = Told.Had(new RaiseRequest(Bashir.Id), Number(301), Desk).Later(1);
        var undone = joined.Had(new RaiseRequest(), by: At(A2)).Later(1).Had(new Undo(), by: Desk);
        Assert.Equal([Office, FromTheSeat with { At = TenMinutesLater.AddSeconds(1), Topic = null }], Request(undone).Doors);
    }

    [Fact]
    public void What_a_seat_joined_stays_when_what_it_joined_is_taken_back()
    {
        var undone = Both.Had(new Undo());
        Assert.Equal([FromTheSeat], Request(undone).Doors);
        Assert.Equal("MIGRANT FORUM", Request(undone).Delegation);
    }

    [Fact]
    public void What_a_seat_joined_or_left_meanwhile_stays_when_an_announcement_is_taken_back()
    {
        Assert.Equal([Office, FromTheSeat with { Topic = null }], Request(Told.OnDeck(Amina).Had(new RaiseRequest(), by: At(A2)).Had(new Undo())).Doors);
        var left = Request(Both.OnDeck(Amina).Had(new WithdrawRequest(Hers), by: At(A1)).Had(new Undo()));
        Assert.Equal((FromTheSeat, RequestState.Pending), (Assert.Single(left.Doors), left.State));
    }

    [Fact]
    public void A_request_that_nobody_is_left_of_is_withdrawn()
    {
        var seat = AHearing.InThePanel.Had(new RaiseRequest(), Hers.Value, At(A1)).Had(new RaiseRequest(Bashir.Id), by: Desk).Had(new WithdrawRequest(Hers), by: At(A1));
        Assert.Equal(RequestState.Pending, Request(seat).State);
        Assert.Equal(RequestState.Withdrawn, Request(seat.Had(new Undo(), by: Desk)).State);
    }

    [Fact]
    public void A_seat_that_joined_sees_the_request_as_its_own_with_its_own_time()
    {
        Assert.Equal(new SeatRequestView(Hers.Value, RequestState.Pending, TenMinutesLater.ToUnixTimeMilliseconds(), Rights), SeatView.Of(Both.State, A2, Both.Now).Request);
        Assert.Equal(TenOClock.ToUnixTimeMilliseconds(), SeatView.Of(Both.State, A1, Both.Now).Request!.RaisedAtUnixMs);
        Assert.Equal(RequestState.OnDeck, SeatView.Of(Both.OnDeck(Amina).State, A2, Both.OnDeck(Amina).Now).Request!.State);
        Assert.Equal(RequestState.Lapsed, SeatView.Of(Both.In(Panel2).State, A2, Both.In(Panel2).Now).Request!.State);
    }

    [Fact]
    public void A_seat_learns_nothing_of_a_wish_that_came_through_another_door() =>
        Assert.Equal(SeatView.Of(AHearing.InThePanel.State, A2, AHearing.InThePanel.Now), SeatView.Of(Told.State, A2, Told.Now));

    [Fact]
    public void Whoever_waits_already_is_not_offered_the_button_again() =>
        Assert.Equal((false, false), (SeatView.Of(Told.State, A1, Told.Now).MayAsk, SeatView.Of(Both.State, A2, Both.Now).MayAsk));

    [Fact]
    public void What_was_not_reached_is_handed_in_by_whoever_asked_at_either_door_in_their_own_name()
    {
        var over = Both.In(Panel2);
        Assert.Equal(Hers.Value, SeatView.Of(over.State, A2, over.Now).Written?.RequestId);
        Given(over).By(At(A2)).When(new HandInContribution(Hers, "Ours.")).Then(new ContributionHandedIn(Hers, Bashir.Id, IntakeChannel.Seat, "Ours."));
        Given(over).By(Desk).When(new HandInContribution(Hers, "Ours.")).Then(new ContributionHandedIn(Hers, Amina.Id, IntakeChannel.Desk, "Ours."));
    }

    [Fact]
    public void A_second_door_is_held_to_the_intake_of_the_panel_and_whoever_waits_is_not_refused()
    {
        var closed = Both.Had(new SetIntake(Panel1, ClosesAt: Both.Now), by: Desk);
        Given(closed).By(At(A2)).When(new RaiseRequest()).ThenNothing();
        Given(Told.Had(new SetIntake(Panel1, ClosesAt: Told.Now), by: Desk)).By(At(A2)).When(new RaiseRequest()).ThenRefused(new IntakeClosed("Segment panel-1", Told.State.WallTime(Told.Now, Told.Now)));
    }

    [Fact]
    public void The_room_counts_one() => Assert.Equal(1, FloorView.Of(Both.State, Both.Now).RequestsWaiting);
}
