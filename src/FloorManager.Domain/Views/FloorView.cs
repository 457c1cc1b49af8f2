using System.Collections.Immutable;
using System.Globalization;
using FloorManager.Domain.Forecast;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Views;

/// <summary>
/// What the room sees: the view of the chamber screen, the queue view and the podium, and what every other view begins with.
/// Whole, small, and free of anything about people who wait. Field names and units are the wire's: times end in the unit they count.
/// </summary>
/// <param name="Version">Version of the hearing's journal; a screen drops a view older than the one it shows.</param>
/// <param name="ServerUnixMs">When the view was cut: remaining times are as of this instant.</param>
/// <param name="OnDeck">Announced by the chair as following, in the order announced.</param>
/// <param name="Blinks">A screen that sees the number grow blinks once.</param>
/// <param name="ResumesAt">Time of day in the chamber, 24 hours, when the meeting goes on; null when nothing was announced, or its time has come.</param>
/// <param name="RequestsWaiting">How many requests wait in the panel that takes requests now.</param>
public record FloorView(
    string Hearing,
    string HearingTitle,
    long Version,
    long ServerUnixMs,
    SegmentView? Segment,
    SpeakerView? Speaker,
    ClockView? Clock,
    ImmutableArray<OnDeckView> OnDeck,
    int RequestsWaiting,
    string? Message,
    bool Blackout,
    int Blinks,
    string? ResumesAt)
{
    /// <summary>What the programme has after the open segment; what it begins with while none is open; null at its end.</summary>
    public NextSegmentView? Next { get; init; }

    /// <summary>The same for one audience: with what is meant for the podium alone, or for a seat.</summary>
    /// <param name="seat">Whose view it is; null for every audience but <c>seat</c>.</param>
    /// <param name="state">The state that this was cut from.</param>
    /// <param name="forecast">Reckoned once for many seats.</param>
    public FloorView For(string audience, SeatLabel? seat, Hearing state, Lazy<FloorForecast?>? forecast = null) =>
        seat is { } label ? SeatFloorView.Of(state, this, label, forecast) : audience switch
        {
            "podium" => PodiumFloorView.Of(state, this),
            "queue" => QueueFloorView.Of(state, this, forecast),
            _ => this,
        };

    public static FloorView Of(Hearing state, DateTimeOffset now) => new(
        state.Details?.ShortName ?? "",
        state.Details?.Title ?? "",
        state.Version,
        now.ToUnixTimeMilliseconds(),
        state.OpenSegment is { } segment ? SegmentView.Of(segment, state.Phase) : null,
        state.Floor is { } floor ? SpeakerView.Of(floor) : null,
        state.Floor is { } holder ? ClockView.Of(holder, now) : null,
        [.. state.OnDeck.Select(id => OnDeckView.Of(state, id))],
        state.PanelForRequests is { } panel ? state.RequestsFor(panel.Id).Count(r => r.IsWaiting) : 0,
        state.Message,
        state.Blackout,
        state.Blinks,
        state.ResumesAt is { } at && at > now ? state.Local(at).ToString("HH:mm", CultureInfo.InvariantCulture) : null)
    {
        Next = NextSegmentView.Of(state),
    };
}

public sealed record SegmentView(string Id, SegmentKind Kind, string Title, string Theme, PanelPhase? Phase, long EndsAtUnixMs)
{
    public static SegmentView Of(Segment s, PanelPhase? phase) =>
        new(s.Id.Value, s.Kind, s.Title, s.Theme, phase, s.EndsAt.ToUnixTimeMilliseconds());
}

/// <param name="At">When it is planned to begin, by the clock on the chamber's wall, such as <c>11:40</c>.</param>
public sealed record NextSegmentView(SegmentKind Kind, string Title, string Theme, string At)
{
    /// <summary>Null as well where this machine does not know the hearing's time zone: a wrong time is worse than none.</summary>
    public static NextSegmentView? Of(Hearing state) =>
        state.Segments.SkipWhile(s => state.OpenSegmentId is { } open && s.Id != open)
            .FirstOrDefault(s => s.Id != state.OpenSegmentId && !state.ClosedSegments.Contains(s.Id)) is { } next
        && TimeZoneInfo.TryFindSystemTimeZoneById(state.Details?.TimeZone ?? "", out var there)
            ? new(next.Kind, next.Title, next.Theme, TimeZoneInfo.ConvertTime(next.StartsAt, there).ToString("HH:mm", CultureInfo.InvariantCulture))
            : null;
}

public sealed record SpeakerView(string Style, string Name, string Designation, string Delegation, string Category, FloorKind Kind)
{
    public static SpeakerView Of(Intervention i) =>
        new(i.Speaker.Style, i.Speaker.Name, i.Speaker.Designation, i.Speaker.Delegation, i.Speaker.Category, i.Kind);
}

/// <param name="State"><c>NotStarted</c>, <c>Running</c>, <c>Paused</c> or <c>Ended</c>.</param>
/// <param name="LimitMs">What is allowed, adjustments included.</param>
/// <param name="RemainingMs">Below zero it is the overrun.</param>
/// <param name="Strict">False for remarks, whose announced length is shown and not enforced.</param>
public sealed record ClockView(string State, ClockPhase Phase, long LimitMs, long RemainingMs, long WarningMs, bool Strict)
{
    public static ClockView Of(Intervention i, DateTimeOffset now) => new(
        i.Clock.GetType().Name,
        i.Clock.Phase(now, i.Warning),
        (long)i.Clock.Allowed.TotalMilliseconds,
        (long)i.Clock.Remaining(now).TotalMilliseconds,
        (long)i.Warning.TotalMilliseconds,
        i.Strict);
}

public sealed record OnDeckView(string Name, string Delegation)
{
    public static OnDeckView Of(Hearing state, RequestId id)
    {
        var request = state.Requests[id];
        return new(state.Participants.GetValueOrDefault(request.Participant)?.FullName ?? "", request.Delegation);
    }
}
