using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Requests;

/// <summary>
/// A wish to take the floor in one panel. Requests make no list: the order is the chair's alone, and a request gives
/// no right to be called (letter of 14 July 2017: there is no formal list of speakers). A delegation that came through a second door while it
/// waited has one request with both doors; its id, its place and its time are those of the first.
/// </summary>
/// <param name="Id">The id of the command that raised it.</param>
/// <param name="Delegation">Whom the participant speaks for; one waiting request a delegation and panel.</param>
/// <param name="Segment">The panel it is for.</param>
/// <param name="Kind">What the floor is wanted for; never remarks or a reply, which come from the podium.</param>
/// <param name="FirstTopic">One of that panel's topics, as named at the first door; null when none was.</param>
/// <param name="FirstSeat">Where the participant sat when asking; null where seating is free.</param>
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
    TopicId? FirstTopic,
    SeatLabel? FirstSeat,
    DateTimeOffset RaisedAt,
    RequestState State,
    DateTimeOffset ChangedAt,
    RequestState? LapsedFrom = null)
{
    /// <summary>
    /// The other doors that the delegation came through while it waited, in that order; empty by default. Two requests compare them as the same
    /// array or not: whoever needs to know what became of them compares the doors.
    /// </summary>
    public ImmutableArray<Door> AlsoBy { get; init; } = [];

    /// <summary>The first door, and those after it.</summary>
    public IEnumerable<Door> Doors => AlsoBy.Prepend(new(Channel, RaisedAt, Participant, Delegation, FirstSeat, FirstTopic));

    /// <summary>One of the panel's topics, of the first door at which one was named; null when none was.</summary>
    public TopicId? Topic => FirstTopic ?? AlsoBy.Select(d => d.Topic).FirstOrDefault(t => t is not null);

    /// <summary>Of the first door at which somebody sat; null where seating is free.</summary>
    public SeatLabel? Seat => FirstSeat ?? AlsoBy.Select(d => d.Seat).FirstOrDefault(s => s is not null);

    /// <summary>Whether this participant asked, at any of the doors.</summary>
    public bool IsBy(ParticipantId participant) => Participant == participant || AlsoBy.Any(d => d.Participant == participant);

    /// <summary>Whether this participant had asked by then, at any of the doors.</summary>
    public bool WasAskedBy(ParticipantId participant, DateTimeOffset at) => Doors.Any(d => d.Participant == participant && d.At <= at);

    /// <summary>What is left when some of the doors are taken back: the next is the first then. Null when none is left.</summary>
    public FloorRequest? Without(Func<Door, bool> gone) => Doors.Where(d => !gone(d)).ToArray() is [var first, .. var others]
        ? this with
        {
            Participant = first.Participant,
            Delegation = first.Delegation,
            Channel = first.Channel,
            FirstTopic = first.Topic,
            FirstSeat = first.Seat,
            RaisedAt = first.At,
            AlsoBy = [.. others],
        }
        : null;

    /// <summary>Waiting requests count against "one a delegation and panel" and are counted for the room.</summary>
    public bool IsWaiting => State is RequestState.Pending or RequestState.OnDeck;

    /// <summary>The chair may still call it: a deferred request is set aside, not refused.</summary>
    public bool MayBeCalled => State is RequestState.Pending or RequestState.OnDeck or RequestState.Deferred;
}

/// <summary>One door that a delegation came through with its wish, and when.</summary>
/// <param name="At">UTC.</param>
/// <param name="Participant">Who asked there; another of the delegation than at the first door, or the same.</param>
/// <param name="Delegation">As it was written for them.</param>
public sealed record Door(IntakeChannel Channel, DateTimeOffset At, ParticipantId Participant, string Delegation, SeatLabel? Seat, TopicId? Topic);

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
