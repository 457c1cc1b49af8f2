using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;

namespace FloorManager.Domain.Hearings;

// Leading a panel: its limit and rounds, the questions to the podium, and what is put right afterwards.
public static partial class HearingDecider
{
    private static Decision Set(Hearing state, SetLimit c)
    {
        if (state.OpenSegment is not { } segment) return Refuse(new NoOpenSegment());
        var limit = TimeSpan.FromSeconds(c.Seconds);
        if (limit < FloorRules.ShortestLimit || limit > FloorRules.LongestLimit) return Refuse(new OutOfBounds("seconds", "5", "3600"));
        return state.RulesOf(segment).Limit == limit ? Nothing : Accept(new LimitSet(segment.Id, limit));
    }

    private static Decision Set(Hearing state, SetRound c) =>
        c.Size is < 0 or > SetRound.Most ? Refuse(new OutOfBounds("size", "0", $"{SetRound.Most}"))
        : state.OpenSegment is not { } segment ? Refuse(new NoOpenSegment())
        : !segment.IsPanel ? Refuse(new NotAPanel(segment.Title))
        : (state.RoundSizes.GetValueOrDefault(segment.Id)?.Size ?? 0) == c.Size ? Nothing
        : Accept(new RoundSizeSet(segment.Id, c.Size));

    private static Decision Note(Hearing state, NoteQuestion c, Submission given)
    {
        if (state.OpenSegment is not { } segment) return Refuse(new NoOpenSegment());
        if (c.To is { } to && segment.Podium.All(p => p.Id != to)) return Refuse(new NoSuchPodiumSpeaker(to));
        if (c.InterventionId is { } named && state.FindIntervention(named) is null) return Refuse(new NoSuchIntervention(named));
        if (c.Text.Length > NoteQuestion.Longest) return Refuse(new OutOfBounds("text", "0", $"{NoteQuestion.Longest}"));
        return Accept(new QuestionNoted(new QuestionId(given.Id.Value), segment.Id, c.To, c.InterventionId ?? (state.Floor is { Strict: true } asks ? asks.Id : null), c.Text));
    }

    private static Decision Settle(Hearing state, SettleQuestion c) =>
        state.Questions.FirstOrDefault(q => q.Id == c.QuestionId) is not { } question ? Refuse(new NoSuchQuestion(c.QuestionId))
        : question.Answered == c.Answered ? Nothing
        : Accept(new QuestionSettled(c.QuestionId, c.Answered));

    private static Decision Correct(Hearing state, CorrectIntervention c)
    {
        if (new object?[] { c.RequestId, c.ParticipantId, c.Seat }.Count(who => who is not null) != 1) return Refuse(new NobodyNamed());
        if (state.FindIntervention(c.InterventionId) is not { } wrong) return Refuse(new NoSuchIntervention(c.InterventionId));
        var named = new Recognise(c.RequestId, c.ParticipantId, c.Seat, Kind: wrong.Kind);
        if (Called(state, named, wrong.Segment, wrong.Request, out var right) is { } refusal) return Refuse(refusal);
        if (right.Speaker == wrong.Speaker) return Nothing;
        if (c.RequestId is { } id && state.Requests[id] is var asked && !MayHaveBeen(state, wrong, asked)) return Refuse(new RequestForSomethingElse(NameOf(state, asked)));
        if (Besides(state, wrong) is { } other && IsSame(other.Speaker, right.Speaker)) return Refuse(new FloorTaken(other.Speaker.Name, other.Speaker.Delegation));
        var corrected = new SpeakerCorrected(
            wrong.Id, right.Speaker, right.Request?.Id, right.Strict ? right.Accommodation : null,
            right.Request?.Segment == wrong.Segment ? right.Request.Topic : null);
        return Mistaken(state, wrong) is { } request && request.Id != right.Request?.Id ? Accept(corrected, WaitsAgain(state, request)) : Accept(corrected);
    }

    /// <summary>A request for this kind of speaking in this segment, or one that was kept for it.</summary>
    private static bool MayHaveBeen(Hearing state, Intervention wrong, FloorRequest asked) =>
        asked.Kind == wrong.Kind && (asked.Segment == wrong.Segment || state.IsKept(asked, wrong.Segment));

    /// <summary>Who waits while this is settled, or settles what this waits for: nobody interrupts themselves. Null for one that has ended.</summary>
    private static Intervention? Besides(Hearing state, Intervention wrong) =>
        wrong.Id == state.Floor?.Id ? state.Interrupted?.Floor
        : wrong.Id == state.Interrupted?.Floor.Id ? state.Floor
        : null;

    /// <summary>The request that was called by mistake, unless something else has become of it since, or it was called again.</summary>
    private static FloorRequest? Mistaken(Hearing state, Intervention wrong) =>
        wrong.Request is { } id && state.Requests.GetValueOrDefault(id) is { State: RequestState.Recognised } request
        && state.Ended.Where(i => i.Spoke).Append(state.Interrupted?.Floor).Append(state.Floor).All(i => i?.Request != id || i.Id == wrong.Id)
            ? request
            : null;

    /// <summary>Back among those who wait; set aside while somebody else of the delegation does, not reached where the panel is over.</summary>
    private static HearingEvent WaitsAgain(Hearing state, FloorRequest request) =>
        state.ClosedSegments.Contains(request.Segment) ? new RequestsLapsed([request.Id])
        : state.WaitingFor(request.Segment, request.Participant, request.Delegation, request.Kind) is null
            ? new RequestTakenOffDeck(request.Id)
        : new RequestDeferred(request.Id);

    private static Decision TakeBack(Hearing state, Undo c, Actor by)
    {
        var from = c.Step is { } step ? state.Steps.FindIndex(s => s.Command == step) : state.Steps.Count - 1;
        if (from < 0) return Refuse(new NothingToUndo());
        if (c.Count is < 1 or > Step.Most) return Refuse(new OutOfBounds("count", "1", $"{Step.Most}"));
        var undone = state.Steps.Skip(from).Reverse().ToArray();
        if (c.Count is { } seen && seen != undone.Length) return Refuse(new StepsCameAfter(undone.Length - seen));
        if (by.Role == Role.Secretariat && undone.FirstOrDefault(s => s.By.Role != Role.Secretariat) is { } others) return Refuse(new NotYourStep(others.By.Role));
        return Accept(new StepsUndone([.. undone.Select(s => s.Command)]));
    }
}
