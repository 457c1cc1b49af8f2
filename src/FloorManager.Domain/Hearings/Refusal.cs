using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Hearings;

/// <summary>
/// Why a command was not carried out, with the facts a screen needs to say so. A refusal changes nothing. The sentence is the screen's;
/// the reason code that the API shows is the type's name in kebab case, and the facts go into the sentence in their order.
/// </summary>
public abstract record Refusal
{
    public sealed record AlreadySetUp(string Title) : Refusal;

    public sealed record NotSetUp : Refusal;

    /// <summary>A value lies outside what the field allows.</summary>
    public sealed record OutOfBounds(string Field, string Least, string Most) : Refusal;

    public sealed record ProgrammeInvalid(string What) : Refusal;

    public sealed record OpenSegmentMissing(string Title) : Refusal;

    public sealed record ParticipantInvalid(ParticipantId Participant, string What) : Refusal;

    public sealed record SeatPlanInvalid(SeatLabel Seat) : Refusal;

    public sealed record NoSuchSegment(SegmentId Segment) : Refusal;

    public sealed record NotAPanel(string Title) : Refusal;

    public sealed record NoOpenSegment : Refusal;

    public sealed record NoPanelLeft : Refusal;

    public sealed record SegmentClosed(string Title) : Refusal;

    public sealed record NoSuchTopic(TopicId Topic) : Refusal;

    public sealed record NoSuchParticipant(ParticipantId Participant) : Refusal;

    public sealed record NoSuchPodiumSpeaker(PodiumSpeakerId Speaker) : Refusal;

    public sealed record NoSuchSeat(SeatLabel Seat) : Refusal;

    public sealed record SeatNotAssigned(SeatLabel Seat) : Refusal;

    /// <summary>A seat acts for another seat, or for a participant who does not sit there.</summary>
    public sealed record NotYourSeat(SeatLabel Seat) : Refusal;

    /// <summary>Only participants approved beforehand may ask for the floor.</summary>
    public sealed record NotAdmitted(string Name) : Refusal;

    /// <summary>The delegation already waits in this panel, by somebody else.</summary>
    public sealed record DelegationAlreadyWaiting(string Delegation, string Name) : Refusal;

    /// <summary>Remarks and replies come from the podium and need no request.</summary>
    public sealed record NotRequestable(string Kind) : Refusal;

    public sealed record NoSuchRequest(RequestId Request) : Refusal;

    public sealed record NotYourRequest : Refusal;

    /// <summary>The request has come to an end: it was called, withdrawn, declined or has lapsed.</summary>
    public sealed record RequestClosed(string Name, RequestState State) : Refusal;

    /// <summary>Exactly one request, participant, seat or podium speaker must be named.</summary>
    public sealed record NobodyNamed : Refusal;

    /// <summary>Someone has the floor; two people never have it.</summary>
    public sealed record FloorTaken(string Name, string Delegation) : Refusal;

    public sealed record NobodyHasTheFloor : Refusal;

    /// <summary>The command was meant for an intervention that is not, or no longer, the one on the floor.</summary>
    public sealed record FloorHasMoved(string Name) : Refusal;

    public sealed record ClockNotStarted : Refusal;

    public sealed record ClockPaused : Refusal;
}
