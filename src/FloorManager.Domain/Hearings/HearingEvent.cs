using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Hearings;

/// <summary>
/// What happened in a hearing. When and by whom stands in the entry that holds the event. Stored names and fields are pinned by
/// approval files: a field may be added with a default, never renamed or removed.
/// </summary>
public abstract record HearingEvent
{
    public sealed record HearingSetUp(HearingDetails Details) : HearingEvent;

    public sealed record ProgrammeSet(ImmutableArray<Meeting> Meetings) : HearingEvent;

    public sealed record ParticipantsRegistered(ImmutableArray<Participant> Participants) : HearingEvent;

    public sealed record SeatPlanSet(ImmutableArray<Seat> Seats) : HearingEvent;

    public sealed record SegmentOpened(SegmentId Segment) : HearingEvent;

    public sealed record PhaseSet(PanelPhase Phase) : HearingEvent;

    public sealed record RequestRaised(
        RequestId Request, ParticipantId Participant, SegmentId Segment, IntakeChannel Channel,
        FloorKind Kind, TopicId? Topic, SeatLabel? Seat) : HearingEvent;

    public sealed record RequestWithdrawn(RequestId Request) : HearingEvent;

    public sealed record RequestDeferred(RequestId Request) : HearingEvent;

    public sealed record RequestDeclined(RequestId Request) : HearingEvent;

    public sealed record RequestPlacedOnDeck(RequestId Request) : HearingEvent;

    public sealed record RequestTakenOffDeck(RequestId Request) : HearingEvent;

    /// <summary>The panel closed before these were reached.</summary>
    public sealed record RequestsLapsed(ImmutableArray<RequestId> Requests) : HearingEvent;

    /// <summary>The panel was opened again: these wait again.</summary>
    public sealed record RequestsRestored(ImmutableArray<RequestId> Requests) : HearingEvent;

    public sealed record FloorGiven(
        InterventionId Intervention, SegmentId Segment, FloorKind Kind, Speaker Speaker, RequestId? Request,
        TopicId? Topic, bool Strict, TimeSpan Limit, TimeSpan Warning) : HearingEvent;

    public sealed record ClockStarted(InterventionId Intervention) : HearingEvent;

    public sealed record ClockPaused(InterventionId Intervention) : HearingEvent;

    public sealed record ClockResumed(InterventionId Intervention) : HearingEvent;

    public sealed record ClockAdjusted(InterventionId Intervention, int Seconds) : HearingEvent;

    public sealed record TimeExpired(InterventionId Intervention) : HearingEvent;

    public sealed record InterventionEnded(InterventionId Intervention) : HearingEvent;

    public sealed record MessageShown(string Text) : HearingEvent;

    public sealed record MessageCleared : HearingEvent;

    public sealed record BlackoutSet(bool On) : HearingEvent;
}
