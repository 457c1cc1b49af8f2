using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;

namespace FloorManager.Domain.Hearings;

// The record is put right: not what the room saw, but what is kept of it. What stood there before is kept beside it, with the reason.
public static partial class HearingDecider
{
    private static Decision Correct(Hearing state, CorrectRecord c, Submission given)
    {
        if (c.Reason.Length is 0 or > CorrectRecord.LongestReason) return Refuse(new OutOfBounds("reason", "1", $"{CorrectRecord.LongestReason}"));
        if (state.FindIntervention(c.InterventionId) is not { } wrong) return Refuse(new NoSuchIntervention(c.InterventionId));
        var (who, delegation) = (wrong.Speaker.Name, wrong.Speaker.Delegation);
        if (c.Corrections is { } seen && seen != wrong.Corrections.Count) return Refuse(new CorrectedMeanwhile(who, delegation, wrong.Corrections.LastOrDefault()?.Reason ?? ""));
        if (wrong.EndedAt is not { } ended) return Refuse(new StillSpeaking(who, delegation));
        if (wrong.StartedAt is not { } started) return Refuse(new DidNotSpeak(who, delegation));
        if (Spoke(state, c, wrong, out var right) is { } refusal) return Refuse(refusal);
        if (Groups(state, c, right.Speaker, out var speaker) is { } unknown) return Refuse(unknown);

        var (start, end) = (Whole(c.StartedAt) ?? started, Whole(c.EndedAt) ?? ended);
        // Whoever types a time types seconds, and means the instant in it.
        if (start < wrong.RecognisedAt && wrong.RecognisedAt - start < TimeSpan.FromSeconds(1)) start = wrong.RecognisedAt;
        if ((start, end) != (started, ended) && Fault(state, wrong, start, end, given.At) is { } fault) return Refuse(fault);
        if (speaker == wrong.Speaker && (start, end) == (started, ended)) return Nothing;

        var corrected = new RecordCorrected(wrong.Id, speaker, right.Request, right.Topic, right.Accommodation, start, end, c.Reason, given.By.Role);
        return right.Request != wrong.Request && Mistaken(state, wrong) is { } request ? Accept(corrected, WaitsAgain(state, request)) : Accept(corrected);
    }

    private static DateTimeOffset? Whole(DateTimeOffset? at) => at is { } given ? DateTimeOffset.FromUnixTimeMilliseconds(given.ToUnixTimeMilliseconds()) : null;

    /// <summary>The intervention as it is with whoever is named; as it is where nobody else is.</summary>
    private static Refusal? Spoke(Hearing state, CorrectRecord c, Intervention wrong, out Intervention right)
    {
        right = wrong;
        var named = new object?[] { c.ParticipantId, c.Seat, c.PodiumSpeakerId }.Count(who => who is not null);
        if (named != 1) return named == 0 ? null : new NobodyNamed();
        if (Called(state, new(null, c.ParticipantId, c.Seat, c.PodiumSpeakerId, wrong.Kind), wrong.Segment, wrong.Request, out var who, wrong.RecognisedAt) is { } refusal) return refusal;
        if (who.Speaker.Participant is null != wrong.Speaker.Participant is null) return new NotFromThere(who.Speaker.Name, who.Speaker.Delegation);
        if (IsSame(who.Speaker, wrong.Speaker))
        {
            right = wrong with { Speaker = who.Speaker };
            return null;
        }

        var request = who.Request ?? Unreached(state, wrong, who.Speaker);
        right = wrong with
        {
            Speaker = who.Speaker,
            Request = request?.Id,
            Topic = request?.Segment == wrong.Segment ? request.Topic : null,
            Accommodation = who.Strict ? who.Accommodation : null,
        };
        return null;
    }

    /// <summary>Whoever spoke after all was reached, although their panel closed over their request.</summary>
    private static FloorRequest? Unreached(Hearing state, Intervention wrong, Speaker speaker) => speaker.Participant is not { } who ? null : state.RequestsFor(wrong.Segment)
        .Where(r => r.State == RequestState.Lapsed && r.Kind == wrong.Kind && r.WasAskedBy(who, wrong.RecognisedAt)).OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).FirstOrDefault();

    private static Refusal? Groups(Hearing state, CorrectRecord c, Speaker before, out Speaker speaker)
    {
        speaker = before with { Category = c.Category ?? before.Category, RegionalGroup = c.RegionalGroup ?? before.RegionalGroup };
        var podium = before.Participant is null;
        return c.Category is { } category && (podium || state.Details!.Categories.All(k => k.Code != category)) ? new NoSuchGroup(category)
            : c.RegionalGroup is { } group && (podium || !IsGroupOf(state.Details!, group)) ? new NoSuchGroup(group)
            : null;
    }

    /// <summary>A point of order ran in a pause of whoever it interrupted, so that the two clocks never ran together.</summary>
    private static Refusal? Fault(Hearing state, Intervention wrong, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now)
    {
        if (start < wrong.RecognisedAt || (start >= end && end == wrong.EndedAt)) return new StartsOutside(WallSecond(state, wrong.RecognisedAt), WallSecond(state, end));
        if (end <= start || end > now) return new EndsOutside(WallSecond(state, start), WallSecond(state, now));
        var others = state.Ended.Append(state.Interrupted?.Floor).Append(state.Floor).OfType<Intervention>().Where(i => i.Id != wrong.Id);
        var ran = wrong.Timed(start, end).Ran(now).ToArray();
        foreach (var other in others)
        {
            foreach (var (from, until) in other.Ran(now).Where(o => ran.Any(r => r.From < o.Until && o.From < r.Until)))
                return new SpokeThen(other.Speaker.Name, other.Speaker.Delegation, WallSecond(state, from), WallSecond(state, until));
        }

        return null;
    }

    private static string WallSecond(Hearing state, DateTimeOffset at) => state.Local(at).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
