using System.Collections.Immutable;
using FloorManager.Domain.Balance;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Balance;

public sealed class WeighingTheBalance
{
    private const long One = 1_000_000;

    private static readonly AHearing Three = AHearing.InThePanel.Asked(Amina).Asked(Chen).Asked(Dana);

    private static BalanceNote Note(AHearing hearing, Participant p) => BalanceLens.On(hearing.State, Panel1).Note(hearing.State.Requests[RequestOf(p)]);

    private static ImmutableArray<string> Suggested(AHearing hearing) =>
        [.. BalanceLens.On(hearing.State, Panel1).Suggest(hearing.State.RequestsFor(Panel1)).Select(n => hearing.State.Participants[n.Request.Participant].FullName)];

    private static BalanceFact Category(AHearing hearing, Participant p) => Note(hearing, p).Facts.Single(f => f.Dimension == Dimension.Category && f.InPanel);

    private static AHearing With(AHearing hearing, params Participant[] people) => hearing.Had(new RegisterParticipants([.. people]));

    [Fact]
    public void Alike_in_everything_whoever_asked_first_comes_first() => Assert.Equal(["Amina", "Chen", "Dana"], Suggested(Three));

    [Fact]
    public void A_category_that_has_had_its_share_comes_after_those_that_have_not() =>
        Assert.Equal(["Chen", "Dana", "Bashir"], Suggested(Three.Spoke(Amina, 60).Asked(Bashir)));

    [Fact]
    public void A_category_is_owed_its_share_of_those_who_asked_and_lags_by_what_it_has_not_had()
    {
        var spoke = Three.Spoke(Amina, 60);
        Assert.Equal(new BalanceFact(Dimension.Category, "MemberState", InPanel: true, Spoken: 0, AllSpoken: 1, Asked: 1, AllAsked: 3, Lag: 4 * 666_666), Category(spoke, Chen));
        Assert.Equal(4 * (1_000_000 - One), Category(spoke.Asked(Bashir), Bashir).Lag);
    }

    [Fact]
    public void Whoever_has_the_floor_is_counted_in_and_whoever_was_interrupted()
    {
        Assert.Equal(1, Category(Three.Speaking(Amina), Chen).AllSpoken);
        Assert.Equal(1, Category(Three.Speaking(Amina).Had(new Recognise(ParticipantId: Bashir.Id, Kind: FloorKind.PointOfOrder)), Chen).AllSpoken);
    }

    [Fact]
    public void Whoever_did_not_speak_and_points_of_order_are_not_counted()
    {
        Assert.Equal(0, Category(Three.GaveTheFloorTo(Amina).Had(new EndIntervention()), Chen).AllSpoken);
        Assert.Equal(0, Category(Three.Had(new Recognise(ParticipantId: Bashir.Id, Kind: FloorKind.PointOfOrder)), Chen).AllSpoken);
    }

    [Fact]
    public void Whoever_withdrew_or_was_declined_no_longer_asks_and_whoever_was_set_aside_still_does()
    {
        Assert.Equal(2, Category(Three.Had(new WithdrawRequest(RequestOf(Amina))), Chen).AllAsked);
        Assert.Equal(2, Category(Three.Had(new DeclineRequest(RequestOf(Amina))), Chen).AllAsked);
        Assert.Equal(3, Category(Three.Deferred(Amina), Chen).AllAsked);
    }

    [Fact]
    public void Whoever_was_called_without_a_request_counts_among_those_who_asked()
    {
        var fact = Category(AHearing.InThePanel.Asked(Chen).Spoke(Bashir, 60).Asked(Amina), Amina);
        Assert.Equal((1, 1, 2, 3), (fact.Spoken, fact.AllSpoken, fact.Asked, fact.AllAsked));
        Assert.Equal(3, Category(Three.Spoke(Amina, 60), Chen).AllAsked);
    }

    [Fact]
    public void No_more_have_spoken_on_a_topic_than_asked_for_it_whatever_they_were_called_for()
    {
        var onRights = new RaiseRequest(Chen.Id, TopicId: Rights);
        var spoke = AHearing.InThePanel.Asked(Amina).Had(new Recognise(RequestOf(Amina), TopicId: Rights, Start: true)).Had(new EndIntervention()).Had(onRights, RequestOf(Chen).Value);
        var fact = Note(spoke, Chen).Facts.Single(f => f.Dimension == Dimension.Topic);
        Assert.Equal((1, 2), (fact.Spoken, fact.Asked));
    }

