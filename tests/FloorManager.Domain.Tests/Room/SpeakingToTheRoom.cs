using System.Globalization;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Room;

public sealed class SpeakingToTheRoom : Specification
{
    private static readonly AHearing Told = AHearing.SetUp.Had(new ShowMessage("We resume at 15:00"));

    [Fact]
    public void A_message_is_shown() => Given(AHearing.SetUp).When(new ShowMessage("  We resume at 15:00 ")).Then(new MessageShown("We resume at 15:00"));

    [Fact]
    public void A_message_takes_the_place_of_another() => Given(Told).When(new ShowMessage("Now")).Then(new MessageShown("Now"));

    [Fact]
    public void The_same_message_again_changes_nothing() => Given(Told).When(new ShowMessage("We resume at 15:00 ")).ThenNothing();

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void A_message_has_1_to_200_characters(int length) =>
        Given(AHearing.SetUp).When(new ShowMessage(new('x', length))).ThenRefused(new OutOfBounds("text", "1", "200"));

    [Fact]
    public void A_message_of_200_characters_is_shown() => Given(AHearing.SetUp).When(new ShowMessage(new('x', 200))).Then(new MessageShown(new('x', 200)));

    [Fact]
    public void Spaces_are_no_message() => Given(AHearing.SetUp).When(new ShowMessage(" \t ")).ThenRefused(new OutOfBounds("text", "1", "200"));

    [Fact]
    public void A_message_is_cleared() => Given(Told).When(new ClearMessage()).Then(new MessageCleared());

    [Fact]
    public void Clearing_nothing_changes_nothing() => Given(Told.Had(new ClearMessage())).When(new ClearMessage()).ThenNothing();

    [Fact]
    public void An_announcement_ends_when_somebody_is_given_the_floor()
    {
        var told = AHearing.InThePanel.Had(new AnnounceResumption(TenOClock.AddMinutes(10)));
        Assert.Null(told.GaveTheFloorTo(Amina).State.ResumesAt);
        Assert.Null(told.Later(600).GaveTheFloorTo(Amina).State.ResumesAt);
    }

    [Theory]
    [InlineData("2017-07-26T14:00Z", "15:00", "2017-07-26T19:00Z")]
    [InlineData("2017-07-27T03:59Z", "00:30", "2017-07-26T04:30Z")]
    [InlineData("2017-01-26T14:00Z", "15:00", "2017-01-26T20:00Z")]
    public void A_time_of_day_is_one_on_the_chambers_wall(string now, string time, string instant)
    {
        var hearing = AHearing.NotSetUp.Had(new SetUpHearing(Details with { TimeZone = "America/New_York" })).State;
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), hearing.Instant(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("2017-07-27T03:59:50Z", "00:00:10", "2017-07-27T04:00:10Z")]
    [InlineData("2017-07-27T04:00:10Z", "23:59:50", "2017-07-27T03:59:50Z")]
    [InlineData("2017-07-27T14:00:00Z", "10:00:05", "2017-07-27T14:00:05Z")]
    [InlineData("2017-11-05T05:20:00Z", "01:30:00", "2017-11-05T05:30:00Z")]
    [InlineData("2017-11-05T06:20:00Z", "01:30:00", "2017-11-05T06:30:00Z")]
    public void Of_all_that_it_may_mean_the_nearest_is_meant(string at, string time, string instant)
    {
        var hearing = AHearing.NotSetUp.Had(new SetUpHearing(Details with { TimeZone = "America/New_York" })).State;
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), hearing.Nearest(DateTimeOffset.Parse(at, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void The_podium_is_told_what_the_room_does_not_see()
    {
        var told = AHearing.InThePanel.GaveTheFloorTo(Amina).Had(new TellPodium(" Please conclude "));
        Given(AHearing.InThePanel).When(new TellPodium("Please conclude")).Then(new PodiumTold("Please conclude"));
        Given(told).When(new TellPodium("Please conclude")).ThenNothing();
        Given(told).When(new TellPodium(null)).Then(new PodiumTold(null));
        Given(AHearing.InThePanel).When(new TellPodium(null)).ThenNothing();
        foreach (var text in new[] { " ", new string('x', 201) }) Given(told).When(new TellPodium(text)).ThenRefused(new OutOfBounds("text", "1", "200"));
        Assert.Equal("Please conclude", told.State.PodiumMessage);
        Assert.Null(told.Had(new EndIntervention()).State.PodiumMessage);
        Assert.Equal("Please conclude", told.Had(new EndIntervention()).Had(new Undo()).State.PodiumMessage);
    }

    [Fact]
    public void The_screen_goes_dark_and_is_lit_again()
    {
        Given(AHearing.SetUp).When(new Blackout()).Then(new BlackoutSet(On: true));
        Given(AHearing.SetUp.Had(new Blackout())).When(new Blackout(On: false)).Then(new BlackoutSet(On: false));
    }

    [Fact]
    public void Dark_stays_dark_and_light_stays_light()
    {
        Given(AHearing.SetUp.Had(new Blackout())).When(new Blackout()).ThenNothing();
        Given(AHearing.SetUp).When(new Blackout(On: false)).ThenNothing();
    }

    [Fact]
    public void The_screens_blink_as_often_as_they_are_told()
    {
        Given(AHearing.SetUp).When(new Blink()).Then(new RoomBlinked());
        Assert.Equal(2, AHearing.SetUp.Had(new Blink()).Had(new Blink()).State.Blinks);
    }

    [Fact]
    public void The_room_is_told_when_the_meeting_goes_on() =>
        Given(AHearing.InThePanel).When(new AnnounceResumption(TenOClock.AddHours(1))).Then(new ResumptionAnnounced(TenOClock.AddHours(1)));

    [Theory]
    [InlineData(-0.001)]
    [InlineData(86_400.001)]
    public void It_goes_on_within_a_day(double seconds) =>
        Given(AHearing.InThePanel).When(new AnnounceResumption(TenOClock.AddSeconds(seconds)))
            .ThenRefused(new OutOfBounds("at", $"{TenOClock:O}", $"{TenOClock.AddDays(1):O}"));

    [Fact]
    public void The_same_time_again_changes_nothing_and_no_time_takes_it_back()
    {
        var announced = AHearing.InThePanel.Had(new AnnounceResumption(TenOClock.AddHours(1)));
        Given(announced).When(new AnnounceResumption(TenOClock.AddHours(1))).ThenNothing();
        Given(announced).When(new AnnounceResumption()).Then(new ResumptionAnnounced(At: null));
        Given(AHearing.InThePanel).When(new AnnounceResumption()).ThenNothing();
    }

    [Fact]
    public void A_segment_that_opens_takes_it_back() =>
        Assert.Null(AHearing.InThePanel.Had(new AnnounceResumption(TenOClock.AddHours(1))).In(Lunch).State.ResumesAt);
}
