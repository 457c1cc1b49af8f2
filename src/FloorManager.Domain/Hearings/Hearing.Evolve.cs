using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Domain.Hearings;

// How the state follows from what happened. Evolving never throws and never judges: an event that does not fit is a change of nothing,
// because the journal is the truth and must always load.
public sealed partial record Hearing
{
    public Hearing After(JournalEntry entry)
    {
        var state = this;
        foreach (var happened in entry.Events) state = state.Evolve(happened, entry.At);
        return state.Noting(entry, before: this) with { Version = entry.Version, LastAt = entry.At, Answered = state.Answered.SetItem(entry.Command, entry.Version) };
    }

    /// <summary>The state after all of these, as after one and the next; quicker for a long journal, because what was answered is noted once.</summary>
    public Hearing After(IReadOnlyCollection<JournalEntry> entries)
    {
        var state = this;
        foreach (var entry in entries)
        {
            var before = state;
            foreach (var happened in entry.Events) state = state.Evolve(happened, entry.At);
            state = state.Noting(entry, before) with { Version = entry.Version, LastAt = entry.At };
        }

        return state with { Answered = Answered.SetItems(entries.Select(e => KeyValuePair.Create(e.Command, e.Version))) };
    }

    public Hearing Evolve(HearingEvent happened, DateTimeOffset at) => happened switch
    {
        HearingSetUp e => this with { Details = Whole(e.Details) },
        HearingChanged e => this with { Details = Whole(e.Details) },
        HearingArchived e => this with { IsArchived = e.On },
        ProgrammeSet e => Set(e.Meetings),
        ParticipantsRegistered e => Register(Whole(e.Participants)),
        ParticipantsMerged e => Merge(e.Kept, e.Gone),
        PersonalDataErased e => Erase(e),
        ParticipantCheckedIn e => this with { InTheRoom = InTheRoom.ContainsKey(e.Participant) ? InTheRoom : InTheRoom.Add(e.Participant, at) },
        ParticipantCheckedOut e => this with { InTheRoom = InTheRoom.Remove(e.Participant) },
        SeatTaken e => Participants.TryGetValue(e.Participant, out var sits) ? Register([sits with { Seat = e.Seat }]) with { TakenSeats = TakenSeats.SetItem(e.Seat, e.Participant) } : this,
        SeatLeft e => Participants.TryGetValue(e.Participant, out var leaves) && leaves.Seat == e.Seat ? Register([leaves with { Seat = null }]) : this,
        ScreenNamed e => this with { NamedScreens = e.View is null ? NamedScreens.Remove(e.Name) : NamedScreens.SetItem(e.Name, e.View) },
        SeatPlanSet e => this with { Seats = Seats.Clear().SetItems(Whole(e.Seats).Select(s => KeyValuePair.Create(s.Label, s))) },
        SegmentOpened e => Open(e.Segment, at),
        PhaseSet e => this with { Phase = e.Phase },
        RequestRaised e => Raise(e, at),
        RequestJoined e => Join(e, at),
        RequestLeft e => Leave(e, at),
        RequestWithdrawn e => Move(e.Request, RequestState.Withdrawn, at),
        RequestDeferred e => Move(e.Request, RequestState.Deferred, at),
        RequestDeclined e => Move(e.Request, RequestState.Declined, at),
        RequestPlacedOnDeck e => Move(e.Request, RequestState.OnDeck, at),
        RequestTakenOffDeck e => Move(e.Request, RequestState.Pending, at),
        RequestsLapsed e => Whole(e.Requests).Aggregate(this, (s, id) => s.Move(id, RequestState.Lapsed, at)),
        RequestsRestored e => Whole(e.Requests).Aggregate(this, (s, id) => s.Restore(id, at)),
        IntakeSet e => this with { Intakes = (e.OpensAt, e.ClosesAt) is (null, null) ? Intakes.Remove(e.Segment) : Intakes.SetItem(e.Segment, new(e.OpensAt, e.ClosesAt)) },
        ContributionHandedIn e => HandIn(e, at),
        FloorGiven e => Give(e, at),
        FloorInterrupted e => Interrupt(e),
        FloorReturned e => Interrupted is { } waits && waits.Floor.Id == e.Intervention && Floor is null ? this with { Floor = waits.Floor, Interrupted = null } : this,
        SpeakerCorrected e => Correct(e, at),
        RecordCorrected e => Correct(e, at),
        ClockStarted e => OnFloor(e.Intervention, i => Start(i, at - TimeSpan.FromSeconds(Math.Clamp(e.SecondsAgo, 0, 3600)))),
        ClockPaused e => OnFloor(e.Intervention, i => i.Paused(at)),
        ClockResumed e => OnFloor(e.Intervention, i => i.Resumed(at)),
        ClockAdjusted e => OnFloor(e.Intervention, i => Adjust(i, TimeSpan.FromSeconds(e.Seconds), at)),
        TimeExpired e => OnFloor(e.Intervention, i => i with { TimeExpired = true }),
        InterventionEnded e => End(e.Intervention, at),
        MessageShown e => this with { Message = e.Text },
        MessageCleared => this with { Message = null },
        PodiumTold e => this with { PodiumMessage = e.Text },
        BlackoutSet e => this with { Blackout = e.On },
        RoomBlinked => this with { Blinks = Blinks + 1 },
        ResumptionAnnounced e => this with { ResumesAt = e.At },
        LimitSet e => e.Limit >= FloorRules.ShortestLimit && e.Limit <= FloorRules.LongestLimit ? this with { Limits = Limits.SetItem(e.Segment, e.Limit) } : this,
        RoundSizeSet e => this with { RoundSizes = e.Size is > 0 and <= HearingCommand.SetRound.Most ? RoundSizes.SetItem(e.Segment, new(e.Size, RoundSizes.GetValueOrDefault(e.Segment)?.Since ?? at)) : RoundSizes.Remove(e.Segment) },
        QuestionNoted e => Questions.Any(q => q.Id == e.Question) ? this : this with { Questions = Questions.Add(new(e.Question, e.Segment, e.To, e.From, e.Text, Answered: false)) },
        QuestionSettled e => this with { Questions = Questions.ConvertAll(q => q.Id == e.Question ? q with { Answered = e.Answered } : q) },
        RecommendationNoted e => Note(e),
        RecommendationReworded e => this with { Recommendations = Recommendations.ConvertAll(r => r.Id == e.Recommendation ? r with { Topic = e.Topic, Text = e.Text } : r) },
        RecommendationStruck e => this with { Recommendations = Recommendations.RemoveAll(r => r.Id == e.Recommendation) },
        StepsUndone e => Whole(e.Steps).Aggregate(this, (s, step) => s.TakeBack(step, at)),
        _ => this,
    };

