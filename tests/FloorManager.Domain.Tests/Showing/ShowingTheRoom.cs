using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Showing;

public sealed class ShowingTheRoom
{
    private static FloorView View(AHearing hearing) => FloorView.Of(hearing.State, hearing.Now);

    [Fact]
    public void Before_anything_is_set_up_there_is_an_empty_view()
    {
        var view = View(AHearing.NotSetUp);
        Assert.Equal(("", 0L, 0), (view.Hearing, view.Version, view.RequestsWaiting));
        Assert.True(view is { Segment: null, Speaker: null, Clock: null, Message: null, Blackout: false, OnDeck.IsEmpty: true });
    }

    [Fact]
    public void It_says_which_hearing_and_which_version_and_when_it_was_cut()
    {
        var hearing = AHearing.InThePanel.Later(12.5);
        Assert.Equal(("hearing", "A hearing", 5L, TenOClock.AddSeconds(12.5).ToUnixTimeMilliseconds()),
            (View(hearing).Hearing, View(hearing).HearingTitle, View(hearing).Version, View(hearing).ServerUnixMs));
    }

    [Fact]
    public void It_says_which_segment_is_open_and_how_far_it_is() => Assert.Equal(
        new SegmentView("panel-1", SegmentKind.Panel, "Segment panel-1", "Rights", PanelPhase.InteractiveExchange, TenOClock.AddHours(2).ToUnixTimeMilliseconds()),
        View(AHearing.InThePanel.Had(new SetPhase(PanelPhase.InteractiveExchange))).Segment);

    [Fact]
    public void It_says_what_the_programme_has_next_by_the_clock_on_the_wall()
    {
        var inNewYork = AHearing.SetUp.State with { Details = Details with { TimeZone = "America/New_York" } };
        Assert.Equal(new(SegmentKind.Opening, "Segment opening", "", "10:00"), FloorView.Of(inNewYork, TenOClock).Next);
        Assert.Equal("Segment lunch", View(AHearing.InThePanel).Next?.Title);
        var skipped = AHearing.InThePanel.In(Panel2).In(Panel1);
        Assert.Equal("Segment lunch", View(skipped).Next?.Title);
        Assert.Equal("Segment closing", View(skipped.In(Lunch)).Next?.Title);
        Assert.Null(View(AHearing.InThePanel.In(Closing)).Next);
    }

    [Fact]
    public void Speaker_and_clock_are_there_together_or_not_at_all()
    {
        var (idle, speaking) = (View(AHearing.InThePanel), View(AHearing.InThePanel.Speaking(Amina)));
        Assert.True(idle is { Speaker: null, Clock: null });
        Assert.Equal(new SpeakerView("", "Amina", "", "Migrant Forum", "CivilSociety", FloorKind.Intervention), speaking.Speaker);
        Assert.NotNull(speaking.Clock);
    }

    [Theory]
    [InlineData(0, ClockPhase.Speaking, 180_000)]
    [InlineData(150, ClockPhase.Warning, 30_000)]
    [InlineData(180, ClockPhase.Expired, 0)]
    [InlineData(195.25, ClockPhase.Expired, -15_250)]
    public void A_running_clock_is_told_in_milliseconds_and_below_zero_after_the_limit(double after, ClockPhase phase, long left) =>
        Assert.Equal(new ClockView("Running", phase, 180_000, left, 30_000, Strict: true), View(AHearing.InThePanel.Speaking(Amina).Later(after)).Clock);

    [Fact]
    public void A_clock_is_told_before_it_runs_and_while_it_pauses()
    {
        var called = AHearing.InThePanel.GaveTheFloorTo(Amina);
        Assert.Equal(new ClockView("NotStarted", ClockPhase.Speaking, 180_000, 180_000, 30_000, Strict: true), View(called.Later(60)).Clock);
        var paused = called.Had(new StartClock()).Later(160).Had(new PauseClock());
        Assert.Equal(new ClockView("Paused", ClockPhase.Warning, 180_000, 20_000, 30_000, Strict: true), View(paused.Later(60)).Clock);
    }

    [Fact]
    public void The_limit_told_is_what_is_allowed_with_adjustments() =>
        Assert.True(View(AHearing.InThePanel.Speaking(Amina).Later(10).Had(new AdjustClock(30))).Clock is { LimitMs: 210_000, RemainingMs: 200_000 });

