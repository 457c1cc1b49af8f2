using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Asking;

/// <summary>One delegation wishes once, however often it says so: at the office, at the desk and from its seats.</summary>
public sealed class ComingThroughSeveralDoors : Specification
{
    private static readonly RaiseRequest ByTheOffice = new(Amina.Id, Channel: IntakeChannel.Office);

    /// <summary>Amina's mission told the office; a minute later Bashir taps at his seat.</summary>
    private static readonly AHearing Joined =
        AHearing.InThePanel.Had(ByTheOffice, RequestOf(Amina).Value, Desk).Later(60).Had(new RaiseRequest(TopicId: Rights), RequestOf(Bashir).Value, At(A2));

    private static FloorRequest Wish(AHearing hearing) => Assert.Single(hearing.State.Requests.Values);

    private static IEnumerable<(IntakeChannel, string)> DoorsOf(AHearing hearing) => Wish(hearing).Doors.Select(d => (d.Channel, d.Participant.Value));

    private static SeatView Seen(AHearing hearing, Seating.SeatLabel seat) => SeatView.Of(hearing.State, seat);

    [Fact]
    public void A_wish_that_comes_through_another_door_is_joined_with_the_one_that_waits() =>
        Given(AHearing.InThePanel.Had(ByTheOffice, RequestOf(Amina).Value, Desk)).By(At(A2)).When(new RaiseRequest(TopicId: Rights))
            .Then(new RequestJoined(RequestOf(Amina), Bashir.Id, IntakeChannel.Seat, Rights, A2));

    [Fact]
    public void Both_times_are_kept_and_its_place_is_the_first_ones()
    {
        var wish = Wish(Joined);
        Assert.Equal((RequestOf(Amina), IntakeChannel.Office, TenOClock, Rights), (wish.Id, wish.Channel, wish.RaisedAt, wish.Topic));
        Assert.Equal([new(IntakeChannel.Office, TenOClock, Amina.Id, A1), new Door(IntakeChannel.Seat, TenOClock.AddSeconds(60), Bashir.Id, A2)], wish.Doors);
    }

    [Fact]
    public void A_topic_that_was_named_first_stays() =>
        Assert.Equal(Rights, Wish(Joined.Had(new RaiseRequest(Bashir.Id, Channel: IntakeChannel.Desk), by: Desk)).Topic);

    [Fact]
    public void Three_doors_are_one_wish() =>
        Assert.Equal([(IntakeChannel.Office, "p-1"), (IntakeChannel.Seat, "p-2"), (IntakeChannel.Desk, "p-2")], DoorsOf(Joined.Had(new RaiseRequest(Bashir.Id), by: Desk)));

    [Fact]
    public void The_same_door_again_is_as_it_was()
    {
        Given(Joined).By(Desk).When(ByTheOffice).ThenNothing();
        Given(Joined).By(At(A2)).When(new RaiseRequest()).ThenNothing();
        Given(Joined).By(At(A1)).When(new RaiseRequest()).ThenRefused(new DelegationAlreadyWaiting("Migrant Forum", "Bashir"));
    }

    [Fact]
    public void What_is_set_aside_stands_in_nobodys_way() =>
        Given(AHearing.InThePanel.Had(ByTheOffice, RequestOf(Amina).Value, Desk).Deferred(Amina)).By(At(A2)).When(new RaiseRequest())
            .Then(new RequestRaised(NewRequest, Bashir.Id, Panel1, IntakeChannel.Seat, default, Topic: null, A2));

    [Fact]
    public void A_seat_learns_nothing_of_what_the_office_noted_and_sees_its_own_wish_with_its_own_time()
    {
        var noted = AHearing.InThePanel.Had(ByTheOffice, RequestOf(Amina).Value, Desk);
        Assert.Equal((true, (SeatRequestView?)null), (Seen(noted, A2).MayAsk, Seen(noted, A2).Request));
        Assert.Equal((false, RequestState.Pending), (Seen(noted, A1).MayAsk, Seen(noted, A1).Request!.State));
        Assert.Equal((false, TenOClock.AddSeconds(60).ToUnixTimeMilliseconds()), (Seen(Joined, A2).MayAsk, Seen(Joined, A2).Request!.RaisedAtUnixMs));
    }

