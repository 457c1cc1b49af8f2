using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Undoing;

public sealed class TakingBack : Specification
{
    private static readonly CommandId First = new(Number(501)), Second = new(Number(502)), Third = new(Number(503));

    private static readonly AHearing
        Waiting = AHearing.InThePanel.Asked(Amina).Asked(Chen).Asked(Dana).OnDeck(Dana).OnDeck(Chen),
        Called = Waiting.GaveTheFloorTo(Amina).Later(20),
        Running = Called.Had(new StartClock()).Later(20),
        Paused = Running.Had(new PauseClock()).Later(20),
        Questioned = Running.Had(new NoteQuestion(Panellist, "How?"), Number(600)),
        ThreeMessages = AHearing.InThePanel.Had(new ShowMessage("1"), First.Value).Had(new ShowMessage("2"), Second.Value).Had(new ShowMessage("3"), Third.Value);

    /// <summary>Whatever chair and desk may do, where it is accepted.</summary>
    private static readonly (AHearing Before, HearingCommand Command)[] Acts =
    [
        (Waiting, new OpenSegment(Lunch)), (Waiting.In(Lunch), new OpenSegment(Panel1)), (Waiting, new SetPhase(PanelPhase.InteractiveExchange)),
        (AHearing.InThePanel, new RaiseRequest(Amina.Id)), (Waiting, new RaiseRequest(Bashir.Id, Channel: IntakeChannel.Office)), (Waiting, new WithdrawRequest(RequestOf(Dana))), (Waiting, new DeferRequest(RequestOf(Dana))),
        (Waiting, new DeclineRequest(RequestOf(Amina))), (Waiting, new PlaceOnDeck(RequestOf(Amina))), (Waiting, new TakeOffDeck(RequestOf(Dana))),
        (Waiting, new Recognise(RequestOf(Dana), Start: true)), (Running, new Recognise(ParticipantId: Bashir.Id, Kind: FloorKind.PointOfOrder)),
        (Called, new StartClock()), (Running, new PauseClock()), (Paused, new ResumeClock()), (Paused, new AdjustClock(-30)), (Called, new EndIntervention()),
        (Running, new EndIntervention()), (Running.Had(new Recognise(ParticipantId: Bashir.Id, Kind: FloorKind.PointOfOrder)), new EndIntervention()),
        (Running, new CorrectIntervention(FloorOf(Amina), RequestOf(Dana))), (Running.Had(new EndIntervention()), new CorrectIntervention(FloorOf(Amina), Seat: A3)),
        (AHearing.InThePanel, new SetIntake(Panel1, TenOClock, TenOClock.AddHours(1))), (Running, new SetLimit(60)), (Running, new SetRound(3)), (Running, new NoteQuestion()), (Questioned, new SettleQuestion(new(Number(600)))),
        (Running, new ShowMessage("Hello")), (AHearing.InThePanel.Had(new ShowMessage("Hello")), new ClearMessage()), (Running, new Blackout()), (Running, new TellPodium("Please conclude")), (Running, new AnnounceResumption(TenOClock.AddHours(1))),
    ];

    public static TheoryData<int> Places => [.. Enumerable.Range(0, Acts.Length)];

    [Theory]
    [MemberData(nameof(Places))]
    public void It_is_as_if_it_had_not_been_done(int place)
    {
        var (before, command) = Acts[place];
        foreach (var by in new[] { Chair, Desk })
        {
            var done = before.Had(command, First.Value, by).Later(7);
            Given(done).By(by).When(new Undo()).Then(new StepsUndone([First]));
            var undone = done.Had(new Undo(), by: by);
            if (done.State.Interrupted is null) Assert.Equal(AsItStands.InWordsOf(before.State), AsItStands.InWordsOf(undone.State));
            else Assert.Equal(AsItStands.InWordsOf(before.State, before.Now), AsItStands.InWordsOf(undone.State, undone.Now));
            Assert.Equal(before.State.Steps.Select(s => s.Command), undone.State.Steps.Select(s => s.Command));
        }
    }

