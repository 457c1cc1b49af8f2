using System.Collections.Immutable;
using System.Globalization;
using FloorManager.Domain.Forecast;
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

    /// <param name="forecast">As of the room's view, where it is reckoned once for many seats; else it is reckoned here.</param>
    public static SeatFloorView Of(Hearing state, FloorView room, SeatLabel seat, Lazy<FloorForecast?>? forecast = null)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(room.ServerUnixMs);
        var view = SeatView.Of(state, seat, now);
        var waits = view.Request is { State: RequestState.Pending } asked && state.Requests.GetValueOrDefault(new(asked.Id))?.Segment == state.OpenSegmentId;
        return new(room, waits ? view with { Outlook = OutlookOf(forecast is null ? FloorForecast.Of(state, now) : forecast.Value) } : view);
    }

    /// <summary>
    /// In three steps, so that nobody counts on a place: the chair chooses the order. It says no more than what the room sees, how many wait and when the panel ends.
    /// </summary>
    public static SeatOutlook? OutlookOf(FloorForecast? forecast) => forecast switch
    {
        null => null,
        { Fits: 0 } => SeatOutlook.NotInThisPanel,
        _ => forecast.Waiting * 3 <= forecast.Fits * 2 ? SeatOutlook.Likely : SeatOutlook.AtRisk,
    };
}

/// <summary>Whether whoever waits may be reached in the open panel: at most two thirds of what fits wait; more do; nothing fits any more.</summary>
public enum SeatOutlook { Likely, AtRisk, NotInThisPanel }

/// <param name="Participant">Whose seat it is; null while it is not assigned, or no longer in the seat plan.</param>
/// <param name="Panel">The panel a request would be for now; null when none is left.</param>
/// <param name="MayAsk">
/// The holder is admitted, a panel takes requests now, they do not wait in it, and nobody of the delegation does who came through a seat as well:
/// asking would be accepted. A wish of the delegation that came through another door is no reason not to offer it, so that a seat learns nothing
/// of it. Not offered to whoever has the floor or waits to go on, nor, where the hearing needs it, to who is not in the room.
/// </param>
/// <param name="Request">The holder's latest wish to speak in that panel, or the one that was not reached in the panel before it; points of order and rights of reply stand beside it.</param>
/// <param name="Interrupted">The holder had the floor when a point of order came in between, and goes on when it is settled.</param>
/// <param name="Done">Set once the holder has spoken in that panel, until they ask again.</param>
/// <param name="Intake">When that panel takes requests; null until it closes.</param>
/// <param name="CheckInFirst">The hearing takes requests from those in the room only, and the holder is not among them by what is known.</param>
/// <param name="Written">What the holder may hand in instead of speaking; null where they were reached.</param>
/// <param name="Outlook">Whether the holder, who waits in the open panel, may be reached in it; null for who does not wait there or has been announced.</param>
/// <param name="MayTake">Nobody has the seat: whoever sits there may say who they are.</param>
/// <param name="MayLeave">The holder said so by the seat's own card, and neither waits nor speaks: it may be taken back.</param>
public sealed record SeatView(
    string Label, OnDeckView? Participant, SeatPanelView? Panel, bool MayAsk, SeatRequestView? Request, bool HasFloor, SeatDoneView? Done,
    bool Interrupted = false, SeatIntakeView? Intake = null, SeatWrittenView? Written = null, bool CheckInFirst = false, SeatOutlook? Outlook = null,
    bool MayTake = false, bool MayLeave = false)
{
    public static SeatView Of(Hearing state, SeatLabel seat, DateTimeOffset now)
    {
        var panel = state.PanelForRequests;
        var panelView = panel is null ? null : new SeatPanelView(panel.Id.Value, panel.Title, panel.Topics);
        if (state.HolderOf(seat) is not { } participant)
            return new(seat.Value, null, panelView, MayAsk: false, null, HasFloor: false, null, MayTake: state.Seats.ContainsKey(seat) && !state.IsArchived);

        var holder = participant.Id;

        var wishes = state.Requests.Values.Where(r => r.IsBy(holder) && r.Kind == FloorKind.Intervention).OrderBy(r => AskedAt(r, holder)).ThenBy(r => r.Id.Value).ToArray();
        var request = wishes.Where(r => r.Segment == panel?.Id).OrderBy(r => r.IsWaiting).LastOrDefault() ?? NotReached(state, wishes);
        var hasFloor = state.Floor?.Speaker.Participant == holder;
        var interrupted = state.Interrupted?.Floor.Speaker.Participant == holder;
        var waits = panel is not null && state.WaitingFor(panel.Id, holder, participant.Delegation) is { } waiting
            && (waiting.IsBy(holder) || waiting.Doors.Any(d => d.Channel == IntakeChannel.Seat));
        var spoken = state.Ended.LastOrDefault(i => i.Spoke && i.Speaker.Participant == holder && i.Segment == panel?.Id);
        var outside = participant.Admitted && state.Details?.PresenceNeeded == true && !state.InTheRoom.ContainsKey(holder);
        var may = participant.Admitted && panel is not null && !waits && !hasFloor && !interrupted && !outside;
        return new(
            seat.Value,
            new OnDeckView(participant.FullName, participant.Delegation),
            panelView,
            MayAsk: may && state.IntakeOf(panel!.Id).IsOpen(now),
            request is null ? null : new(request.Id.Value, request.State, AskedAt(request, holder).ToUnixTimeMilliseconds(), DoorOf(request, holder).Topic),
            hasFloor,
            spoken is null || request is { IsWaiting: true } ? null
                : new((long)spoken.Clock.Spoken(spoken.EndedAt ?? state.LastAt).TotalMilliseconds),
            interrupted,
            panel is null ? null : SeatIntakeView.Of(state, state.IntakeOf(panel.Id), may, now),
            SeatWrittenView.Of(state, wishes, now),
            outside,
            MayLeave: state.IsTaken(seat) && !state.IsArchived && !state.WaitsOrSpeaks(holder));
    }

    /// <summary>When they asked themselves: when others of the delegation did is not told to a seat.</summary>
    private static DateTimeOffset AskedAt(FloorRequest request, ParticipantId holder) => DoorOf(request, holder).At;

    private static Door DoorOf(FloorRequest request, ParticipantId holder) => request.Doors.First(d => d.Participant == holder);

    /// <summary>What lapsed when the open segment was opened: nobody's wish goes without a word. It is told until they ask again, or the next segment opens.</summary>
    private static FloorRequest? NotReached(Hearing state, FloorRequest[] wishes) =>
        Array.FindLast(wishes, r => r.State == RequestState.Lapsed && r.ChangedAt == state.OpenedAt);
}

