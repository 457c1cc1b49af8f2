using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;

namespace FloorManager.Domain.Forecast;

/// <summary>
/// What still fits before the open segment ends. Pure arithmetic on what is known: the time left, whoever speaks, rights of reply that are kept for
/// the end, the panel's replies after each round, the limit, and the change-over that was measured.
/// </summary>
/// <param name="EndsAt">When the segment should end, UTC.</param>
/// <param name="Left">Time until then; below zero the segment is late.</param>
/// <param name="Limit">The limit that is counted with.</param>
/// <param name="ChangeOver">From the end of one intervention to the first word of the next: the median of this segment, 15 seconds before three were measured.</param>
/// <param name="Reserved">Kept for rights of reply that wait.</param>
/// <param name="Fits">How many more interventions of the full limit, each with its change-over, and the replies of the rounds they fill; 0 or more.</param>
/// <param name="Waiting">How many wait in this panel for an intervention.</param>
/// <param name="AllBy">When all who wait would have spoken at the pace so far, and the segment could end; UTC.</param>
public sealed record FloorForecast(
    DateTimeOffset EndsAt, TimeSpan Left, TimeSpan Limit, TimeSpan ChangeOver, TimeSpan Reserved, int Fits, int Waiting, DateTimeOffset AllBy)
{
    private const int MeasuredFrom = 3;

    /// <summary>A longer pause than this was not a change-over: somebody replied, or the room waited for something else.</summary>
    private static readonly TimeSpan LongestChangeOver = TimeSpan.FromMinutes(2);

    /// <summary>Nobody is left more than this, whatever a journal says.</summary>
    private static readonly TimeSpan LongestLeft = TimeSpan.FromDays(1);

    private static readonly TimeSpan UsualChangeOver = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan UsualReply = TimeSpan.FromMinutes(1);

    /// <summary>Null when no segment is open.</summary>
    /// <param name="limit">To see what another limit would give; the segment's by default.</param>
    public static FloorForecast? Of(Hearing state, DateTimeOffset now, TimeSpan? limit = null)
    {
        if (state.OpenSegment is not { } segment) return null;
        var here = state.Ended.Where(i => i.Segment == segment.Id && i.Spoke).ToImmutableArray();
        var (length, changeOver) = (Within(limit ?? state.RulesOf(segment).Limit), ChangeOverOf(here));
        var (endsAt, onFloor) = (state.EndOf(segment), OnFloor(state, now));
        var waiting = state.RequestsFor(segment.Id).Where(r => r.IsWaiting).CountBy(r => r.Kind).ToDictionary();
        var reserved = state.Requests.Values.Count(r => IsTakenIn(state, segment, r)) * (length + changeOver);
        var pace = Pace.Of(state, segment, here, changeOver);
        var left = endsAt - now;
        var (fits, asking) = (pace.Fitting(left - onFloor - reserved, length), waiting.GetValueOrDefault(FloorKind.Intervention));
        return new(endsAt, left, length, changeOver, reserved, fits, asking, now + onFloor + reserved + pace.Lasting(asking, Typical(here, length)));
    }

    /// <summary>A right of reply that waits and has its place at the end of this segment; one that is kept for the end of the meeting, in its last.</summary>
    private static bool IsTakenIn(Hearing state, Segment segment, FloorRequest r) =>
        r is { IsWaiting: true, Kind: FloorKind.RightOfReply }
        && (state.IsKept(r, segment.Id) ? state.Meetings.Any(m => m.Segments is [.., var last] && last.Id == segment.Id) : r.Segment == segment.Id);

    /// <summary>What the one on the floor may still take, and the one who waits for a point of order to be settled.</summary>
    private static TimeSpan OnFloor(Hearing state, DateTimeOffset now) =>
        new[] { state.Floor, state.Interrupted?.Floor }.OfType<Intervention>().Select(i => i.Clock.Remaining(now))
            .Where(t => t > TimeSpan.Zero).Select(t => t < LongestLeft ? t : LongestLeft).Aggregate(TimeSpan.Zero, (sum, t) => sum + t);

    /// <summary>A length that the rules know, whatever a journal says: sums of it can be told.</summary>
    private static TimeSpan Within(TimeSpan length) =>
        length < FloorRules.ShortestLimit ? FloorRules.ShortestLimit : length > FloorRules.LongestLimit ? FloorRules.LongestLimit : length;

    private static TimeSpan Typical(ImmutableArray<Intervention> here, TimeSpan limit)
    {
        var spoken = here.Where(i => i.Kind == FloorKind.Intervention).Select(i => i.Clock.Spoken(i.EndedAt!.Value)).ToArray();
        return spoken.Length < MeasuredFrom ? limit : Within(Median(spoken)) is var median && median < limit ? median : limit;
    }

    private static TimeSpan ChangeOverOf(ImmutableArray<Intervention> here)
    {
        // Whoever was interrupted spoke around the point of order: the time beside it is theirs.
        var spoke = here.Where(i => i.Kind != FloorKind.PointOfOrder).ToArray();
        var gaps = spoke.Zip(spoke.Skip(1))
            .Where(pair => pair.First.Strict && pair.Second.Strict)
            .Select(pair => pair.Second.StartedAt!.Value - pair.First.EndedAt!.Value)
            .Where(gap => gap >= TimeSpan.Zero && gap <= LongestChangeOver).ToArray();
        return gaps.Length < MeasuredFrom ? UsualChangeOver : Median(gaps);
    }

    private static TimeSpan Median(TimeSpan[] lengths) => lengths.Order().ElementAt(lengths.Length / 2);

    /// <param name="Size">Interventions a round; 0 for no rounds.</param>
    /// <param name="Taken">Of the round that is being taken; one that was overfilled or switched on late is replied to once.</param>
    /// <param name="Replies">All of the panel's replies to a round.</param>
    /// <param name="Outstanding">Those that are still to come to the round that the panel replies to now.</param>
    private sealed record Pace(TimeSpan ChangeOver, int Size, int Taken, TimeSpan Replies, TimeSpan Outstanding)
    {
        public static Pace Of(Hearing state, Segment segment, ImmutableArray<Intervention> here, TimeSpan changeOver)
        {
            var round = Round.Of(state);
            var replies = here.Where(i => i.Kind == FloorKind.Reply).Select(i => i.Clock.Spoken(i.EndedAt!.Value)).ToArray();
            var each = replies.Length == 0 ? UsualReply : Within(Median(replies));
            var panellists = segment.Podium.Count(p => p.Role == PodiumRole.Panellist);
            return new(
                changeOver, round?.Size ?? 0, round is { Replying: false } ? Math.Min(round.Taken, round.Size) : 0, each * panellists,
                each * (round is { Replying: true } ? Math.Max(0, panellists - round.Replies) : 0));
        }

        /// <summary>More than anybody would plan for; a segment of years ends the count.</summary>
        private const int Most = 999;

        public int Fitting(TimeSpan room, TimeSpan length)
        {
            var fits = 0;
            while (fits < Most && Lasting(fits + 1, length) <= room) fits++;
            return fits;
        }

        public TimeSpan Lasting(int interventions, TimeSpan length) =>
            (interventions * (length + ChangeOver)) + Outstanding + (Size == 0 ? TimeSpan.Zero : (Taken + interventions) / Size * Replies);
    }
}
