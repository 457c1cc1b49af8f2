using FloorManager.Domain.Interventions;
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
    /// <summary>A hearing is set up once.</summary>
    public sealed record AlreadySetUp(string Title) : Refusal;

    /// <summary>Nothing but setting up happens in a hearing that is not set up.</summary>
    public sealed record NotSetUp : Refusal;

    /// <summary>The hearing was put away; it can be read, and be taken out again.</summary>
    public sealed record HearingIsArchived(string Title) : Refusal;

    /// <summary>No time zone of this IANA name is known.</summary>
    public sealed record NoSuchTimeZone(string Name) : Refusal;

    /// <summary>So many on the register have the category that would go.</summary>
    public sealed record CategoryNeeded(string Category, int Participants) : Refusal;

    /// <summary>A regional group cannot be taken away while somebody on the register is of it.</summary>
    public sealed record RegionalGroupNeeded(string RegionalGroup, int Participants) : Refusal;

    /// <summary>A value lies outside what the field allows.</summary>
    public sealed record OutOfBounds(string Field, string Least, string Most) : Refusal;

    /// <summary>The segment, topic or person of this id is repeated or out of bounds, or is missing and needed for the record.</summary>
    public sealed record ProgrammeInvalid(string What) : Refusal;

    /// <summary>The segment that is open now must stay in the programme.</summary>
    public sealed record OpenSegmentMissing(string Title) : Refusal;

    /// <summary>The field of this participant is empty, too long, repeated, or names what the hearing does not have.</summary>
    public sealed record ParticipantInvalid(ParticipantId Participant, string What) : Refusal;

    /// <summary>Two of the register are merged, never one with themselves.</summary>
    public sealed record MergedWithThemselves(string Name) : Refusal;

    /// <summary>They have the floor, or wait to go on, in a way that would be somebody else's after a merge.</summary>
    public sealed record SpeaksNow(string Name, string Delegation) : Refusal;

    /// <summary>Personal data is not erased while its person may still be called, or has the floor.</summary>
    public sealed record StillCalled(string Name, string Delegation) : Refusal;

    /// <summary>The reason for an erasure is kept, and would keep the name.</summary>
    public sealed record NamedInReason(string Name) : Refusal;

    /// <summary>The label is empty, too long or repeated.</summary>
    public sealed record SeatPlanInvalid(SeatLabel Seat) : Refusal;

    /// <summary>It is none of the views that a screen of the room shows.</summary>
    public sealed record NoSuchView(string View) : Refusal;

    public sealed record NoSuchSegment(SegmentId Segment) : Refusal;

    /// <summary>Only panels take requests and have phases.</summary>
    public sealed record NotAPanel(string Title) : Refusal;

    /// <summary>Phases are set and the floor is given in the open segment.</summary>
    public sealed record NoOpenSegment : Refusal;

    /// <summary>The last panel is over, and no panel was named.</summary>
    public sealed record NoPanelLeft : Refusal;

    /// <summary>The panel is over; opening it again would take requests again.</summary>
    public sealed record SegmentClosed(string Title) : Refusal;

    /// <summary>The panel has no such topic; topics belong to one panel.</summary>
    public sealed record NoSuchTopic(TopicId Topic) : Refusal;

    public sealed record NoSuchParticipant(ParticipantId Participant) : Refusal;

    public sealed record NoSuchPodiumSpeaker(PodiumSpeakerId Speaker) : Refusal;

    public sealed record NoSuchSeat(SeatLabel Seat) : Refusal;

    /// <summary>The seat exists, and nobody sits there by the register.</summary>
    public sealed record SeatNotAssigned(SeatLabel Seat) : Refusal;

    /// <summary>A seat acts for another seat, or for a participant who does not sit there.</summary>
    public sealed record NotYourSeat(SeatLabel Seat) : Refusal;

    /// <summary>Somebody has the seat by the register.</summary>
    public sealed record SeatHeld(SeatLabel Seat) : Refusal;

    /// <summary>They are unknown, not admitted, seated or waiting already. Which of it is not told, nor who they are: whoever asks is not known to be them.</summary>
    public sealed record NotToBeSeated(SeatLabel Seat) : Refusal;

    /// <summary>The secretariat assigned the seat, and nobody else takes that back.</summary>
    public sealed record SeatAssigned(SeatLabel Seat) : Refusal;

    /// <summary>They wait or have the floor, and are called by their seat.</summary>
    public sealed record CalledBySeat(string Name, SeatLabel Seat) : Refusal;

    /// <summary>Only participants approved beforehand may ask for the floor.</summary>
    public sealed record NotAdmitted(string Name) : Refusal;

    /// <summary>The hearing takes requests from those in the room only, and they have not been checked in.</summary>
    public sealed record NotInTheRoom(string Name) : Refusal;

    /// <summary>The delegation already waits in this panel, by somebody else who came through the same door.</summary>
    public sealed record DelegationAlreadyWaiting(string Delegation, string Name) : Refusal;

    /// <summary>Remarks and replies come from the podium and need no request.</summary>
    public sealed record NotRequestable(string Kind) : Refusal;

    public sealed record NoSuchRequest(RequestId Request) : Refusal;

    /// <summary>A seat withdraws the requests of its holder only.</summary>
    public sealed record NotYourRequest : Refusal;

    /// <summary>The request has come to an end: it was called, withdrawn, declined or has lapsed.</summary>
    public sealed record RequestClosed(string Name, RequestState State) : Refusal;

    /// <summary>The request is for another segment, or for another kind of speaking, than that of the intervention to be corrected.</summary>
    public sealed record RequestForSomethingElse(string Name) : Refusal;

    /// <summary>Requests for the panel are taken from then on, by the clock on the chamber's wall.</summary>
    public sealed record IntakeNotOpen(string Title, string At) : Refusal;

    /// <summary>Requests for the panel were taken until then, by the clock on the chamber's wall.</summary>
    public sealed record IntakeClosed(string Title, string At) : Refusal;

    /// <summary>Requests would be taken no more before they are taken.</summary>
    public sealed record IntakeClosesFirst : Refusal;

    /// <summary>Only those who were not reached hand in a contribution: this request waits, or has come to another end.</summary>
    public sealed record RequestNotLapsed(string Name, RequestState State) : Refusal;

    /// <summary>Exactly one request, participant, seat or podium speaker must be named.</summary>
    public sealed record NobodyNamed : Refusal;

    /// <summary>Someone has the floor; two people never have it.</summary>
    public sealed record FloorTaken(string Name, string Delegation) : Refusal;

    /// <summary>A clock runs for somebody who has the floor.</summary>
    public sealed record NobodyHasTheFloor : Refusal;

    /// <summary>The command was meant for an intervention that is not, or no longer, the one on the floor.</summary>
    public sealed record FloorHasMoved(string Name) : Refusal;

    /// <summary>A clock that has not run yet is neither paused nor resumed.</summary>
    public sealed record ClockNotStarted : Refusal;

    /// <summary>A paused clock is resumed, not started again.</summary>
    public sealed record ClockPaused : Refusal;

    /// <summary>Points of order or rights of reply are switched off by the rules of the segment.</summary>
    public sealed record NotTakenHere(FloorKind Kind) : Refusal;

    /// <summary>The intervention is neither on the floor nor among those that ended.</summary>
    public sealed record NoSuchIntervention(InterventionId Intervention) : Refusal;

    /// <summary>The record is put right when they have ended: they have the floor, or wait to go on.</summary>
    public sealed record StillSpeaking(string Name, string Delegation) : Refusal;

    /// <summary>They were called and did not speak: the record says nothing of them that could be wrong.</summary>
    public sealed record DidNotSpeak(string Name, string Delegation) : Refusal;

    /// <summary>Somebody else has corrected the intervention since it was looked at: it is theirs now, and the reason was this.</summary>
    public sealed record CorrectedMeanwhile(string Name, string Delegation, string Reason) : Refusal;

    /// <summary>An intervention from the floor was nobody's on the podium, and what was said on the podium was nobody's on the floor.</summary>
    public sealed record NotFromThere(string Name, string Delegation) : Refusal;

    /// <summary>The start lies before the floor was given, or not before the end; both by the clock on the chamber's wall.</summary>
    public sealed record StartsOutside(string Given, string End) : Refusal;

    /// <summary>The end lies not after the start, or after now; both by the clock on the chamber's wall.</summary>
    public sealed record EndsOutside(string Start, string Now) : Refusal;

    /// <summary>The clock of somebody else ran then, from and until by the clock on the chamber's wall.</summary>
    public sealed record SpokeThen(string Name, string Delegation, string From, string Until) : Refusal;

    /// <summary>The hearing has no category or regional group of this code, or whoever spoke from the podium has none at all.</summary>
    public sealed record NoSuchGroup(string Code) : Refusal;

    public sealed record NoSuchQuestion(QuestionId Question) : Refusal;

    /// <summary>It was never noted, or has been struck.</summary>
    public sealed record NoSuchRecommendation(RecommendationId Recommendation) : Refusal;

    /// <summary>Somebody else has changed the recommendation since the writer saw it: it reads so now, and neither text is lost.</summary>
    public sealed record RewordedMeanwhile(string Text) : Refusal;

    /// <summary>Nothing was done yet, or the step lies too far back, or it has been undone already.</summary>
    public sealed record NothingToUndo : Refusal;

    /// <summary>The desk takes back what the desk did; what the chair did is the chair's.</summary>
    public sealed record NotYourStep(Role Whose) : Refusal;

    /// <summary>So many more steps would be undone than were seen (below zero: fewer). Nobody takes back what they never saw.</summary>
    public sealed record StepsCameAfter(int Since) : Refusal;
}
