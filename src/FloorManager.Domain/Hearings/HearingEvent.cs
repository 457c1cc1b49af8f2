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

    public sealed record HearingChanged(HearingDetails Details) : HearingEvent;

    public sealed record HearingArchived(bool On) : HearingEvent;

    public sealed record ProgrammeSet(ImmutableArray<Meeting> Meetings) : HearingEvent;

    /// <summary>Only those who are new or changed.</summary>
    public sealed record ParticipantsRegistered(ImmutableArray<Participant> Participants) : HearingEvent;

    /// <summary>Two on the register were one person.</summary>
    /// <param name="Kept">As they are on the register from now on.</param>
    /// <param name="Gone">The number that means them as well from now on.</param>
    public sealed record ParticipantsMerged(Participant Kept, ParticipantId Gone) : HearingEvent;

    /// <summary>
    /// Somebody's personal data is gone: from the register by this event, and from all that was written before it, which is written anew at the same time.
    /// </summary>
    /// <param name="Reason">Why, without their name.</param>
    /// <param name="StillNamed">Free texts that may name them.</param>
    public sealed record PersonalDataErased(ParticipantId Participant, string Reason, ImmutableArray<Mention> StillNamed) : HearingEvent;

    public sealed record ParticipantCheckedIn(ParticipantId Participant) : HearingEvent;

    public sealed record ParticipantCheckedOut(ParticipantId Participant) : HearingEvent;

    /// <summary>Somebody said by the seat's own card that they sit there.</summary>
    public sealed record SeatTaken(SeatLabel Seat, ParticipantId Participant) : HearingEvent;

    public sealed record SeatLeft(SeatLabel Seat, ParticipantId Participant) : HearingEvent;

    /// <param name="View">Null where the name is kept no longer.</param>
    public sealed record ScreenNamed(string Name, string? View) : HearingEvent;

    public sealed record SeatPlanSet(ImmutableArray<Seat> Seats) : HearingEvent;

    /// <summary>The segment that was open until then is closed by it.</summary>
    public sealed record SegmentOpened(SegmentId Segment) : HearingEvent;

    public sealed record PhaseSet(PanelPhase Phase) : HearingEvent;

    public sealed record RequestRaised(
        RequestId Request, ParticipantId Participant, SegmentId Segment, IntakeChannel Channel,
        FloorKind Kind, TopicId? Topic, SeatLabel? Seat) : HearingEvent;

    /// <summary>The delegation waited already and came through another door as well.</summary>
    /// <param name="Participant">Who asked there.</param>
    public sealed record RequestJoined(RequestId Request, ParticipantId Participant, IntakeChannel Channel, TopicId? Topic, SeatLabel? Seat) : HearingEvent;

    /// <summary>One of those who asked took their wish back, and the others wait on.</summary>
    public sealed record RequestLeft(RequestId Request, ParticipantId Participant) : HearingEvent;

    public sealed record RequestWithdrawn(RequestId Request) : HearingEvent;

    public sealed record RequestDeferred(RequestId Request) : HearingEvent;

    public sealed record RequestDeclined(RequestId Request) : HearingEvent;

    public sealed record RequestPlacedOnDeck(RequestId Request) : HearingEvent;

    /// <summary>It waits from now on, also if it was set aside before.</summary>
    public sealed record RequestTakenOffDeck(RequestId Request) : HearingEvent;

    /// <summary>The panel closed before these were reached.</summary>
    public sealed record RequestsLapsed(ImmutableArray<RequestId> Requests) : HearingEvent;

    /// <summary>The panel was opened again: these wait again, or are set aside again where they were.</summary>
    public sealed record RequestsRestored(ImmutableArray<RequestId> Requests) : HearingEvent;

    /// <summary>From when until when seats may ask in the panel, UTC; without either, until it closes.</summary>
    public sealed record IntakeSet(SegmentId Segment, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt) : HearingEvent;

    /// <summary>By somebody who was not reached; it replaces what they handed in before.</summary>
    public sealed record ContributionHandedIn(RequestId Request, ParticipantId Participant, IntakeChannel Channel, string Text) : HearingEvent;

    /// <summary>Holds everything about the speaker as of now, and the limit that follows from rules or announcement.</summary>
    public sealed record FloorGiven(
        InterventionId Intervention, SegmentId Segment, FloorKind Kind, Speaker Speaker, RequestId? Request,
        TopicId? Topic, bool Strict, TimeSpan Limit, TimeSpan Warning,
        TimeSpan? Accommodation = null, int? Suggested = null) : HearingEvent;

    /// <summary>A point of order comes in between: whoever had the floor waits for it to be settled.</summary>
    /// <param name="Resumes">The clock ran when it was interrupted and runs on when the floor returns.</param>
    public sealed record FloorInterrupted(InterventionId Intervention, bool Resumes) : HearingEvent;

    /// <summary>The point of order is settled; the floor is with whom it was interrupted.</summary>
    public sealed record FloorReturned(InterventionId Intervention) : HearingEvent;

    /// <summary>Somebody else spoke, or speaks, than was noted. The clock and the times stay.</summary>
    /// <param name="Accommodation">Agreed with whoever speaks; what the clock allows stays what it was.</param>
    /// <param name="Topic">Of their request.</param>
    public sealed record SpeakerCorrected(
        InterventionId Intervention, Speaker Speaker, RequestId? Request, TimeSpan? Accommodation = null, TopicId? Topic = null) : HearingEvent;

    /// <summary>What stands in the record of an intervention that has ended, from now on. Pauses and what was allowed stay.</summary>
    /// <param name="Accommodation">Agreed with whoever spoke; what the clock allowed follows it.</param>
    /// <param name="StartedAt">UTC.</param>
    /// <param name="EndedAt">UTC.</param>
    /// <param name="By">The chair or the secretariat: the record says which of them.</param>
    public sealed record RecordCorrected(
        InterventionId Intervention, Speaker Speaker, RequestId? Request, TopicId? Topic, TimeSpan? Accommodation,
        DateTimeOffset StartedAt, DateTimeOffset EndedAt, string Reason, Role By) : HearingEvent;

    /// <param name="SecondsAgo">The start was forgotten and is noted later.</param>
    public sealed record ClockStarted(InterventionId Intervention, int SecondsAgo = 0) : HearingEvent;

    public sealed record ClockPaused(InterventionId Intervention) : HearingEvent;

    public sealed record ClockResumed(InterventionId Intervention) : HearingEvent;

    /// <param name="Seconds">Above zero more, below zero less.</param>
    public sealed record ClockAdjusted(InterventionId Intervention, int Seconds) : HearingEvent;

    /// <summary>Noted once a deadline; more time may take it back.</summary>
    public sealed record TimeExpired(InterventionId Intervention) : HearingEvent;

    public sealed record InterventionEnded(InterventionId Intervention) : HearingEvent;

    public sealed record MessageShown(string Text) : HearingEvent;

    public sealed record MessageCleared : HearingEvent;

    /// <summary>Null took it away.</summary>
    public sealed record PodiumTold(string? Text) : HearingEvent;

    public sealed record BlackoutSet(bool On) : HearingEvent;

    /// <summary>The screens blink once, for a moment.</summary>
    public sealed record RoomBlinked : HearingEvent;

    /// <param name="At">UTC; null takes it back.</param>
    public sealed record ResumptionAnnounced(DateTimeOffset? At) : HearingEvent;

    // Leading the panel.

    /// <summary>From now on the limit is another in this segment, until it is set again.</summary>
    public sealed record LimitSet(SegmentId Segment, TimeSpan Limit) : HearingEvent;

    /// <param name="Size">0 for no rounds.</param>
    public sealed record RoundSizeSet(SegmentId Segment, int Size) : HearingEvent;

    /// <param name="To">Null for the panel as a whole.</param>
    /// <param name="From">The intervention it was put in; null when it is not known.</param>
    public sealed record QuestionNoted(QuestionId Question, SegmentId Segment, PodiumSpeakerId? To, InterventionId? From, string Text) : HearingEvent;

    public sealed record QuestionSettled(QuestionId Question, bool Answered) : HearingEvent;

    // What the desk writes down.

    /// <param name="Topic">Of the intervention's segment; null for none of them.</param>
    public sealed record RecommendationNoted(RecommendationId Recommendation, InterventionId Intervention, TopicId? Topic, string Text) : HearingEvent;

    public sealed record RecommendationReworded(RecommendationId Recommendation, TopicId? Topic, string Text) : HearingEvent;

    public sealed record RecommendationStruck(RecommendationId Recommendation) : HearingEvent;

    /// <summary>Newest first: each is taken back as if it had not been done.</summary>
    public sealed record StepsUndone(ImmutableArray<CommandId> Steps) : HearingEvent;
}