    private Hearing Set(ImmutableArray<Meeting> meetings)
    {
        var state = this with { Meetings = [.. Whole(meetings).Select(Whole)] };
        return state with { Phase = state.OpenSegment is { IsPanel: true } ? Phase ?? PanelPhase.Introduction : null };
    }

    private Hearing Register(IEnumerable<Participant> participants)
    {
        var (register, holders) = (Participants.ToBuilder(), SeatHolders.ToBuilder());
        foreach (var p in participants)
        {
            if (register.TryGetValue(p.Id, out var before) && before.Seat is { } left && holders.GetValueOrDefault(left) == p.Id) holders.Remove(left);
            register[p.Id] = p;
            if (p.Seat is { } seat) holders[seat] = p.Id;
        }

        return (this with { Participants = register.ToImmutable(), SeatHolders = holders.ToImmutable() }).WithoutLeftSeats();
    }

    /// <summary>A seat that became somebody else's, or nobody's, is not taken any more: when the same person has it again they were assigned to it.</summary>
    private Hearing WithoutLeftSeats() =>
        TakenSeats.Any(IsLeft) ? this with { TakenSeats = TakenSeats.RemoveRange(TakenSeats.Where(IsLeft).Select(t => t.Key)) } : this;

    private bool IsLeft(KeyValuePair<SeatLabel, ParticipantId> taken) => SeatHolders.GetValueOrDefault(taken.Key) != taken.Value;

