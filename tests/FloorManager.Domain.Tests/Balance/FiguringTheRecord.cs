using FloorManager.Domain.Balance;
using FloorManager.Domain.Participants;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Balance;

/// <summary>A small hearing whose figures were reckoned by hand.</summary>
public sealed class FiguringTheRecord
{
    /// <summary>Chen asks at 0 s, Dana at 1, Amina at 2. Chen speaks from 3 to 103, Dana from 103 to 303, twenty seconds too long; Amina is not reached.</summary>
    private static readonly AHearing Small = AHearing.InThePanel.Asked(Chen).Asked(Dana).Asked(Amina).Spoke(Chen, 100).Spoke(Dana, 200);

    private static RecordFigures Figures(AHearing hearing) => RecordFigures.Of(hearing.State);

    private static FloorShare[] By(AHearing hearing, FigureBy by) => [.. Figures(hearing).By[by]];

    [Fact]
    public void The_floor_is_shared_by_category_against_who_asked_and_who_is_there()
    {
        var figures = Figures(Small);
        Assert.Equal((2, Seconds(300)), (figures.Interventions, figures.FloorTime));
        Assert.Equal(
            [new("DiasporaGroup", 1, Seconds(200), 1, 1), new("MemberState", 1, Seconds(100), 1, 1), new("CivilSociety", 0, TimeSpan.Zero, 1, 3)],
            By(Small, FigureBy.Category));
    }

    [Fact]
    public void Where_people_were_checked_in_only_those_count_as_present()
    {
        var room = Small.Had(new CheckIn(Amina.Id)).Had(new CheckIn(Chen.Id));
        Assert.Equal([("DiasporaGroup", 0), ("MemberState", 1), ("CivilSociety", 1)], By(room, FigureBy.Category).Select(s => (s.Value, s.Present)));
    }

    [Fact]
    public void Gender_and_language_count_only_where_they_were_given()
    {
        Assert.Empty(By(Small, FigureBy.Gender));
        Assert.Empty(By(Small, FigureBy.Language));
        var told = Small.Had(new RegisterParticipants([Dana with { Gender = Gender.Female, Language = "es" }, Amina with { Gender = Gender.Female }]));
        Assert.Equal([new("Female", 1, Seconds(200), 2, 2)], By(told, FigureBy.Gender));
        Assert.Equal([new("es", 1, Seconds(200), 1, 1)], By(told, FigureBy.Language));
    }

    [Fact]
    public void Whoever_changed_the_group_afterwards_is_counted_as_they_spoke() =>
        Assert.Equal(
            [new("DiasporaGroup", 1, Seconds(200), 1, 0), new("MemberState", 1, Seconds(100), 1, 1), new("CivilSociety", 0, TimeSpan.Zero, 1, 4)],
            By(Small.Had(new RegisterParticipants([Dana with { Category = "CivilSociety" }])), FigureBy.Category));

    /// <summary>100 and 200 of 300: (−1·100 + 1·200) / (2·300).</summary>
    [Fact]
    public void Gini_is_a_sixth_where_one_spoke_twice_as_long_as_the_other()
    {
        Assert.Equal(1.0 / 6, Figures(Small).Gini!.Value, 12);
        Assert.Equal(0, Figures(AHearing.InThePanel.Spoke(Chen, 100).Spoke(Dana, 100)).Gini!.Value, 12);
        Assert.Null(Figures(AHearing.InThePanel.Spoke(Chen, 100)).Gini);
        // One delegation is one, by whoever it speaks: 100 and 200 again.
        Assert.Equal(1.0 / 6, Figures(AHearing.InThePanel.Spoke(Amina, 50).Spoke(Chen, 200).Spoke(Bashir, 50)).Gini!.Value, 12);
    }

    [Fact]
    public void Strictness_is_told_per_category()
    {
        Assert.Equal([new("DiasporaGroup", 1, Seconds(20), Seconds(20)), new("MemberState", 1, TimeSpan.Zero, TimeSpan.Zero)], Figures(Small).Strictness);
        Assert.Equal(new Strictness("CivilSociety", 2, Seconds(15), Seconds(30)), Assert.Single(Figures(AHearing.InThePanel.Spoke(Amina, 210).Spoke(Bashir, 60)).Strictness));
    }

    [Fact]
    public void Waiting_is_from_asking_to_being_recognised()
    {
        Assert.Equal(new WaitingTimes(2, Seconds(52.5), Seconds(102)), Figures(Small).Waiting);
        Assert.Null(Figures(AHearing.InThePanel.Spoke(Chen, 60)).Waiting);
    }

    [Fact]
    public void A_topic_is_touched_by_asking_for_it_or_by_what_was_recommended()
    {
        Assert.Equal([Rights, Remittances], Figures(Small).Untouched.Select(u => u.Topic.Id));
        Assert.Equal([Remittances], Figures(AHearing.InThePanel.Had(new RaiseRequest(Chen.Id, TopicId: Rights), RequestOf(Chen).Value)).Untouched.Select(u => u.Topic.Id));
        Assert.Equal([Remittances], Figures(Small.Had(new NoteRecommendation(FloorOf(Chen), "Cheaper.", Rights))).Untouched.Select(u => u.Topic.Id));
    }

    [Fact]
    public void The_podium_and_whoever_did_not_begin_have_no_share()
    {
        var more = Small.Had(new Recognise(PodiumSpeakerId: Panellist, Start: true)).Later(400).Had(new EndIntervention()).GaveTheFloorTo(Amina).Had(new EndIntervention());
        Assert.Equal((2, Seconds(300)), (Figures(more).Interventions, Figures(more).FloorTime));
    }

    [Fact]
    public void A_panel_has_figures_of_its_own()
    {
        var both = Small.In(Panel2).Asked(Bashir).Spoke(Bashir, 90);
        Assert.Equal((3, Seconds(390)), (Figures(both).Interventions, Figures(both).FloorTime));
        var second = RecordFigures.Of(both.State, Panel2);
        Assert.Equal((1, Seconds(90)), (second.Interventions, second.FloorTime));
        Assert.Equal([Remittances], second.Untouched.Select(u => u.Topic.Id));
        Assert.Equal(("CivilSociety", 1, 1), second.By[FigureBy.Category][0] is var share ? (share.Value, share.Interventions, share.Requests) : default);
    }
}
