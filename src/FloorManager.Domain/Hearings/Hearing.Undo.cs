using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Domain.Hearings;

// Taking back. A step remembers the hearing before it. What it changed becomes what it was; what others changed meanwhile – a seat that asked, one
// that withdrew, time that expired – stays. Steps are taken back newest first, so that nothing a later one built upon is pulled from under it.
// A clock comes back as an instant: one that was paused by mistake has run on, one that was ended by mistake runs still. Whoever was interrupted
// by mistake did not speak meanwhile, and has the time that they had.
public sealed partial record Hearing
{
    private Hearing Noting(JournalEntry entry, Hearing before)
    {
        if (entry.By.Role is not (Role.Chair or Role.Secretariat)) return entry.Events.Any(e => e is ProgrammeSet) ? this with { Steps = [] } : this;
        // What one secretary writes down every few seconds, or who comes in at the door, is no step of the floor and explains to nobody why something
        // else was refused.
        if (entry.Events.All(e => e is RecommendationNoted or RecommendationReworded or RecommendationStruck or ContributionHandedIn or ParticipantCheckedIn or ParticipantCheckedOut)) return this;
        var step = new Step(entry.Command, entry.By, entry.At, entry.Events, before with { Steps = [], LastAct = null });
        return Noting(step) with { LastAct = step };
    }

    private Hearing Noting(Step step)
    {
        // What was open, spoken and asked before a new programme may have no place in it.
        if (step.Events.Any(e => e is ProgrammeSet)) return this with { Steps = [] };
        // The desk puts an old row right while the chair leads on, who does not take that back with a step of their own: another correction does. What the row came from
        // is not pulled from under it.
        if (step.Events.OfType<RecordCorrected>().FirstOrDefault() is { Intervention: var row }) return this with { Steps = Steps.RemoveRange(0, Steps.FindLastIndex(s => LedTo(s, row)) + 1) };
        // The register and the seat plan are no steps of the floor, and nobody can take a blink back.
        if (step.Events.Any(e => e is StepsUndone or HearingSetUp or HearingChanged or HearingArchived or ParticipantsRegistered or ParticipantsMerged or PersonalDataErased or SeatTaken or SeatLeft or SeatPlanSet or ScreenNamed or RoomBlinked)) return this;
        var kept = Steps.Count < Step.Most ? Steps : Steps.RemoveAt(0);
        return this with { Steps = kept.Add(step) };
    }

    /// <summary>It had not ended before the step, or the step said who spoke in it.</summary>
    private static bool LedTo(Step step, InterventionId row) =>
        step.Before.Ended.All(i => i.Id != row) || step.Events.Any(e => e is SpeakerCorrected corrected && corrected.Intervention == row);

