using System.Collections.Immutable;
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

    public ImmutableArray<Meeting> Meetings { get; init; } = [];

    public ImmutableDictionary<ParticipantId, Participant> Participants { get; init; } =
        ImmutableDictionary<ParticipantId, Participant>.Empty;

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

    /// <summary>Ended interventions in the order they were given the floor.</summary>
    public ImmutableList<Intervention> Ended { get; init; } = [];

    /// <summary>The chair's message to the room; null when there is none.</summary>
    public string? Message { get; init; }

    public bool Blackout { get; init; }

    public IEnumerable<Segment> Segments => Meetings.SelectMany(m => m.Segments);

    public Segment? OpenSegment => OpenSegmentId is { } id ? FindSegment(id) : null;

    public Segment? FindSegment(SegmentId id) => Segments.FirstOrDefault(s => s.Id == id);

    /// <summary>The panel that a request without a segment is for: the open one, else the next that has not been open; null when none is left.</summary>
    public Segment? PanelForRequests =>
        OpenSegment is { IsPanel: true } open
            ? open
            : Segments.SkipWhile(s => OpenSegmentId is { } id && s.Id != id)
                .FirstOrDefault(s => s.IsPanel && !ClosedSegments.Contains(s.Id));

    public FloorRules RulesOf(Segment segment) => segment.Rules ?? Details?.Rules ?? FloorRules.Default;

    public IEnumerable<FloorRequest> RequestsFor(SegmentId segment) => Requests.Values.Where(r => r.Segment == segment);

    /// <summary>
    /// The request that keeps a participant from asking in this panel: their own that waits, else one of their delegation, however its
    /// name is written. Their own counts under the delegation's old name too, if the register was mended since.
    /// </summary>
    public FloorRequest? WaitingFor(SegmentId panel, ParticipantId participant, string delegation) =>
        RequestsFor(panel)
            .Where(r => r.IsWaiting && (r.Participant == participant || string.Equals(r.Delegation, delegation, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(r => r.Participant == participant).FirstOrDefault();
}
