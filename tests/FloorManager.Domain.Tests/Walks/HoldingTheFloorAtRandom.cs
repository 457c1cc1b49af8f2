using CsCheck;
using FloorManager.Domain.Interventions;
using Xunit;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Walks;

public sealed class HoldingTheFloorAtRandom : AnyWalk
{
    [Fact]
    public void Two_people_never_have_the_floor() => Always((before, _, decision, after) =>
    {
        if (In<FloorGiven>(decision).SingleOrDefault() is { } given && before.State.Floor is { } floor)
            Assert.Equal((FloorKind.PointOfOrder, floor.Id), (given.Kind, In<FloorInterrupted>(decision).Single().Intervention));
        if (after.State.Interrupted is not null) Assert.Equal(FloorKind.PointOfOrder, after.State.Floor?.Kind);
        var all = after.State.Ended.Append(after.State.Interrupted?.Floor).Append(after.State.Floor).OfType<Intervention>().Select(i => i.Id).ToArray();
        Assert.Equal(all.Length, all.Distinct().Count());
    });

    /// <summary>What was given and neither ended nor undone is on the floor, or waits for a point of order to be settled.</summary>
    [Fact]
    public void Whoever_was_given_the_floor_has_it_until_it_ends() => Always(
        (_, _, _, _) => { },
        hearing =>
        {
            var kept = hearing.Journal.Where(e => hearing.Journal.SelectMany(u => u.Events).OfType<StepsUndone>().All(u => !u.Steps.Contains(e.Command)));
            var happened = kept.SelectMany(e => e.Events).ToArray();
            Assert.Equal(
                happened.OfType<FloorGiven>().Count() - happened.OfType<InterventionEnded>().Count(),
                (hearing.State.Floor is null ? 0 : 1) + (hearing.State.Interrupted is null ? 0 : 1));
        });

    [Fact]
    public void Whoever_is_interrupted_loses_nothing() => Always((before, _, _, after) =>
    {
        if (before.State.Interrupted is not { } waits) return;
        if (after.State.Interrupted is { } still) Assert.Equal(waits.Floor.Clock, still.Floor.Clock);
        else if (after.State.Version > before.State.Version && after.Journal[^1].Events.OfType<FloorReturned>().Any())
            Assert.Equal(waits.Floor.Clock.Remaining(before.Now), after.State.Floor!.Clock.Remaining(after.Now));
    });

    [Fact]
    public void What_remains_falls_while_the_clock_runs_and_rises_by_adjustment_alone() => Always((before, step, decision, after) =>
    {
        if (before.State.Floor is not { } floor || after.State.Floor?.Id != floor.Id || In<StepsUndone>(decision).Any()) return;
        var ran = floor.Clock is FloorClock.Running ? TimeSpan.FromMilliseconds(step.Milliseconds) : TimeSpan.Zero;
        var adjusted = Seconds(In<ClockAdjusted>(decision).Sum(e => e.Seconds));
        var late = Seconds(In<ClockStarted>(decision).Sum(e => e.SecondsAgo));
        Assert.Equal(floor.Clock.Remaining(before.Now) - ran - late + adjusted, after.State.Floor.Clock.Remaining(after.Now));
    });

    [Fact]
    public void Speech_times_add_up()
    {
        Always((before, step, decision, after) =>
        {
            foreach (var ended in In<InterventionEnded>(decision))
            {
                var (floor, last) = (before.State.Floor!, after.State.Ended.Single(i => i.Id == ended.Intervention));
                var left = Assert.IsType<FloorClock.Ended>(last.Clock).Left;
                var undone = after.Journal.SelectMany(e => e.Events).OfType<StepsUndone>().SelectMany(e => e.Steps).ToHashSet();
                var adjusted = after.Journal.Where(e => !undone.Contains(e.Command)).SelectMany(e => e.Events).OfType<ClockAdjusted>()
                    .Where(e => e.Intervention == last.Id).Sum(e => e.Seconds);
                Assert.Equal(floor.Clock.Remaining(after.Now), left);
                Assert.Equal(last.Limit + (last.Accommodation ?? TimeSpan.Zero) + Seconds(adjusted), last.Clock.Allowed);
                Assert.Equal(last.Clock.Allowed - left, last.Clock.Spoken(after.Now));
                Assert.True(last.Clock.Spoken(after.Now) >= TimeSpan.Zero);
                Assert.Equal(left < TimeSpan.Zero ? -left : TimeSpan.Zero, last.Overrun);
            }
        });
    }
}
