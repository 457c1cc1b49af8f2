using FloorManager.Domain.Interventions;
using Xunit;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Speaking;

/// <summary>The arithmetic of the speaking clock, in milliseconds. It started at ten o'clock with three minutes, of which the last half is the warning's.</summary>
public sealed class TellingTheTime
{
    private static readonly FloorClock Running = new FloorClock.NotStarted(Minutes(3)).Start(TenOClock);

    private static DateTimeOffset After(long ms) => TenOClock.AddMilliseconds(ms);

    private static TimeSpan Ms(long ms) => TimeSpan.FromMilliseconds(ms);

    [Theory]
    [InlineData(0, 180_000, ClockPhase.Speaking)]
    [InlineData(149_999, 30_001, ClockPhase.Speaking)]
    [InlineData(150_000, 30_000, ClockPhase.Warning)]
    [InlineData(179_999, 1, ClockPhase.Warning)]
    [InlineData(180_000, 0, ClockPhase.Expired)]
    [InlineData(180_001, -1, ClockPhase.Expired)]
    [InlineData(780_000, -600_000, ClockPhase.Expired)]
    public void A_running_clock_shows_what_remains_and_where_it_stands(long after, long left, ClockPhase phase)
    {
        Assert.Equal(Ms(left), Running.Remaining(After(after)));
        Assert.Equal(Ms(after), Running.Spoken(After(after)));
        Assert.Equal(phase, Running.Phase(After(after), Seconds(30)));
    }

    [Theory]
    [InlineData(0, 179_999, ClockPhase.Speaking)]
    [InlineData(0, 180_000, ClockPhase.Expired)]
    [InlineData(180, 0, ClockPhase.Warning)]
    [InlineData(180, 180_000, ClockPhase.Expired)]
    public void A_warning_may_be_nothing_or_the_whole(int warning, long after, ClockPhase phase) =>
        Assert.Equal(phase, Running.Phase(After(after), Seconds(warning)));

    [Fact]
    public void What_was_allowed_is_put_right_after_the_end_and_what_was_spoken_stays()
    {
        var ended = Running.End(After(200_000)).Adjust(Minutes(2));
        Assert.Equal((Minutes(5), Seconds(200), Seconds(100)), (ended.Allowed, ended.Spoken(After(0)), ended.Remaining(After(0))));
    }

    [Theory]
    [InlineData(60_000, 120_000)]
    [InlineData(180_000, 0)]
    [InlineData(200_000, -20_000)]
    public void A_paused_clock_stands_still_and_goes_on_from_there(long pausedAfter, long left)
    {
        var paused = Running.Pause(After(pausedAfter));
        Assert.Equal(new FloorClock.Paused(Minutes(3), Ms(left)), paused);
        Assert.Equal(Ms(left), paused.Remaining(After(9_000_000)));
        Assert.Equal(Ms(left - 1_000), paused.Resume(After(9_000_000)).Remaining(After(9_001_000)));
    }

    [Theory]
    [InlineData(30, 60_000, 150_000)]
    [InlineData(-30, 60_000, 90_000)]
    [InlineData(-150, 60_000, -30_000)]
    [InlineData(600, 190_000, 590_000)]
    public void An_adjustment_moves_what_remains_and_not_what_was_spoken(int by, long after, long left)
    {
        foreach (var clock in new[] { Running, Running.Pause(After(after)) })
        {
            var adjusted = clock.Adjust(Seconds(by));
            Assert.Equal(Ms(left), adjusted.Remaining(After(after)));
            Assert.Equal(Ms(after), adjusted.Spoken(After(after)));
        }
    }

    [Fact]
    public void Before_the_start_all_of_it_remains()
    {
        var clock = new FloorClock.NotStarted(Minutes(3)).Adjust(Seconds(-60));
        Assert.Equal(Minutes(2), clock.Remaining(After(9_000_000)));
        Assert.Equal(TimeSpan.Zero, clock.Spoken(After(9_000_000)));
        Assert.Equal(new FloorClock.Running(Minutes(2), After(120_000)), clock.Start(TenOClock));
    }

    [Fact]
    public void Transitions_that_do_not_apply_change_nothing()
    {
        FloorClock ready = new FloorClock.NotStarted(Minutes(3)), paused = Running.Pause(After(1)), ended = Running.End(After(1));
        var later = After(60_000);
        Assert.Equal([Running, paused, ended], [Running.Start(later), paused.Start(later), ended.Start(later)]);
        Assert.Equal([ready, paused, ended], [ready.Pause(later), paused.Pause(later), ended.Pause(later)]);
        Assert.Equal([ready, Running, ended], [ready.Resume(later), Running.Resume(later), ended.Resume(later)]);
        Assert.Equal(ended, ended.End(later));
    }

    [Theory]
    [InlineData(60_000, 120_000)]
    [InlineData(200_000, -20_000)]
    public void An_ended_clock_keeps_what_was_left(long after, long left)
    {
        Assert.Equal(new FloorClock.Ended(Minutes(3), Ms(left)), Running.End(After(after)));
        Assert.Equal(new FloorClock.Ended(Minutes(3), Ms(left)), Running.Pause(After(after)).End(After(9_000_000)));
    }

    [Fact]
    public void Whoever_never_began_has_spoken_nothing() =>
        Assert.Equal(new FloorClock.Ended(Minutes(3), Minutes(3)), new FloorClock.NotStarted(Minutes(3)).End(After(60_000)));
}