    [Fact]
    public void A_delegation_that_has_not_spoken_in_the_hearing_is_worth_two()
    {
        Assert.True(Note(Three, Chen).FirstTime);
        Assert.Equal(2 * One, Note(Three, Chen).Need - Note(Three, Chen).Facts.Sum(f => f.Lag));
        var heard = AHearing.SetUp.In(Panel2).Spoke(Chen, 60).In(Panel1).Asked(Chen);
        Assert.False(Note(heard, Chen).FirstTime);
    }

    [Fact]
    public void It_is_heard_however_its_name_is_written() => Assert.False(Note(Three.Spoke(Amina, 60).Asked(Bashir), Bashir).FirstTime);

    [Fact]
    public void It_stays_heard_for_the_second_suggestion_too()
    {
        // Bashir's delegation has spoken. Once Chen is taken as heard, Dana and Bashir are left, who differ by nothing but that.
        var state = With(AHearing.InThePanel, Dana with { Category = "CivilSociety" }).Spoke(Amina, 60).Had(new RaiseRequest(Chen.Id), RequestOf(Chen).Value).Later(1)
            .Asked(Bashir).Asked(Dana);
        Assert.Equal(["Chen", "Dana", "Bashir"], Suggested(state));
    }

    [Fact]
    public void Three_at_most_are_suggested_each_as_if_those_before_had_spoken()
    {
        // Two of civil society asked first. The second of them comes after the one State.
        var state = With(AHearing.InThePanel, Dana with { Category = "CivilSociety" }).Asked(Amina).Asked(Dana).Asked(Chen);
        Assert.Equal(["Amina", "Chen", "Dana"], Suggested(state));
        Assert.Equal(3, Suggested(With(state, Eve with { Admitted = true }).Asked(Eve)).Length);
    }

    [Fact]
    public void Only_those_who_wait_to_speak_and_may_are_suggested()
    {
        Assert.Equal(["Chen"], Suggested(Three.Deferred(Amina).Had(new DeclineRequest(RequestOf(Dana)))));
        Assert.Empty(Suggested(AHearing.InThePanel.Had(new RaiseRequest(Chen.Id, Kind: FloorKind.RightOfReply))));
        Assert.Equal(["Amina", "Dana"], Suggested(With(Three, Chen with { Admitted = false })));
        Assert.Equal(["Amina", "Chen", "Dana"], Suggested(Three.OnDeck(Dana)));
    }

    [Fact]
    public void A_request_knows_its_place_and_any_other_has_none()
    {
        Assert.Equal([1, 2, 3], new[] { Amina, Chen, Dana }.Select(p => BalanceLens.PlaceOf(Three.State, Three.State.Requests[RequestOf(p)])));
        Assert.Null(BalanceLens.PlaceOf(Three.State, null));
        var aside = Three.Deferred(Amina);
        Assert.Null(BalanceLens.PlaceOf(aside.State, aside.State.Requests[RequestOf(Amina)]));
    }

    [Fact]
    public void Whoever_brings_nothing_to_a_dimension_is_neither_owed_nor_charged_there() =>
        Assert.Equal([Dimension.Category, Dimension.Category], Note(Three, Chen).Facts.Select(f => f.Dimension));

    [Fact]
    public void The_reasons_are_what_lags_in_the_panel_and_what_was_not_heard_at_all_first()
    {
        var people = With(
            AHearing.InThePanel, Amina with { RegionalGroup = "African", Gender = Gender.Female }, Chen with { RegionalGroup = "AsiaPacific", Gender = Gender.Female },
            Dana with { RegionalGroup = "AsiaPacific", Gender = Gender.Male });
        var spoke = people.Asked(Amina).Asked(Chen).Asked(Dana).Spoke(Amina, 60);
        Assert.Equal(["AsiaPacific", "MemberState", "Female"], Note(spoke, Chen).Reasons.Select(f => f.Value));
        Assert.Equal(["AsiaPacific", "DiasporaGroup", "Male"], Note(spoke, Dana).Reasons.Select(f => f.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_topic_is_balanced_in_its_panel()
    {
        var asked = AHearing.InThePanel.Had(new RaiseRequest(Chen.Id, TopicId: Rights), RequestOf(Chen).Value);
        var fact = Note(asked, Chen).Facts.Single(f => f.Dimension == Dimension.Topic);
        Assert.Equal(("rights", true, 2 * One), (fact.Value, fact.InPanel, fact.Lag));
    }
}
