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
        [.. state.Segments.Select(s => SegmentRecord.Of(state, s)).Where(r => !r.Interventions.IsEmpty || !r.NotReached.IsEmpty)]);
}

/// <param name="NotReached">Requests that lapsed when the panel closed.</param>
public sealed record SegmentRecord(Segment Segment, ImmutableArray<RecordRow> Interventions, ImmutableArray<FloorRequest> NotReached)
{
    public static SegmentRecord Of(Hearing state, Segment segment) => new(
        segment,
        [.. state.Ended.Where(i => i.Segment == segment.Id).Select(i => RecordRow.Of(state, i))],
        [.. state.RequestsFor(segment.Id).Where(r => r.State == RequestState.Lapsed).OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value)]);
}

/// <param name="Channel">The door the request came through; null for someone called straight from the floor or the podium.</param>
/// <param name="AskedAt">When they asked for the floor, UTC.</param>
/// <param name="Spoke">Time the clock ran.</param>
public sealed record RecordRow(Intervention Intervention, IntakeChannel? Channel, DateTimeOffset? AskedAt, TimeSpan Spoke, TimeSpan Overrun)
{
    public static RecordRow Of(Hearing state, Intervention i)
    {
        var request = i.Request is { } id ? state.Requests.GetValueOrDefault(id) : null;
        return new(i, request?.Channel, request?.RaisedAt, i.Clock.Spoken(i.EndedAt ?? state.LastAt), i.Overrun);
    }
}
