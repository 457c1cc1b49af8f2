using FloorManager.Domain.Balance;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;

namespace FloorManager.Domain.Hearings;

// The floor and its clock. Only one person has the floor at a time; whom the chair recognises is the chair's alone (there is
// no list of speakers), so nothing here asks whose turn it might be.
public static partial class HearingDecider
{
    private static readonly TimeSpan RemarksByDefault = TimeSpan.FromMinutes(5);

    private static Decision Give(Hearing state, Recognise c, Submission given)
    {
        if (new object?[] { c.RequestId, c.ParticipantId, c.Seat, c.PodiumSpeakerId }.Count(named => named is not null) != 1)
            return Refuse(new NobodyNamed());
        if (Called(state, c, state.OpenSegmentId, state.Floor?.Request, out var who) is { } refusal) return Refuse(refusal);
        if (state.Floor is { } floor)
        {
            if (IsSecondTap(floor, c, who)) return Nothing;
            // Whoever speaks may say what is out of order; nobody interrupts themselves.
            if (who.Kind != FloorKind.PointOfOrder || floor.Kind == FloorKind.PointOfOrder || IsSame(floor.Speaker, who.Speaker)) return Refuse(new FloorTaken(floor.Speaker.Name, floor.Speaker.Delegation));
        }

        if (state.OpenSegment is not { } segment) return Refuse(new NoOpenSegment());
        if (c.TopicId is { } topic && segment.Topics.All(t => t.Id != topic)) return Refuse(new NoSuchTopic(topic));
        if (c.Seconds is < 5 or > 3600 || (who.Strict && c.Seconds is not null)) return Refuse(new OutOfBounds("seconds", "5", "3600"));

        var rules = state.RulesOf(segment);
        if (!rules.Take(who.Kind)) return Refuse(new NotTakenHere(who.Kind));
        var limit = who.Strict ? rules.Limit : c.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : who.Announced;
        var warning = rules.Warning < limit ? rules.Warning : limit;
        var id = new InterventionId(given.Id.Value);
        var about = c.TopicId ?? (who.Request?.Segment == segment.Id ? who.Request.Topic : null);
        var gave = new FloorGiven(
            id, segment.Id, who.Kind, who.Speaker, who.Request?.Id, about, who.Strict, limit, warning,
            who.Strict ? who.Accommodation : null, who.Kind == FloorKind.Intervention ? BalanceLens.PlaceOf(state, who.Request) : null);
        // A point of order is settled at once; its clock does not wait for a first word.
        var starts = c.Start || (who.Strict && rules.StartsAtOnce) || who.Kind == FloorKind.PointOfOrder;
        return new Decision.Accepted([.. Interrupting(state.Floor), gave, .. starts ? new HearingEvent[] { new ClockStarted(id) } : []]);
    }

    private static IEnumerable<HearingEvent> Interrupting(Intervention? floor)
    {
        if (floor is null) yield break;
        var runs = floor.Clock is FloorClock.Running;
        if (runs) yield return new HearingEvent.ClockPaused(floor.Id);
        yield return new FloorInterrupted(floor.Id, runs);
    }

    private sealed record Whom(Speaker Speaker, FloorKind Kind, FloorRequest? Request, TimeSpan Announced, TimeSpan? Accommodation = null)
    {
        public bool Strict => Kind is not (FloorKind.Remarks or FloorKind.Reply);
    }

