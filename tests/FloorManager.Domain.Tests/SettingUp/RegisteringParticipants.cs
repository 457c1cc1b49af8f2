using System.Globalization;
using FloorManager.Domain.Participants;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

public sealed class RegisteringParticipants : Specification
{
    public static TheoryData<string, string> Faults => new()
    {
        { "id", "" }, { "id", new('x', 65) }, { "full_name", "" }, { "full_name", new('x', 201) },
        { "delegation", "" }, { "delegation", new('x', 201) }, { "category", "Press" }, { "regional_group", "Atlantis" }, { "seat", "Z-9" },
        { "pronunciation", new('x', 201) }, { "accommodation", "-1" }, { "accommodation", "601" },
    };

    private static Participant With(string field, string value) => field switch
    {
        "id" => Dana with { Id = new(value) },
        "full_name" => Dana with { FullName = value },
        "delegation" => Dana with { Delegation = value },
        "regional_group" => Dana with { RegionalGroup = value },
        "category" => Dana with { Category = value },
        "pronunciation" => Dana with { Pronunciation = value },
        "accommodation" => Dana with { Accommodation = Seconds(int.Parse(value, CultureInfo.InvariantCulture)) },
        _ => Dana with { Seat = new(value) },
    };

    [Fact]
    public void Participants_are_registered() =>
        Given(AHearing.SetUp).When(new RegisterParticipants([Stranger])).Then(new ParticipantsRegistered([Stranger]));

    [Fact]
    public void Only_those_who_changed_are_told() =>
        Given(AHearing.SetUp).When(new RegisterParticipants([Amina, Eve with { Admitted = true }, Chen]))
            .Then(new ParticipantsRegistered([Eve with { Admitted = true }]));

    [Fact]
    public void The_same_register_again_changes_nothing() => Given(AHearing.SetUp).When(new RegisterParticipants(Everybody)).ThenNothing();

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_field_at_fault_refuses_the_whole_register(string field, string value) =>
        Given(AHearing.SetUp).When(new RegisterParticipants([Stranger, With(field, value)])).ThenRefused(new ParticipantInvalid(With(field, value).Id, field));

    [Fact]
    public void Nobody_is_registered_twice_at_once() =>
        Given(AHearing.SetUp).When(new RegisterParticipants([Stranger, Stranger])).ThenRefused(new ParticipantInvalid(Stranger.Id, "id"));

    [Fact]
    public void Whoever_changes_seats_leaves_the_old_one_free()
    {
        var moved = AHearing.SetUp.Had(new RegisterParticipants([Amina with { Seat = A4 }])).State;
        Assert.Equal(Amina.Id, moved.SeatHolders[A4]);
        Assert.DoesNotContain(A1, moved.SeatHolders);
    }

    [Fact]
    public void Two_change_places_at_once()
    {
        var swapped = AHearing.SetUp.Had(new RegisterParticipants([Amina with { Seat = A3 }, Dana with { Seat = A1 }])).State;
        Assert.Equal((Amina.Id, Dana.Id), (swapped.SeatHolders[A3], swapped.SeatHolders[A1]));
    }

    [Fact]
    public void Whoever_leaves_a_seat_that_another_has_taken_takes_it_from_nobody()
    {
        var left = AHearing.SetUp.Had(new RegisterParticipants([Dana with { Seat = A1 }])).Had(new RegisterParticipants([Amina with { Seat = null }]));
        Assert.Equal(Dana.Id, left.State.SeatHolders[A1]);
    }

    [Fact]
    public void A_seat_plan_is_set() => Given(AHearing.SetUp).When(new SetSeatPlan([SeatPlan[0]])).Then(new SeatPlanSet([SeatPlan[0]]));

    [Fact]
    public void The_same_seats_in_another_order_change_nothing() => Given(AHearing.SetUp).When(new SetSeatPlan([.. SeatPlan.Reverse()])).ThenNothing();

    [Fact]
    public void A_seat_that_moved_is_a_change() =>
        Given(AHearing.SetUp).When(new SetSeatPlan([SeatPlan[0] with { X = 7 }, .. SeatPlan[1..]]))
            .Then(new SeatPlanSet([SeatPlan[0] with { X = 7 }, .. SeatPlan[1..]]));

    [Theory]
    [InlineData("")]
    [InlineData("12345678901234567")]
    public void A_label_has_1_to_16_characters(string label) =>
        Given(AHearing.SetUp).When(new SetSeatPlan([SeatPlan[0] with { Label = new(label) }])).ThenRefused(new SeatPlanInvalid(new(label)));

    [Fact]
    public void Two_seats_do_not_share_a_label() =>
        Given(AHearing.SetUp).When(new SetSeatPlan([SeatPlan[0], SeatPlan[0]])).ThenRefused(new SeatPlanInvalid(A1));
}
