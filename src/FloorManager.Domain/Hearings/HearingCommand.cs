using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Hearings;

/// <summary>
/// What somebody wants to happen in a hearing. Property names are the field names of the HTTP API. Commands about the
/// person who has the floor may name the intervention they were meant for, so that a late tap never hits the next speaker.
/// </summary>
public abstract record HearingCommand
{
    // Setting up, by the secretariat.

    /// <summary>The first command of a hearing, once; everything else is refused before it.</summary>
    public sealed record SetUpHearing(HearingDetails Details) : HearingCommand;

    /// <summary>
    /// Replaces what is settled about the hearing; its short name stays. With another time zone the programme keeps the times that are printed in it.
    /// Refused like a setting up, and while it would take away a category or a regional group that somebody on the register has.
    /// </summary>
    public sealed record ChangeHearing(HearingDetails Details) : HearingCommand;

    /// <summary>Puts the hearing away: it stays readable, and nothing but taking it out again and erasing personal data happens in it. Refused while someone has the floor.</summary>
    public sealed record ArchiveHearing(bool On = true) : HearingCommand;

    /// <summary>
    /// Replaces the programme. Refused while it would drop the open segment, or one that has its place in the record.
    /// </summary>
    public sealed record SetProgramme(ImmutableArray<Meeting> Meetings) : HearingCommand;

    /// <summary>
    /// Adds participants, or updates those with the same id; a number that was merged away means whom it was merged into, and one whose data was erased
    /// stays as it is. All of them, or none when one is at fault.
    /// </summary>
    public sealed record RegisterParticipants(ImmutableArray<Participant> Participants) : HearingCommand;

    /// <summary>
    /// Two on the register are one person: from then on everything that was <paramref name="Gone"/>'s is <paramref name="Keep"/>'s, what was empty
    /// is filled in, and of two requests that wait for the same the older keeps both doors. Refused for somebody who is not on the register or whose data was erased, for one
    /// and the same, while <paramref name="Gone"/> has the floor for another delegation, and while the one has interrupted the other. It is not taken back.
    /// </summary>
    public sealed record MergeParticipants(ParticipantId Keep, ParticipantId Gone) : HearingCommand;

    /// <summary>
    /// Erases what is known of a person, also where it was written before: name, form of address, function, gender, language, pronunciation and agreed extra
    /// time. Their number, delegation, category and regional group stay, with all that was asked and said under them. Free texts are not changed; the event
    /// tells which may name them. Also in a hearing that was put away. Refused while they wait or have the floor. It is never taken back.
    /// </summary>
    /// <param name="Reason">1 to 200 characters without the spaces around them, and without the name of the person: it is kept.</param>
    public sealed record ErasePersonalData(ParticipantId ParticipantId, string Reason) : HearingCommand
    {
        public const int LongestReason = 200;
    }

    /// <summary>
    /// Notes that somebody has come into the room, by the number on their ticket; upper and lower case are the same there. Refused for who is not on the
    /// register or not admitted.
    /// </summary>
    public sealed record CheckIn(ParticipantId ParticipantId) : HearingCommand;

    /// <summary>Notes that somebody has left the room.</summary>
    public sealed record CheckOut(ParticipantId ParticipantId) : HearingCommand;

    /// <summary>
    /// Where seating is free: a seat says by its own card which admitted participant sits there. Refused for a seat that somebody has, and without saying why for
    /// who is not on the register or not admitted, has a seat, or waits already. Meant for seats alone; the secretariat assigns them by the register.
    /// </summary>
    /// <param name="Seat">As the page shows it, since a browser may hold the cards of several; null for the one of the card.</param>
    public sealed record TakeSeat(ParticipantId ParticipantId, SeatLabel? Seat = null) : HearingCommand;

    /// <summary>Takes back what a seat said by <see cref="TakeSeat"/>. Refused where the secretariat assigned the seat, and while its holder waits or has the floor.</summary>
    public sealed record LeaveSeat(SeatLabel? Seat = null) : HearingCommand;

