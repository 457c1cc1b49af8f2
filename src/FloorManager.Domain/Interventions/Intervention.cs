using System.Collections.Immutable;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Interventions;

/// <summary>
/// A time that one person has the floor, from being recognised to its end. Only one exists at a time; ended ones are
/// the record.
/// </summary>
/// <param name="Id">The id of the command that gave the floor.</param>
/// <param name="Strict">
/// True for interventions from the floor, whose limit is strict; false for remarks and replies from the podium, whose
/// announced length is shown but not enforced.
/// </param>
/// <param name="Limit">The limit as it stood when the floor was given; adjustments are in the clock.</param>
/// <param name="Warning">How long before the end the clock warns; never longer than the limit.</param>
/// <param name="RecognisedAt">When the floor was given, UTC; the clock may have started later.</param>
/// <param name="StartedAt">When the clock first ran, UTC; null while it has not.</param>
/// <param name="EndedAt">When the floor was taken back, UTC; null while the intervention is the one on the floor.</param>
/// <param name="TimeExpired">The time has run out and was not extended since.</param>
/// <param name="Accommodation">Agreed extra time of the representative, beside the limit. For the staff only.</param>
/// <param name="Suggested">1 to 3 where the balance lens suggested this request when the chair called it; null where it did not.</param>
public sealed record Intervention(
    InterventionId Id,
    SegmentId Segment,
    FloorKind Kind,
    Speaker Speaker,
    RequestId? Request,
    TopicId? Topic,
    bool Strict,
    TimeSpan Limit,
    TimeSpan Warning,
    FloorClock Clock,
    DateTimeOffset RecognisedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    bool TimeExpired,
    TimeSpan? Accommodation = null,
    int? Suggested = null)
{
    /// <summary>When the clock stood still after its start, in order; the last is open while it stands still.</summary>
    public ImmutableList<Pause> Pauses { get; init; } = [];

    /// <summary>What was put right in the record, the oldest first.</summary>
    public ImmutableList<Correction> Corrections { get; init; } = [];

    /// <summary>False for someone who was called and did not begin to speak.</summary>
    public bool Spoke => StartedAt is not null;

    /// <summary>Time spoken beyond what was allowed, for an intervention that ended; never below zero.</summary>
    public TimeSpan Overrun => Clock is FloorClock.Ended { Left: var left } && left < TimeSpan.Zero ? -left : TimeSpan.Zero;

    public Intervention Paused(DateTimeOffset at) => Clock is FloorClock.Running ? this with { Clock = Clock.Pause(at), Pauses = Pauses.Add(new(at, Until: null)) } : this;

    public Intervention Resumed(DateTimeOffset at) => Clock is FloorClock.Paused ? this with { Clock = Clock.Resume(at), Pauses = PausesUntil(at) } : this;

    public Intervention Over(DateTimeOffset at) => this with { Clock = Clock.End(at), EndedAt = at, Pauses = PausesUntil(at) };

    /// <summary>
    /// From another start to another end, once it has ended. Pauses stay when they were: what of them lies outside counts no more, and the time spoken is what is left
    /// between the two. What was allowed stays, so that the overrun follows.
    /// </summary>
    public Intervention Timed(DateTimeOffset start, DateTimeOffset end)
    {
        var timed = this with { StartedAt = start, EndedAt = end };
        var clock = Clock.Retold(new TimeSpan(timed.Ran(end).Sum(ran => (ran.Until - ran.From).Ticks)));
        return timed with { Clock = clock, TimeExpired = clock.Remaining(end) <= TimeSpan.Zero };
    }

    /// <summary>When the clock ran, in order and without the pauses; until <paramref name="now"/> where it has not ended.</summary>
    public IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> Ran(DateTimeOffset now)
    {
        if (StartedAt is not { } from) yield break;
        var end = EndedAt ?? now;
        foreach (var pause in Pauses)
        {
            var until = pause.From < end ? pause.From : end;
            if (until > from) yield return (from, until);
            from = (pause.Until ?? end) > from ? pause.Until ?? end : from;
        }

        if (end > from) yield return (from, end);
    }

    /// <summary>They spoke in it, or it said so before it was corrected.</summary>
    public bool Names(ParticipantId who) =>
        Speaker.Participant == who || Corrections.Any(c => c.Was.Speaker.Participant == who || c.Is.Speaker.Participant == who);

    private ImmutableList<Pause> PausesUntil(DateTimeOffset at) => Pauses is [.., { Until: null } open] ? Pauses.SetItem(Pauses.Count - 1, open with { Until = at }) : Pauses;
}

/// <param name="Until">UTC; null while the clock stands still.</param>
public readonly record struct Pause(DateTimeOffset From, DateTimeOffset? Until);

/// <summary>The id of the command that gave the floor. Late taps name it, so that they never hit the next speaker.</summary>
public readonly record struct InterventionId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>
/// What the floor is for. <c>Remarks</c> and <c>Reply</c> come from the podium and are not strict; the others come from the floor and are. A
/// point of order is settled by the chair at once, a right of reply answers a remark about the delegation.
/// </summary>
public enum FloorKind { Intervention, Remarks, Reply, PointOfOrder, RightOfReply }

/// <summary>Who has the floor, as they were registered or printed when it was given: later edits do not rewrite the record.</summary>
/// <param name="Category">Code of the participant's category; empty for the podium.</param>
/// <param name="RegionalGroup">Code of the participant's regional group; <see cref="RegionalGroups.None"/> for the podium.</param>
/// <param name="Participant">Set for someone from the floor.</param>
/// <param name="Podium">Set for someone on the podium.</param>
public sealed record Speaker(
    string Style,
    string Name,
    string Designation,
    string Delegation,
    string Category,
    string RegionalGroup,
    SeatLabel? Seat,
    ParticipantId? Participant,
    PodiumSpeakerId? Podium)
{
    /// <summary>What is left when the personal data of whoever spoke from the floor is erased.</summary>
    public Speaker WithoutPerson() => this with
    {
        Style = "",
        Name = Participants.Participant.ErasedName,
        Designation = "",
        Delegation = Participants.Participant.DelegationWithout(Name, Delegation, Participant.GetValueOrDefault()),
        Seat = null,
    };

    /// <summary>Of one person under two numbers, as of the number that is kept.</summary>
    public Speaker Merged(ParticipantId kept, ParticipantId gone) => Participant == gone ? this with { Participant = kept } : this;

    public static Speaker Of(Participant p) => new(
        p.Style, p.FullName, p.Designation, p.Delegation, p.Category, p.RegionalGroup, p.Seat, p.Id, Podium: null);

    public static Speaker Of(PodiumSpeaker p) => new(
        p.Style, p.FullName, "", p.Affiliation, "", RegionalGroups.None, Seat: null, Participant: null, p.Id);
}
