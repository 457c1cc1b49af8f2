using FloorManager.Domain.Programme;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

public sealed class SettingUpAHearing : Specification
{
    [Fact]
    public void It_begins_with_what_is_settled_about_it() =>
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details)).Then(new HearingSetUp(Details));

    [Fact]
    public void It_is_set_up_once() =>
        Given(AHearing.SetUp).When(new SetUpHearing(Details with { Title = "Another" })).ThenRefused(new AlreadySetUp("A hearing"));

    [Fact]
    public void Before_that_nothing_happens_in_it() => Given(AHearing.NotSetUp).When(new Blackout()).ThenRefused(new NotSetUp());

    [Theory]
    [InlineData("")]
    [InlineData("GCM-2017")]
    [InlineData("gcm 2017")]
    [InlineData("gcm_2017")]
    [InlineData("gcm-é")]
    [InlineData("setup")]
    [InlineData("api")]
    [InlineData("a1234567890123456789012345678901234567890")]
    public void Its_short_name_fits_into_an_address(string name) =>
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details with { ShortName = name })).ThenRefused(new OutOfBounds("shortName", "1", "40"));

    [Theory]
    [InlineData("7")]
    [InlineData("gcm-2017")]
    [InlineData("a123456789012345678901234567890123456789")]
    public void Small_letters_digits_and_hyphens_do(string name) => Assert.True(HearingDetails.IsShortName(name));

    [Theory]
    [InlineData(0)]
    [InlineData(301)]
    public void Its_title_has_1_to_300_characters(int length) =>
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details with { Title = new('x', length) })).ThenRefused(new OutOfBounds("title", "1", "300"));

    [Fact]
    public void A_title_of_spaces_is_none() =>
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details with { Title = "   " })).ThenRefused(new OutOfBounds("title", "1", "300"));

    [Fact]
    public void A_title_of_300_characters_is_taken() =>
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details with { Title = new('x', 300) })).Then(new HearingSetUp(Details with { Title = new('x', 300) }));

    [Theory]
    [InlineData(4.999, 0)]
    [InlineData(3600.001, 30)]
    [InlineData(180, -0.001)]
    [InlineData(180, 180.001)]
    public void Rules_of_the_floor_out_of_bounds_are_refused(double limit, double warning) =>
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details with { Rules = new(Seconds(limit), Seconds(warning)) }))
            .ThenRefused(limit == 180 ? new OutOfBounds("warning", "0:00", "3:00") : new OutOfBounds("limit", "0:05", "60:00"));

    [Theory]
    [InlineData(10, 0)]
    [InlineData(10, 10)]
    [InlineData(3600, 30)]
    public void Rules_of_the_floor_at_their_bounds_are_taken(double limit, double warning) =>
        Given(AHearing.NotSetUp).When(new SetUpHearing(Details with { Rules = new(Seconds(limit), Seconds(warning)) }))
            .Then(new HearingSetUp(Details with { Rules = new(Seconds(limit), Seconds(warning)) }));

    [Fact]
    public void Interventions_have_three_minutes_unless_the_hearing_says_otherwise() =>
        Assert.Equal(new FloorRules(Minutes(3), Seconds(30)), Details.Rules);
}