/// <summary>When requests are taken, as of the instant of the view: a page goes on from there by itself.</summary>
/// <param name="MayAsk">Asking is accepted while requests are taken.</param>
/// <param name="OpensAt">By the clock on the chamber's wall, such as <c>10:00</c>; null where requests were taken from the beginning.</param>
/// <param name="OpensOn">The day there, such as <c>2017-07-27</c>; null for today.</param>
/// <param name="OpensInMs">Zero or below once it has opened.</param>
/// <param name="ClosesAt">As it opens; null until the panel closes.</param>
public sealed record SeatIntakeView(
    bool MayAsk, string? OpensAt, string? OpensOn, long? OpensInMs, string? ClosesAt, string? ClosesOn, long? ClosesInMs)
{
    public static SeatIntakeView? Of(Hearing state, Intake intake, bool mayAsk, DateTimeOffset now)
    {
        return intake == Intake.Always ? null : new(
            mayAsk, At(intake.OpensAt), On(intake.OpensAt), In(intake.OpensAt), At(intake.ClosesAt), On(intake.ClosesAt), In(intake.ClosesAt));

        string? At(DateTimeOffset? instant) => instant is { } at ? state.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
        string? On(DateTimeOffset? instant) =>
            instant is { } at && state.Local(at).Date != state.Local(now).Date ? state.Local(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        long? In(DateTimeOffset? instant) => (long?)(instant - now)?.TotalMilliseconds;
    }
}

/// <summary>The offer to hand in in writing what there was no time for. The text is not in it: it is long, and whoever wrote it has it.</summary>
/// <param name="RequestId">The holder's latest that was not reached, unless they were called since.</param>
/// <param name="Panel">The title of the panel it was for.</param>
/// <param name="HandedInAt">By the clock on the chamber's wall, with the day where it was another one; null while nothing was handed in.</param>
/// <param name="Characters">How long it is; 0 while nothing was handed in.</param>
public sealed record SeatWrittenView(Guid RequestId, string Panel, string? HandedInAt, int Characters)
{
    /// <param name="wishes">The holder's, in the order they were made.</param>
    public static SeatWrittenView? Of(Hearing state, FloorRequest[] wishes, DateTimeOffset now)
    {
        var last = Array.FindLastIndex(wishes, r => r.State == RequestState.Lapsed);
        if (state.IsArchived || last < 0 || wishes.Skip(last).Any(r => r.State == RequestState.Recognised)) return null;
        var written = state.Contributions.GetValueOrDefault(wishes[last].Id);
        return new(
            wishes[last].Id.Value, state.FindSegment(wishes[last].Segment)?.Title ?? "",
            written is null ? null : state.WallTime(written.HandedInAt, now), written?.Text.Length ?? 0);
    }
}

/// <param name="Topics">The guiding questions of the panel: a request may name one.</param>
public sealed record SeatPanelView(string Id, string Title, ImmutableArray<SuggestedTopic> Topics);

/// <param name="Topic">The one that the holder named; what others of the delegation named is not told to a seat.</param>
public sealed record SeatRequestView(Guid Id, RequestState State, long RaisedAtUnixMs, TopicId? Topic);

public sealed record SeatDoneView(long SpokenMs);
