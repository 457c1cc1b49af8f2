using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;

namespace FloorManager.Domain.Views;

/// <summary>The record of a hearing: per segment, in the order of the programme, who had the floor and who was not reached.</summary>
public sealed record HearingRecord(string Title, ImmutableArray<SegmentRecord> Segments)
{
    public static HearingRecord Of(Hearing state) => new(
        state.Details?.Title ?? "",
        [.. state.Segments.Select(s => SegmentRecord.Of(state, s)).Where(r => !r.IsEmpty)]);
}

/// <param name="Unspoken">Who was given the floor and did not speak.</param>
/// <param name="NotReached">Requests that lapsed when the panel closed.</param>
/// <param name="Declined">Requests that the chair declined.</param>
/// <param name="Contributions">What was handed in by those who were not reached, in the order they had asked; also by one who was reached later, or whose asking was taken back.</param>
/// <param name="Recommendations">What the desk wrote down, in the order of the interventions; last what was made in one that was taken back.</param>
public sealed record SegmentRecord(
    Segment Segment, ImmutableArray<RecordRow> Interventions, ImmutableArray<RecordRow> Unspoken,
    ImmutableArray<FloorRequest> NotReached, ImmutableArray<FloorRequest> Declined, ImmutableArray<Contribution> Contributions, ImmutableArray<RecommendationRow> Recommendations)
{
    public bool IsEmpty => Interventions.IsEmpty && Unspoken.IsEmpty && NotReached.IsEmpty && Declined.IsEmpty && Contributions.IsEmpty && Recommendations.IsEmpty;

    public static SegmentRecord Of(Hearing state, Segment segment)
    {
        var called = state.Ended.Where(i => i.Segment == segment.Id).ToLookup(i => i.Spoke);
        var requests = state.RequestsFor(segment.Id).OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).ToLookup(r => r.State);
        return new(
            segment,
            [.. called[true].Select(i => RecordRow.Of(state, i))],
            [.. called[false].Select(i => RecordRow.Of(state, i))],
            [.. requests[RequestState.Lapsed]],
            [.. requests[RequestState.Declined]],
            [.. state.Contributions.Values.Where(c => c.Segment == segment.Id).OrderBy(c => state.Requests.GetValueOrDefault(c.Request)?.RaisedAt ?? c.HandedInAt).ThenBy(c => c.Request.Value)],
            [.. state.Recommendations.Where(r => r.Segment == segment.Id).Select(r => RecommendationRow.Of(state, segment, r)).OrderBy(r => r.Intervention?.RecognisedAt ?? DateTimeOffset.MaxValue)]);
    }
}

/// <param name="Doors">What the request came through, and when; empty for someone called straight from the floor or the podium.</param>
/// <param name="Spoke">Time the clock ran.</param>
public sealed record RecordRow(Intervention Intervention, ImmutableArray<Door> Doors, TimeSpan Spoke, TimeSpan Overrun)
{
    /// <summary>Of the first door; null without one.</summary>
    public IntakeChannel? Channel => Doors.IsEmpty ? null : Doors[0].Channel;

    /// <summary>When they asked for the floor first, UTC; null for someone who did not.</summary>
    public DateTimeOffset? AskedAt => Doors.IsEmpty ? null : Doors[0].At;

    public static RecordRow Of(Hearing state, Intervention i)
    {
        var request = i.Request is { } id ? state.Requests.GetValueOrDefault(id) : null;
        return new(i, [.. request?.Doors ?? []], i.Clock.Spoken(i.EndedAt ?? state.LastAt), i.Overrun);
    }
}

/// <param name="Intervention">Null for one that was taken back since.</param>
/// <param name="Topic">As it is worded in the programme; null for none, or for one that the programme has no more.</param>
public sealed record RecommendationRow(Recommendation Recommendation, Intervention? Intervention, string? Topic)
{
    public static RecommendationRow Of(Hearing state, Segment segment, Recommendation r) =>
        new(r, state.FindIntervention(r.Intervention), segment.Topics.FirstOrDefault(t => t.Id == r.Topic)?.Text);
}
