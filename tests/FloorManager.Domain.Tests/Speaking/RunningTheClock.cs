using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;
using ClockPaused = FloorManager.Domain.Hearings.HearingEvent.ClockPaused;
using PausedClock = FloorManager.Domain.Hearings.Refusal.ClockPaused;

namespace FloorManager.Domain.Tests.Speaking;

public sealed class RunningTheClock : Specification
{
    private static readonly InterventionId Hers = FloorOf(Amina);

    private static readonly AHearing
        Called = AHearing.InThePanel.GaveTheFloorTo(Amina),
        Running = Called.Had(new StartClock()),
        Paused = Running.Later(60).Had(new PauseClock()),
        NextSpeaks = AHearing.InThePanel.Spoke(Amina, 60).Speaking(Chen);

    [Fact]
    public void It_is_started() => Given(Called).When(new StartClock()).Then(new ClockStarted(Hers));

    [Fact]
    public void Starting_twice_changes_nothing() => Given(Running.Later(5)).When(new StartClock(Hers)).ThenNothing();

    [Fact]
    public void A_paused_clock_is_resumed_not_started() => Given(Paused).When(new StartClock()).ThenRefused(new PausedClock());

    [Fact]
    public void It_is_paused() => Given(Running).When(new PauseClock()).Then(new ClockPaused(Hers));

    [Fact]
    public void Pausing_twice_changes_nothing() => Given(Paused.Later(5)).When(new PauseClock()).ThenNothing();

    [Fact]
    public void A_clock_that_never_ran_is_not_paused() => Given(Called).When(new PauseClock()).ThenRefused(new ClockNotStarted());

    [Fact]
    public void It_is_resumed() => Given(Paused).When(new ResumeClock()).Then(new ClockResumed(Hers));

    [Fact]
    public void Resuming_twice_changes_nothing() => Given(Paused.Had(new ResumeClock())).When(new ResumeClock()).ThenNothing();

    [Fact]
    public void A_clock_that_never_ran_is_not_resumed() => Given(Called).When(new ResumeClock()).ThenRefused(new ClockNotStarted());

    [Theory]
    [InlineData(600)]
    [InlineData(30)]
    [InlineData(-179)]
    public void More_or_less_time_is_allowed(int seconds) => Given(Paused).When(new AdjustClock(seconds)).Then(new ClockAdjusted(Hers, seconds));

    [Fact]
    public void More_time_is_allowed_before_the_clock_runs() => Given(Called).When(new AdjustClock(30)).Then(new ClockAdjusted(Hers, 30));

    [Fact]
    public void No_more_and_no_less_changes_nothing() => Given(Running).When(new AdjustClock(0)).ThenNothing();

    [Theory]
    [InlineData(601)]
    [InlineData(-180)]
    [InlineData(-601)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void At_most_ten_minutes_at_once_and_never_less_than_a_second_in_all(int seconds) =>
        Given(Running).When(new AdjustClock(seconds)).ThenRefused(new OutOfBounds("seconds", "-179", "600"));

    [Fact]
    public void The_refusal_of_a_long_limit_names_what_is_possible() =>
        Given(AHearing.InThePanel.Had(new Recognise(PodiumSpeakerId: Moderator, Seconds: 3600))).When(new AdjustClock(-700))
            .ThenRefused(new OutOfBounds("seconds", "-600", "600"));

    [Fact]
    public void The_intervention_ends() => Given(Running.Later(60)).When(new EndIntervention()).Then(new InterventionEnded(Hers));

    [Fact]
    public void It_may_end_before_the_clock_ran() => Given(Called).When(new EndIntervention(Hers)).Then(new InterventionEnded(Hers));

    [Fact]
    public void Whoever_was_called_and_did_not_speak_is_set_aside_and_may_be_called_again()
    {
        var called = AHearing.InThePanel.Asked(Amina).GaveTheFloorTo(Amina);
        Given(called).When(new EndIntervention()).Then(new InterventionEnded(Hers), new RequestDeferred(RequestOf(Amina)));
        Assert.Equal(RequestState.Recognised, called.Had(new StartClock()).Had(new EndIntervention()).State.Requests[RequestOf(Amina)].State);
        Assert.Equal("Amina", called.Had(new EndIntervention()).Had(new Recognise(RequestId: RequestOf(Amina))).State.Floor?.Speaker.Name);
    }

    [Fact]
    public void Ending_twice_changes_nothing() => Given(AHearing.InThePanel.Spoke(Amina, 60)).When(new EndIntervention(Hers)).ThenNothing();

    [Fact]
    public void A_late_tap_on_the_end_never_hits_the_next_speaker() => Given(NextSpeaks).When(new EndIntervention(Hers)).ThenNothing();

    [Fact]
    public void The_end_of_an_intervention_that_never_was_is_refused() =>
        Given(NextSpeaks).When(new EndIntervention(new(Number(1)))).ThenRefused(new FloorHasMoved("Chen"));

    [Fact]
    public void Other_late_taps_never_hit_the_next_speaker_either()
    {
        foreach (var late in new HearingCommand[] { new StartClock(Hers), new PauseClock(Hers), new ResumeClock(Hers), new AdjustClock(30, Hers) })
            Given(NextSpeaks).When(late).ThenRefused(new FloorHasMoved("Chen"));
    }

    [Fact]
    public void A_clock_needs_somebody_who_has_the_floor()
    {
        foreach (var command in new HearingCommand[] { new StartClock(), new PauseClock(), new ResumeClock(), new AdjustClock(30) })
            Given(AHearing.InThePanel).When(command).ThenRefused(new NobodyHasTheFloor());
    }

    [Fact]
    public void What_was_spoken_is_what_ran()
    {
        var ended = Paused.Later(300).Had(new ResumeClock()).Later(20).Had(new AdjustClock(30)).Later(10).Had(new EndIntervention());
        Assert.Equal(new FloorClock.Ended(Seconds(210), Left: Seconds(120)), Assert.Single(ended.State.Ended).Clock);
    }

    [Fact]
    public void Overrun_is_what_was_spoken_beyond_what_was_allowed()
    {
        Assert.Equal(Seconds(15), Assert.Single(AHearing.InThePanel.Spoke(Amina, 195).State.Ended).Overrun);
        Assert.Equal(TimeSpan.Zero, Assert.Single(AHearing.InThePanel.Spoke(Amina, 165).State.Ended).Overrun);
    }
}
