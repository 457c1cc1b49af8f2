using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Requests.RequestState;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Walks;

/// <summary>
/// The floor and its requests a second time, in the plainest way: one thing that changes, time counted up in milliseconds, no events.
/// It knows the small hearing and the commands that a chair gives; people are told by their names.
/// </summary>
internal sealed class PlainFloor
{
    private readonly HashSet<Guid> _done = [];
    private readonly List<SegmentId> _over = [];
    private readonly Dictionary<SegmentId, long> _limits = new() { [Panel2] = 120_000 };
    private bool _runsOn;
    private SegmentId? _open;

    public sealed class Wish(Participant who, IntakeChannel door, SegmentId panel, long at)
    {
        public Participant Who => who;
        public List<(IntakeChannel Door, Participant Who, long At)> Doors { get; } = [(door, who, at)];
        public SegmentId Panel => panel;
        public long At => at;
        public bool WasSetAside { get; set; }
        public RequestState State { get; set; }
        public bool Waits => State is Pending or OnDeck;
        public bool Open => Waits || State is Deferred;
    }

    public sealed class Speech(Guid id, Participant who, Guid? by, long allowed, long given, bool settled)
    {
        public long Since { get; set; } = given;
        public bool IsSettled => settled;
        public Guid Id => id;
        public Participant Who => who;
        public Guid? By => by;
        public long Allowed { get; set; } = allowed;
        public long Ran { get; set; }
        public bool Began { get; set; }
        public bool Runs { get; set; }
    }

    public Dictionary<Guid, Wish> Wishes { get; } = [];
    public List<Guid> Deck { get; } = [];
    public List<Speech> Spoken { get; } = [];
    public Speech? Floor { get; private set; }
    public Speech? Interrupted { get; private set; }

    public void Wait(int ms) => Floor?.Ran += Floor.Runs ? ms : 0;

    /// <summary>True when the command changed something.</summary>
    public bool Do(Guid id, long now, HearingCommand command) => !_done.Contains(id) && Changed(id, now, command) && _done.Add(id);

    private bool Changed(Guid id, long now, HearingCommand command) => command switch
    {
        OpenSegment c => Open(c.SegmentId),
        RaiseRequest c => Ask(id, now, c.ParticipantId!.Value, c.Channel ?? IntakeChannel.Desk, c.SegmentId),
        WithdrawRequest c => Move(c.RequestId.Value, Withdrawn),
        DeferRequest c => Move(c.RequestId.Value, Deferred),
        DeclineRequest c => Move(c.RequestId.Value, Declined),
        PlaceOnDeck c => Move(c.RequestId.Value, OnDeck),
        TakeOffDeck c => Move(c.RequestId.Value, Pending),
        Recognise { Kind: FloorKind.PointOfOrder } c => Find(c.ParticipantId!.Value) is { Admitted: true } p && Interrupt(p) && Give(id, now, p, null, start: true, settled: true),
        Recognise { RequestId: { } wish } c => Floor is null && Wishes.TryGetValue(wish.Value, out var w) && w.Open && Give(id, now, w.Who, wish.Value, c.Start),
        Recognise { ParticipantId: { } who } c => Floor is null && Find(who) is { Admitted: true } p && Give(id, now, p, WishOf(p), c.Start),
        StartClock c => On(c.InterventionId?.Value, f => Start(f, now, c.SecondsAgo)),
        PauseClock c => On(c.InterventionId?.Value, f => f.Runs && !(f.Runs = false)),
        ResumeClock c => On(c.InterventionId?.Value, f => f.Began && !f.Runs && (f.Runs = true)),
        AdjustClock c => On(c.InterventionId?.Value, f => Adjust(f, c.Seconds)),
        EndIntervention c => On(c.InterventionId?.Value, f => End(f, now)),
        SetLimit c => Limit(1000L * c.Seconds),
        _ => throw new ArgumentException($"{command}"),
    };

    private static Participant? Find(ParticipantId id) => Everybody.FirstOrDefault(p => p.Id == id);

    private static bool Together(Participant one, Participant other) => one.Delegation.ToUpperInvariant() == other.Delegation.ToUpperInvariant();

    private bool On(Guid? meant, Func<Speech, bool> change) => Floor is { } floor && (meant ?? floor.Id) == floor.Id && change(floor);

