using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Requests;

/// <summary>
/// A wish to take the floor in one panel. Requests make no list: the order is the chair's alone, and a request gives
/// no right to be called (letter of 14 July 2017: there is no formal list of speakers).
/// </summary>
/// <param name="Id">The id of the command that raised it.</param>
/// <param name="Delegation">Whom the participant speaks for; one waiting request a delegation and panel.</param>
/// <param name="Segment">The panel it is for.</param>
/// <param name="Kind">What the floor is wanted for; never remarks or a reply, which come from the podium.</param>
/// <param name="Topic">One of that panel's topics; null when none was named.</param>
/// <param name="Seat">Where the participant sat when asking; null where seating is free.</param>
/// <param name="RaisedAt">When the request was made, UTC.</param>
/// <param name="State">What has become of it.</param>
/// <param name="ChangedAt">When it came to that state, UTC.</param>
/// <param name="LapsedFrom">What it was before it lapsed, while it is lapsed: reopening its panel goes by it.</param>
public sealed record FloorRequest(
    RequestId Id,
    ParticipantId Participant,
    string Delegation,
    SegmentId Segment,
    IntakeChannel Channel,
    FloorKind Kind,
    TopicId? Topic,
    SeatLabel? Seat,
    DateTimeOffset RaisedAt,
    RequestState State,
    DateTimeOffset ChangedAt,
    RequestState? LapsedFrom = null)
{
    /// <summary>Waiting requests count against "one a delegation and panel" and are counted for the room.</summary>
    public bool IsWaiting => State is RequestState.Pending or RequestState.OnDeck;

    /// <summary>The chair may still call it: a deferred request is set aside, not refused.</summary>
    public bool MayBeCalled => State is RequestState.Pending or RequestState.OnDeck or RequestState.Deferred;
}

/// <summary>The id of the command that raised the request, so that a repeated tap finds it.</summary>
public readonly record struct RequestId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>The door a request came through: Member States by the office beforehand, stakeholders by the desk or their seat.</summary>
public enum IntakeChannel { Office, Desk, Seat }

/// <summary>
/// <c>Pending</c> and <c>OnDeck</c> (announced by the chair as following) wait; <c>Deferred</c> is set aside and may still be
/// called; <c>Recognised</c> had or has the floor; <c>Lapsed</c> was not reached before its panel closed.
/// </summary>
public enum RequestState { Pending, OnDeck, Recognised, Withdrawn, Deferred, Declined, Lapsed }
