using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>Numbers of the register that turned out to be somebody's second one, and whose they are.</summary>
    public ImmutableDictionary<ParticipantId, ParticipantId> Merged { get; init; } = ImmutableDictionary<ParticipantId, ParticipantId>.Empty;

    /// <summary>Whose personal data was erased, and which free texts might have named them then.</summary>
    public ImmutableDictionary<ParticipantId, ImmutableArray<Mention>> Erased { get; init; } = ImmutableDictionary<ParticipantId, ImmutableArray<Mention>>.Empty;

    /// <summary>Who is in the room, and since when, UTC.</summary>
    public ImmutableDictionary<ParticipantId, DateTimeOffset> InTheRoom { get; init; } = ImmutableDictionary<ParticipantId, DateTimeOffset>.Empty;

    public ImmutableDictionary<SeatLabel, Seat> Seats { get; init; } = ImmutableDictionary<SeatLabel, Seat>.Empty;

    /// <summary>Whose seat it is; a seat that is missing here is not assigned.</summary>
    public ImmutableDictionary<SeatLabel, ParticipantId> SeatHolders { get; init; } =
        ImmutableDictionary<SeatLabel, ParticipantId>.Empty;

    /// <summary>What screens show, by the short names under which the secretariat keeps it.</summary>
    public ImmutableSortedDictionary<string, string> NamedScreens { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Who said by a seat's own card that they sit there; it holds while that seat is still theirs.</summary>
    public ImmutableDictionary<SeatLabel, ParticipantId> TakenSeats { get; init; } = ImmutableDictionary<SeatLabel, ParticipantId>.Empty;

    public ImmutableDictionary<RequestId, FloorRequest> Requests { get; init; } =
        ImmutableDictionary<RequestId, FloorRequest>.Empty;

    /// <summary>Announced by the chair as following, in the order announced.</summary>
    public ImmutableList<RequestId> OnDeck { get; init; } = [];

    /// <summary>When seats may ask; a panel that is missing here takes requests until it closes.</summary>
    public ImmutableDictionary<SegmentId, Intake> Intakes { get; init; } = ImmutableDictionary<SegmentId, Intake>.Empty;

    /// <summary>What those handed in who were not reached, also where their request was restored or taken back since.</summary>
    public ImmutableDictionary<RequestId, Contribution> Contributions { get; init; } = ImmutableDictionary<RequestId, Contribution>.Empty;

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

    /// <summary>From the chair to the podium alone; null when there is none.</summary>
    public string? PodiumMessage { get; init; }

    public bool Blackout { get; init; }

    /// <summary>How often the screens were made to blink: one that sees the number grow blinks.</summary>
    public int Blinks { get; init; }

    /// <summary>When the meeting goes on, as told to the room, UTC.</summary>
    public DateTimeOffset? ResumesAt { get; init; }

    /// <summary>When the open segment was opened, UTC; null while none is.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>Limits that the chair has set for the rest of a segment.</summary>
    public ImmutableDictionary<SegmentId, TimeSpan> Limits { get; init; } = ImmutableDictionary<SegmentId, TimeSpan>.Empty;

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

    /// <summary>Whoever has this number on their ticket, however it was typed or scanned; null for nobody.</summary>
    public Participant? FindTicket(string number)
    {
        var id = new ParticipantId(number.Trim());
        return Participants.GetValueOrDefault(WhoIs(id)) ?? Participants.Values.FirstOrDefault(p => p.Id.Value.Equals(id.Value, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Null for a seat that is not in the plan or that nobody has.</summary>
    public Participant? HolderOf(SeatLabel seat) => Seats.ContainsKey(seat) && SeatHolders.TryGetValue(seat, out var id) ? Participants.GetValueOrDefault(id) : null;

    /// <summary>Null for who has none, or whose seat was given to somebody else since or left the plan.</summary>
    public SeatLabel? SeatOf(Participant who) => who.Seat is { } seat && HolderOf(seat)?.Id == who.Id ? seat : null;

    /// <summary>Its holder took it by its own card, and may leave it again.</summary>
    public bool IsTaken(SeatLabel seat) => HolderOf(seat) is not null && TakenSeats.ContainsKey(seat);

    /// <summary>Admitted, sits nowhere, and is not called where they stand: whoever says by a card that they sit there may be them.</summary>
    public bool MaySitDown(Participant who) => who.Admitted && SeatOf(who) is null && !WaitsOrSpeaks(who.Id);

    /// <summary>They may still be called, have the floor, or go on when a point of order is settled.</summary>
    public bool WaitsOrSpeaks(ParticipantId who) =>
        Floor?.Speaker.Participant == who || Interrupted?.Floor.Speaker.Participant == who || Requests.Values.Any(r => r.MayBeCalled && r.IsBy(who));

    /// <summary>At the door somebody notes who comes in: who is not noted is not there.</summary>
    public bool KeepsPresence => Details?.PresenceNeeded == true || !InTheRoom.IsEmpty;

    /// <summary>Nobody who asked for it is in the room, as far as is known.</summary>
    public bool IsAbsent(FloorRequest request) => KeepsPresence && request.Doors.All(d => !InTheRoom.ContainsKey(d.Participant));

    public Segment? FindSegment(SegmentId id) => Segments.FirstOrDefault(s => s.Id == id);

    /// <summary>The panel that a request without a segment is for: the open one, else the next that has not been open; null when none is left.</summary>
    public Segment? PanelForRequests =>
        OpenSegment is { IsPanel: true } open
            ? open
            : Segments.SkipWhile(s => OpenSegmentId is { } id && s.Id != id)
                .FirstOrDefault(s => s.IsPanel && !ClosedSegments.Contains(s.Id));

    public Intake IntakeOf(SegmentId panel) => Intakes.GetValueOrDefault(panel) ?? Intake.Always;

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

    /// <summary>
    /// When a segment should end. On another day than the programme's, as in a rehearsal, the open segment keeps its planned length.
    /// </summary>
    public DateTimeOffset EndOf(Segment segment) =>
        segment.Id == OpenSegmentId && OpenedAt is { } opened && (opened - segment.StartsAt).Duration() > AnotherDay
            ? opened + (segment.EndsAt - segment.StartsAt)
            : segment.EndsAt;

    /// <summary>An instant by the clock on the chamber's wall.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>Time of day in the chamber, 24 hours, with the day where it is another than now.</summary>
    public string WallTime(DateTimeOffset instant, DateTimeOffset now) =>
        Local(instant).ToString(Local(instant).Date == Local(now).Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>When the clock on the chamber's wall shows a time of the day that it is there at <paramref name="now"/>; UTC.</summary>
    public DateTimeOffset Instant(DateTimeOffset now, TimeOnly time) => Instant(DayOf(now), time);

    /// <summary>When the clock on the chamber's wall shows this on a day that is printed there; UTC.</summary>
    public DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        var wall = day.ToDateTime(time);
        return new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();
    }

    /// <summary>The instant nearest to this one in which the clock on the chamber's wall shows a time of the day, before or after midnight or when the clocks are put back; UTC.</summary>
    public DateTimeOffset Nearest(DateTimeOffset at, TimeOnly time)
    {
        var zone = Zone;
        return new[] { -1, 0, 1 }.Select(days => DayOf(at).AddDays(days).ToDateTime(time))
            .SelectMany(wall => (zone.IsAmbiguousTime(wall) ? zone.GetAmbiguousTimeOffsets(wall) : [zone.GetUtcOffset(wall)]).Select(offset => new DateTimeOffset(wall, offset).ToUniversalTime()))
            .MinBy(instant => (instant - at).Duration());
    }

    /// <summary>The day on which the clock on the chamber's wall shows an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).Date);

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
    /// The request that already waits for a participant in this panel: their own, else one of their delegation, however its
    /// name is written. Their own counts under the delegation's old name too, if the register was mended since. Points of order and rights
    /// of reply stand beside a wish to speak and not in its way.
    /// </summary>
    public FloorRequest? WaitingFor(SegmentId panel, ParticipantId participant, string delegation, FloorKind kind = FloorKind.Intervention) =>
        RequestsFor(panel)
            .Where(r => r.IsWaiting && r.Kind == kind && (r.IsBy(participant) || string.Equals(r.Delegation, delegation, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(r => r.Participant == participant).ThenByDescending(r => r.IsBy(participant)).FirstOrDefault();
}