    /// <summary>
    /// Keeps what a screen shows under a short name, or under no name any more where <paramref name="View"/> is null. Refused for a name or a view that is
    /// none (<see cref="Screens.ScreenAddress"/>), and for more of them than a hearing keeps.
    /// </summary>
    /// <param name="View">A view of this hearing and how it is shown, such as <c>overlay?clock=on</c>.</param>
    public sealed record NameScreen(string Name, string? View) : HearingCommand;

    /// <summary>Replaces the seat plan.</summary>
    public sealed record SetSeatPlan(ImmutableArray<Seat> Seats) : HearingCommand;

    // The programme of the day.

    /// <summary>
    /// Closes the open segment – what could still be called in it lapses – and opens this one. Reopening restores what lapsed by closing: what
    /// was set aside is so again, everything else waits, the announced without their announcement; the phase is as it was left. Refused while someone has the floor.
    /// </summary>
    public sealed record OpenSegment(SegmentId SegmentId) : HearingCommand;

    /// <summary>Notes how far the open panel is. Any phase may follow any: the chair leads.</summary>
    public sealed record SetPhase(PanelPhase Phase) : HearingCommand;

    // Asking for the floor.

    /// <summary>
    /// Asks for the floor in a panel, for a participant or for whoever the seat is assigned to. Without a segment it is the open
    /// panel, or the next one before a panel is open. Where the delegation waits there already and came through another door, its
    /// request gets the second one beside the first; through the same door it is refused, or nothing where it is the same person.
    /// </summary>
    public sealed record RaiseRequest(
        ParticipantId? ParticipantId = null, SeatLabel? Seat = null, IntakeChannel? Channel = null,
        FloorKind Kind = FloorKind.Intervention, TopicId? TopicId = null, SegmentId? SegmentId = null) : HearingCommand;

    /// <summary>Takes a request back; a seat its own only, and where others of the delegation asked too, only what its holder asked.</summary>
    public sealed record WithdrawRequest(RequestId RequestId) : HearingCommand;

    /// <summary>Sets a request aside; the chair may still call it.</summary>
    public sealed record DeferRequest(RequestId RequestId) : HearingCommand;

    /// <summary>Refuses a request for good; the delegation may ask again.</summary>
    public sealed record DeclineRequest(RequestId RequestId) : HearingCommand;

    /// <summary>Announces that this request follows.</summary>
    public sealed record PlaceOnDeck(RequestId RequestId) : HearingCommand;

    /// <summary>Takes the announcement back; the request waits on.</summary>
    public sealed record TakeOffDeck(RequestId RequestId) : HearingCommand;

    /// <summary>
    /// From when until when seats may ask for the floor in a panel; whoever opens or closes it by hand names the instant. Without either, until the
    /// panel closes. A panel that is opened again has the one that it had. Refused for a panel that is over.
    /// </summary>
    /// <param name="OpensAt">UTC, within seven days; null where requests are taken already.</param>
    /// <param name="ClosesAt">UTC, within seven days and after the opening; at this instant it is closed. Null until the panel closes.</param>
    public sealed record SetIntake(SegmentId SegmentId, DateTimeOffset? OpensAt = null, DateTimeOffset? ClosesAt = null) : HearingCommand;

    /// <summary>
    /// Hands in what somebody who was not reached would have said; a seat for its own request only. Handing in again replaces it. Refused while
    /// the request has not lapsed.
    /// </summary>
    /// <param name="Text">1 to 10,000 characters without the spaces around them, in as many lines as wanted.</param>
    public sealed record HandInContribution(RequestId RequestId, string Text) : HearingCommand
    {
        public const int Longest = 10_000;
    }

    // The floor.

    /// <summary>
    /// Gives the floor: to a request in any order, to a participant or the holder of a seat straight from the floor, or to
    /// someone on the podium. Exactly one of the four is named.
    /// </summary>
    /// <param name="Kind">
    /// By default what the request was for, an intervention from the floor, remarks from the podium. For another kind than its own a request waits on.
    /// </param>
    /// <param name="Seconds">Announced length of remarks and replies, 5 to 3600; refused for interventions, whose limit is the segment's.</param>
    /// <param name="Start">Start the clock at once.</param>
    public sealed record Recognise(
        RequestId? RequestId = null, ParticipantId? ParticipantId = null, SeatLabel? Seat = null,
        PodiumSpeakerId? PodiumSpeakerId = null, FloorKind? Kind = null, TopicId? TopicId = null,
        int? Seconds = null, bool Start = false) : HearingCommand;

