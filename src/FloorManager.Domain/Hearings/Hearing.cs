using System.Collections.Immutable;
using FloorManager.Domain.Forecast;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Hearings;

/// <summary>
/// The live state of a hearing: nothing but its journal, folded. It is immutable, so that whoever holds a snapshot may read it
/// while the hearing goes on.
/// </summary>
public sealed partial record Hearing
{
    public static Hearing Empty { get; } = new();

    /// <summary>Number of accepted commands; 0 before the hearing is set up.</summary>
    public long Version { get; init; }

    /// <summary>When the last accepted command was stamped. Time never runs backwards within a hearing.</summary>
    public DateTimeOffset LastAt { get; init; } = DateTimeOffset.UnixEpoch;

    /// <summary>Every command that was accepted, and the version it led to: a repeat gets the same answer.</summary>
    public ImmutableDictionary<CommandId, long> Answered { get; init; } = ImmutableDictionary<CommandId, long>.Empty;

    /// <summary>Null until the hearing is set up.</summary>
    public HearingDetails? Details { get; init; }

    /// <summary>Put away: readable, and nothing happens in it any more.</summary>
    public bool IsArchived { get; init; }

    /// <summary>What chair or desk did last, be it a taking back; null before. What the desk only writes down stands in nobody's way and is not it.</summary>
    public Step? LastAct { get; init; }

    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    public ImmutableDictionary<ParticipantId, Participant> Participants { get; init; } =
        ImmutableDictionary<ParticipantId, Participant>.Empty;

    /// <summary>Numbers of registrations that were found to be somebody else's second one, and whose.</summary>
    public ImmutableDictionary<ParticipantId, ParticipantId> MergedInto { get; init; } = ImmutableDictionary<ParticipantId, ParticipantId>.Empty;

    public ImmutableDictionary<SeatLabel, Seat> Seats { get; init; } = ImmutableDictionary<SeatLabel, Seat>.Empty;

    /// <summary>Whose seat it is; a seat that is missing here is not assigned.</summary>
    public ImmutableDictionary<SeatLabel, ParticipantId> SeatHolders { get; init; } =
        ImmutableDictionary<SeatLabel, ParticipantId>.Empty;

    public ImmutableDictionary<RequestId, FloorRequest> Requests { get; init; } =
        ImmutableDictionary<RequestId, FloorRequest>.Empty;

    /// <summary>Announced by the chair as following, in the order announced.</summary>
    public ImmutableList<RequestId> OnDeck { get; init; } = [];

    public SegmentId? OpenSegmentId { get; init; }

    /// <summary>Null outside a panel.</summary>
    public PanelPhase? Phase { get; init; }

    /// <summary>The phase in which each panel was left, so that one that is opened again goes on there.</summary>
    public ImmutableDictionary<SegmentId, PanelPhase> LeftAt { get; init; } = ImmutableDictionary<SegmentId, PanelPhase>.Empty;

    /// <summary>Segments that were open once and are not now.</summary>
    public ImmutableHashSet<SegmentId> ClosedSegments { get; init; } = [];

    /// <summary>The one who has the floor; null when nobody has.</summary>
    public Intervention? Floor { get; init; }

    /// <summary>Who waits for a point of order to be settled; null when nobody does. They do not have the floor meanwhile.</summary>
    public Interruption? Interrupted { get; init; }

    /// <summary>Ended interventions in the order they were given the floor.</summary>
    public ImmutableList<Intervention> Ended { get; init; } = [];

    /// <summary>The chair's message to the room; null when there is none.</summary>
    public string? Message { get; init; }

    public bool Blackout { get; init; }

    /// <summary>How often the screens were made to blink: one that sees the number grow blinks.</summary>
    public int Blinks { get; init; }

    /// <summary>When the meeting goes on, as told to the room, UTC.</summary>
    public DateTimeOffset? ResumesAt { get; init; }

    /// <summary>When the open segment was opened, UTC; null while none is.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Limits that the chair has set for the rest of a segment.</summary>
    public ImmutableDictionary<SegmentId, TimeSpan> Limits { get; init; } = ImmutableDictionary<SegmentId, TimeSpan>.Empty;

    /// <summary>When panels take requests from the seats; one that is missing here always does.</summary>
    public ImmutableDictionary<SegmentId, Intake> Intakes { get; init; } = ImmutableDictionary<SegmentId, Intake>.Empty;

    /// <summary>What was handed in in writing by those who were not reached.</summary>
    public ImmutableDictionary<RequestId, Contribution> Contributions { get; init; } = ImmutableDictionary<RequestId, Contribution>.Empty;

    /// <summary>How many interventions a panel takes before it replies; a panel that is missing here keeps no rounds.</summary>
    public ImmutableDictionary<SegmentId, Rounds> RoundSizes { get; init; } = ImmutableDictionary<SegmentId, Rounds>.Empty;

    /// <summary>Questions to the podium, in the order noted.</summary>
    public ImmutableList<Question> Questions { get; init; } = [];

    /// <summary>Recommendations that the desk wrote down and did not strike, in the order noted.</summary>
    public ImmutableList<Recommendation> Recommendations { get; init; } = [];

    /// <summary>What chair and desk did last and may take back, newest last.</summary>
    public ImmutableList<Step> Steps { get; init; } = [];

