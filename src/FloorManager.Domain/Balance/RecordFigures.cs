using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;

namespace FloorManager.Domain.Balance;

/// <summary>
/// How the floor was shared, of the whole hearing or of one panel: what the letter of 14 July 2017 wants balanced, as it came out. Only interventions from the floor count that were begun;
/// remarks and replies of the podium, points of order and rights of reply are no share that anybody asked for.
/// </summary>
/// <param name="FloorTime">That the clocks ran, together.</param>
/// <param name="By">Per dimension the values that anybody had who spoke, asked or is on the register, the largest share of time first.</param>
/// <param name="Gini">Of floor time over the delegations that had the floor: 0 where each had as much, near 1 where one had all; null below two.</param>
/// <param name="Strictness">Per category of those who spoke, by its code.</param>
/// <param name="Untouched">Topics that nobody asked or spoke for and no recommendation is tied to, in the order of the programme.</param>
/// <param name="Waiting">From asking to being recognised; null where nobody who asked was reached.</param>
public sealed record RecordFigures(
    int Interventions, TimeSpan FloorTime, ImmutableDictionary<FigureBy, ImmutableArray<FloorShare>> By, double? Gini,
    ImmutableArray<Strictness> Strictness, ImmutableArray<(Segment Segment, SuggestedTopic Topic)> Untouched, WaitingTimes? Waiting)
{
    /// <param name="panel">Null for the whole hearing.</param>
    public static RecordFigures Of(Hearing state, SegmentId? panel = null)
    {
        var spoken = state.Ended.Where(i => i is { Kind: FloorKind.Intervention, Spoke: true, Speaker.Participant: not null } && (panel is null || i.Segment == panel))
            .Select(i => new Spoke(i, i.Clock.Spoken(i.EndedAt ?? state.LastAt))).ToArray();
        var asked = state.Requests.Values.Where(r => r.Kind == FloorKind.Intervention && r.State != RequestState.Withdrawn && (panel is null || r.Segment == panel)).ToArray();
        return new(
            spoken.Length,
            Sum(spoken.Select(s => s.For)),
            Enum.GetValues<FigureBy>().ToImmutableDictionary(by => by, by => Shares(state, by, spoken, asked)),
            GiniOf([.. spoken.GroupBy(s => s.What.Speaker.Delegation, StringComparer.OrdinalIgnoreCase).Select(g => Sum(g.Select(s => s.For)).Ticks)]),
            [.. spoken.GroupBy(s => s.What.Speaker.Category).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Strictness(
                g.Key, g.Count(), Sum(g.Select(s => s.What.Overrun)) / g.Count(), g.Max(s => s.What.Overrun)))],
            [.. state.Segments.Where(s => panel is null || s.Id == panel).SelectMany(s => s.Topics.Where(t => !IsTouched(state, s, t)).Select(t => (s, t)))],
            WaitingTimes.Of([.. spoken.Where(s => s.What.Request is { } id && state.Requests.ContainsKey(id)).Select(s => s.What.RecognisedAt - state.Requests[s.What.Request!.Value].RaisedAt)]));
    }

    private static bool IsTouched(Hearing state, Segment segment, SuggestedTopic topic) =>
        state.Ended.Any(i => i.Segment == segment.Id && i.Spoke && i.Topic == topic.Id)
        || state.Requests.Values.Any(r => r.Segment == segment.Id && r.Topic == topic.Id && r.State != RequestState.Withdrawn)
        || state.Recommendations.Any(r => r.Segment == segment.Id && r.Topic == topic.Id);

    private static ImmutableArray<FloorShare> Shares(Hearing state, FigureBy by, Spoke[] spoken, FloorRequest[] asked)
    {
        var who = state.Participants;
        var time = spoken.Select(s => (Value: Of(by, s.What, who), s.For)).Where(s => s.Value is not null).ToLookup(s => s.Value!, s => s.For, StringComparer.Ordinal);
        // Who was reached is in both shares what they are in the record; what was asked about stays what was asked about.
        var reached = by == FigureBy.Topic ? [] : spoken.Where(s => s.What.Request is not null).DistinctBy(s => s.What.Request).ToDictionary(s => s.What.Request!.Value, s => s.What);
        var requests = asked.Select(r => reached.TryGetValue(r.Id, out var i) ? Of(by, i, who) : Of(by, r, who)).OfType<string>().CountBy(v => v, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        // Nobody is present for a topic.
        var present = by == FigureBy.Topic ? [] : who.Values.Where(p => state.InTheRoom.IsEmpty || state.InTheRoom.ContainsKey(p.Id)).Select(p => Of(by, p)).OfType<string>().CountBy(v => v, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return
        [
            .. time.Select(t => t.Key).Union(requests.Keys, StringComparer.Ordinal).Union(present.Keys, StringComparer.Ordinal)
                .Select(value => new FloorShare(value, time[value].Count(), Sum(time[value]), requests.GetValueOrDefault(value), present.GetValueOrDefault(value)))
                .OrderByDescending(s => s.FloorTime).ThenByDescending(s => s.Requests).ThenBy(s => s.Value, StringComparer.Ordinal),
        ];
    }

    private static string? Of(FigureBy by, Intervention i, ImmutableDictionary<ParticipantId, Participant> who) => by switch
    {
        // As they were when they spoke; what the record does not hold, as they are on the register.
        FigureBy.Category => i.Speaker.Category,
        FigureBy.Region => Region(i.Speaker.RegionalGroup),
        FigureBy.Topic => i.Topic?.Value,
        _ => who.GetValueOrDefault(i.Speaker.Participant!.Value) is { } p ? Of(by, p) : null,
    };

    private static string? Of(FigureBy by, FloorRequest r, ImmutableDictionary<ParticipantId, Participant> who) =>
        by == FigureBy.Topic ? r.Topic?.Value : who.GetValueOrDefault(r.Participant) is { } p ? Of(by, p) : null;

    private static string? Of(FigureBy by, Participant p) => by switch
    {
        FigureBy.Category => p.Category,
        FigureBy.Region => Region(p.RegionalGroup),
        FigureBy.Gender => p.Gender?.ToString(),
        FigureBy.Language => p.Language.Length > 0 ? p.Language : null,
        _ => null,
    };

    private static string? Region(string group) => group == RegionalGroups.None ? null : group;

    /// <summary>Half the mean of all differences, by the mean.</summary>
    private static double? GiniOf(ImmutableArray<long> shares)
    {
        if (shares.Length < 2 || shares.Sum() == 0) return null;
        var (sorted, n) = (shares.Sort(), shares.Length);
        return sorted.Select((x, at) => ((2.0 * (at + 1)) - n - 1) * x).Sum() / (n * (double)sorted.Sum());
    }

    private static TimeSpan Sum(IEnumerable<TimeSpan> times) => times.Aggregate(TimeSpan.Zero, (all, one) => all + one);

    private sealed record Spoke(Intervention What, TimeSpan For);
}

/// <summary>What the floor is shared by. Gender only where the participant gave it, and never in public.</summary>
public enum FigureBy { Category, Region, Gender, Language, Topic }

/// <param name="Value">Code of a category or group, a gender, a language (BCP 47) or the id of a topic.</param>
/// <param name="Requests">For the floor, reached or not; those taken back do not count.</param>
/// <param name="Present">On the register; where people were checked in, of those in the room.</param>
public sealed record FloorShare(string Value, int Interventions, TimeSpan FloorTime, int Requests, int Present);

/// <summary>Equal strictness: how far those of a category spoke beyond what was allowed.</summary>
public sealed record Strictness(string Category, int Interventions, TimeSpan MeanOverrun, TimeSpan LargestOverrun);

/// <param name="Reached">How many asked and were recognised.</param>
public sealed record WaitingTimes(int Reached, TimeSpan Median, TimeSpan Largest)
{
    public static WaitingTimes? Of(ImmutableArray<TimeSpan> waited)
    {
        if (waited.IsEmpty) return null;
        var sorted = waited.Sort();
        return new(sorted.Length, (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[^1]);
    }
}
