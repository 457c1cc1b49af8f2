using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Showing;

public sealed class ShowingTheChair
{
    private static ChairView View(AHearing hearing) => ChairView.Of(hearing.State, hearing.Now);

    private static IEnumerable<string?> Names(IEnumerable<PoolRow> rows) => rows.Select(r => r.Participant?.FullName);

    [Fact]
    public void The_pool_holds_who_may_be_called_oldest_first()
    {
        var view = View(AHearing.InThePanel.Asked(Chen).Asked(Dana).Asked(Amina).Deferred(Chen));
        Assert.Equal(["Chen", "Dana", "Amina"], Names(view.Pool));
    }

    [Fact]
    public void The_announced_stand_apart_in_the_order_announced()
    {
        var view = View(AHearing.InThePanel.Asked(Chen).Asked(Dana).Asked(Amina).OnDeck(Amina).OnDeck(Chen));
        Assert.Equal(["Amina", "Chen"], Names(view.OnDeck));
        Assert.Equal(["Dana"], Names(view.Pool));
    }

    [Fact]
    public void Whoever_was_called_withdrew_or_was_declined_has_left_the_pool()
    {
        var hearing = AHearing.InThePanel.Asked(Chen).Asked(Dana).Asked(Amina)
            .Had(new WithdrawRequest(RequestOf(Chen))).Had(new DeclineRequest(RequestOf(Dana))).GaveTheFloorTo(Amina);
        Assert.Empty(View(hearing).Pool);
    }

    [Fact]
    public void In_a_break_the_pool_is_the_next_panels()
    {
        var view = View(AHearing.InThePanel.Asked(Amina).Asked(Dana, Panel2).In(Lunch));
        Assert.Equal((Panel2, Lunch), (view.Panel?.Id, view.OpenSegment?.Id));
        Assert.Equal(["Dana"], Names(view.Pool));
        Assert.Equal([Panel1], view.ClosedSegments);
    }

    [Fact]
    public void After_the_last_panel_there_is_no_pool()
    {
        var view = View(AHearing.SetUp.In(Panel2).Asked(Amina).In(Closing));
        Assert.Null(view.Panel);
        Assert.Empty(view.Pool);
    }

    [Fact]
    public void A_delegation_is_marked_until_it_has_had_the_floor_however_its_name_is_written()
    {
        Assert.True(View(AHearing.InThePanel.Spoke(Chen, 60).Asked(Bashir)).Pool.Single().FirstTime);
        Assert.False(View(AHearing.InThePanel.Spoke(Amina, 60).Asked(Bashir)).Pool.Single().FirstTime);
    }

    [Fact]
    public void A_row_says_about_which_topic_in_words()
    {
        var hearing = AHearing.InThePanel.Had(new RaiseRequest(Amina.Id, TopicId: Rights)).Later(1).Asked(Chen);
        Assert.Equal(["Rights and goals?", null], View(hearing).Pool.Select(r => r.Topic));
    }

    [Fact]
    public void A_row_shows_the_participant_as_registered_now()
    {
        Participant mended = Amina with { FullName = "Amina B." };
        Assert.Equal(["Amina B."], Names(View(AHearing.InThePanel.Asked(Amina).Had(new RegisterParticipants([mended]))).Pool));
    }

    [Fact]
    public void It_begins_with_the_rooms_view_and_who_has_the_floor()
    {
        var hearing = AHearing.InThePanel.Speaking(Amina).Later(10);
        Assert.Equal(170_000, View(hearing).Room.Clock?.RemainingMs);
        Assert.Equal(FloorOf(Amina), View(hearing).Floor?.Id);
    }

    [Fact]
    public void Whoever_waits_for_a_point_of_order_to_be_settled_is_shown()
    {
        var view = View(AHearing.InThePanel.Speaking(Amina).Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder)));
        Assert.Equal(("Chen", "Amina"), (view.Floor?.Speaker.Name, view.Interrupted?.Floor.Speaker.Name));
    }

    [Fact]
    public void What_may_be_taken_back_is_shown_newest_first()
    {
        var view = View(AHearing.InThePanel.Had(new ShowMessage("1"), Number(501)).Had(new ShowMessage("2"), Number(502), Desk));
        Assert.Equal([Number(502), Number(501)], view.Steps.Take(2).Select(s => s.Command.Value));
        Assert.Equal(Desk, view.Steps[0].By);
    }

    [Fact]
    public void Suggestions_rounds_and_the_rules_as_they_stand_are_shown()
    {
        var view = View(AHearing.InThePanel.Had(new SetLimit(120)).Had(new SetRound(3)).Asked(Chen).Asked(Amina));
        Assert.Equal([RequestOf(Chen), RequestOf(Amina)], view.Suggestions.Select(n => n.Request.Id));
        Assert.Equal((3, Minutes(2), Minutes(2)), (view.Round?.Size, view.Rules.Limit, view.Forecast?.Limit));
    }

    [Fact]
    public void Outside_a_panel_there_is_nothing_to_suggest()
    {
        var view = View(AHearing.SetUp.In(Panel2).In(Closing));
        Assert.Empty(view.Suggestions);
        Assert.Equal(Details.Rules, View(AHearing.SetUp).Rules);
    }
}
