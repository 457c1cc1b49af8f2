using CsCheck;
using FloorManager.Domain.Balance;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Undoing;

/// <summary>What the record says of somebody who has spoken was wrong: it is put right with a reason, and what stood there stays beside it.</summary>
public sealed class CorrectingTheRecord : Specification
{
    private static readonly InterventionId Hers = FloorOf(Amina);

    /// <summary>Amina was given the floor at 14:00:02 and spoke for a hundred seconds from there, Chen for sixty from 14:02:02 on.</summary>
    private static readonly AHearing
        Spoke = AHearing.InThePanel.Asked(Amina).Asked(Dana).Spoke(Amina, 100),
        Both = Spoke.Later(20).Spoke(Chen, 60),
        Over = Both.Later(30).In(Lunch).Later(3600),
        CalledAgain = Spoke.Had(new CorrectRecord(Hers, "Wrong", ParticipantId: Chen.Id)).Later(9).Had(new Recognise(RequestOf(Amina)), FloorOf(Bashir).Value);

    private static readonly DateTimeOffset Began = TenOClock.AddSeconds(2), Ended = TenOClock.AddSeconds(102), ChenBegan = TenOClock.AddSeconds(122);

    private static RecordCorrected To(Participant p, RequestId? request = null) =>
        new(Hers, Speaker.Of(p), request, Topic: null, Accommodation: null, Began, Ended, "Wrong", Role.Chair);

    private static readonly RecordCorrected HersIs = To(Amina, RequestOf(Amina));

    private static Intervention Row(AHearing hearing) => hearing.State.Ended.Single(i => i.Id == Hers);

