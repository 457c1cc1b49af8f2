using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;

namespace FloorManager.Domain.Requests;

/// <summary>What somebody who was not reached hands in instead of speaking. It stays on record, whatever becomes of the request afterwards.</summary>
/// <param name="Request">Which had lapsed.</param>
/// <param name="Participant">Who handed it in; where the secretariat did, who asked first.</param>
/// <param name="Delegation">Of the request: for whom they would have spoken.</param>
/// <param name="Channel">By the seat, or by the secretariat, to whom it was sent.</param>
/// <param name="Text">1 to 10,000 characters without the spaces around them, in lines.</param>
/// <param name="HandedInAt">UTC; when it was last replaced.</param>
public sealed record Contribution(
    RequestId Request, ParticipantId Participant, string Delegation, SegmentId Segment, IntakeChannel Channel, string Text, DateTimeOffset HandedInAt);
