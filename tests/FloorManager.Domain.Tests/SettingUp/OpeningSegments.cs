using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

public sealed class OpeningSegments : Specification
{
    /// <summary>Dana is announced, Chen waits, Amina is set aside and Bashir waits in her place.</summary>
    private static readonly AHearing Waiting =
        AHearing.InThePanel.Asked(Amina).Asked(Chen).Asked(Dana).Deferred(Amina).Asked(Bashir).OnDeck(Dana);

    private static RequestState StateOf(AHearing hearing, Participant p) => hearing.State.Requests[RequestOf(p)].State;

    [Fact]
    public void A_segment_opens() => Given(AHearing.SetUp).When(new OpenSegment(Opening)).Then(new SegmentOpened(Opening));

    [Fact]
    public void The_chair_opens_them_in_any_order() => Given(AHearing.SetUp.In(Closing)).When(new OpenSegment(Panel2)).Then(new SegmentOpened(Panel2));

    [Fact]
    public void A_second_tap_changes_nothing() => Given(AHearing.InThePanel.Asked(Amina)).When(new OpenSegment(Panel1)).ThenNothing();

    [Fact]
    public void A_segment_that_is_not_in_the_programme_is_refused() =>
        Given(AHearing.SetUp).When(new OpenSegment(new("panel-9"))).ThenRefused(new NoSuchSegment(new("panel-9")));

    [Fact]
    public void Nobody_is_cut_off_by_the_next_segment() =>
        Given(AHearing.InThePanel.Speaking(Amina)).When(new OpenSegment(Lunch)).ThenRefused(new FloorTaken("Amina", "Migrant Forum"));

    [Fact]
    public void Closing_a_panel_lapses_whatever_could_still_be_called() =>
        Given(Waiting).When(new OpenSegment(Lunch))
            .Then(new RequestsLapsed([RequestOf(Amina), RequestOf(Chen), RequestOf(Dana), RequestOf(Bashir)]), new SegmentOpened(Lunch));

    [Fact]
    public void Requests_for_the_next_panel_wait_on() =>
        Given(AHearing.InThePanel.Asked(Amina, Panel2)).When(new OpenSegment(Lunch)).Then(new SegmentOpened(Lunch));

    [Fact]
    public void Reopening_restores_what_lapsed_and_nothing_else() =>
        Given(Waiting.Had(new WithdrawRequest(RequestOf(Chen))).In(Lunch)).When(new OpenSegment(Panel1))
            .Then(new SegmentOpened(Panel1), new RequestsRestored([RequestOf(Amina), RequestOf(Dana), RequestOf(Bashir)]));

    [Fact]
    public void What_was_set_aside_comes_back_set_aside()
    {
        var reopened = Waiting.In(Lunch).In(Panel1);
        Assert.Equal(RequestState.Deferred, StateOf(reopened, Amina));
        Assert.Equal(RequestState.Pending, StateOf(reopened, Bashir));
    }

    [Fact]
    public void It_comes_back_set_aside_however_often_the_panel_closes() =>
        Assert.Equal(RequestState.Deferred, StateOf(Waiting.In(Lunch).In(Panel1).In(Lunch).In(Panel1), Amina));

    [Fact]
    public void Whoever_was_announced_waits_again_without_the_announcement()
    {
        var reopened = Waiting.In(Lunch).In(Panel1);
        Assert.Equal(RequestState.Pending, StateOf(reopened, Dana));
        Assert.Empty(reopened.State.OnDeck);
    }

    [Fact]
    public void A_reopened_panel_takes_requests_again() =>
        Given(AHearing.InThePanel.In(Lunch).In(Panel1)).When(new RaiseRequest(Amina.Id))
            .Then(new RequestRaised(NewRequest, Amina.Id, Panel1, IntakeChannel.Desk, default, Topic: null, A1));

    [Fact]
    public void A_panel_begins_with_its_introduction_and_other_segments_have_no_phase()
    {
        Assert.Null(AHearing.SetUp.In(Opening).State.Phase);
        Assert.Equal(PanelPhase.Introduction, AHearing.SetUp.In(Opening).In(Panel1).State.Phase);
        Assert.Null(AHearing.InThePanel.In(Lunch).State.Phase);
    }

    [Fact]
    public void A_reopened_panel_is_where_it_was_left()
    {
        var left = AHearing.InThePanel.Had(new SetPhase(PanelPhase.InteractiveExchange)).In(Lunch);
        Given(left).When(new OpenSegment(Panel1)).Then(new SegmentOpened(Panel1), new PhaseSet(PanelPhase.InteractiveExchange));
        Assert.Equal(PanelPhase.InteractiveExchange, left.In(Panel1).In(Panel2).In(Panel1).State.Phase);
        Given(left).When(new OpenSegment(Panel2)).Then(new SegmentOpened(Panel2));
    }

    [Fact]
    public void Phases_are_set_in_any_order() =>
        Given(AHearing.InThePanel.Had(new SetPhase(PanelPhase.ConcludingRemarks))).When(new SetPhase(PanelPhase.PanellistRemarks))
            .Then(new PhaseSet(PanelPhase.PanellistRemarks));

    [Fact]
    public void The_phase_that_is_changes_nothing() => Given(AHearing.InThePanel).When(new SetPhase(PanelPhase.Introduction)).ThenNothing();

    [Fact]
    public void A_phase_belongs_to_a_panel() =>
        Given(AHearing.SetUp.In(Lunch)).When(new SetPhase(PanelPhase.Introduction)).ThenRefused(new NotAPanel("Segment lunch"));

    [Fact]
    public void A_phase_belongs_to_an_open_segment() =>
        Given(AHearing.SetUp).When(new SetPhase(PanelPhase.Introduction)).ThenRefused(new NoOpenSegment());
}