    /// <summary>Starts the clock of whoever has the floor, once.</summary>
    /// <param name="SecondsAgo">0 to 600: a forgotten start is noted as of then, though never before the floor was given.</param>
    public sealed record StartClock(InterventionId? InterventionId = null, int SecondsAgo = 0) : HearingCommand
    {
        public const int LongestAgo = 600;
    }

    /// <summary>Stops the clock; the speaker keeps the floor.</summary>
    public sealed record PauseClock(InterventionId? InterventionId = null) : HearingCommand;

    /// <summary>Lets a paused clock run on with what was left.</summary>
    public sealed record ResumeClock(InterventionId? InterventionId = null) : HearingCommand;

    /// <summary>Gives the speaker more time, or less.</summary>
    /// <param name="Seconds">More (above zero) or less time, up to 600 either way; what is allowed in all stays above zero.</param>
    public sealed record AdjustClock(int Seconds, InterventionId? InterventionId = null) : HearingCommand
    {
        public const int Most = 600;
    }

    /// <summary>Takes the floor back, whatever the clock says. The request of someone who never spoke is set aside.</summary>
    public sealed record EndIntervention(InterventionId? InterventionId = null) : HearingCommand;

    /// <summary>Notes that a deadline has passed. Only the system submits it; a deadline that has moved since is nothing.</summary>
    public sealed record ExpireTime(InterventionId InterventionId, DateTimeOffset ExpiresAt) : HearingCommand;

    /// <summary>
    /// Notes that somebody else speaks, or spoke, than whom the floor was given to. The time spoken stays, and the extra time that was agreed with
    /// them counts; the request that was called by mistake waits again. Exactly one of the three is named.
    /// </summary>
    public sealed record CorrectIntervention(
        InterventionId InterventionId, RequestId? RequestId = null, ParticipantId? ParticipantId = null, SeatLabel? Seat = null) : HearingCommand;

    /// <summary>
    /// Puts right what the record says of an intervention that has ended, in whatever segment: who spoke, from when until when, or the category or
    /// regional group they spoke under. What is null stays; of the first three one at most is named, and who is named brings their own category and group. Time spoken and overrun follow:
    /// pauses stay when they were, and what of them lies outside counts no more. The request that was called by mistake waits again, or was not reached; that of whoever spoke is reached,
    /// where they had asked before the floor was given. It is no step of the floor: another correction puts it right.
    /// Refused while they have the floor, for a call in which nobody spoke, for times in which the clock of somebody else ran, and for somebody of the podium in place of somebody from the floor or
    /// the other way round.
    /// </summary>
    /// <param name="Reason">1 to 200 characters without the spaces around them.</param>
    /// <param name="StartedAt">UTC, from when the floor was given and before the end; the second in which it was given is that instant.</param>
    /// <param name="EndedAt">UTC, after the start and not after now.</param>
    /// <param name="Category">Code of a category of the hearing; refused for the podium.</param>
    /// <param name="RegionalGroup">Code of a regional group of the hearing, or that of none; refused for the podium.</param>
    /// <param name="Corrections">How many corrections of it the writer saw: refused where there are others by now. Null corrects whatever stands there.</param>
    public sealed record CorrectRecord(
        InterventionId InterventionId, string Reason, ParticipantId? ParticipantId = null, SeatLabel? Seat = null, PodiumSpeakerId? PodiumSpeakerId = null,
        DateTimeOffset? StartedAt = null, DateTimeOffset? EndedAt = null, string? Category = null, string? RegionalGroup = null, int? Corrections = null) : HearingCommand
    {
        public const int LongestReason = 200;
    }

