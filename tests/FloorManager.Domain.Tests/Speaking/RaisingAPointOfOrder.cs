using System.Collections.Immutable;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;
using ClockPaused = FloorManager.Domain.Hearings.HearingEvent.ClockPaused;

namespace FloorManager.Domain.Tests.Speaking;

/// <summary>Rule 71 of the General Assembly: a representative may rise to a point of order at any time, and it is settled at once.</summary>
public sealed class RaisingAPointOfOrder : Specification
{
    private static readonly InterventionId Hers = FloorOf(Amina), Point = FloorOf(Chen);

    private static readonly Recognise Order = new(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder);

    private static readonly AHearing
        Called = AHearing.InThePanel.Asked(Amina).GaveTheFloorTo(Amina),
        Speaking = Called.Had(new StartClock()).Later(60),
        Raised = Speaking.Had(Order, Point.Value);

    private static FloorGiven To(Participant p, RequestId? request = null) =>
        new(NewFloor, Panel1, FloorKind.PointOfOrder, Speaker.Of(p), request, Topic: null, Strict: true, Minutes(3), Seconds(30));

    private static AHearing Without(bool pointsOfOrder, RightsOfReply replies = RightsOfReply.NotTaken)
    {
        ImmutableArray<Meeting> programme =
            [.. Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s with { Rules = new(Minutes(3), Seconds(30), false, pointsOfOrder, replies) })] })];
        return AHearing.SetUp.Had(new SetProgramme(programme)).In(Panel1).Speaking(Amina);
    }

    [Fact]
    public void It_interrupts_whoever_speaks_and_its_clock_runs_at_once() =>
        Given(Speaking).When(Order).Then(new ClockPaused(Hers), new FloorInterrupted(Hers, Resumes: true), To(Chen), new ClockStarted(NewFloor));

    [Fact]
    public void It_interrupts_whoever_has_not_begun() =>
        Given(Called).When(Order).Then(new FloorInterrupted(Hers, Resumes: false), To(Chen), new ClockStarted(NewFloor));

    [Fact]
    public void It_interrupts_the_podium_too()
    {
        var remarks = AHearing.InThePanel.Had(new Recognise(PodiumSpeakerId: Panellist, Start: true), FloorOf(Dana).Value);
        Given(remarks).When(Order).Then(new ClockPaused(FloorOf(Dana)), new FloorInterrupted(FloorOf(Dana), Resumes: true), To(Chen), new ClockStarted(NewFloor));
    }

    [Fact]
    public void With_nobody_on_the_floor_it_interrupts_nobody() => Given(AHearing.InThePanel).When(Order).Then(To(Chen), new ClockStarted(NewFloor));

    [Fact]
    public void One_that_was_asked_for_interrupts_when_it_is_called()
    {
        var asked = Speaking.Had(new RaiseRequest(Chen.Id, Kind: FloorKind.PointOfOrder), RequestOf(Chen).Value);
        Given(asked).When(new Recognise(RequestOf(Chen)))
            .Then(new ClockPaused(Hers), new FloorInterrupted(Hers, Resumes: true), To(Chen, RequestOf(Chen)), new ClockStarted(NewFloor));
    }

    [Fact]
    public void A_wish_to_speak_is_not_used_up_by_it() =>
        Assert.Equal(RequestState.Pending, Speaking.Asked(Chen).Had(Order).State.Requests[RequestOf(Chen)].State);

    [Fact]
    public void Whoever_speaks_waits_and_their_time_stands_still()
    {
        var later = Raised.Later(400);
        Assert.Equal((Point, Hers), (later.State.Floor!.Id, later.State.Interrupted!.Floor.Id));
        Assert.Equal(Seconds(120), later.State.Interrupted.Floor.Clock.Remaining(later.Now));
    }

    [Fact]
    public void When_it_is_settled_the_floor_returns_and_the_clock_runs_on_with_what_was_left()
    {
        var settling = Raised.Later(45);
        Given(settling).When(new EndIntervention()).Then(new InterventionEnded(Point), new FloorReturned(Hers), new ClockResumed(Hers));
        var back = settling.Had(new EndIntervention()).Later(20);
        Assert.Null(back.State.Interrupted);
        Assert.Equal((Hers, Seconds(100), Seconds(80)),
            (back.State.Floor!.Id, back.State.Floor.Clock.Remaining(back.Now), back.State.Floor.Clock.Spoken(back.Now)));
    }

    [Fact]
    public void A_clock_that_paused_already_stays_paused()
    {
        var raised = Speaking.Had(new PauseClock()).Had(Order, Point.Value).Later(30);
        Given(raised).When(new EndIntervention()).Then(new InterventionEnded(Point), new FloorReturned(Hers));
        Assert.Equal(new FloorClock.Paused(Minutes(3), Minutes(2)), raised.Had(new EndIntervention()).State.Floor!.Clock);
    }

    [Fact]
    public void Whoever_was_interrupted_before_their_first_word_may_still_end_unspoken()
    {
        var back = Called.Had(Order, Point.Value).Later(30).Had(new EndIntervention());
        Assert.IsType<FloorClock.NotStarted>(back.State.Floor!.Clock);
        Given(back).When(new EndIntervention()).Then(new InterventionEnded(Hers), new RequestDeferred(RequestOf(Amina)));
    }

    [Fact]
    public void A_point_of_order_is_not_interrupted_by_another() =>
        Given(Raised).When(new Recognise(ParticipantId: Dana.Id, Kind: FloorKind.PointOfOrder)).ThenRefused(new FloorTaken("Chen", "Republic of Example"));

    [Fact]
    public void Another_may_follow_it() =>
        Given(Raised.Had(new EndIntervention()).Later(5)).When(new Recognise(ParticipantId: Dana.Id, Kind: FloorKind.PointOfOrder))
            .Then(new ClockPaused(Hers), new FloorInterrupted(Hers, Resumes: true), To(Dana), new ClockStarted(NewFloor));

    [Fact]
    public void Nothing_else_interrupts()
    {
        foreach (var kind in Enum.GetValues<FloorKind>().Except([FloorKind.PointOfOrder]))
            Given(Speaking).When(new Recognise(ParticipantId: Chen.Id, Kind: kind)).ThenRefused(new FloorTaken("Amina", "Migrant Forum"));
    }

    [Fact]
    public void A_second_tap_changes_nothing() => Given(Raised).When(Order).ThenNothing();

    [Fact]
    public void Late_taps_meant_for_the_interrupted_do_not_hit_it()
    {
        foreach (var late in new Hearings.HearingCommand[] { new PauseClock(Hers), new AdjustClock(30, Hers), new EndIntervention(Hers) })
            Given(Raised).When(late).ThenRefused(new FloorHasMoved("Chen"));
        Given(Raised.Later(300)).When(new ExpireTime(Hers, Speaking.Now.AddSeconds(120))).ThenNothing();
    }

    [Fact]
    public void An_informal_hearing_does_without()
    {
        Given(Without(pointsOfOrder: false)).When(Order).ThenRefused(new NotTakenHere(FloorKind.PointOfOrder));
        Given(Without(pointsOfOrder: false)).When(new RaiseRequest(Chen.Id, Kind: FloorKind.PointOfOrder)).ThenRefused(new NotTakenHere(FloorKind.PointOfOrder));
    }

    [Fact]
    public void The_record_has_them_in_the_order_in_which_they_were_given_the_floor()
    {
        var spoke = AHearing.InThePanel.Spoke(Dana, 30).Later(5).Speaking(Amina).Later(60).Had(Order, Point.Value).Later(10)
            .Had(new EndIntervention()).Later(30).Had(new EndIntervention());
        Assert.Equal(["Dana", "Amina", "Chen"], HearingRecord.Of(spoke.State).Segments.Single().Interventions.Select(r => r.Intervention.Speaker.Name));
    }
}