    /// <summary>
    /// Who is called, and for what. A participant called straight from the floor who has a request waiting in this panel, or asked beside
    /// somebody else's, is called by it, so that no request is left behind for someone who has spoken.
    /// </summary>
    /// <param name="panel">Whose requests may be meant.</param>
    /// <param name="own">Called already by whoever is asked about, so that a repeat finds it.</param>
    /// <param name="asked">Only what they had asked for by then; null for now.</param>
    private static Refusal? Called(Hearing state, Recognise c, SegmentId? panel, RequestId? own, out Whom who, DateTimeOffset? asked = null)
    {
        who = null!;
        if (c.PodiumSpeakerId is { } podium)
        {
            if (state.Segments.SelectMany(s => s.Podium).FirstOrDefault(p => p.Id == podium) is not { } speaker) return new NoSuchPodiumSpeaker(podium);
            who = new(Speaker.Of(speaker), c.Kind ?? FloorKind.Remarks, Request: null, speaker.AnnouncedLength);
            return null;
        }

        FloorRequest? request = null;
        var named = c.ParticipantId;
        if (c.RequestId is { } id)
        {
            if (!state.Requests.TryGetValue(id, out var meant)) return new NoSuchRequest(id);
            if (!meant.MayBeCalled && own != id) return new RequestClosed(NameOf(state, meant), meant.State);
            named = meant.Participant;
            // For something else than it asks for its participant is called, and it waits on.
            if (c.Kind is null || c.Kind == meant.Kind) request = meant;
        }

        if (Asking(state, named, c.Seat, out var participant) is { } refusal) return refusal;
        request ??= state.Requests.Values
            .Where(r => (asked is { } by ? r.WasAskedBy(participant.Id, by) : r.IsBy(participant.Id)) && r.Segment == panel && (r.MayBeCalled || r.Id == own) && (c.Kind is null || r.Kind == c.Kind))
            .OrderByDescending(r => r.IsWaiting).ThenByDescending(r => r.MayBeCalled).ThenBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).FirstOrDefault();
        who = new(Speaker.Of(participant), c.Kind ?? request?.Kind ?? FloorKind.Intervention, request, RemarksByDefault, participant.Accommodation);
        return null;
    }

    /// <summary>The same request, or the same person; and where the tap says what for, for the same.</summary>
    private static bool IsSecondTap(Intervention floor, Recognise c, Whom who) =>
        (c.Kind is null || c.Kind == floor.Kind)
        && (c.RequestId is { } request && request == who.Request?.Id
            ? request == floor.Request
            : IsSame(floor.Speaker, who.Speaker));

    private static bool IsSame(Speaker one, Speaker other) => one.Participant == other.Participant && one.Podium == other.Podium;

    private static Decision OnFloor(Hearing state, InterventionId? meant, Func<Intervention, Decision> decide) =>
        state.Floor is not { } floor ? Refuse(new NobodyHasTheFloor())
        : meant is { } id && id != floor.Id ? Refuse(new FloorHasMoved(floor.Speaker.Name))
        : decide(floor);

    private static Decision Start(Hearing state, Intervention floor, StartClock c, DateTimeOffset now) => floor.Clock switch
    {
        _ when c.SecondsAgo is < 0 or > StartClock.LongestAgo => Refuse(new OutOfBounds("secondsAgo", "0", $"{StartClock.LongestAgo}")),
        FloorClock.NotStarted => Accept(new ClockStarted(floor.Id, Math.Min(c.SecondsAgo, Math.Max(0, (int)(now - HadSince(state, floor)).TotalSeconds)))),
        FloorClock.Paused => Refuse(new Refusal.ClockPaused()),
        _ => Nothing,
    };

    /// <summary>Since when they could have spoken: a point of order that came in between was somebody else's time.</summary>
    private static DateTimeOffset HadSince(Hearing state, Intervention floor) =>
        state.Ended.Where(i => i.Kind == FloorKind.PointOfOrder && i.RecognisedAt >= floor.RecognisedAt).Select(i => i.EndedAt!.Value).Append(floor.RecognisedAt).Max();

    private static Decision Pause(Intervention floor) => floor.Clock switch
    {
        FloorClock.Running => Accept(new HearingEvent.ClockPaused(floor.Id)),
        FloorClock.NotStarted => Refuse(new ClockNotStarted()),
        _ => Nothing,
    };

    private static Decision Resume(Intervention floor) => floor.Clock switch
    {
        FloorClock.Paused => Accept(new ClockResumed(floor.Id)),
        FloorClock.NotStarted => Refuse(new ClockNotStarted()),
        _ => Nothing,
    };

    private static Decision Adjust(Intervention floor, AdjustClock c)
    {
        if (Math.Abs((long)c.Seconds) > AdjustClock.Most || floor.Clock.Allowed + TimeSpan.FromSeconds(c.Seconds) <= TimeSpan.Zero)
            return Refuse(new OutOfBounds("seconds", $"{-Math.Min(AdjustClock.Most, (int)floor.Clock.Allowed.TotalSeconds - 1)}", $"{AdjustClock.Most}"));
        return c.Seconds == 0 ? Nothing : Accept(new ClockAdjusted(floor.Id, c.Seconds));
    }

    /// <summary>
    /// Who was called and did not speak – not in the room, or not ready – loses nothing by it: the request is set aside, and the chair may
    /// call it again. When a point of order is settled the floor returns to whom it was interrupted, and their clock runs on if it ran.
    /// </summary>
    private static Decision End(Hearing state, Intervention floor)
    {
        var events = new List<HearingEvent> { new InterventionEnded(floor.Id) };
        // Not what was withdrawn meanwhile, when an end was taken back.
        if (floor is { Clock: FloorClock.NotStarted, Request: { } request } && state.Requests.GetValueOrDefault(request)?.State == RequestState.Recognised) events.Add(new RequestDeferred(request));
        if (state.Interrupted is { } waits)
        {
            events.Add(new FloorReturned(waits.Floor.Id));
            if (waits.Resumes) events.Add(new ClockResumed(waits.Floor.Id));
        }

        return new Decision.Accepted([.. events]);
    }

    /// <summary>A second tap on "end" means the intervention that has just ended, never the next one.</summary>
    private static Decision End(Hearing state, EndIntervention c) => state.Floor switch
    {
        null => Nothing,
        var floor when c.InterventionId is null || c.InterventionId == floor.Id => End(state, floor),
        _ when state.Ended.Any(i => i.Id == c.InterventionId) => Nothing,
        var floor => Refuse(new FloorHasMoved(floor.Speaker.Name)),
    };

    private static Decision Expire(Hearing state, ExpireTime c, Submission given) =>
        state.Floor is { TimeExpired: false, Clock: FloorClock.Running running } floor
        && floor.Id == c.InterventionId && running.ExpiresAt == c.ExpiresAt && given.At >= c.ExpiresAt
            ? Accept(new TimeExpired(floor.Id))
            : Nothing;
}
