using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

/// <summary>Somebody at the door notes who comes in.</summary>
public sealed class CheckingIn : Specification
{
    private static readonly AHearing Needed = AHearing.InThePanel.Had(new ChangeHearing(Details with { PresenceNeeded = true }));

    private static bool IsAbsent(AHearing hearing) => Assert.Single(ChairView.Of(hearing.State, hearing.Now).Pool).IsAbsent;

    [Fact]
    public void The_number_on_the_ticket_is_enough_however_it_is_typed()
    {
        Given(AHearing.SetUp).When(new CheckIn(Amina.Id)).Then(new ParticipantCheckedIn(Amina.Id));
        Given(AHearing.SetUp).When(new CheckIn(new(" P-1 "))).Then(new ParticipantCheckedIn(Amina.Id));
    }

    [Fact]
    public void Who_is_in_is_in_since_they_came()
    {
        var came = AHearing.SetUp.Had(new CheckIn(Amina.Id)).Later(60);
        Given(came).When(new CheckIn(Amina.Id)).ThenNothing();
        Assert.Equal(TenOClock, came.State.InTheRoom[Amina.Id]);
        Given(came).When(new CheckOut(Amina.Id)).Then(new ParticipantCheckedOut(Amina.Id));
        var back = came.Had(new CheckOut(Amina.Id)).Had(new CheckIn(Amina.Id));
        Assert.Equal(TenOClock.AddSeconds(60), back.State.InTheRoom[Amina.Id]);
    }

    [Fact]
    public void Who_is_not_in_leaves_by_no_door()
    {
        Given(AHearing.SetUp).When(new CheckOut(Amina.Id)).ThenNothing();
        Given(AHearing.SetUp).When(new CheckOut(Stranger.Id)).ThenNothing();
    }

    [Fact]
    public void Who_is_not_on_the_register_or_not_admitted_is_told_so()
    {
        Given(AHearing.SetUp).When(new CheckIn(Stranger.Id)).ThenRefused(new NoSuchParticipant(Stranger.Id));
        Given(AHearing.SetUp).When(new CheckIn(Eve.Id)).ThenRefused(new NotAdmitted("Eve"));
    }

    [Fact]
    public void Coming_in_is_no_step_of_the_floor() =>
        Given(AHearing.InThePanel.Had(new ShowMessage("Hello"), Number(700)).Had(new CheckIn(Amina.Id), by: Desk)).When(new Undo(Count: 1)).Then(new StepsUndone([new(Number(700))]));

    [Fact]
    public void Where_the_hearing_needs_it_only_those_in_the_room_ask_there()
    {
        Given(Needed).By(At(A1)).When(new RaiseRequest()).ThenRefused(new NotInTheRoom("Amina"));
        Given(Needed).By(Desk).When(new RaiseRequest(Amina.Id)).ThenRefused(new NotInTheRoom("Amina"));
        Given(Needed.Had(new CheckIn(Amina.Id))).By(At(A1)).When(new RaiseRequest()).Then(new RequestRaised(NewRequest, Amina.Id, Panel1, IntakeChannel.Seat, default, Topic: null, A1));
        Given(AHearing.InThePanel).By(At(A1)).When(new RaiseRequest()).Then(new RequestRaised(NewRequest, Amina.Id, Panel1, IntakeChannel.Seat, default, Topic: null, A1));
    }

    [Fact]
    public void What_the_office_was_told_beforehand_is_taken_and_joined_only_by_who_is_there()
    {
        var noted = Needed.Had(new RaiseRequest(Amina.Id, Channel: IntakeChannel.Office), RequestOf(Amina).Value, Desk);
        Given(noted).By(At(A2)).When(new RaiseRequest()).ThenRefused(new NotInTheRoom("Bashir"));
        Given(noted.Had(new CheckIn(Bashir.Id))).By(At(A2)).When(new RaiseRequest()).Then(new RequestJoined(RequestOf(Amina), Bashir.Id, IntakeChannel.Seat, Topic: null, A2));
    }

    [Fact]
    public void A_seat_is_told_to_check_in_and_may_ask_from_then_on()
    {
        SeatView Seen(AHearing hearing, Seating.SeatLabel seat) => SeatView.Of(hearing.State, seat, hearing.Now);
        Assert.Equal((false, true), (Seen(Needed, A1).MayAsk, Seen(Needed, A1).CheckInFirst));
        Assert.Equal((true, false), (Seen(Needed.Had(new CheckIn(Amina.Id)), A1).MayAsk, Seen(Needed.Had(new CheckIn(Amina.Id)), A1).CheckInFirst));
        Assert.Equal((true, false), (Seen(AHearing.InThePanel, A1).MayAsk, Seen(AHearing.InThePanel, A1).CheckInFirst));
        Assert.False(Seen(Needed, B1).CheckInFirst);
    }

    [Fact]
    public void The_chair_sees_who_is_not_there_once_somebody_is_noted_at_the_door()
    {
        var noted = AHearing.InThePanel.Had(new RaiseRequest(Amina.Id, Channel: IntakeChannel.Office), by: Desk);
        Assert.False(IsAbsent(noted));
        Assert.True(IsAbsent(noted.Had(new CheckIn(Chen.Id))));
        Assert.False(IsAbsent(noted.Had(new CheckIn(Amina.Id))));
        Assert.False(IsAbsent(noted.Had(new RaiseRequest(), by: At(A2)).Had(new CheckIn(Bashir.Id))));
        Assert.True(IsAbsent(Needed.Had(new RaiseRequest(Amina.Id, Channel: IntakeChannel.Office), by: Desk)));
    }

    [Fact]
    public void Who_is_not_there_is_called_if_the_chair_wishes_and_suggested_only_where_the_room_is_not_asked_for()
    {
        var office = new RaiseRequest(Chen.Id, Channel: IntakeChannel.Office);
        Assert.Equal([Chen.Id], Suggested(AHearing.InThePanel.Had(office).Had(new CheckIn(Amina.Id))));
        Assert.Empty(Suggested(Needed.Had(office)));
        Assert.Equal([Chen.Id], Suggested(Needed.Had(office).Had(new CheckIn(Chen.Id))));
        Assert.Equal(Chen.Id, Needed.Had(office).GaveTheFloorTo(Chen).State.Floor!.Speaker.Participant);

        static IEnumerable<ParticipantId> Suggested(AHearing hearing) => ChairView.Of(hearing.State, hearing.Now).Suggestions.Select(s => s.Request.Participant);
    }

    [Fact]
    public void Of_somebody_registered_twice_the_first_coming_counts()
    {
        var both = AHearing.SetUp.Had(new CheckIn(Dana.Id)).Later(60).Had(new CheckIn(Chen.Id));
        Assert.Equal((1, TenOClock), (both.Had(new MergeParticipants(Chen.Id, Dana.Id)).State.InTheRoom.Count, both.Had(new MergeParticipants(Chen.Id, Dana.Id)).State.InTheRoom[Chen.Id]));
        var one = AHearing.SetUp.Had(new CheckIn(Dana.Id)).Had(new MergeParticipants(Chen.Id, Dana.Id));
        Given(one).When(new CheckIn(Dana.Id)).ThenNothing();
        Assert.True(one.State.InTheRoom.ContainsKey(Chen.Id));
    }
}