    [Fact]
    public void Remarks_are_told_as_not_strict() =>
        Assert.Equal(new ClockView("NotStarted", ClockPhase.Speaking, 420_000, 420_000, 30_000, Strict: false),
            View(AHearing.InThePanel.Had(new Recognise(PodiumSpeakerId: Panellist))).Clock);

    [Fact]
    public void The_announced_are_named_in_their_order_and_those_who_wait_are_counted_only()
    {
        var view = View(AHearing.InThePanel.Asked(Amina).Asked(Chen).Asked(Dana).OnDeck(Dana).OnDeck(Chen));
        Assert.Equal([new("Dana", "Diaspora Network"), new("Chen", "Republic of Example")], view.OnDeck);
        Assert.Equal(3, view.RequestsWaiting);
        Assert.DoesNotContain("Amina", InWords.Of(view), StringComparison.Ordinal);
    }

    [Fact]
    public void Those_set_aside_and_those_of_another_panel_are_not_counted() =>
        Assert.Equal(1, View(AHearing.InThePanel.Asked(Amina).Asked(Chen).Asked(Dana, Panel2).Deferred(Amina)).RequestsWaiting);

    [Fact]
    public void In_a_break_those_who_wait_for_the_next_panel_are_counted() =>
        Assert.Equal(1, View(AHearing.InThePanel.Asked(Amina).Asked(Dana, Panel2).In(Lunch)).RequestsWaiting);

    [Fact]
    public void Message_and_darkness_are_told() =>
        Assert.True(View(AHearing.SetUp.Had(new ShowMessage("Back at three")).Had(new Blackout())) is { Message: "Back at three", Blackout: true });

    [Fact]
    public void A_time_that_has_passed_is_not_told_even_where_an_undoing_brings_it_back()
    {
        var told = AHearing.InThePanel.Had(new AnnounceResumption(TenOClock.AddMinutes(10)));
        Assert.NotNull(View(told.Later(599)).ResumesAt);
        Assert.Null(View(told.Later(600)).ResumesAt);
        Assert.NotNull(View(told.GaveTheFloorTo(Amina).Later(599).Had(new Undo())).ResumesAt);
        Assert.Null(View(told.GaveTheFloorTo(Amina).Later(600).Had(new Undo())).ResumesAt);
    }

    [Fact]
    public void When_the_meeting_goes_on_is_told_by_the_clock_on_the_wall()
    {
        var newYork = AHearing.NotSetUp.Had(new SetUpHearing(Details with { TimeZone = "America/New_York" }));
        Assert.Equal("15:05", View(newYork.Had(new AnnounceResumption(TenOClock.AddMinutes(305)))).ResumesAt);
        Assert.Null(View(newYork).ResumesAt);
        // The journal may come from a machine that knows more time zones than this one.
        var nowhere = AHearing.NotSetUp with { State = Hearing.Empty.Evolve(new HearingSetUp(Details with { TimeZone = "Nowhere/At_All" }), TenOClock) };
        Assert.Equal("19:05", View(nowhere.Had(new AnnounceResumption(TenOClock.AddMinutes(305)))).ResumesAt);
    }

    [Fact]
    public void While_a_point_of_order_is_settled_its_speaker_and_clock_are_told()
    {
        var view = View(AHearing.InThePanel.Speaking(Amina).Later(100).Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder)).Later(10));
        Assert.Equal(("Chen", FloorKind.PointOfOrder, 170_000L), (view.Speaker?.Name, view.Speaker?.Kind, view.Clock?.RemainingMs));
        Assert.DoesNotContain("Amina", InWords.Of(view), StringComparison.Ordinal);
    }

    [Fact]
    public void Extra_time_is_told_as_time_allowed_and_not_as_extra()
    {
        var slow = AHearing.InThePanel.Had(new RegisterParticipants([Amina with { Accommodation = Minutes(2) }]));
        Assert.Equal(new ClockView("NotStarted", ClockPhase.Speaking, 300_000, 300_000, 30_000, Strict: true), View(slow.GaveTheFloorTo(Amina)).Clock);
    }
}
