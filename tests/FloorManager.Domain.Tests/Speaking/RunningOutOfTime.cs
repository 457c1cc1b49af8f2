using FloorManager.Domain.Interventions;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Speaking;

/// <summary>The system notes that a deadline has passed. What it saw when it set out may have changed by the time it speaks.</summary>
public sealed class RunningOutOfTime : Specification
{
    private static readonly InterventionId Hers = FloorOf(Amina);

    private static readonly AHearing Speaking = AHearing.InThePanel.Speaking(Amina);

    private static readonly DateTimeOffset Deadline = Speaking.Now.AddMinutes(3);

    private static readonly AHearing Expired = Speaking.Later(180).Had(new ExpireTime(Hers, Deadline));

    [Fact]
    public void Time_expires_at_the_deadline() => Given(Speaking.Later(180)).By(TheSystem).When(new ExpireTime(Hers, Deadline)).Then(new TimeExpired(Hers));

    [Fact]
    public void A_moment_earlier_it_has_not() => Given(Speaking.Later(179.999)).When(new ExpireTime(Hers, Deadline)).ThenNothing();

    [Fact]
    public void It_expires_once() => Given(Expired.Later(1)).When(new ExpireTime(Hers, Deadline)).ThenNothing();

    [Fact]
    public void A_deadline_that_moved_is_none() => Given(Speaking.Had(new AdjustClock(30)).Later(180)).When(new ExpireTime(Hers, Deadline)).ThenNothing();

    [Fact]
    public void Its_new_place_is_one() =>
        Given(Speaking.Had(new AdjustClock(30)).Later(210)).When(new ExpireTime(Hers, Deadline.AddSeconds(30))).Then(new TimeExpired(Hers));

    [Fact]
    public void A_paused_clock_has_no_deadline() => Given(Speaking.Had(new PauseClock()).Later(180)).When(new ExpireTime(Hers, Deadline)).ThenNothing();

    [Fact]
    public void A_clock_that_was_not_started_has_none() =>
        Given(AHearing.InThePanel.GaveTheFloorTo(Amina).Later(180)).When(new ExpireTime(Hers, Deadline)).ThenNothing();

    [Fact]
    public void The_next_speakers_time_does_not_expire_by_the_last_ones_deadline() =>
        Given(Speaking.Later(60).Had(new EndIntervention()).Speaking(Chen).Later(180)).When(new ExpireTime(Hers, Deadline.AddMinutes(1))).ThenNothing();

    [Fact]
    public void Nobody_speaks_and_nothing_expires() => Given(AHearing.InThePanel).When(new ExpireTime(Hers, Deadline)).ThenNothing();

    [Fact]
    public void More_time_than_the_overrun_takes_it_back_and_it_may_expire_again()
    {
        var extended = Expired.Later(10).Had(new AdjustClock(30));
        Assert.False(extended.State.Floor!.TimeExpired);
        Given(extended.Later(20)).When(new ExpireTime(Hers, Deadline.AddSeconds(30))).Then(new TimeExpired(Hers));
    }

    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(-30)]
    public void Less_than_that_does_not(int seconds) => Assert.True(Expired.Later(10).Had(new AdjustClock(seconds)).State.Floor!.TimeExpired);

    [Fact]
    public void Whoever_resumes_after_the_deadline_has_overrun_at_once()
    {
        var resumed = Speaking.Later(190).Had(new PauseClock()).Later(60).Had(new ResumeClock());
        Given(resumed).When(new ExpireTime(Hers, resumed.Now.AddSeconds(-10))).Then(new TimeExpired(Hers));
    }
}
