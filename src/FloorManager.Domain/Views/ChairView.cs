using System.Collections.Immutable;
using FloorManager.Domain.Balance;
using FloorManager.Domain.Forecast;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;

namespace FloorManager.Domain.Views;

/// <summary>What chair and desk see: the room's view, who holds the floor, and the pool of requests for the panel at hand.</summary>
/// <param name="Suggestions">Up to three who would do the balance of the floor most good. They bind nobody.</param>
/// <param name="Questions">To the podium of the open segment, in the order noted.</param>
/// <param name="Steps">What may be taken back, newest first.</param>
/// <param name="Rules">Those of the open segment as they stand, else the hearing's.</param>
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
    ImmutableHashSet<SegmentId> ClosedSegments,
    Interruption? Interrupted,
    ImmutableArray<BalanceNote> Suggestions,
    FloorForecast? Forecast,
    Round? Round,
    ImmutableArray<Question> Questions,
    ImmutableArray<Step> Steps,
    FloorRules Rules)
{
    public static ChairView Of(Hearing state, DateTimeOffset now)
    {
        var panel = state.PanelForRequests;
        var lens = panel is null ? null : BalanceLens.On(state, panel.Id);
        return new(
            FloorView.Of(state, now),
            state.OpenSegment,
            state.Phase,
            panel,
            state.Floor,
            [.. state.OnDeck.Select(id => PoolRow.Of(state, state.Requests[id], lens))],
            [.. InPool(state, panel).OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).Select(r => PoolRow.Of(state, r, lens))],
            state.Meetings,
            state.ClosedSegments,
            state.Interrupted,
            lens?.Suggest(BalanceLens.Choosable(state, panel!.Id)) ?? [],
            FloorForecast.Of(state, now),
            Round.Of(state),
            [.. state.Questions.Where(q => q.Segment == state.OpenSegmentId)],
            [.. state.Steps.Reverse()],
            state.OpenSegment is { } open ? state.RulesOf(open) : state.Details?.Rules ?? FloorRules.Default);
    }

    /// <summary>What waits in the panel at hand, and the rights of reply that were kept for the end of its meeting.</summary>
    private static IEnumerable<FloorRequest> InPool(Hearing state, Segment? panel) => state.Requests.Values.Where(r =>
        r.State is RequestState.Pending or RequestState.Deferred
        && (r.Segment == panel?.Id || (r.Kind == FloorKind.RightOfReply && state.ClosedSegments.Contains(r.Segment))));
}

/// <param name="Others">Who asked too, at another door, where that was somebody else.</param>
/// <param name="Balance">What calling it would do to the balance of the floor; null outside a panel.</param>
/// <param name="IsAbsent">Nobody who asked for it is in the room, where somebody notes who comes in.</param>
public sealed record PoolRow(FloorRequest Request, Participant? Participant, string? Topic, ImmutableArray<Participant> Others, BalanceNote? Balance, bool IsAbsent = false)
{
    /// <summary>The delegation has not had the floor in this hearing yet.</summary>
    public bool FirstTime => Balance?.FirstTime == true;

    public static PoolRow Of(Hearing state, FloorRequest request, BalanceLens? lens) => new(
        request,
        state.Participants.GetValueOrDefault(request.Participant),
        request.Topic is { } topic ? state.FindSegment(request.Segment)?.Topics.FirstOrDefault(t => t.Id == topic)?.Text : null,
        [.. request.AlsoBy.Select(d => d.Participant).Distinct().Where(id => id != request.Participant).Select(id => state.Participants.GetValueOrDefault(id)).OfType<Participant>()],
        lens?.Note(request),
        state.IsAbsent(request));

    // By who the others are and not by which array holds them, so that a console draws a row again only when something in it has changed.
    public bool Equals(PoolRow? other) => other is not null
        && Request == other.Request && Participant == other.Participant && Topic == other.Topic && Balance == other.Balance && IsAbsent == other.IsAbsent && Others.SequenceEqual(other.Others);

    public override int GetHashCode() => Request.GetHashCode();
}
