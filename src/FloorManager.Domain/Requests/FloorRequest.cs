using System.Collections.Immutable;
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
/// <param name="Participant">Who asked, by the first of the doors it came through.</param>
/// <param name="Channel">The first of the doors it came through.</param>
/// <param name="Delegation">Whom the participant speaks for; one waiting request a delegation and panel.</param>
/// <param name="Segment">The panel it is for.</param>
/// <param name="Kind">What the floor is wanted for; never remarks or a reply, which come from the podium.</param>
/// <param name="Topic">One of that panel's topics; null when none was named, by whichever door.</param>
/// <param name="Seat">Where the participant sat when asking; null where seating is free.</param>
/// <param name="RaisedAt">When the request was made, UTC; by another door it may have been made again since.</param>
/// <param name="State">What has become of it.</param>
/// <param name="ChangedAt">When it came to that state, UTC.</param>
/// <param name="LapsedFrom">What it was before it lapsed, while it is lapsed: reopening its panel goes by it.</param>
/// <param name="AlsoBy">The other doors the same wish of the delegation came through, in the order it did; each door once.</param>
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
    RequestState? LapsedFrom = null,
    ImmutableArray<Door> AlsoBy = default)
{
    /// <summary>Never <c>default</c>: a list that is not there is empty.</summary>
    public ImmutableArray<Door> AlsoBy { get; init; } = AlsoBy.IsDefault ? [] : AlsoBy;

    /// <summary>All the doors it came through, each with its own time.</summary>
    public ImmutableArray<Door> Doors => [new(Channel, RaisedAt, Participant, Seat), .. AlsoBy];


    /// <summary>Waiting requests count against "one a delegation and panel" and are counted for the room.</summary>
    public bool IsWaiting => State is RequestState.Pending or RequestState.OnDeck;

    /// <summary>By one of its doors.</summary>
    public bool IsBy(ParticipantId participant) => Participant == participant || AlsoBy.Any(d => d.Participant == participant);

    /// <summary>With other doors; null without any.</summary>
    public FloorRequest? Through(ImmutableArray<Door> doors) => doors.IsEmpty ? null : this with
    {
        Channel = doors[0].Channel,
        RaisedAt = doors[0].At,
        Participant = doors[0].Participant,
        Seat = doors[0].Seat,
        AlsoBy = doors.RemoveAt(0),
    };

    /// <summary>The chair may still call it: a deferred request is set aside, not refused.</summary>
    public bool MayBeCalled => State is RequestState.Pending or RequestState.OnDeck or RequestState.Deferred;
}

/// <summary>The id of the command that raised the request, so that a repeated tap finds it.</summary>
public readonly record struct RequestId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>One of the ways by which a wish arrived.</summary>
/// <param name="At">When it came this way, UTC.</param>
/// <param name="Participant">Who asked this way, for the same delegation.</param>
/// <param name="Seat">Where they sat; null where seating is free.</param>
public sealed record Door(IntakeChannel Channel, DateTimeOffset At, ParticipantId Participant, SeatLabel? Seat);

/// <summary>The door a request came through: Member States by the office beforehand, stakeholders by the desk or their seat.</summary>
public enum IntakeChannel { Office, Desk, Seat }

/// <summary>
/// <c>Pending</c> and <c>OnDeck</c> (announced by the chair as following) wait; <c>Deferred</c> is set aside and may still be
/// called; <c>Recognised</c> had or has the floor; <c>Lapsed</c> was not reached before its panel closed.
/// </summary>
public enum RequestState { Pending, OnDeck, Recognised, Withdrawn, Deferred, Declined, Lapsed }
