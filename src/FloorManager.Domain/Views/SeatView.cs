using System.Collections.Immutable;
using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Views;

/// <summary>What one seat sees: the room's view and its own request. It learns nothing about anybody else's.</summary>
public sealed record SeatFloorView : FloorView
{
    public SeatView Seat { get; }

    private SeatFloorView(FloorView room, SeatView seat) : base(room) => Seat = seat;

    public static SeatFloorView Of(Hearing state, FloorView room, SeatLabel seat) => new(room, SeatView.Of(state, seat));
}

/// <param name="Participant">Whose seat it is; null while it is not assigned, or no longer in the seat plan.</param>
/// <param name="Panel">The panel a request would be for now; null when none is left.</param>
/// <param name="MayAsk">
/// The holder is admitted, a panel takes requests, and neither they nor anybody of the delegation waits in it by a seat: asking would be accepted.
/// What the office or the desk noted for the delegation stands in nobody's way, so that a seat learns nothing of it. Not offered to whoever has the
/// floor or waits to go on. Whether the panel takes requests now is for <paramref name="Intake"/> to say.
/// </param>
/// <param name="Request">The holder's latest wish to speak in that panel, or the one that was not reached in the panel before it; points of order and rights of reply stand beside it.</param>
/// <param name="Interrupted">The holder had the floor when a point of order came in between, and goes on when it is settled.</param>
/// <param name="Done">Set once the holder has spoken in that panel, until they ask again.</param>
/// <param name="Intake">When that panel takes requests; null for all the time.</param>
/// <param name="Unheard">Wishes of the holder that were not reached, oldest first: for each something may be handed in in writing.</param>
public sealed record SeatView(
    string Label, OnDeckView? Participant, SeatPanelView? Panel, bool MayAsk, SeatRequestView? Request, bool HasFloor, SeatDoneView? Done,
    bool Interrupted = false, SeatIntakeView? Intake = null, ImmutableArray<SeatUnheardView> Unheard = default)
{
    /// <summary>Never <c>default</c>: a list that is not there is empty.</summary>
    public ImmutableArray<SeatUnheardView> Unheard { get; init; } = Unheard.IsDefaultOrEmpty ? [] : Unheard;

    public static SeatView Of(Hearing state, SeatLabel seat)
    {
        var panel = state.PanelForRequests;
        var panelView = panel is null ? null : new SeatPanelView(panel.Id.Value, panel.Title);
        if (!state.Seats.ContainsKey(seat) || !state.SeatHolders.TryGetValue(seat, out var holder) || !state.Participants.TryGetValue(holder, out var participant))
            return new(seat.Value, null, panelView, MayAsk: false, null, HasFloor: false, null);

        var request = (panel is null ? null : Latest(state, panel, holder)) ?? NotReached(state, holder);
        var hasFloor = state.Floor?.Speaker.Participant == holder;
        var interrupted = state.Interrupted?.Floor.Speaker.Participant == holder;
        var waits = panel is not null && state.WaitingFor(panel.Id, holder, participant.Delegation) is { } waiting && waiting.Doors.Any(d => d.Channel == IntakeChannel.Seat || d.Participant == holder);
        var spoken = state.Ended.LastOrDefault(i => i.Spoke && i.Speaker.Participant == holder && i.Segment == panel?.Id);
        return new(
            seat.Value,
            new OnDeckView(participant.FullName, participant.Delegation),
            panelView,
            MayAsk: participant.Admitted && panel is not null && !waits && !hasFloor && !interrupted,
            request is null ? null : new(request.Id.Value, request.State, request.Doors.First(d => d.Participant == holder).At.ToUnixTimeMilliseconds()),
            hasFloor,
            spoken is null || request is { IsWaiting: true } ? null
                : new((long)spoken.Clock.Spoken(spoken.EndedAt ?? state.LastAt).TotalMilliseconds),
            interrupted,
            panel is not null && state.IntakeOf(panel.Id) is { } intake ? SeatIntakeView.Of(state, intake) : null,
            [.. UnheardOf(state, holder)]);
    }

    private static FloorRequest? Latest(Hearing state, Segment panel, ParticipantId holder) =>
        state.RequestsFor(panel.Id).Where(r => r.IsBy(holder) && r.Kind == FloorKind.Intervention).OrderBy(r => r.IsWaiting).ThenBy(r => r.RaisedAt).LastOrDefault();

    private static IEnumerable<SeatUnheardView> UnheardOf(Hearing state, ParticipantId holder) =>
        state.Requests.Values.Where(r => r.State == RequestState.Lapsed && r.Kind == FloorKind.Intervention && r.IsBy(holder))
            .OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value)
            .Select(r => new SeatUnheardView(r.Id.Value, state.FindSegment(r.Segment)?.Title ?? "", state.Contributions.GetValueOrDefault(r.Id)?.Text));

    /// <summary>What lapsed when the open segment was opened: nobody's wish goes without a word. It is told until they ask again, or the next segment opens.</summary>
    private static FloorRequest? NotReached(Hearing state, ParticipantId holder) =>
        state.Requests.Values.Where(r => r.IsBy(holder) && r.Kind == FloorKind.Intervention && r.State == RequestState.Lapsed && r.ChangedAt == state.OpenedAt)
            .OrderBy(r => r.RaisedAt).LastOrDefault();
}

public sealed record SeatPanelView(string Id, string Title);

public sealed record SeatRequestView(Guid Id, RequestState State, long RaisedAtUnixMs);

/// <param name="OpensAtUnixMs">Null for from the beginning.</param>
/// <param name="OpensAt">The same by the clock on the chamber's wall.</param>
public sealed record SeatIntakeView(long? OpensAtUnixMs, long? ClosesAtUnixMs, string? OpensAt, string? ClosesAt)
{
    public static SeatIntakeView Of(Hearing state, Intake intake) => new(
        intake.OpensAt?.ToUnixTimeMilliseconds(), intake.ClosesAt?.ToUnixTimeMilliseconds(), Wall(state, intake.OpensAt), Wall(state, intake.ClosesAt));

    private static string? Wall(Hearing state, DateTimeOffset? at) => at is { } instant ? state.Local(instant).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}

/// <param name="Text">What was handed in; null while nothing was.</param>
public sealed record SeatUnheardView(Guid RequestId, string Panel, string? Text);

public sealed record SeatDoneView(long SpokenMs);