    private Hearing Open(SegmentId segment, DateTimeOffset at) => this with
    {
        OpenSegmentId = segment,
        OpenedAt = at,
        ResumesAt = null,
        Phase = FindSegment(segment) is { IsPanel: true } ? PanelPhase.Introduction : null,
        LeftAt = OpenSegmentId is { } panel && Phase is { } phase ? LeftAt.SetItem(panel, phase) : LeftAt,
        ClosedSegments = (OpenSegmentId is { } left ? ClosedSegments.Add(left) : ClosedSegments).Remove(segment),
    };

    private Hearing Raise(RequestRaised e, DateTimeOffset at) => Requests.ContainsKey(e.Request) ? this : this with
    {
        Requests = Requests.SetItem(e.Request, new FloorRequest(
            e.Request, e.Participant, Participants.GetValueOrDefault(e.Participant)?.Delegation ?? "", e.Segment,
            e.Channel, e.Kind, e.Topic, e.Seat, RaisedAt: at, RequestState.Pending, ChangedAt: at)),
    };

    private Hearing Join(RequestJoined e, DateTimeOffset at) => Requests.TryGetValue(e.Request, out var request)
        ? this with
        {
            Requests = Requests.SetItem(e.Request, request with
            {
                AlsoBy = request.AlsoBy.Add(new(e.Channel, at, e.Participant, Participants.GetValueOrDefault(e.Participant)?.Delegation ?? "", e.Seat, e.Topic)),
            }),
        }
        : this;

    private Hearing Leave(RequestLeft e, DateTimeOffset at) =>
        !Requests.TryGetValue(e.Request, out var request) ? this
        : request.Without(d => d.Participant == e.Participant) is { } left ? Stand(left, at)
        : Move(e.Request, RequestState.Withdrawn, at);

    /// <summary>A request that has become somebody else's of the delegation; set aside where whoever it is by now waits already.</summary>
    private Hearing Stand(FloorRequest changed, DateTimeOffset at)
    {
        var state = this with { Requests = Requests.SetItem(changed.Id, changed) };
        return changed.IsWaiting && Standing(changed).State == RequestState.Deferred ? state.Move(changed.Id, RequestState.Deferred, at) : state;
    }

    private Hearing Move(RequestId id, RequestState to, DateTimeOffset at)
    {
        if (!Requests.TryGetValue(id, out var request)) return this;
        var deck = OnDeck.Remove(id);
        return this with
        {
            Requests = Requests.SetItem(id, request with
            {
                State = to,
                ChangedAt = at,
                LapsedFrom = to == RequestState.Lapsed ? request.State : null,
            }),
            OnDeck = to == RequestState.OnDeck ? deck.Add(id) : deck,
        };
    }

    /// <summary>What was set aside comes back set aside, so that it stands in nobody's way; whatever else lapsed waits, one of a delegation.</summary>
    private Hearing Restore(RequestId id, DateTimeOffset at) => Requests.TryGetValue(id, out var request)
        ? Move(id, request.LapsedFrom == RequestState.Deferred || WaitingFor(request.Segment, request.Participant, request.Delegation, request.Kind) is not null
            ? RequestState.Deferred : RequestState.Pending, at)
        : this;

    private Hearing HandIn(ContributionHandedIn e, DateTimeOffset at) => Requests.TryGetValue(e.Request, out var request)
        ? this with { Contributions = Contributions.SetItem(e.Request, new(e.Request, e.Participant, request.Delegation, request.Segment, e.Channel, e.Text, at)) }
        : this;

    private Hearing Give(FloorGiven e, DateTimeOffset at)
    {
        var state = e.Request is { } request ? Move(request, RequestState.Recognised, at) : this;
        return state with
        {
            Floor = new Intervention(
                e.Intervention, e.Segment, e.Kind, e.Speaker, e.Request, e.Topic, e.Strict, e.Limit, e.Warning,
                FloorClock.Ready(e.Limit).Adjust(e.Accommodation ?? TimeSpan.Zero), RecognisedAt: at, StartedAt: null, EndedAt: null, TimeExpired: false,
                e.Accommodation, e.Suggested),
            // The meeting goes on, early or late; the announcement would else stand again between two speakers.
            ResumesAt = null,
        };
    }

