using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Panels;

public sealed class ChangingTheLimit : Specification
{
    private static readonly AHearing Shorter = AHearing.InThePanel.Had(new SetLimit(120));

    private static FloorRules Rules(AHearing hearing) => hearing.State.RulesOf(hearing.State.OpenSegment!);

    [Theory]
    [InlineData(5)]
    [InlineData(120)]
    [InlineData(3600)]
    public void The_chair_sets_another_for_the_rest_of_the_segment(int seconds) =>
        Given(AHearing.InThePanel).When(new SetLimit(seconds)).Then(new LimitSet(Panel1, Seconds(seconds)));

    [Theory]
    [InlineData(4)]
    [InlineData(3601)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void It_lies_between_5_seconds_and_an_hour(int seconds) =>
        Given(AHearing.InThePanel).When(new SetLimit(seconds)).ThenRefused(new OutOfBounds("seconds", "5", "3600"));

    [Fact]
    public void The_limit_that_is_changes_nothing()
    {
        Given(AHearing.InThePanel).When(new SetLimit(180)).ThenNothing();
        Given(Shorter).When(new SetLimit(120)).ThenNothing();
    }

    [Fact]
    public void It_is_set_back() => Given(Shorter).When(new SetLimit(180)).Then(new LimitSet(Panel1, Minutes(3)));

    [Fact]
    public void It_belongs_to_an_open_segment() => Given(AHearing.SetUp).When(new SetLimit(120)).ThenRefused(new NoOpenSegment());

    [Fact]
    public void The_next_speaker_has_it() =>
        Given(Shorter).When(new Recognise(ParticipantId: Chen.Id))
            .Then(new FloorGiven(NewFloor, Panel1, FloorKind.Intervention, Speaker.Of(Chen), Request: null, Topic: null, Strict: true, Minutes(2), Seconds(30)));

    [Fact]
    public void The_clock_that_runs_is_never_touched()
    {
        var speaking = AHearing.InThePanel.Speaking(Amina).Later(130);
        var changed = speaking.Had(new SetLimit(60));
        Assert.Equal(speaking.State.Floor, changed.State.Floor);
        Assert.Equal(Seconds(50), changed.State.Floor!.Clock.Remaining(changed.Now));
        var interrupted = speaking.Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder));
        Assert.Equal(interrupted.State.Interrupted, interrupted.Had(new SetLimit(60)).State.Interrupted);
    }

    [Fact]
    public void The_warning_never_begins_before_the_intervention_and_comes_back_with_the_time()
    {
        Assert.Equal((Seconds(20), Seconds(20)), (Rules(AHearing.InThePanel.Had(new SetLimit(20))).Limit, Rules(AHearing.InThePanel.Had(new SetLimit(20))).Warning));
        Assert.Equal(Seconds(30), Rules(AHearing.InThePanel.Had(new SetLimit(20)).Had(new SetLimit(60))).Warning);
    }

    [Fact]
    public void Other_segments_keep_theirs_and_a_reopened_one_its_new_one()
    {
        Assert.Equal(Minutes(2), Rules(AHearing.InThePanel.Had(new SetLimit(60)).In(Panel2)).Limit);
        Assert.Equal(Minutes(1), Rules(AHearing.InThePanel.Had(new SetLimit(60)).In(Panel2).In(Panel1)).Limit);
    }

    [Fact]
    public void The_lengths_of_remarks_are_not_the_limits() =>
        Assert.Equal(Minutes(7), Shorter.Had(new Recognise(PodiumSpeakerId: Panellist)).State.Floor!.Limit);
}
