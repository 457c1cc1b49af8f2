using FloorManager.Domain.Interventions;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Panels;

public sealed class NotingRecommendations : Specification
{
    private static readonly RecommendationId First = new(Number(600)), Noted = new(Tap);

    private static readonly AHearing
        Speaking = AHearing.InThePanel.Speaking(Amina),
        Written = Speaking.Had(new NoteRecommendation(FloorOf(Amina), "Ratify.", Rights), First.Value, Desk);

    [Fact]
    public void One_is_tied_to_the_intervention_and_to_a_topic_of_its_panel() =>
        Given(Speaking).By(Desk).When(new NoteRecommendation(FloorOf(Amina), " Ratify. ", Rights)).Then(new RecommendationNoted(Noted, FloorOf(Amina), Rights, "Ratify."));

    [Fact]
    public void It_may_be_noted_while_its_speaker_is_interrupted_and_after_they_have_ended_even_in_the_next_panel()
    {
        var noted = new RecommendationNoted(Noted, FloorOf(Amina), Rights, "Ratify.");
        var interrupted = Speaking.Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder));
        Given(interrupted).By(Desk).When(new NoteRecommendation(FloorOf(Amina), "Ratify.", Rights)).Then(noted);
        var ended = Speaking.Had(new EndIntervention());
        Given(ended).By(Desk).When(new NoteRecommendation(FloorOf(Amina), "Ratify.", Rights)).Then(noted);
        Given(ended.In(Panel2)).By(Desk).When(new NoteRecommendation(FloorOf(Amina), "Ratify.", Rights)).Then(noted);
    }

    [Fact]
    public void An_intervention_that_never_was_made_none() =>
        Given(Speaking).By(Desk).When(new NoteRecommendation(FloorOf(Dana), "Ratify.")).ThenRefused(new NoSuchIntervention(FloorOf(Dana)));

    [Fact]
    public void A_topic_of_another_panel_is_none_of_its()
    {
        Given(Speaking).By(Desk).When(new NoteRecommendation(FloorOf(Amina), "Ratify.", Remittances)).ThenRefused(new NoSuchTopic(Remittances));
        Given(Written).By(Desk).When(new RewordRecommendation(First, "Ratify.", Remittances)).ThenRefused(new NoSuchTopic(Remittances));
    }

    [Fact]
    public void It_has_1_to_1000_characters()
    {
        foreach (var text in new[] { "", "   ", new string('x', 1001) })
        {
            Given(Speaking).By(Desk).When(new NoteRecommendation(FloorOf(Amina), text)).ThenRefused(new OutOfBounds("text", "1", "1000"));
            Given(Written).By(Desk).When(new RewordRecommendation(First, text)).ThenRefused(new OutOfBounds("text", "1", "1000"));
        }

        Given(Speaking).By(Desk).When(new NoteRecommendation(FloorOf(Amina), new('x', 1000))).Then(new RecommendationNoted(Noted, FloorOf(Amina), Topic: null, new('x', 1000)));
    }

    [Fact]
    public void It_is_written_anew_and_loses_or_changes_its_topic()
    {
        Given(Written).By(Desk).When(new RewordRecommendation(First, " Ratify both. ", Was: "Ratify.")).Then(new RecommendationReworded(First, Topic: null, "Ratify both."));
        var reworded = Written.Had(new RewordRecommendation(First, "Ratify both."), by: Desk);
        Assert.Equal([new Recommendation(First, FloorOf(Amina), Panel1, Topic: null, "Ratify both.")], reworded.State.Recommendations);
    }

    [Fact]
    public void What_another_secretary_has_changed_meanwhile_is_not_written_over()
    {
        var meanwhile = Written.Had(new RewordRecommendation(First, "Ratify both.", Rights), by: Desk);
        Given(meanwhile).By(Desk).When(new RewordRecommendation(First, "Ratify soon.", Rights, Was: "Ratify.")).ThenRefused(new RewordedMeanwhile("Ratify both."));
        Given(meanwhile).By(Desk).When(new RewordRecommendation(First, "Ratify both.", Rights, Was: "Ratify.")).ThenNothing();
        Given(meanwhile).By(Desk).When(new RewordRecommendation(First, "Ratify soon.", Rights)).Then(new RecommendationReworded(First, Rights, "Ratify soon."));
    }

    [Fact]
    public void One_that_is_struck_is_gone_and_neither_struck_again_nor_reworded()
    {
        Given(Written).By(Desk).When(new StrikeRecommendation(First)).Then(new RecommendationStruck(First));
        var struck = Written.Had(new StrikeRecommendation(First), by: Desk);
        Assert.Empty(struck.State.Recommendations);
        Given(struck).By(Desk).When(new StrikeRecommendation(First)).ThenRefused(new NoSuchRecommendation(First));
        Given(struck).By(Desk).When(new RewordRecommendation(First, "Ratify.")).ThenRefused(new NoSuchRecommendation(First));
    }

    [Fact]
    public void Notes_are_no_steps_of_the_floor_and_outlive_the_intervention_that_the_chair_takes_back()
    {
        Assert.Equal(Speaking.State.Steps.Select(s => s.Command), Written.State.Steps.Select(s => s.Command));
        Assert.Equal(Speaking.State.LastAct, Written.State.LastAct);
        var undone = Written.Had(new Undo()).Had(new Undo());
        Assert.Null(undone.State.Floor);
        Assert.Equal([new Recommendation(First, FloorOf(Amina), Panel1, Rights, "Ratify.")], undone.State.Recommendations);
        Given(undone).By(Desk).When(new RewordRecommendation(First, "Ratify both.", Rights)).Then(new RecommendationReworded(First, Rights, "Ratify both."));
    }

    [Fact]
    public void The_record_lists_them_by_intervention_with_the_topic_in_words_and_last_those_of_one_taken_back()
    {
        var ended = Written.Had(new EndIntervention()).Later(1).Speaking(Chen).Had(new NoteRecommendation(FloorOf(Chen), "Fund it."), Number(601), Desk)
            .Had(new NoteRecommendation(FloorOf(Amina), "Report on it."), Number(602), Desk);
        var rows = Assert.Single(HearingRecord.Of(ended.State).Segments).Recommendations;
        Assert.Equal(
            [("Amina", "Rights and goals?", "Ratify."), ("Amina", null, "Report on it."), ("Chen", null, "Fund it.")],
            rows.Select(r => (r.Intervention!.Speaker.Name, r.Topic, r.Recommendation.Text)));
        var undone = ended.Had(new Undo()).Had(new Undo());
        Assert.Equal([(true, "Ratify."), (true, "Report on it."), (false, "Fund it.")], HearingRecord.Of(undone.State).Segments[0].Recommendations.Select(r => (r.Intervention is not null, r.Recommendation.Text)));
    }
}