    [Fact]
    public void Every_command_of_chair_and_desk_is_taken_back_here() => Assert.Equal(
        typeof(HearingCommand).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(HearingCommand))).Select(t => t.Name).Order()
            .Except([nameof(SetUpHearing), nameof(ChangeHearing), nameof(ArchiveHearing), nameof(SetProgramme), nameof(RegisterParticipants), nameof(MergeParticipants), nameof(ErasePersonalData), nameof(CheckIn), nameof(CheckOut), nameof(TakeSeat), nameof(LeaveSeat), nameof(NameScreen), nameof(SetSeatPlan), nameof(NoteRecommendation), nameof(RewordRecommendation), nameof(StrikeRecommendation), nameof(HandInContribution), nameof(CorrectRecord), nameof(ExpireTime), nameof(Undo), nameof(Blink)]),
        Acts.Select(a => a.Command.GetType().Name).Distinct().Order());

    [Fact]
    public void Whoever_was_interrupted_by_mistake_has_the_time_that_they_had()
    {
        var order = Running.Had(new Recognise(ParticipantId: Bashir.Id, Kind: FloorKind.PointOfOrder), First.Value).Later(40);
        var undone = order.Had(new Undo());
        Assert.Equal((FloorOf(Amina), Seconds(160)), (undone.State.Floor!.Id, undone.State.Floor.Clock.Remaining(undone.Now)));
        Assert.Equal(Seconds(150), undone.State.Floor.Clock.Remaining(undone.Now.AddSeconds(10)));
        var paused = Paused.Had(new Recognise(ParticipantId: Bashir.Id, Kind: FloorKind.PointOfOrder), First.Value).Later(40).Had(new Undo());
        Assert.Equal(Paused.State.Floor, paused.State.Floor);
    }

    [Fact]
    public void What_was_done_last_is_known_also_when_it_was_a_taking_back()
    {
        Assert.Equal((Third, Chair), (ThreeMessages.State.LastAct!.Command, ThreeMessages.State.LastAct.By));
        var undone = ThreeMessages.Later(5).Had(new Undo(Second), Number(900), Desk with { Role = Role.Chair, Name = "Other" });
        var act = undone.State.LastAct!;
        Assert.Equal((new CommandId(Number(900)), "Other", undone.Now), (act.Command, act.By.Name, act.At));
        Assert.Equal([Third, Second], Assert.IsType<StepsUndone>(Assert.Single(act.Events)).Steps);
        Assert.Equal(act, undone.Had(new RaiseRequest(Seat: A1), by: At(A1)).State.LastAct);
    }

    [Fact]
    public void Everything_down_to_a_step_goes_at_once_newest_first()
    {
        Given(ThreeMessages).When(new Undo(Second)).Then(new StepsUndone([Third, Second]));
        Assert.Equal("1", ThreeMessages.Had(new Undo(Second)).State.Message);
    }

    [Fact]
    public void One_after_the_other_is_the_same_as_all_at_once() => Assert.Equal(
        AsItStands.InWordsOf(ThreeMessages.Had(new Undo()).Had(new Undo()).Had(new Undo()).State), AsItStands.InWordsOf(ThreeMessages.Had(new Undo(First)).State));

    [Fact]
    public void A_late_tap_on_a_step_that_is_gone_is_refused() =>
        Given(ThreeMessages.Had(new Undo(Second))).When(new Undo(Third)).ThenRefused(new NothingToUndo());

    [Fact]
    public void Nobody_takes_back_what_was_done_after_they_looked()
    {
        Given(ThreeMessages).When(new Undo(Second, Count: 1)).ThenRefused(new StepsCameAfter(1));
        Given(ThreeMessages).When(new Undo(Second, Count: 2)).Then(new StepsUndone([Third, Second]));
        Given(ThreeMessages.Had(new Undo())).When(new Undo(First, Count: 3)).ThenRefused(new StepsCameAfter(-1));
        Given(ThreeMessages).By(Desk).When(new Undo(Second, Count: 1)).ThenRefused(new StepsCameAfter(1));
    }

    [Fact]
    public void The_last_one_is_exactly_one()
    {
        Given(ThreeMessages).When(new Undo(Count: 1)).Then(new StepsUndone([Third]));
        Given(ThreeMessages).When(new Undo(Count: 2)).ThenRefused(new StepsCameAfter(-1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void No_more_are_counted_than_are_kept(int count) => Given(ThreeMessages).When(new Undo(First, count)).ThenRefused(new OutOfBounds("count", "1", "20"));

    [Fact]
    public void What_was_undone_is_not_done_again_by_a_repeat_of_its_tap() =>
        Given(ThreeMessages.Had(new Undo())).When(new ShowMessage("3"), Third.Value).ThenNothing();

    [Fact]
    public void Where_nothing_was_done_nothing_is_undone() => Given(AHearing.SetUp).When(new Undo()).ThenRefused(new NothingToUndo());

    [Fact]
    public void Twenty_steps_are_kept()
    {
        var many = Enumerable.Range(0, 21).Aggregate(AHearing.InThePanel, (h, n) => h.Had(new ShowMessage($"{n}"), Number(700 + n)));
        Given(many).When(new Undo(new(Number(700)))).ThenRefused(new NothingToUndo());
        var undone = many.Had(new Undo(new(Number(701))));
        Assert.Equal("0", undone.State.Message);
        Given(undone).When(new Undo()).ThenRefused(new NothingToUndo());
    }

    [Fact]
    public void The_desk_does_not_undo_what_the_chair_did()
    {
        var both = AHearing.InThePanel.Had(new ShowMessage("1"), First.Value).Had(new ShowMessage("2"), Second.Value, Desk);
        Given(both).By(Desk).When(new Undo()).Then(new StepsUndone([Second]));
        Given(both).By(Desk).When(new Undo(First)).ThenRefused(new NotYourStep(Role.Chair));
        Given(both.Had(new Undo(), by: Desk)).By(Desk).When(new Undo()).ThenRefused(new NotYourStep(Role.Chair));
    }

    [Fact]
    public void The_chair_undoes_what_the_desk_did() =>
        Given(AHearing.InThePanel.Had(new ShowMessage("1"), First.Value, Desk)).When(new Undo()).Then(new StepsUndone([First]));

    [Fact]
    public void What_the_desk_did_before_the_chair_acted_it_does_not_pull_from_under_them()
    {
        var both = AHearing.InThePanel.Had(new ShowMessage("1"), First.Value, Desk).Had(new ShowMessage("2"), Second.Value);
        Given(both).By(Desk).When(new Undo(First)).ThenRefused(new NotYourStep(Role.Chair));
    }

    [Fact]
    public void A_new_programme_ends_it()
    {
        var changed = ThreeMessages.Had(new SetProgramme([Meetings[0], Meetings[1] with { Title = "After lunch" }]), by: Desk);
        Given(changed).When(new Undo()).ThenRefused(new NothingToUndo());
        Given(changed).When(new Undo(Third)).ThenRefused(new NothingToUndo());
    }

    [Fact]
    public void Register_and_seat_plan_are_no_steps_and_stay()
    {
        var mended = ThreeMessages.Had(new RegisterParticipants([Stranger]), by: Desk).Had(new SetSeatPlan([.. SeatPlan.Take(3)]), by: Desk);
        Given(mended).When(new Undo()).Then(new StepsUndone([Third]));
        var undone = mended.Had(new Undo()).State;
        Assert.True(undone.Participants.ContainsKey(Stranger.Id) && undone.Seats.Count == 3);
    }

    [Fact]
    public void Nobody_can_take_a_blink_back_so_that_it_is_no_step() =>
        Given(ThreeMessages.Had(new Blink())).When(new Undo()).Then(new StepsUndone([Third]));
}
