using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Domain.Hearings;

// Taking back. A step remembers the hearing before it. What it changed becomes what it was; what others changed meanwhile – a seat that asked, one
// that withdrew, time that expired – stays. Steps are taken back newest first, so that nothing a later one built upon is pulled from under it.
// A clock comes back as an instant: one that was paused by mistake has run on, one that was ended by mistake runs still.
public sealed partial record Hearing
{
    private Hearing Noting(JournalEntry entry, Hearing before)
    {
        if (entry.Events.All(StandsBeside)) return this;
        // What was open, spoken and asked before a new programme may have no place in it; and what chair and desk did is not theirs to take back
        // once somebody else has changed what it stands on.
        if (entry.By.Role is Role.Seat or Role.Moderator && entry.Events.All(e => e is RequestRaised or RequestWithdrawn or QuestionNoted or QuestionSettled)) return this;
        if (entry.By.Role is not (Role.Chair or Role.Secretariat) || entry.Events.Any(e => e is ProgrammeSet)) return this with { Steps = [] };
        var kept = Steps.Count < Step.Most ? Steps : Steps.RemoveAt(0);
        return this with { Steps = kept.Add(new(entry.Command, entry.By, entry.At, entry.Events, before with { Steps = [] })) };
    }

    /// <summary>Neither a step nor in the way of one, whoever did it.</summary>
    private static bool StandsBeside(HearingEvent happened) =>
        happened is StepsUndone or HearingSetUp or ParticipantsRegistered or SeatPlanSet or TimeExpired;

    private Hearing TakeBack(CommandId command)
    {
        if (Steps.Count == 0 || Steps[^1].Command != command) return this;
        var (step, was) = (Steps[^1], Steps[^1].Before);
        var left = step.Events.Aggregate(was, (state, happened) => state.Evolve(happened, step.At));
        var state = this with
        {
            Steps = Steps.RemoveAt(Steps.Count - 1),
            OpenSegmentId = Back(was.OpenSegmentId, left.OpenSegmentId, OpenSegmentId),
            OpenedAt = Back(was.OpenedAt, left.OpenedAt, OpenedAt),
            Phase = Back(was.Phase, left.Phase, Phase),
            LeftAt = Back(was.LeftAt, left.LeftAt, LeftAt),
            ClosedSegments = Back(was.ClosedSegments, left.ClosedSegments, ClosedSegments),
            Floor = Back(was.Floor, left.Floor, Floor),
            Interrupted = Back(was.Interrupted, left.Interrupted, Interrupted),
            Ended = Back(was.Ended, left.Ended, Ended),
            Limits = Back(was.Limits, left.Limits, Limits),
            RoundSizes = Back(was.RoundSizes, left.RoundSizes, RoundSizes),
            Message = Back(was.Message, left.Message, Message),
            Blackout = Back(was.Blackout, left.Blackout, Blackout),
            ResumesAt = Back(was.ResumesAt, left.ResumesAt, ResumesAt),
        };
        return state.TakeBackQuestions(was, left).TakeBackRequests(was, left);
    }

    /// <summary>The value before the step, where the step changed it.</summary>
    private static T Back<T>(T was, T left, T now) => EqualityComparer<T>.Default.Equals(was, left) ? now : was;

    /// <summary>One by one: the moderator may have noted others meanwhile.</summary>
    private Hearing TakeBackQuestions(Hearing was, Hearing left)
    {
        var moved = left.Questions.Except(was.Questions).Select(q => q.Id).ToHashSet();
        return moved.Count == 0 ? this : this with
        {
            Questions = [.. Questions.Select(q => moved.Contains(q.Id) ? was.Questions.Find(before => before.Id == q.Id) : q).OfType<Question>()],
        };
    }

    private Hearing TakeBackRequests(Hearing was, Hearing left)
    {
        var state = this;
        foreach (var (id, moved) in left.Requests.Where(r => was.Requests.GetValueOrDefault(r.Key) != r.Value).OrderBy(r => r.Key.Value))
        {
            // Its seat has withdrawn it since: that is the seat's own act.
            if (Requests.GetValueOrDefault(id)?.State != moved.State) continue;
            state = state with { Requests = was.Requests.TryGetValue(id, out var before) ? state.Requests.SetItem(id, state.Standing(before)) : state.Requests.Remove(id) };
        }

        var announced = was.OnDeck.Concat(OnDeck).Distinct();
        return state with { OnDeck = [.. announced.Where(id => state.Requests.GetValueOrDefault(id)?.State == RequestState.OnDeck)] };
    }

    /// <summary>A request as it was; set aside where somebody else of its delegation waits by now.</summary>
    private FloorRequest Standing(FloorRequest before) =>
        before.IsWaiting && WaitingFor(before.Segment, before.Participant, before.Delegation, before.Kind) is { } other && other.Id != before.Id
            ? before with { State = RequestState.Deferred }
            : before;
}
