using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;

namespace FloorManager.Domain.Hearings;

/// <summary>
/// The rule book: what a command means in the state it meets. Pure; the same state and submission always give the same decision.
/// Each part of it is in a file of its own beside this one.
/// </summary>
public static partial class HearingDecider
{
    private static readonly Decision Nothing = new Decision.Nothing();

    public static Decision Decide(Hearing state, Submission given) =>
        state.Answered.ContainsKey(given.Id) ? Nothing : Ruled(state, given with { Command = CleanCommand.Of(state, given.Command) });

    private static Decision Ruled(Hearing state, Submission given) => given.Command switch
    {
        SetUpHearing c => SetUp(state, c),
        _ when state.Details is null => Refuse(new NotSetUp()),
        ArchiveHearing c => Archive(state, c),
        ErasePersonalData c => Erase(state, c),
        _ when state.IsArchived => Refuse(new HearingIsArchived(state.Details.Title)),
        ChangeHearing c => Change(state, c),
        SetProgramme c => Set(state, c),
        RegisterParticipants c => Register(state, c),
        MergeParticipants c => Merge(state, c),
        CheckIn c => Enter(state, c),
        CheckOut c => state.FindTicket(c.ParticipantId.Value) is { } left && state.InTheRoom.ContainsKey(left.Id) ? Accept(new ParticipantCheckedOut(left.Id)) : Nothing,
        TakeSeat c => Take(state, c, given.By),
        NameScreen c => Name(state, c),
        LeaveSeat c => Leave(state, c, given.By),
        SetSeatPlan c => Set(state, c),

        OpenSegment c => Open(state, c),
        SetPhase c => Set(state, c),

        RaiseRequest c => Raise(state, c, given),
        WithdrawRequest c => Withdraw(state, c, given.By),
        DeferRequest c => Move(state, c.RequestId, RequestState.Deferred, new RequestDeferred(c.RequestId)),
        DeclineRequest c => Move(state, c.RequestId, RequestState.Declined, new RequestDeclined(c.RequestId)),
        PlaceOnDeck c => Move(state, c.RequestId, RequestState.OnDeck, new RequestPlacedOnDeck(c.RequestId)),
        TakeOffDeck c => Move(state, c.RequestId, RequestState.Pending, new RequestTakenOffDeck(c.RequestId)),

        SetIntake c => Set(state, c, given.At),
        HandInContribution c => HandIn(state, c, given.By),

        Recognise c => Give(state, c, given),
        StartClock c => OnFloor(state, c.InterventionId, floor => Start(state, floor, c, given.At)),
        PauseClock c => OnFloor(state, c.InterventionId, Pause),
        ResumeClock c => OnFloor(state, c.InterventionId, Resume),
        AdjustClock c => OnFloor(state, c.InterventionId, floor => Adjust(floor, c)),
        EndIntervention c => End(state, c),
        CorrectIntervention c => Correct(state, c),
        CorrectRecord c => Correct(state, c, given),
        Undo c => TakeBack(state, c, given.By),

        SetLimit c => Set(state, c),
        SetRound c => Set(state, c),
        NoteQuestion c => Note(state, c, given),
        SettleQuestion c => Settle(state, c),
        NoteRecommendation c => Note(state, c, given.Id),
        RewordRecommendation c => Reword(state, c),
        StrikeRecommendation c => Strike(state, c),
        ExpireTime c => Expire(state, c, given),

        ShowMessage c => Show(state, c),
        ClearMessage => state.Message is null ? Nothing : Accept(new MessageCleared()),
        TellPodium c => Tell(state, c),
        Blackout c => state.Blackout == c.On ? Nothing : Accept(new BlackoutSet(c.On)),
        Blink => Accept(new RoomBlinked()),
        AnnounceResumption c => Announce(state, c, given.At),
        _ => throw new InvalidOperationException($"No rule for {given.Command.GetType().Name}"),
    };

    private static Decision Accept(params ReadOnlySpan<HearingEvent> events) => new Decision.Accepted([.. events]);

    private static Decision Refuse(Refusal why) => new Decision.Refused(why);

    // The programme of the day.

    private static Decision Open(Hearing state, OpenSegment c)
    {
        if (state.FindSegment(c.SegmentId) is null) return Refuse(new NoSuchSegment(c.SegmentId));
        if (state.OpenSegmentId == c.SegmentId) return Nothing;
        if (state.Floor is { } floor) return Refuse(new FloorTaken(floor.Speaker.Name, floor.Speaker.Delegation));

        var events = new List<HearingEvent>();
        if (state.LapsingBy(c.SegmentId).OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).Select(r => r.Id).ToArray() is { Length: > 0 } ids) events.Add(new RequestsLapsed([.. ids]));

        events.Add(new SegmentOpened(c.SegmentId));
        if (state.LeftAt.TryGetValue(c.SegmentId, out var phase) && phase != PanelPhase.Introduction) events.Add(new PhaseSet(phase));
        var lapsed = state.ReturningBy(c.SegmentId).OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value);
        if (lapsed.Select(r => r.Id).ToArray() is { Length: > 0 } back) events.Add(new RequestsRestored([.. back]));
        return new Decision.Accepted([.. events]);
    }

    private static Decision Set(Hearing state, SetPhase c) =>
        state.OpenSegment is not { } segment ? Refuse(new NoOpenSegment())
        : !segment.IsPanel ? Refuse(new NotAPanel(segment.Title))
        : state.Phase == c.Phase ? Nothing
        : Accept(new PhaseSet(c.Phase));

    // The room.

    private static Decision Show(Hearing state, ShowMessage c) =>
        c.Text.Length is 0 or > ShowMessage.Longest ? Refuse(new OutOfBounds("text", "1", $"{ShowMessage.Longest}"))
        : state.Message == c.Text ? Nothing
        : Accept(new MessageShown(c.Text));

    private static Decision Tell(Hearing state, TellPodium c) =>
        c.Text is { Length: 0 or > TellPodium.Longest } ? Refuse(new OutOfBounds("text", "1", $"{TellPodium.Longest}"))
        : state.PodiumMessage == c.Text ? Nothing
        : Accept(new PodiumTold(c.Text));

    private static Decision Announce(Hearing state, AnnounceResumption c, DateTimeOffset now) =>
        c.At is { } at && (at < now || at > now.AddDays(1)) ? Refuse(new OutOfBounds("at", $"{now:O}", $"{now.AddDays(1):O}"))
        : state.ResumesAt == c.At ? Nothing
        : Accept(new ResumptionAnnounced(c.At));
}
