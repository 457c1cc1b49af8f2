using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Showing;

/// <summary>What moderator and panellists see beside the room's view.</summary>
public sealed class ShowingThePodium
{
    private static PodiumView View(AHearing hearing) => PodiumFloorView.Of(hearing.State, FloorView.Of(hearing.State, hearing.Now)).Podium;

    [Fact]
    public void Before_a_panel_is_open_there_is_nothing() => Assert.True(View(AHearing.SetUp) is { Message: null, Questions.IsEmpty: true, Topics.IsEmpty: true });

    [Fact]
    public void The_guiding_questions_are_those_of_the_open_panel() =>
        Assert.Equal(AHearing.InThePanel.State.OpenSegment!.Topics.Select(t => t.Text), View(AHearing.InThePanel).Topics);

    [Fact]
    public void What_the_chair_tells_it_is_there_and_not_in_the_rooms_view()
    {
        var told = AHearing.InThePanel.Had(new TellPodium("Please conclude"));
        Assert.Equal("Please conclude", View(told).Message);
        Assert.Null(FloorView.Of(told.State, told.Now).Message);
    }

    [Fact]
    public void Questions_stand_by_whom_they_were_asked_of_in_the_order_of_the_podium_until_they_are_answered()
    {
        var asked = AHearing.InThePanel.GaveTheFloorTo(Amina)
            .Had(new NoteQuestion(Text: "Of all"), Number(601))
            .Had(new NoteQuestion(Panellist, "Funded?"), Number(602))
            .Had(new NoteQuestion(Moderator, "When?"), Number(603))
            .Had(new NoteQuestion(Panellist, "By whom?"), Number(604));
        Assert.Equal(
            ["The moderator: When?", "The panellist: Funded?, By whom?", ": Of all"],
            View(asked).Questions.Select(q => $"{q.To}: {string.Join(", ", q.Questions.Select(one => one.Text))}"));
        Assert.Equal(Amina.Delegation, View(asked).Questions[0].Questions[0].From);
        Assert.Equal(
            ["The moderator", "The panellist"],
            View(asked.Had(new SettleQuestion(new(Number(601)))).Had(new SettleQuestion(new(Number(602))))).Questions.Select(q => q.To));
    }

    [Fact]
    public void What_somebody_was_asked_who_has_left_the_podium_is_the_panels()
    {
        var asked = AHearing.InThePanel.Had(new NoteQuestion(Panellist, "Funded?"));
        var without = asked.State.Meetings.Select(m => m with { Segments = [.. m.Segments.Select(s => s.Id == Panel1 ? s with { Podium = s.Podium.RemoveAll(p => p.Id == Panellist) } : s)] });
        Assert.Equal((null, "Funded?"), View(asked.Had(new SetProgramme([.. without]))).Questions.Select(q => (q.To, q.Questions[0].Text)).Single());
    }

    [Fact]
    public void What_was_asked_in_another_panel_stays_there() =>
        Assert.Empty(View(AHearing.InThePanel.Had(new NoteQuestion(Text: "Here")).In(Panel2)).Questions);
}
