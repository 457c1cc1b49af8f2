using FloorManager.Domain.Interventions;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Speaking;

/// <summary>The start was forgotten: it is noted as of when the first word was spoken.</summary>
public sealed class StartingLate : Specification
{
    private static readonly InterventionId Hers = FloorOf(Amina);

    private static readonly AHearing Called = AHearing.InThePanel.GaveTheFloorTo(Amina).Later(90);

    [Theory]
    [InlineData(0)]
    [InlineData(25)]
    [InlineData(90)]
    public void The_clock_starts_as_of_so_many_seconds_ago(int ago)
    {
        Given(Called).When(new StartClock(SecondsAgo: ago)).Then(new ClockStarted(Hers, ago));
        var started = Called.Had(new StartClock(SecondsAgo: ago));
        Assert.Equal((Seconds(180 - ago), Called.Now.AddSeconds(-ago)), (started.State.Floor!.Clock.Remaining(started.Now), started.State.Floor.StartedAt));
    }

    [Theory]
    [InlineData(91)]
    [InlineData(600)]
    public void Never_before_the_floor_was_given(int ago)
    {
        Given(Called).When(new StartClock(SecondsAgo: ago)).Then(new ClockStarted(Hers, 90));
        Given(Called.Later(0.999)).When(new StartClock(SecondsAgo: ago)).Then(new ClockStarted(Hers, 90));
    }

    [Fact]
    public void A_point_of_order_in_between_was_not_their_time()
    {
        var back = Called.Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder)).Later(60).Had(new EndIntervention()).Later(15);
        Given(back).When(new StartClock(SecondsAgo: 75)).Then(new ClockStarted(Hers, 15));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(601)]
    public void At_most_ten_minutes(int ago) => Given(Called).When(new StartClock(SecondsAgo: ago)).ThenRefused(new OutOfBounds("secondsAgo", "0", "600"));

    [Fact]
    public void A_clock_that_runs_is_not_set_back() => Given(Called.Had(new StartClock())).When(new StartClock(SecondsAgo: 30)).ThenNothing();

    [Fact]
    public void Whoever_spoke_beyond_the_limit_by_then_has_overrun()
    {
        var started = Called.Later(110).Had(new StartClock(SecondsAgo: 195));
        Given(started).By(TheSystem).When(new ExpireTime(Hers, started.Now.AddSeconds(-15))).Then(new TimeExpired(Hers));
        Assert.Equal(Seconds(15), started.Had(new EndIntervention()).State.Ended.Single().Overrun);
    }
}