    [Fact]
    public void Somebody_else_spoke_also_after_the_panel_closed()
    {
        Given(Over).When(new CorrectRecord(Hers, " Wrong ", ParticipantId: Chen.Id)).Then(To(Chen), new RequestsLapsed([RequestOf(Amina)]));
        Given(Spoke).By(Desk).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Chen.Id)).Then(To(Chen) with { By = Role.Secretariat }, new RequestTakenOffDeck(RequestOf(Amina)));
        Given(Over.In(Closing)).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Chen.Id)).Then(To(Chen), new RequestsLapsed([RequestOf(Amina)]));
    }

    [Fact]
    public void Whoever_spoke_after_all_was_reached()
    {
        Given(Over).When(new CorrectRecord(Hers, "Wrong", Seat: A3)).Then(To(Dana, RequestOf(Dana)), new RequestsLapsed([RequestOf(Amina)]));
        var part = HearingRecord.Of(Over.Had(new CorrectRecord(Hers, "Wrong", Seat: A3)).State).Segments.Single();
        Assert.Equal(Amina.Id, Assert.Single(part.NotReached).Participant);
    }

    [Fact]
    public void Whoever_asked_again_since_waits_on()
    {
        var again = AHearing.InThePanel.Asked(Amina).Spoke(Amina, 100).Asked(Dana);
        Given(again).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id)).Then(To(Dana) with { StartedAt = TenOClock.AddSeconds(1), EndedAt = TenOClock.AddSeconds(101) }, new RequestTakenOffDeck(RequestOf(Amina)));
        Given(again.In(Lunch)).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id))
            .Then(To(Dana) with { StartedAt = TenOClock.AddSeconds(1), EndedAt = TenOClock.AddSeconds(101) }, new RequestsLapsed([RequestOf(Amina)]));
        Given(Spoke.Deferred(Dana)).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id)).Then(To(Dana, RequestOf(Dana)), new RequestTakenOffDeck(RequestOf(Amina)));
    }

    [Fact]
    public void Nobody_corrects_what_they_have_not_seen()
    {
        var corrected = Over.Had(new CorrectRecord(Hers, "Wrong list", ParticipantId: Dana.Id, Corrections: 0));
        Given(corrected).When(new CorrectRecord(Hers, "Wrong", EndedAt: Ended.AddSeconds(1), Corrections: 0)).ThenRefused(new CorrectedMeanwhile("Dana", "Diaspora Network", "Wrong list"));
        Given(corrected).When(new CorrectRecord(Hers, "Wrong", EndedAt: Ended.AddSeconds(1), Corrections: 1)).Then(To(Dana, RequestOf(Dana)) with { EndedAt = Ended.AddSeconds(1) });
        Given(Over).When(new CorrectRecord(Hers, "Wrong", EndedAt: Ended.AddSeconds(1), Corrections: 1)).ThenRefused(new CorrectedMeanwhile("Amina", "Migrant Forum", ""));
    }

    [Fact]
    public void From_the_floor_nobody_of_the_podium_spoke_and_on_the_podium_nobody_from_the_floor()
    {
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong", PodiumSpeakerId: Panellist)).ThenRefused(new NotFromThere("The panellist", "Office"));
        var remarks = AHearing.InThePanel.Had(new Recognise(PodiumSpeakerId: Moderator, Start: true), Hers.Value).Later(100).Had(new EndIntervention());
        Given(remarks).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Chen.Id)).ThenRefused(new NotFromThere("Chen", "Republic of Example"));
        Given(remarks).When(new CorrectRecord(Hers, "Wrong", PodiumSpeakerId: Panellist))
            .Then(To(Amina) with { Speaker = Speaker.Of(Podium(Panellist, Programme.PodiumRole.Panellist, 7)), StartedAt = TenOClock, EndedAt = TenOClock.AddSeconds(100) });
        Given(remarks).When(new CorrectRecord(Hers, "Wrong", Category: "EcosocNgo")).ThenRefused(new NoSuchGroup("EcosocNgo"));
    }

    [Fact]
    public void The_record_says_what_stood_there_who_corrected_it_when_and_why()
    {
        var at = Over.Now;
        var corrected = Over.Had(new CorrectRecord(Hers, "Chen had the card of A-1", ParticipantId: Dana.Id, EndedAt: Ended.AddSeconds(8)), by: Desk).Later(9).Had(new CorrectRecord(Hers, "Again", Category: "EcosocNgo"));
        var (first, second) = (Row(corrected).Corrections[0], Row(corrected).Corrections[1]);
        Assert.Equal(("Amina", "Dana", "Chen had the card of A-1", at, Role.Secretariat), (first.Was.Speaker.Name, first.Is.Speaker.Name, first.Reason, first.At, first.By));
        Assert.Equal([CorrectedPart.Speaker, CorrectedPart.Category, CorrectedPart.EndedAt], first.Parts);
        Assert.Equal((Ended, Ended.AddSeconds(8)), (first.Was.EndedAt, first.Is.EndedAt));
        Assert.Equal([CorrectedPart.Category], second.Parts);
        Assert.Equal(("DiasporaGroup", "EcosocNgo", Role.Chair), (second.Was.Speaker.Category, second.Is.Speaker.Category, second.By));
        Assert.Empty(Over.State.Ended[1].Corrections);
    }

    [Fact]
    public void Time_spoken_and_overrun_follow_the_start_and_the_end()
    {
        var longer = Both.Had(new CorrectRecord(Hers, "Wrong", EndedAt: ChenBegan));
        Assert.Equal((Seconds(120), TimeSpan.Zero), (Row(longer).Clock.Spoken(longer.Now), Row(longer).Overrun));
        var slow = Spoke.Later(400).Had(new CorrectRecord(Hers, "Wrong", EndedAt: Began.AddSeconds(200)));
        Assert.Equal((Seconds(200), Seconds(20), true), (Row(slow).Clock.Spoken(slow.Now), Row(slow).Overrun, Row(slow).TimeExpired));
        var back = slow.Had(new CorrectRecord(Hers, "Wrong", StartedAt: Began.AddSeconds(50)));
        Assert.Equal((Seconds(150), TimeSpan.Zero, false), (Row(back).Clock.Spoken(back.Now), Row(back).Overrun, Row(back).TimeExpired));
    }

    [Fact]
    public void A_pause_stays_when_it_was_and_what_of_it_lies_outside_counts_no_more()
    {
        var paused = AHearing.InThePanel.Speaking(Amina).Later(40).Had(new PauseClock()).Later(30).Had(new ResumeClock()).Later(50).Had(new PauseClock()).Later(60).Had(new EndIntervention()).Later(600);
        var start = TenOClock;
        Assert.Equal(Seconds(90), Spoken(paused));
        Assert.Equal(Seconds(90), Spoken(paused.Had(new CorrectRecord(Hers, "Forgotten to end", EndedAt: start.AddSeconds(130)))));
        Assert.Equal(Seconds(80), Spoken(paused.Had(new CorrectRecord(Hers, "Wrong", StartedAt: start.AddSeconds(10)))));
        Assert.Equal(Seconds(40), Spoken(paused.Had(new CorrectRecord(Hers, "Wrong", EndedAt: start.AddSeconds(55)))));
        Assert.Equal(Seconds(100), Spoken(paused.Had(new CorrectRecord(Hers, "Wrong", EndedAt: start.AddSeconds(190)))));

        static TimeSpan Spoken(AHearing hearing) => Row(hearing).Clock.Spoken(hearing.Now);
    }

    [Fact]
    public void Figures_and_balance_follow()
    {
        var corrected = Both.Had(new CorrectRecord(Hers, "Wrong", EndedAt: Began.AddSeconds(30), Category: "MemberState"));
        var share = Assert.Single(RecordFigures.Of(corrected.State).By[FigureBy.Category], s => s.Value == "MemberState");
        Assert.Equal((2, Seconds(90), 1), (share.Interventions, share.FloorTime, share.Requests));
    }

    [Fact]
    public void Agreed_extra_time_is_that_of_whoever_spoke()
    {
        var slow = AHearing.InThePanel.Had(new RegisterParticipants([Dana with { Accommodation = Minutes(2) }])).Spoke(Amina, 240);
        var corrected = slow.Had(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id));
        Assert.Equal((Minutes(1), TimeSpan.Zero), (Row(slow).Overrun, Row(corrected).Overrun));
        Assert.Equal(Minutes(5), Row(corrected.Had(new CorrectRecord(Hers, "Wrong", Category: "MemberState"))).Clock.Allowed);
    }

    [Fact]
    public void A_category_or_group_is_one_of_the_hearing_and_none_of_the_podium()
    {
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong", Category: "EcosocNgo", RegionalGroup: "African"))
            .Then(HersIs with { Speaker = HersIs.Speaker with { Category = "EcosocNgo", RegionalGroup = "African" } });
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong", Category: "Nobody")).ThenRefused(new NoSuchGroup("Nobody"));
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong", RegionalGroup: "Nowhere")).ThenRefused(new NoSuchGroup("Nowhere"));
    }

    [Fact]
    public void A_suggestion_that_was_followed_stays_while_the_same_person_spoke_by_the_same_request()
    {
        var suggested = Row(Spoke).Suggested;
        Assert.NotNull(suggested);
        Assert.Equal(suggested, Row(Spoke.Had(new CorrectRecord(Hers, "Wrong", Category: "EcosocNgo"))).Suggested);
        Assert.Null(Row(Spoke.Had(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id))).Suggested);
    }

    [Fact]
    public void The_start_lies_between_the_giving_of_the_floor_and_the_end()
    {
        Given(Both).When(new CorrectRecord(Hers, "Wrong", StartedAt: Began.AddSeconds(-1))).ThenRefused(new StartsOutside("14:00:02", "14:01:42"));
        Given(Both).When(new CorrectRecord(Hers, "Wrong", StartedAt: Ended)).ThenRefused(new StartsOutside("14:00:02", "14:01:42"));
        var late = AHearing.InThePanel.Later(0.4).GaveTheFloorTo(Amina).Later(9).Had(new StartClock()).Later(50).Had(new EndIntervention());
        Assert.Equal(Row(late).RecognisedAt, Row(late.Had(new CorrectRecord(Hers, "Wrong", StartedAt: TenOClock))).StartedAt);
    }

    [Fact]
    public void The_end_lies_after_the_start_and_not_in_the_future()
    {
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong", EndedAt: Began)).ThenRefused(new EndsOutside("14:00:02", "14:01:42"));
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong", EndedAt: Ended.AddSeconds(1))).ThenRefused(new EndsOutside("14:00:02", "14:01:42"));
    }

    [Fact]
    public void Nobody_spoke_while_the_clock_of_somebody_else_ran()
    {
        Given(Both).When(new CorrectRecord(Hers, "Wrong", EndedAt: ChenBegan)).Then(HersIs with { EndedAt = ChenBegan });
        Given(Both).When(new CorrectRecord(Hers, "Wrong", EndedAt: ChenBegan.AddSeconds(1))).ThenRefused(new SpokeThen("Chen", "Republic of Example", "14:02:02", "14:03:02"));
        var speaking = Spoke.Later(20).Speaking(Chen).Later(60);
        Given(speaking).When(new CorrectRecord(Hers, "Wrong", EndedAt: ChenBegan.AddSeconds(1))).ThenRefused(new SpokeThen("Chen", "Republic of Example", "14:02:02", "14:03:02"));
        Given(Spoke.Later(20).GaveTheFloorTo(Chen).Later(60)).When(new CorrectRecord(Hers, "Chen waited", EndedAt: ChenBegan.AddSeconds(1)))
            .Then(HersIs with { EndedAt = ChenBegan.AddSeconds(1), Reason = "Chen waited" });
    }

    [Fact]
    public void But_a_point_of_order_ran_while_somebody_else_had_the_floor()
    {
        var order = AHearing.InThePanel.Speaking(Amina).Later(60).Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder), FloorOf(Chen).Value).Later(30)
            .Had(new EndIntervention()).Later(60).Had(new EndIntervention()).Later(60);
        var until = TenOClock.AddSeconds(90);
        Given(order).When(new CorrectRecord(FloorOf(Chen), "Wrong", EndedAt: until.AddSeconds(1))).ThenRefused(new SpokeThen("Amina", "Migrant Forum", "14:01:30", "14:02:30"));
        Assert.Equal(Seconds(20), order.Had(new CorrectRecord(FloorOf(Chen), "Wrong", EndedAt: until.AddSeconds(-10))).State.Ended[1].Clock.Spoken(order.Now));
        Assert.Equal(Seconds(60), Row(order.Had(new CorrectRecord(Hers, "Wrong", EndedAt: until.AddSeconds(-10)))).Clock.Spoken(order.Now));
    }

    /// <summary>Three and a point of order, corrected again and again by whatever comes to mind.</summary>
    [Fact]
    public void Whatever_is_corrected_no_two_clocks_ran_together_and_what_was_spoken_is_when_they_ran()
    {
        var hearing = Both.Later(5).Speaking(Dana).Later(30).Had(new Recognise(ParticipantId: Bashir.Id, Kind: FloorKind.PointOfOrder), FloorOf(Bashir).Value).Later(20)
            .Had(new EndIntervention()).Later(40).Had(new EndIntervention()).Later(10);
        var offsets = Gen.Int[-20, 300].Select(s => (DateTimeOffset?)TenOClock.AddSeconds(s));
        Gen.Select(Gen.OneOf(Amina, Chen, Dana, Bashir), offsets, offsets, (p, start, end) => new CorrectRecord(FloorOf(p), "Wrong", StartedAt: start, EndedAt: end)).Array[1, 12].Sample(
            corrections =>
            {
                var (now, taken) = (hearing, 0);
                foreach (var correction in corrections)
                {
                    (now, var decision) = now.Try(correction, Number(3_000 + taken++), Chair);
                    if (decision is Decision.Accepted) IsSound(now);
                }
            },
            iter: 1_000);
    }

    private static void IsSound(AHearing hearing)
    {
        var ran = hearing.State.Ended.SelectMany(i => i.Ran(hearing.Now)).OrderBy(r => r.From).ToArray();
        Assert.All(ran.Zip(ran.Skip(1)), pair => Assert.True(pair.First.Until <= pair.Second.From));
        Assert.All(hearing.State.Ended, i => Assert.Equal(i.Ran(hearing.Now).Sum(r => (r.Until - r.From).Ticks), i.Clock.Spoken(hearing.Now).Ticks));
    }

    [Fact]
    public void It_waits_until_they_have_ended_and_needs_somebody_who_spoke()
    {
        Given(AHearing.InThePanel.Speaking(Amina)).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Chen.Id)).ThenRefused(new StillSpeaking("Amina", "Migrant Forum"));
        Given(AHearing.InThePanel.Speaking(Amina).Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder))).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Chen.Id))
            .ThenRefused(new StillSpeaking("Amina", "Migrant Forum"));
        Given(AHearing.InThePanel.GaveTheFloorTo(Amina).Had(new EndIntervention())).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Chen.Id)).ThenRefused(new DidNotSpeak("Amina", "Migrant Forum"));
        Given(Spoke).When(new CorrectRecord(FloorOf(Dana), "Wrong", ParticipantId: Chen.Id)).ThenRefused(new NoSuchIntervention(FloorOf(Dana)));
    }

    [Fact]
    public void Only_those_who_may_speak_have_spoken_and_one_of_them()
    {
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Chen.Id, Seat: A3)).ThenRefused(new NobodyNamed());
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Eve.Id)).ThenRefused(new NotAdmitted("Eve"));
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Stranger.Id)).ThenRefused(new NoSuchParticipant(Stranger.Id));
        var erased = Spoke.Had(new WithdrawRequest(RequestOf(Dana))).Had(new ErasePersonalData(Dana.Id, "Asked for"));
        Given(erased).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id)).ThenRefused(new NotAdmitted(Participant.ErasedName));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void A_reason_is_given_and_short(int length) =>
        Given(Spoke).When(new CorrectRecord(Hers, $" {new string('x', length)} ", ParticipantId: Chen.Id)).ThenRefused(new OutOfBounds("reason", "1", "200"));

    [Fact]
    public void What_stands_there_already_changes_nothing()
    {
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong")).ThenNothing();
        Given(Spoke).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Amina.Id, StartedAt: Began, EndedAt: Ended, Category: "CivilSociety")).ThenNothing();
    }

    [Fact]
    public void A_request_that_was_called_again_since_stays_with_whom_it_was_given() =>
        Given(CalledAgain).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id)).Then(To(Dana, RequestOf(Dana)));

    [Fact]
    public void And_is_not_reached_a_second_time() => Given(CalledAgain).When(new CorrectRecord(Hers, "Wrong", ParticipantId: Amina.Id)).Then(To(Amina));

    [Fact]
    public void Of_two_numbers_of_one_person_the_record_keeps_one()
    {
        var merged = Over.Had(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id)).Had(new MergeParticipants(Bashir.Id, Amina.Id));
        Assert.Equal((Bashir.Id, Dana.Id), (Row(merged).Corrections[0].Was.Speaker.Participant!.Value, Row(merged).Speaker.Participant!.Value));
    }

    [Fact]
    public void It_is_no_step_of_the_floor_so_that_the_chair_takes_back_their_own()
    {
        var message = new CommandId(Number(501));
        var corrected = Over.Had(new ShowMessage("Lunch"), message.Value).Had(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id), by: Desk);
        Assert.Equal(Desk, corrected.State.LastAct!.By);
        Given(corrected).When(new Undo(Count: 1)).Then(new StepsUndone([message]));
        Assert.Equal(Dana.Id, Row(corrected.Had(new Undo())).Speaker.Participant);
    }

    [Fact]
    public void An_old_row_stays_corrected_when_what_came_between_is_taken_back()
    {
        var corrected = Both.Had(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id), by: Desk);
        var undone = corrected.Had(new Undo()).State;
        Assert.Equal((Chen.Id, Dana.Id), (undone.Floor!.Speaker.Participant!.Value, Assert.Single(undone.Ended).Speaker.Participant!.Value));
        Assert.Equal(RequestState.Recognised, undone.Requests[RequestOf(Dana)].State);
    }

    [Fact]
    public void What_the_corrected_row_came_from_is_not_taken_back()
    {
        var ended = new CommandId(Number(502));
        var message = new CommandId(Number(501));
        var corrected = AHearing.InThePanel.Speaking(Amina).Later(100).Had(new EndIntervention(), ended.Value).Had(new ShowMessage("Lunch"), message.Value).Had(new CorrectRecord(Hers, "Wrong", Category: "EcosocNgo"), by: Desk);
        Assert.Equal([message], corrected.State.Steps.Select(s => s.Command));
        Given(corrected.Had(new Undo())).When(new Undo()).ThenRefused(new NothingToUndo());
        Given(corrected).When(new Undo(ended)).ThenRefused(new NothingToUndo());
        var renamed = Spoke.Had(new CorrectIntervention(Hers, ParticipantId: Chen.Id));
        Given(renamed.Had(new CorrectRecord(Hers, "Wrong", ParticipantId: Dana.Id))).When(new Undo()).ThenRefused(new NothingToUndo());
        Assert.Equal(Amina.Id, Row(renamed.Had(new Undo())).Speaker.Participant);
    }

    [Fact]
    public void Whoever_did_not_speak_after_all_waits_where_their_panel_is_open_and_was_not_reached_where_it_is_over()
    {
        var inLunch = Over.Had(new CorrectRecord(Hers, "Wrong", ParticipantId: Chen.Id));
        Assert.Equal((RequestState.Lapsed, RequestState.Pending), (StateOf(inLunch), StateOf(inLunch.Had(new Undo()))));
        var inPanel = Over.In(Panel1).Had(new CorrectRecord(Hers, "Wrong", ParticipantId: Chen.Id));
        Assert.Equal((RequestState.Pending, RequestState.Lapsed), (StateOf(inPanel), StateOf(inPanel.Had(new Undo()))));

        static RequestState StateOf(AHearing hearing) => hearing.State.Requests[RequestOf(Amina)].State;
    }
}
