using FloorManager.Domain.Hearings;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Asking;

public sealed class SettlingRequests : Specification
{
    private static readonly RequestId Hers = RequestOf(Amina), Unknown = new(Number(1));

    private static readonly AHearing Asked = AHearing.InThePanel.Asked(Amina), Announced = Asked.OnDeck(Amina), SetAside = Asked.Deferred(Amina);

    public static TheoryData<string, RequestState> Ends => new()
    {
        { "withdraw", RequestState.Withdrawn }, { "decline", RequestState.Declined }, { "give the floor", RequestState.Recognised }, { "close", RequestState.Lapsed },
    };

    private static HearingCommand[] About(RequestId id) =>
        [new WithdrawRequest(id), new DeclineRequest(id), new DeferRequest(id), new PlaceOnDeck(id), new TakeOffDeck(id)];

    private static AHearing Ended(string by) => by switch
    {
        "withdraw" => Asked.Had(new WithdrawRequest(Hers)),
        "decline" => Asked.Had(new DeclineRequest(Hers)),
        "close" => Asked.In(Lunch),
        _ => Asked.GaveTheFloorTo(Amina),
    };

    [Fact]
    public void A_seat_withdraws_its_own() => Given(Asked).By(At(A1)).When(new WithdrawRequest(Hers)).Then(new RequestWithdrawn(Hers));

    [Fact]
    public void The_desk_withdraws_for_anybody() => Given(Asked).By(Desk).When(new WithdrawRequest(Hers)).Then(new RequestWithdrawn(Hers));

    [Fact]
    public void A_seat_withdraws_no_other_seats_even_of_its_delegation() =>
        Given(Asked).By(At(A2)).When(new WithdrawRequest(Hers)).ThenRefused(new NotYourRequest());

    [Fact]
    public void A_second_withdrawal_changes_nothing() => Given(Ended("withdraw")).By(At(A1)).When(new WithdrawRequest(Hers)).ThenNothing();

    [Fact]
    public void Withdrawing_comes_too_late_once_the_floor_is_given() =>
        Given(Ended("give the floor")).By(At(A1)).When(new WithdrawRequest(Hers)).ThenRefused(new RequestClosed("Amina", RequestState.Recognised));

    [Fact]
    public void A_request_is_set_aside() => Given(Announced).When(new DeferRequest(Hers)).Then(new RequestDeferred(Hers));

    [Fact]
    public void Setting_aside_twice_changes_nothing() => Given(SetAside).When(new DeferRequest(Hers)).ThenNothing();

    [Fact]
    public void A_request_is_declined() => Given(SetAside).When(new DeclineRequest(Hers)).Then(new RequestDeclined(Hers));

    [Fact]
    public void Declining_twice_changes_nothing() => Given(Ended("decline")).When(new DeclineRequest(Hers)).ThenNothing();

    [Fact]
    public void A_request_is_announced_as_following() => Given(Asked).When(new PlaceOnDeck(Hers)).Then(new RequestPlacedOnDeck(Hers));

    [Fact]
    public void Announcing_twice_changes_nothing() => Given(Announced).When(new PlaceOnDeck(Hers)).ThenNothing();

    [Fact]
    public void An_announcement_is_taken_back() => Given(Announced).When(new TakeOffDeck(Hers)).Then(new RequestTakenOffDeck(Hers));

    [Fact]
    public void Taking_back_what_was_not_announced_changes_nothing() => Given(Asked).When(new TakeOffDeck(Hers)).ThenNothing();

    [Fact]
    public void What_was_set_aside_is_put_back() => Given(SetAside).When(new TakeOffDeck(Hers)).Then(new RequestTakenOffDeck(Hers));

    [Fact]
    public void It_is_not_put_back_while_another_of_its_delegation_waits() =>
        Given(SetAside.Asked(Bashir)).When(new TakeOffDeck(Hers)).ThenRefused(new DelegationAlreadyWaiting("Migrant Forum", "Bashir"));

    [Fact]
    public void Nor_is_it_announced_then() =>
        Given(SetAside.Asked(Bashir)).When(new PlaceOnDeck(Hers)).ThenRefused(new DelegationAlreadyWaiting("Migrant Forum", "Bashir"));

    [Fact]
    public void The_announced_follow_in_the_order_announced()
    {
        var hearing = AHearing.InThePanel.Asked(Amina).Asked(Chen).Asked(Dana).OnDeck(Dana).OnDeck(Amina).OnDeck(Chen);
        Assert.Equal([RequestOf(Dana), RequestOf(Amina), RequestOf(Chen)], hearing.State.OnDeck);
        Assert.Equal([RequestOf(Dana), RequestOf(Chen)], hearing.Deferred(Amina).State.OnDeck);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public void A_request_that_has_ended_stays_ended(string by, RequestState end)
    {
        foreach (var command in About(Hers))
        {
            var again = (command, end) is (WithdrawRequest, RequestState.Withdrawn) or (DeclineRequest, RequestState.Declined);
            if (again) Given(Ended(by)).When(command).ThenNothing();
            else Given(Ended(by)).When(command).ThenRefused(new RequestClosed("Amina", end));
        }
    }

    [Fact]
    public void A_request_that_nobody_made_is_refused()
    {
        foreach (var command in About(Unknown)) Given(Asked).When(command).ThenRefused(new NoSuchRequest(Unknown));
    }

    [Fact]
    public void The_clock_of_whoever_speaks_is_untouched_by_what_becomes_of_the_others()
    {
        var speaking = AHearing.InThePanel.Asked(Amina).Asked(Chen).Asked(Dana).OnDeck(Dana).Speaking(Chen).Later(70);
        var after = speaking.Had(new WithdrawRequest(Hers)).Later(1).Had(new DeferRequest(RequestOf(Dana))).Had(new DeclineRequest(RequestOf(Dana)));
        Assert.Equal(speaking.State.Floor, after.State.Floor);
        Assert.Equal(Seconds(109), after.State.Floor!.Clock.Remaining(after.Now));
    }
}
