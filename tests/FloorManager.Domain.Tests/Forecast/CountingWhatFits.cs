using CsCheck;
using FloorManager.Domain.Forecast;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Tests.Walks;
using Xunit;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Forecast;

/// <summary>What holds of the forecast wherever a hearing has come to.</summary>
public sealed class CountingWhatFits
{
    private static readonly Gen<(Hearing State, DateTimeOffset Now)> Hearings =
        Gen.Select(Steps.Walks(longest: 60), Gen.Int[-7_200, 7_200]).Select((steps, s) =>
        {
            var hearing = steps.Aggregate(AHearing.InThePanel, (h, step) => step.From(h).After);
            return (hearing.State, Now: hearing.State.OpenSegment is { } open ? hearing.State.EndOf(open).AddSeconds(-s) : hearing.Now);
        }).Where(hearing => hearing.State.OpenSegment is not null);

    private static int Fits(Hearing state, DateTimeOffset now, TimeSpan? limit = null) => FloorForecast.Of(state, now, limit)!.Fits;

    [Fact]
    public void It_never_rises_as_time_passes_and_never_falls_below_none() =>
        Gen.Select(Hearings, Gen.Int[0, 7_200_000]).Sample(
            (hearing, ms) =>
            {
                var (earlier, later) = (Fits(hearing.State, hearing.Now), Fits(hearing.State, hearing.Now.AddMilliseconds(ms)));
                Assert.InRange(later, 0, earlier);
            },
            iter: 300);

    [Fact]
    public void It_never_rises_with_the_limit() =>
        Gen.Select(Hearings, Gen.Int[10, 3_600], Gen.Int[10, 3_600]).Sample(
            (hearing, a, b) => Assert.InRange(Fits(hearing.State, hearing.Now, Seconds(Math.Max(a, b))), 0, Fits(hearing.State, hearing.Now, Seconds(Math.Min(a, b)))),
            iter: 300);

    [Fact]
    public void The_order_in_which_requests_came_into_the_store_makes_no_difference() => Hearings.Sample(
        hearing =>
        {
            var state = hearing.State;
            var shuffled = state with { Requests = state.Requests.Clear().AddRange(state.Requests.OrderByDescending(r => r.Key.Value)) };
            Assert.Equal(FloorForecast.Of(state, hearing.Now), FloorForecast.Of(shuffled, hearing.Now));
        },
        iter: 200);

    [Fact]
    public void A_segment_of_years_and_a_limit_of_nothing_end_the_count()
    {
        var state = AHearing.InThePanel.State;
        Assert.Equal(999, Fits(state, TenOClock.AddYears(-100)));
        foreach (var limit in new[] { TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue }) Assert.InRange(Fits(state, TenOClock, limit), 0, 999);
    }
}