    private Hearing TakeBack(CommandId command, DateTimeOffset at)
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
            Floor = step.Events.Any(e => e is FloorInterrupted) && Interrupted is { } waits ? waits.Returned(at) : StillExpired(Back(was.Floor, left.Floor, Floor), at),
            Interrupted = Back(was.Interrupted, left.Interrupted, Interrupted),
            Ended = StillCorrected(Back(was.Ended, left.Ended, Ended)),
            Limits = Back(was.Limits, left.Limits, Limits),
            RoundSizes = Back(was.RoundSizes, left.RoundSizes, RoundSizes),
            Intakes = Back(was.Intakes, left.Intakes, Intakes),
            Questions = [.. Questions.Select(q => TakeBack(q, was, left)).OfType<Question>()],
            Message = Back(was.Message, left.Message, Message),
            PodiumMessage = Back(was.PodiumMessage, left.PodiumMessage, PodiumMessage),
            Blackout = Back(was.Blackout, left.Blackout, Blackout),
            ResumesAt = Back(was.ResumesAt, left.ResumesAt, ResumesAt),
        };
        return state.TakeBackRequests(was, left, at).NotReached(was, at).Returned(was, at);
    }

    /// <summary>The value before the step, where the step changed it.</summary>
    private static T Back<T>(T was, T left, T now) => EqualityComparer<T>.Default.Equals(was, left) ? now : was;

    /// <summary>Rows that stay keep what was put right in them meanwhile.</summary>
    private ImmutableList<Intervention> StillCorrected(ImmutableList<Intervention> back) => ReferenceEquals(back, Ended)
        ? back
        : back.ConvertAll(i => Ended.Find(now => now.Id == i.Id && now.Corrections.Count > i.Corrections.Count) ?? i);

    /// <summary>The time of whoever speaks on has run out meanwhile, and nothing that is taken back gives it again.</summary>
    private Intervention? StillExpired(Intervention? back, DateTimeOffset at) =>
        back is not null && Floor is { TimeExpired: true } now && now.Id == back.Id && back.Clock.Remaining(at) <= TimeSpan.Zero
            ? back with { TimeExpired = true }
            : back;

    /// <summary>Null where the step noted it; what the moderator noted or settled since is the moderator's.</summary>
    private static Question? TakeBack(Question now, Hearing was, Hearing left) =>
        left.Questions.FirstOrDefault(q => q.Id == now.Id) is not { } done ? now
        : was.Questions.FirstOrDefault(q => q.Id == now.Id) is not { } before ? null
        : now == done ? before
        : now;

    /// <summary>Who asked meanwhile, or waits again by a correction, in a panel that was opened by mistake and is over again has not been reached in it.</summary>
    private Hearing NotReached(Hearing was, DateTimeOffset at) =>
        Requests.Values.Where(r => r.MayBeCalled && ClosedSegments.Contains(r.Segment) && was.Requests.GetValueOrDefault(r.Id) is not { MayBeCalled: true } && !IsKept(r, OpenSegmentId))
            .Aggregate(this, (state, r) => state.Move(r.Id, RequestState.Lapsed, at));

    /// <summary>Who did not speak after all, as was found while their panel was closed by mistake, waits in it again.</summary>
    private Hearing Returned(Hearing was, DateTimeOffset at) =>
        Requests.Values.Where(r => r.State == RequestState.Lapsed && r.Segment == OpenSegmentId && was.Requests.GetValueOrDefault(r.Id)?.State == RequestState.Recognised)
            .OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).Aggregate(this, (state, r) => state.Restore(r.Id, at));

    private Hearing TakeBackRequests(Hearing was, Hearing left, DateTimeOffset at)
    {
        var state = this;
        foreach (var (id, moved) in left.Requests.Where(r => was.Requests.GetValueOrDefault(r.Key) != r.Value).OrderBy(r => r.Key.Value))
        {
            // Its seat has withdrawn it since: that is the seat's own act.
            if (!Requests.TryGetValue(id, out var now) || now.State != moved.State) continue;
            // Of the doors only those that the step opened are taken back: what came through another since is somebody else's wish.
            var before = was.Requests.GetValueOrDefault(id);
            var opened = moved.Doors.Except(before?.Doors ?? []).ToHashSet();
            var kept = opened.Count == 0 ? now : now.Without(opened.Contains);
            state = state with
            {
                Requests =
                    before is null ? kept is null ? state.Requests.Remove(id) : state.Requests.SetItem(id, state.Standing(kept))
                    : kept is null ? state.Requests.SetItem(id, before with { State = RequestState.Withdrawn, ChangedAt = at })
                    : state.Requests.SetItem(id, state.Standing(kept with { State = before.State, ChangedAt = before.ChangedAt, LapsedFrom = before.LapsedFrom })),
            };
        }

        var announced = was.OnDeck.Concat(OnDeck).Distinct();
        return state with { OnDeck = [.. announced.Where(id => state.Requests.GetValueOrDefault(id)?.State == RequestState.OnDeck)] };
    }

    /// <summary>A request as it was; set aside where somebody else of its delegation waits by now.</summary>
    private FloorRequest Standing(FloorRequest before) =>
        before.IsWaiting && (this with { Requests = Requests.Remove(before.Id) }).WaitingFor(before.Segment, before.Participant, before.Delegation, before.Kind) is not null
            ? before with { State = RequestState.Deferred }
            : before;
}
