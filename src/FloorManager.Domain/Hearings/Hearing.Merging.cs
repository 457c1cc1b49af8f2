using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;

namespace FloorManager.Domain.Hearings;

// Two registrations become one person's. What stands in the record under either name stays as it was said then; whose it is changes.
public sealed partial record Hearing
{
    private Hearing Merge(Participant kept, ParticipantId gone, DateTimeOffset at)
    {
        var state = this with
        {
            Participants = Participants.Remove(gone),
            SeatHolders = SeatHolders.RemoveRange(SeatHolders.Where(h => h.Value == gone).Select(h => h.Key)),
            MergedInto = MergedInto.SetItems(MergedInto.Where(m => m.Value == gone).Select(m => KeyValuePair.Create(m.Key, kept.Id))).SetItem(gone, kept.Id).Remove(kept.Id),
            Requests = Requests.SetItems(Requests.Where(r => r.Value.IsBy(gone)).Select(r => KeyValuePair.Create(r.Key, Theirs(r.Value, kept, gone)))),
            Floor = Floor is null ? null : Theirs(Floor, kept, gone),
            Interrupted = Interrupted is null ? null : Interrupted with { Floor = Theirs(Interrupted.Floor, kept, gone) },
            Ended = Ended.Any(i => i.Speaker.Participant == gone) ? Ended.ConvertAll(i => Theirs(i, kept, gone)) : Ended,
        };
        return state.Register([kept]).OneWish(kept, at);
    }

    private static FloorRequest Theirs(FloorRequest request, Participant kept, ParticipantId gone) =>
        request.Through([.. request.Doors.Select(d => d.Participant == gone ? d with { Participant = kept.Id } : d)])! with { Delegation = request.Participant == gone ? kept.Delegation : request.Delegation };

    private static Intervention Theirs(Intervention made, Participant kept, ParticipantId gone) =>
        made.Speaker.Participant == gone ? made with { Speaker = made.Speaker with { Participant = kept.Id } } : made;

    /// <summary>Each delegation waits once in a panel: what came in under either name becomes one wish, with every door it came through.</summary>
    private Hearing OneWish(Participant kept, DateTimeOffset at)
    {
        var state = this;
        var waiting = Requests.Values.Where(r => r.IsWaiting && (r.IsBy(kept.Id) || string.Equals(r.Delegation, kept.Delegation, StringComparison.OrdinalIgnoreCase)));
        foreach (var same in waiting.GroupBy(r => (r.Segment, r.Kind)).Where(g => g.Count() > 1 && g.Any(r => r.IsBy(kept.Id))))
        {
            var oldest = same.OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).ToArray();
            var stays = oldest.FirstOrDefault(r => r.State == RequestState.OnDeck) ?? oldest[0];
            var doors = oldest.SelectMany(r => r.Doors).OrderBy(d => d.At).DistinctBy(d => d.Channel).ToImmutableArray();
            foreach (var other in oldest.Where(r => r.Id != stays.Id)) state = state.Move(other.Id, RequestState.Withdrawn, at);
            state = state with { Requests = state.Requests.SetItem(stays.Id, (stays with { Topic = stays.Topic ?? oldest.Select(r => r.Topic).FirstOrDefault(t => t is not null) }).Through(doors)!) };
        }

        return state;
    }
}