    public IEnumerable<Segment> Segments => Meetings.SelectMany(m => m.Segments);

    public Segment? OpenSegment => OpenSegmentId is { } id ? FindSegment(id) : null;

    /// <summary>The number under which whoever it means is on the register.</summary>
    public ParticipantId NumberOf(ParticipantId id) => MergedInto.GetValueOrDefault(id, id);

    public Segment? FindSegment(SegmentId id) => Segments.FirstOrDefault(s => s.Id == id);

    /// <summary>The panel that a request without a segment is for: the open one, else the next that has not been open; null when none is left.</summary>
    public Segment? PanelForRequests =>
        OpenSegment is { IsPanel: true } open
            ? open
            : Segments.SkipWhile(s => OpenSegmentId is { } id && s.Id != id)
                .FirstOrDefault(s => s.IsPanel && !ClosedSegments.Contains(s.Id));

    /// <summary>The one on the floor, the one interrupted, or one that has ended; null for one that never was or was taken back.</summary>
    public Intervention? FindIntervention(InterventionId id) =>
        Floor?.Id == id ? Floor
        : Interrupted?.Floor.Id == id ? Interrupted.Floor
        : Ended.FirstOrDefault(i => i.Id == id);

    public FloorRules RulesOf(Segment segment)
    {
        var rules = segment.Rules ?? Details?.Rules ?? FloorRules.Default;
        return Limits.TryGetValue(segment.Id, out var limit) ? rules.Within(limit) : rules;
    }

    /// <summary>Null for a panel that takes requests all the time.</summary>
    public Intake? IntakeOf(SegmentId panel) => Intakes.GetValueOrDefault(panel);

    /// <summary>
    /// When a segment should end. On another day than the programme's, as in a rehearsal, the open segment keeps its planned length.
    /// </summary>
    public DateTimeOffset EndOf(Segment segment) =>
        segment.Id == OpenSegmentId && OpenedAt is { } opened && (opened - segment.StartsAt).Duration() > AnotherDay
            ? opened + (segment.EndsAt - segment.StartsAt)
            : segment.EndsAt;

    /// <summary>An instant by the clock on the chamber's wall.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>When the clock on the chamber's wall shows a time of the day that it is there at <paramref name="now"/>; UTC.</summary>
    public DateTimeOffset Instant(DateTimeOffset now, TimeOnly time)
    {
        var wall = Local(now).Date + time.ToTimeSpan();
        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    /// <summary>The programme as it is printed, by the clocks of another time zone, and so many days later.</summary>
    public ImmutableArray<Meeting> ProgrammeIn(TimeZoneInfo zone, int daysLater = 0)
    {
        return [.. Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s with { StartsAt = Move(s.StartsAt), EndsAt = Move(s.EndsAt) })] })];

        DateTimeOffset Move(DateTimeOffset at)
        {
            var wall = Local(at).DateTime.AddDays(daysLater);
            return new DateTimeOffset(wall, zone.GetUtcOffset(wall)).ToUniversalTime();
        }
    }

    private TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(Details?.TimeZone ?? "", out var zone) ? zone : TimeZoneInfo.Utc;

    private static readonly TimeSpan AnotherDay = TimeSpan.FromHours(12);

    public IEnumerable<FloorRequest> RequestsFor(SegmentId segment) => Requests.Values.Where(r => r.Segment == segment);

    /// <summary>What would not have been reached if this segment were opened now: what is for the one that is left, and what was kept for the end of its meeting.</summary>
    public IEnumerable<FloorRequest> LapsingBy(SegmentId next) =>
        Requests.Values.Where(r => r.MayBeCalled && (r.Segment == OpenSegmentId || ClosedSegments.Contains(r.Segment)) && !IsKept(r, next));

    /// <summary>What lapsed by leaving this segment, or could have been kept in it: it waits again when the segment is opened now.</summary>
    public IEnumerable<FloorRequest> ReturningBy(SegmentId next) =>
        Requests.Values.Where(r => r.State == RequestState.Lapsed && (r.Segment == next || IsKept(r, next)));

    /// <summary>A right of reply that is kept for the end of the meeting waits on while a segment of that meeting is open, whichever it was asked for in.</summary>
    public bool IsKept(FloorRequest request, SegmentId? open) =>
        request.Kind == FloorKind.RightOfReply
        && FindSegment(request.Segment) is { } segment && RulesOf(segment).RightsOfReply == RightsOfReply.AtMeetingEnd
        && Meetings.Any(m => m.Segments.Any(s => s.Id == segment.Id) && m.Segments.Any(s => s.Id == open));

    /// <summary>
    /// The request that keeps a participant from asking in this panel: their own that waits, else one of their delegation, however its
    /// name is written. Their own counts under the delegation's old name too, if the register was mended since. Points of order and rights
    /// of reply stand beside a wish to speak and not in its way.
    /// </summary>
    public FloorRequest? WaitingFor(SegmentId panel, ParticipantId participant, string delegation, FloorKind kind = FloorKind.Intervention) =>
        RequestsFor(panel)
            .Where(r => r.IsWaiting && r.Kind == kind && (r.IsBy(participant) || string.Equals(r.Delegation, delegation, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(r => r.IsBy(participant)).FirstOrDefault();
}