    private static bool Adjust(Speech floor, long seconds)
    {
        if (seconds is 0 or < -600 or > 600 || floor.Allowed + (1000 * seconds) <= 0) return false;
        floor.Allowed += 1000 * seconds;
        return true;
    }

    private static bool Start(Speech floor, long now, int ago)
    {
        if (floor.Began || ago is < 0 or > 600) return false;
        floor.Ran = Math.Min(1000 * ago, (now - floor.Since) / 1000 * 1000);
        return floor.Began = floor.Runs = true;
    }

    private bool Limit(long ms)
    {
        if (_open is not { } segment || ms is < 5_000 or > 3_600_000 || _limits.GetValueOrDefault(segment, 180_000) == ms) return false;
        _limits[segment] = ms;
        return true;
    }

    private bool Interrupt(Participant by)
    {
        if (_open is null || Floor is { IsSettled: true } || Floor?.Who == by) return false;
        (Interrupted, _runsOn) = (Floor, Floor is { Runs: true });
        Interrupted?.Runs = false;
        return true;
    }

    private bool Open(SegmentId next)
    {
        if (Floor is not null || next == _open || !Hearing.Contains(next)) return false;
        foreach (var (id, wish) in Wishes.Where(w => w.Value.Panel == _open && w.Value.Open))
        {
            (wish.WasSetAside, wish.State) = (wish.State is Deferred, Lapsed);
            Deck.Remove(id);
        }

        foreach (var wish in Wishes.Values.Where(w => w.Panel == next && w.State is Lapsed)) wish.State = wish.WasSetAside ? Deferred : Pending;
        if (_open is { } left) _over.Add(left);
        _over.RemoveAll(s => s == next);
        _open = next;
        return true;
    }

    private static readonly SegmentId[] Hearing = [Opening, Panel1, Lunch, Panel2, Closing];

    private bool Ask(Guid id, long now, ParticipantId who, IntakeChannel door, SegmentId? segment)
    {
        var begun = _open is { } open ? Array.IndexOf(Hearing, open) : 0;
        var panel = segment ?? Hearing[begun..].Where(s => (s == Panel1 || s == Panel2) && !_over.Contains(s)).Cast<SegmentId?>().FirstOrDefault();
        if (Find(who) is not { Admitted: true } p || (panel != Panel1 && panel != Panel2) || _over.Contains(panel.Value)) return false;
        if (Wishes.Values.FirstOrDefault(w => w.Waits && w.Panel == panel && Together(w.Who, p)) is { } waits)
        {
            if (waits.Doors.Any(d => d.Door == door)) return false;
            waits.Doors.Add((door, p, now));
            return true;
        }

        Wishes[id] = new(p, door, panel.Value, now);
        return true;
    }

    private bool Move(Guid id, RequestState to)
    {
        if (!Wishes.TryGetValue(id, out var wish) || !wish.Open || wish.State == to) return false;
        if (to is Pending or OnDeck && Wishes.Values.Any(w => w != wish && w.Waits && w.Panel == wish.Panel && Together(w.Who, wish.Who))) return false;
        wish.State = to;
        Deck.Remove(id);
        if (to is OnDeck) Deck.Add(id);
        return true;
    }

    private Guid? WishOf(Participant p) =>
        Wishes.Where(w => w.Value.Doors.Any(d => d.Who == p) && w.Value.Panel == _open && w.Value.Open)
            .OrderBy(w => w.Value.Waits ? 0 : 1).ThenBy(w => w.Value.At).ThenBy(w => w.Key).Select(w => (Guid?)w.Key).FirstOrDefault();

    private bool Give(Guid id, long now, Participant who, Guid? wish, bool start, bool settled = false)
    {
        if (_open is not { } segment) return false;
        if (wish is { } called)
        {
            Wishes[called].State = Recognised;
            Deck.Remove(called);
        }

        Floor = new(id, who, wish, _limits.GetValueOrDefault(segment, 180_000), now, settled) { Began = start, Runs = start };
        return true;
    }

    private bool End(Speech floor, long now)
    {
        floor.Runs = false;
        if (!floor.Began && floor.By is { } wish) Wishes[wish].State = Deferred;
        Spoken.Add(floor);
        (Floor, Interrupted) = (Interrupted, null);
        Floor?.Runs = _runsOn;
        Floor?.Since = now;
        _runsOn = false;
        return true;
    }
}
