using FloorManager.Domain.Forecast;
using FloorManager.Domain.Interventions;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Panels;

/// <summary>A batch of interventions is taken before the panel replies. Which one it is follows from who spoke.</summary>
public sealed class TakingRounds : Specification
{
    private static readonly AHearing OfTwo = AHearing.InThePanel.Had(new SetRound(2));

    private static AHearing Reply(AHearing hearing) =>
        hearing.Had(new Recognise(PodiumSpeakerId: Panellist, Kind: FloorKind.Reply, Start: true)).Later(60).Had(new EndIntervention());

    private static Round? Of(AHearing hearing) => Round.Of(hearing.State);

    /// <summary>Spoken without an id of its own, so that one person may speak several times in a spec.</summary>
    private static AHearing Spoke(AHearing hearing) =>
        hearing.Had(new Recognise(ParticipantId: Chen.Id, Start: true)).Later(60).Had(new EndIntervention());

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void A_panel_takes_one_to_ten_in_a_round(int size) => Given(AHearing.InThePanel).When(new SetRound(size)).Then(new RoundSizeSet(Panel1, size));

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void And_no_other_number(int size) => Given(AHearing.InThePanel).When(new SetRound(size)).ThenRefused(new OutOfBounds("size", "0", "10"));

    [Fact]
    public void The_same_number_again_changes_nothing()
    {
        Given(OfTwo).When(new SetRound(2)).ThenNothing();
        Given(AHearing.InThePanel).When(new SetRound(0)).ThenNothing();
    }

    [Fact]
    public void Rounds_are_given_up()
    {
        Given(OfTwo).When(new SetRound(0)).Then(new RoundSizeSet(Panel1, 0));
        Assert.Null(Of(OfTwo.Had(new SetRound(0))));
    }

    [Fact]
    public void They_belong_to_an_open_panel()
    {
        Given(AHearing.SetUp).When(new SetRound(3)).ThenRefused(new NoOpenSegment());
        Given(AHearing.SetUp.In(Lunch)).When(new SetRound(3)).ThenRefused(new NotAPanel("Segment lunch"));
    }

    [Fact]
    public void Each_panel_keeps_its_own()
    {
        Assert.Null(Of(OfTwo.In(Panel2)));
        Assert.Equal(2, Of(OfTwo.In(Panel2).In(Panel1))?.Size);
    }

    [Fact]
    public void Who_spoke_before_rounds_were_taken_is_in_none()
    {
        var before = Spoke(Spoke(AHearing.InThePanel)).Speaking(Amina).Later(1);
        var rounds = before.Had(new SetRound(2));
        Assert.Equal(new Round(1, 2, 0, Replies: 0), Of(rounds));
        Assert.Equal(new Round(1, 2, 1, Replies: 0), Of(Spoke(rounds.Had(new EndIntervention()))));
        Assert.Equal(new Round(1, 3, 1, Replies: 0), Of(Spoke(rounds.Had(new EndIntervention())).Later(1).Had(new SetRound(3))));
    }

    [Fact]
    public void It_fills_with_whoever_speaks()
    {
        Assert.Equal(new Round(1, 2, 0, Replies: 0), Of(OfTwo));
        Assert.Equal(new Round(1, 2, 1, Replies: 0), Of(OfTwo.Speaking(Amina)));
        Assert.Equal((new Round(1, 2, 2, Replies: 0), true), (Of(Spoke(Spoke(OfTwo))), Of(Spoke(Spoke(OfTwo)))!.IsFull));
    }

    [Fact]
    public void The_first_intervention_after_a_reply_begins_the_next()
    {
        var replied = Reply(Reply(Spoke(Spoke(OfTwo))));
        Assert.Equal(new Round(1, 2, 2, Replies: 2), Of(replied));
        Assert.Equal(new Round(2, 2, 1, Replies: 0), Of(replied.Speaking(Amina)));
    }

    [Fact]
    public void The_panel_may_reply_early_and_the_chair_may_take_more() =>
        Assert.Equal(new Round(2, 2, 3, Replies: 0), Of(Spoke(Spoke(Spoke(Reply(Spoke(OfTwo)))))));

    [Fact]
    public void A_reply_before_anybody_spoke_closes_no_round() => Assert.Equal(new Round(1, 2, 0, Replies: 0), Of(Reply(OfTwo)));

    [Fact]
    public void Remarks_points_of_order_and_those_who_did_not_speak_are_not_counted()
    {
        var order = OfTwo.Speaking(Amina).Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder));
        Assert.Equal(1, Of(order)?.Taken);
        Assert.Equal(1, Of(order.Had(new EndIntervention()).Had(new EndIntervention()))?.Taken);
        Assert.Equal(0, Of(OfTwo.GaveTheFloorTo(Amina).Had(new EndIntervention()))?.Taken);
        Assert.Equal(0, Of(OfTwo.Had(new Recognise(PodiumSpeakerId: Moderator, Start: true)).Later(9).Had(new EndIntervention()))?.Taken);
    }
}
