using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Web.Live;

namespace FloorManager.Web.Screens.Record;

/// <summary>Something from one instant to another.</summary>
/// <param name="Of">Null for a segment.</param>
/// <param name="Over">Beyond all that was allowed.</param>
internal sealed record TimeBar(DateTimeOffset From, DateTimeOffset Until, Segment Segment, Intervention? Of = null, bool Over = false);

/// <param name="Category">Its code; empty for the podium.</param>
internal sealed record TimeLane(string Category, ImmutableArray<TimeBar> Bars);

/// <summary>
/// A day of the hearing as it was: the segments that were opened on it, where the programme has them, and when clocks ran. On another day than the programme's, as in a
/// rehearsal, the programme keeps the times that are printed in it.
/// </summary>
internal sealed record TimeChart(DateOnly Day, DateTimeOffset From, DateTimeOffset Until, ImmutableArray<TimeBar> Planned, ImmutableArray<TimeBar> Actual, ImmutableArray<TimeLane> Lanes)
{
    /// <param name="panel">Null for all segments.</param>
    public static IEnumerable<TimeChart> Of(Hearing state, ImmutableArray<Opening> openings, SegmentId? panel)
    {
        var opened = openings.Select((o, place) => Opened(state, o, place + 1 < openings.Length ? openings[place + 1].At : null)).OfType<TimeBar>().Where(b => panel is null || b.Segment.Id == panel).ToArray();
        var ran = state.Ended.Where(i => i.Spoke && (panel is null || i.Segment == panel)).SelectMany(i => Ran(state, i)).ToArray();
        foreach (var day in opened.Concat(ran).Select(b => state.DayOf(b.From)).Distinct().Order())
        {
            var (actual, bars) = (opened.Where(b => state.DayOf(b.From) == day).ToArray(), ran.Where(b => state.DayOf(b.From) == day).ToArray());
            var planned = actual.Concat(bars).Select(b => b.Segment).DistinctBy(s => s.Id).Select(s => PrintedFor(state, s, day)).ToArray();
            var all = actual.Concat(bars).Concat(planned).ToArray();
            yield return new(
                day, all.Min(b => b.From), all.Max(b => b.Until), [.. planned], [.. actual],
                [.. bars.GroupBy(b => b.Of!.Speaker.Category).OrderBy(g => g.Key.Length > 0).ThenBy(g => Place(state, g.Key)).Select(g => new TimeLane(g.Key, [.. g]))]);
        }
    }

    /// <summary>As the hearing orders its categories.</summary>
    private static int Place(Hearing state, string category) => state.Details!.Categories.Select(c => c.Code).TakeWhile(code => code != category).Count();

    private static TimeBar? Opened(Hearing state, Opening opening, DateTimeOffset? next)
    {
        if (state.FindSegment(opening.Segment) is not { } segment) return null;
        // Nothing closes the last one of a day but the next day's first: it went on until somebody was last heard.
        var heard = state.Ended.Where(i => i.Segment == opening.Segment && (next is null || i.EndedAt <= next)).Select(i => i.EndedAt!.Value).Append(opening.At).Max();
        return new(opening.At, next is { } at && state.DayOf(at) == state.DayOf(opening.At) ? at : heard, segment);
    }

    private static TimeBar PrintedFor(Hearing state, Segment segment, DateOnly day)
    {
        var start = state.Instant(day, TimeOnly.FromDateTime(state.Local(segment.StartsAt).DateTime));
        return new(start, start + (segment.EndsAt - segment.StartsAt), segment);
    }

    /// <summary>Pauses are gaps; what ran over is the last of it.</summary>
    private static IEnumerable<TimeBar> Ran(Hearing state, Intervention i)
    {
        if (state.FindSegment(i.Segment) is not { } segment) yield break;
        var within = i.Clock.Spoken(i.EndedAt!.Value) - i.Overrun;
        foreach (var (from, until) in i.Ran(i.EndedAt.Value))
        {
            var limit = from + within < until ? from + within : until;
            if (limit > from) yield return new(from, limit, segment, i);
            if (limit < until) yield return new(limit > from ? limit : from, until, segment, i, Over: true);
            within = within > until - from ? within - (until - from) : TimeSpan.Zero;
        }
    }
}
