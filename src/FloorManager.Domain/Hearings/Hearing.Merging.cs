using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;

namespace FloorManager.Domain.Hearings;

// Two on the register who are one person. What was the one's is the other's; the names in the record stay as they were when the floor was given.
public sealed partial record Hearing
{
    /// <summary>Whom a number of the register means: itself, or whoever it was merged into.</summary>
    public ParticipantId WhoIs(ParticipantId id) => Participants.ContainsKey(id) ? id : Merged.GetValueOrDefault(id, id);

    /// <summary>
    /// Rows of a register as they would be written, without those of erased people: a number that was merged away updates whoever it was merged into, and only fills in
    /// what is empty where their own number is among the rows as well.
    /// </summary>
    public IEnumerable<Participant> AsKnown(ImmutableArray<Participant> rows)
    {
        // The file of yesterday does not bring back who was erased.
        if (!Erased.IsEmpty) rows = rows.RemoveAll(p => Erased.ContainsKey(WhoIs(p.Id)));
        if (Merged.IsEmpty) return rows;
        var known = rows.Where(p => WhoIs(p.Id) == p.Id).ToDictionary(p => p.Id);
        foreach (var second in rows.Where(p => WhoIs(p.Id) != p.Id))
        {
            var id = WhoIs(second.Id);
            known[id] = known.TryGetValue(id, out var own) ? own.FilledFrom(second)
                : Participants.TryGetValue(id, out var before) ? (second with { Id = id }).FilledFrom(before) with { Admitted = second.Admitted }
                : second with { Id = id };
        }

        return known.Values;
    }

    /// <summary>Whom two of the register would be together. A seat that has been given to somebody else since stays theirs.</summary>
    public Participant AsOne(Participant keep, Participant gone) =>
        keep.FilledFrom(gone.Seat is { } seat && SeatHolders.GetValueOrDefault(seat) != gone.Id ? gone with { Seat = null } : gone);

    private Hearing Merge(Participant kept, ParticipantId gone)
    {
        if (kept.Id == gone) return Register([kept]);
        // A step remembers the hearing before it, and would bring back whoever is not there any more.
        var steps = Mentions(gone) || Steps.Any(s => s.Before.Mentions(gone)) ? [] : Steps;
        var state = this with
        {
            Steps = steps,
            Participants = Participants.Remove(gone),
            // One person has one seat: the other is free again, and is theirs if they had none.
            SeatHolders = SeatHolders.RemoveRange(SeatHolders.Where(h => h.Value == gone).Select(h => h.Key)),
            TakenSeats = TakenSeats.SetItems(TakenSeats.Where(t => t.Value == gone).Select(t => KeyValuePair.Create(t.Key, kept.Id))),
            Merged = Merged.SetItems(Merged.Where(m => m.Value == gone).Select(m => KeyValuePair.Create(m.Key, kept.Id))).SetItem(gone, kept.Id).Remove(kept.Id),
            // Since the earlier of the two.
            InTheRoom = InTheRoom.TryGetValue(gone, out var came)
                ? InTheRoom.Remove(gone).SetItem(kept.Id, InTheRoom.TryGetValue(kept.Id, out var before) && before < came ? before : came) : InTheRoom,
            Floor = Floor is null ? null : Now(Floor),
            Interrupted = Interrupted is null ? null : Interrupted with { Floor = Now(Interrupted.Floor) },
            Ended = Ended.Any(i => i.Names(gone)) ? Ended.ConvertAll(Now) : Ended,
            Contributions = Contributions.SetItems(Contributions.Where(c => c.Value.Participant == gone).Select(c => KeyValuePair.Create(c.Key, c.Value with { Participant = kept.Id }))),
        };
        state = state.Register([kept]);
        var theirs = Requests.Values.Where(r => r.IsBy(gone)).OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value);
        // One may have become part of another by the time it is its turn.
        return theirs.Aggregate(state, (s, r) => s.Requests.TryGetValue(r.Id, out var now) ? s.TakeOver(now, kept, gone) : s);

        Intervention Now(Intervention i) => i.Names(gone) ? i with { Speaker = i.Speaker.Merged(kept.Id, gone), Corrections = i.Corrections.ConvertAll(c => c.Merged(kept.Id, gone)) } : i;
    }

    private bool Mentions(ParticipantId who) =>
        Requests.Values.Any(r => r.IsBy(who)) || Ended.Append(Floor).Append(Interrupted?.Floor).Any(i => i?.Names(who) == true);

    private Hearing TakeOver(FloorRequest request, Participant kept, ParticipantId gone)
    {
        var now = request with
        {
            Participant = request.Participant == gone ? kept.Id : request.Participant,
            AlsoBy = [.. request.AlsoBy.Select(d => d.Participant == gone ? d with { Participant = kept.Id } : d)],
        };
        if (request.Participant != gone || !request.MayBeCalled) return this with { Requests = Requests.SetItem(now.Id, now) };
        var others = this with { Requests = Requests.Remove(now.Id) };
        return now.IsWaiting && others.WaitingFor(now.Segment, kept.Id, kept.Delegation, now.Kind) is { } waiting
            ? others.AsOne(waiting, now with { Delegation = waiting.Delegation })
            : this with { Requests = Requests.SetItem(now.Id, now with { Delegation = kept.Delegation }) };
    }

    /// <summary>Of two that wait for the same, the older has the doors of both, and is announced if one of them was.</summary>
    private Hearing AsOne(FloorRequest one, FloorRequest two)
    {
        var (first, second) = (one.RaisedAt, one.Id.Value).CompareTo((two.RaisedAt, two.Id.Value)) < 0 ? (one, two) : (two, one);
        var (state, announced) = (first.State, OnDeck);
        if (second.State == RequestState.OnDeck)
            (state, announced) = (RequestState.OnDeck, first.State == RequestState.OnDeck ? OnDeck.Remove(second.Id) : OnDeck.Replace(second.Id, first.Id));
        var both = first with
        {
            Delegation = one.Delegation,
            State = state,
            AlsoBy = [.. first.AlsoBy.Concat(second.Doors).OrderBy(d => d.At)],
        };
        return this with
        {
            OnDeck = announced,
            Requests = Requests.Remove(second.Id).SetItem(both.Id, both),
            Ended = Ended.Any(i => i.Request == second.Id) ? Ended.ConvertAll(i => i.Request == second.Id ? i with { Request = both.Id } : i) : Ended,
        };
    }
}
