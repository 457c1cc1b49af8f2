using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;

namespace FloorManager.Domain.Views;

/// <summary>What chair and desk see: the room's view, who holds the floor, and the pool of requests for the panel at hand.</summary>
/// <param name="Pool">Requests that may still be called, oldest first. The order is for reading only: the chair calls whom they choose.</param>
public sealed record ChairView(
    FloorView Room,
    Segment? OpenSegment,
    PanelPhase? Phase,
    Segment? Panel,
    Intervention? Floor,
    ImmutableArray<PoolRow> OnDeck,
    ImmutableArray<PoolRow> Pool,
    ImmutableArray<Meeting> Programme,
    ImmutableHashSet<SegmentId> ClosedSegments)
{
    public static ChairView Of(Hearing state, DateTimeOffset now)
    {
        var panel = state.PanelForRequests;
        var spoken = state.Ended.Where(i => i.Spoke).Select(i => i.Speaker.Delegation).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(
            FloorView.Of(state, now),
            state.OpenSegment,
            state.Phase,
            panel,
            state.Floor,
            [.. state.OnDeck.Select(id => PoolRow.Of(state, state.Requests[id], spoken))],
            panel is null
                ? []
                : [.. state.RequestsFor(panel.Id).Where(r => r.State is RequestState.Pending or RequestState.Deferred)
                    .OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).Select(r => PoolRow.Of(state, r, spoken))],
            state.Meetings,
            state.ClosedSegments);
    }
}

/// <param name="FirstTime">The delegation has not had the floor in this hearing yet.</param>
public sealed record PoolRow(FloorRequest Request, Participant? Participant, string? Topic, bool FirstTime)
{
    public static PoolRow Of(Hearing state, FloorRequest request, HashSet<string> spoken) => new(
        request,
        state.Participants.GetValueOrDefault(request.Participant),
        request.Topic is { } topic ? state.FindSegment(request.Segment)?.Topics.FirstOrDefault(t => t.Id == topic)?.Text : null,
        !spoken.Contains(request.Delegation));
}