    private Hearing Interrupt(FloorInterrupted e) => Floor is { } floor && floor.Id == e.Intervention
        ? this with { Floor = null, Interrupted = new(floor, e.Resumes) }
        : this;

    private static Intervention Start(Intervention i, DateTimeOffset at) => i with { Clock = i.Clock.Start(at), StartedAt = i.StartedAt ?? at };

    private Hearing Correct(SpeakerCorrected e, DateTimeOffset at)
    {
        var state = e.Request is { } request ? Move(request, RequestState.Recognised, at) : this;
        return state with
        {
            Floor = Floor is null ? null : Corrected(Floor),
            Interrupted = Interrupted is null ? null : Interrupted with { Floor = Corrected(Interrupted.Floor) },
            Ended = Ended.Any(i => i.Id == e.Intervention) ? Ended.ConvertAll(Corrected) : Ended,
        };

        Intervention Corrected(Intervention i) => i.Id == e.Intervention ? Spoken(i, e, at) with { Suggested = null } : i;
    }

    private Hearing Correct(RecordCorrected e, DateTimeOffset at)
    {
        if (Ended.Find(i => i.Id == e.Intervention) is not { Spoke: true } was || e.EndedAt < e.StartedAt) return this;
        var state = e.Request is { } request && request != was.Request ? Move(request, RequestState.Recognised, at) : this;
        return state with { Ended = state.Ended.Replace(was, Corrected()) };

        Intervention Corrected()
        {
            var now = Spoken(was, new(e.Intervention, e.Speaker, e.Request, e.Accommodation, e.Topic), at).Timed(e.StartedAt, e.EndedAt);
            return now with
            {
                Suggested = was.Request == e.Request && was.Speaker.Participant == e.Speaker.Participant ? was.Suggested : null,
                Corrections = was.Corrections.Add(new(Noted(was), Noted(now), e.Reason, at, e.By)),
            };
        }

        static Noted Noted(Intervention i) => new(i.Speaker, i.StartedAt, i.EndedAt);
    }

    /// <summary>The time spoken stays; what is allowed follows the extra time that was agreed with the one who really speaks.</summary>
    private static Intervention Spoken(Intervention i, SpeakerCorrected e, DateTimeOffset at) => Adjust(i, Agreed(e.Accommodation) - Agreed(i.Accommodation), at) with
    {
        Speaker = e.Speaker,
        Request = e.Request,
        Topic = e.Topic,
        Accommodation = e.Accommodation,
    };

    /// <summary>Within what can be agreed, whatever a journal says.</summary>
    internal static TimeSpan Agreed(TimeSpan? extra) =>
        extra is not { } time || time < TimeSpan.Zero ? TimeSpan.Zero : time < Participant.LongestAccommodation ? time : Participant.LongestAccommodation;

    private Hearing OnFloor(InterventionId id, Func<Intervention, Intervention> change) =>
        Floor is { } floor && floor.Id == id ? this with { Floor = change(floor) } : this;

    private static Intervention Adjust(Intervention i, TimeSpan by, DateTimeOffset at)
    {
        var clock = i.Clock.Adjust(by);
        return i with { Clock = clock, TimeExpired = i.TimeExpired && clock.Remaining(at) <= TimeSpan.Zero };
    }

    private Hearing Note(RecommendationNoted e) => Recommendations.Any(r => r.Id == e.Recommendation) ? this : this with
    {
        Recommendations = Recommendations.Add(new(e.Recommendation, e.Intervention, FindIntervention(e.Intervention)?.Segment, e.Topic, e.Text)),
    };

    /// <summary>Before the points of order that were settled while it was interrupted.</summary>
    private int PlaceOf(Intervention floor) => Ended.FindLastIndex(i => i.RecognisedAt <= floor.RecognisedAt) + 1;

    private Hearing End(InterventionId id, DateTimeOffset at) =>
        Floor is { } floor && floor.Id == id
            ? this with { Floor = null, PodiumMessage = null, Ended = Ended.Insert(PlaceOf(floor), floor.Over(at)) }
            : this;
}