    /// <summary>
    /// Takes back what chair or desk did last, or everything down to a step: each as if it had not been done. The desk takes back its own steps only. Corrections of the record are no steps and
    /// stay: what gave or ended an intervention that was corrected since is not taken back any more, nor what was done before.
    /// </summary>
    /// <param name="Step">The command to undo, and what was done after it; null for the last one.</param>
    /// <param name="Count">1 to 20: how many steps this took back on the screen that was tapped. Refused when it would take back others by now.</param>
    public sealed record Undo(CommandId? Step = null, int? Count = null) : HearingCommand;

    // Leading the panel.

    /// <summary>Another speaking-time limit for the rest of the open segment. The clock that runs is not touched.</summary>
    /// <param name="Seconds">5 to 3600.</param>
    public sealed record SetLimit(int Seconds) : HearingCommand;

    /// <summary>How many interventions the open panel takes before it replies.</summary>
    /// <param name="Size">0 to 10; 0 for no rounds.</param>
    public sealed record SetRound(int Size) : HearingCommand
    {
        public const int Most = 10;
    }

    /// <summary>Notes a question put to someone on the podium of the open segment, or to all of them.</summary>
    /// <param name="To">Null for the panel as a whole.</param>
    /// <param name="InterventionId">In which it was put; by default the one on the floor.</param>
    /// <param name="Text">Up to 500 characters; may be empty, when only its being put is noted.</param>
    public sealed record NoteQuestion(PodiumSpeakerId? To = null, string Text = "", InterventionId? InterventionId = null) : HearingCommand
    {
        public const int Longest = 500;
    }

    /// <summary>Notes that a question has been answered, or that it has not after all.</summary>
    public sealed record SettleQuestion(QuestionId QuestionId, bool Answered = true) : HearingCommand;

    // What the desk writes down. None of it is a step of the floor: whoever takes one back takes no sentence away.

    /// <summary>Notes a recommendation that was made in an intervention: of the one on the floor, the one interrupted, or one that has ended.</summary>
    /// <param name="Text">1 to 1,000 characters without the spaces around them.</param>
    /// <param name="TopicId">Of the intervention's segment; null for none of them.</param>
    public sealed record NoteRecommendation(InterventionId InterventionId, string Text, TopicId? TopicId = null) : HearingCommand
    {
        public const int Longest = 1000;
    }

    /// <summary>Writes a recommendation anew.</summary>
    /// <param name="Text">1 to 1,000 characters without the spaces around them.</param>
    /// <param name="TopicId">Of the intervention's segment; null takes the topic away.</param>
    /// <param name="Was">The text that the writer changed: refused where somebody else has changed it since. Null writes over whatever stands there.</param>
    public sealed record RewordRecommendation(RecommendationId RecommendationId, string Text, TopicId? TopicId = null, string? Was = null) : HearingCommand;

    /// <summary>Takes a recommendation out of the notes.</summary>
    public sealed record StrikeRecommendation(RecommendationId RecommendationId) : HearingCommand;

    // The room.

    /// <summary>Tells the room something.</summary>
    /// <param name="Text">1 to 200 characters without the spaces around them, shown on every screen until it is cleared.</param>
    public sealed record ShowMessage(string Text) : HearingCommand
    {
        public const int Longest = 200;
    }

    /// <summary>Takes the message off the screens.</summary>
    public sealed record ClearMessage : HearingCommand;

    /// <summary>Tells the podium something that the room does not see, such as to conclude. It is gone with the intervention in which it was said.</summary>
    /// <param name="Text">1 to 200 characters without the spaces around them; null takes it away.</param>
    public sealed record TellPodium(string? Text) : HearingCommand
    {
        public const int Longest = 200;
    }

    /// <summary>Darkens the chamber screen, or lights it again.</summary>
    public sealed record Blackout(bool On = true) : HearingCommand;

    /// <summary>Makes the screens blink once, so that the room looks up. Never more than a moment, never repeatedly.</summary>
    public sealed record Blink : HearingCommand;

    /// <summary>Tells the room when the meeting goes on; opening a segment or giving the floor takes it back.</summary>
    /// <param name="At">UTC, within a day; null takes it back.</param>
    public sealed record AnnounceResumption(DateTimeOffset? At = null) : HearingCommand;
}