    [Fact]
    public void Whoever_is_called_by_name_is_called_by_the_wish_they_share() =>
        Assert.Equal(RequestOf(Amina), Joined.GaveTheFloorTo(Bashir).State.Floor!.Request);

    [Fact]
    public void A_seat_takes_back_what_it_asked_and_the_offices_wish_goes_on()
    {
        Given(Joined).By(At(A2)).When(new WithdrawRequest(RequestOf(Amina))).Then(new RequestLeft(RequestOf(Amina), Bashir.Id));
        var left = Joined.Had(new WithdrawRequest(RequestOf(Amina)), by: At(A2));
        Assert.Equal([(IntakeChannel.Office, "p-1")], DoorsOf(left));
        Assert.True(Seen(left, A2).MayAsk);
    }

    [Fact]
    public void When_the_first_goes_the_wish_is_the_others_from_their_time()
    {
        var left = Joined.Had(new WithdrawRequest(RequestOf(Amina)), by: At(A1));
        Assert.Equal((Bashir.Id, IntakeChannel.Seat, TenOClock.AddSeconds(60), RequestState.Pending), (Wish(left).Participant, Wish(left).Channel, Wish(left).RaisedAt, Wish(left).State));
    }

    [Fact]
    public void Somebody_who_asked_by_both_doors_takes_both_back() =>
        Given(AHearing.InThePanel.Had(ByTheOffice, RequestOf(Amina).Value, Desk).Had(new RaiseRequest(), by: At(A1))).By(At(A1)).When(new WithdrawRequest(RequestOf(Amina)))
            .Then(new RequestWithdrawn(RequestOf(Amina)));

    [Fact]
    public void The_desk_withdraws_the_whole_wish() =>
        Given(Joined).By(Desk).When(new WithdrawRequest(RequestOf(Amina))).Then(new RequestWithdrawn(RequestOf(Amina)));

    [Fact]
    public void A_seat_that_never_asked_takes_nothing_back() =>
        Given(Joined).By(At(A3)).When(new WithdrawRequest(RequestOf(Amina))).ThenRefused(new NotYourRequest());

    [Fact]
    public void Taking_back_what_the_desk_noted_leaves_what_the_seat_asked()
    {
        var undone = Joined.Had(new Undo(), by: Desk);
        Assert.Equal([(IntakeChannel.Seat, "p-2")], DoorsOf(undone));
        Assert.Equal(TenOClock.AddSeconds(60), Wish(undone).RaisedAt);
    }

    [Fact]
    public void Taking_back_a_joining_leaves_the_first_wish_as_it_was()
    {
        var undone = AHearing.InThePanel.Tapped(A2).Had(ByTheOffice with { TopicId = Rights }, by: Desk).Had(new Undo(), by: Desk);
        Assert.Equal([(IntakeChannel.Seat, "p-2")], DoorsOf(undone));
        Assert.Null(Wish(undone).Topic);
    }

    [Fact]
    public void What_a_seat_joined_meanwhile_survives_the_taking_back_of_an_announcement()
    {
        var announced = AHearing.InThePanel.Had(ByTheOffice, RequestOf(Amina).Value, Desk).OnDeck(Amina).Later(60);
        var undone = announced.Had(new RaiseRequest(TopicId: Rights), by: At(A2)).Had(new Undo(), by: Chair);
        Assert.Equal([(IntakeChannel.Office, "p-1"), (IntakeChannel.Seat, "p-2")], DoorsOf(undone));
        Assert.Equal((RequestState.Pending, Rights), (Wish(undone).State, Wish(undone).Topic));
    }

    [Fact]
    public void What_a_seat_left_meanwhile_does_not_come_back_by_a_taking_back()
    {
        var undone = Joined.OnDeck(Amina).Had(new WithdrawRequest(RequestOf(Amina)), by: At(A2)).Had(new Undo(), by: Chair);
        Assert.Equal([(IntakeChannel.Office, "p-1")], DoorsOf(undone));
    }

    [Fact]
    public void What_was_not_reached_is_told_at_each_of_the_seats()
    {
        var over = Joined.In(Lunch);
        Assert.All(new[] { A1, A2 }, seat => Assert.Equal(RequestState.Lapsed, Seen(over, seat).Request!.State));
    }
}
