using FloorManager.Domain.Interventions;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.Panels;

public sealed class NotingQuestions : Specification
{
    private static readonly QuestionId First = new(Number(600)), Noted = new(Tap);

    private static readonly AHearing Asked = AHearing.InThePanel.Speaking(Amina).Had(new NoteQuestion(Panellist, "How?"), First.Value);

    [Fact]
    public void One_is_put_to_somebody_on_the_podium_by_whoever_speaks() =>
        Given(AHearing.InThePanel.Speaking(Amina)).When(new NoteQuestion(Panellist, " How? "))
            .Then(new QuestionNoted(Noted, Panel1, Panellist, FloorOf(Amina), "How?"));

    [Fact]
    public void It_may_be_for_all_of_them_and_only_its_being_put_may_be_noted() =>
        Given(AHearing.InThePanel).When(new NoteQuestion()).Then(new QuestionNoted(Noted, Panel1, To: null, From: null, ""));

    [Fact]
    public void A_panellist_who_replies_did_not_put_it() =>
        Given(AHearing.InThePanel.Had(new Recognise(PodiumSpeakerId: Panellist, Kind: FloorKind.Reply))).When(new NoteQuestion(Moderator))
            .Then(new QuestionNoted(Noted, Panel1, Moderator, From: null, ""));

    [Fact]
    public void It_may_be_noted_after_its_intervention_has_ended() =>
        Given(AHearing.InThePanel.Spoke(Amina, 60).Speaking(Chen)).When(new NoteQuestion(Panellist, InterventionId: FloorOf(Amina)))
            .Then(new QuestionNoted(Noted, Panel1, Panellist, FloorOf(Amina), ""));

    [Fact]
    public void It_may_be_that_of_whoever_was_interrupted() =>
        Given(AHearing.InThePanel.Speaking(Amina).Had(new Recognise(ParticipantId: Chen.Id, Kind: FloorKind.PointOfOrder)))
            .When(new NoteQuestion(InterventionId: FloorOf(Amina))).Then(new QuestionNoted(Noted, Panel1, To: null, FloorOf(Amina), ""));

    [Fact]
    public void Whom_it_is_for_sits_on_the_podium_of_the_open_segment() =>
        Given(AHearing.InThePanel).When(new NoteQuestion(President)).ThenRefused(new NoSuchPodiumSpeaker(President));

    [Fact]
    public void An_intervention_that_never_was_put_none() =>
        Given(AHearing.InThePanel).When(new NoteQuestion(InterventionId: FloorOf(Dana))).ThenRefused(new NoSuchIntervention(FloorOf(Dana)));

    [Fact]
    public void It_has_up_to_500_characters()
    {
        Given(AHearing.InThePanel).When(new NoteQuestion(Text: new('x', 501))).ThenRefused(new OutOfBounds("text", "0", "500"));
        Given(AHearing.InThePanel).When(new NoteQuestion(Text: new('x', 500))).Then(new QuestionNoted(Noted, Panel1, To: null, From: null, new('x', 500)));
    }

    [Fact]
    public void It_is_put_in_an_open_segment() => Given(AHearing.SetUp).When(new NoteQuestion()).ThenRefused(new NoOpenSegment());

    [Fact]
    public void It_is_answered_and_may_not_be_after_all()
    {
        Given(Asked).When(new SettleQuestion(First)).Then(new QuestionSettled(First, Answered: true));
        Given(Asked.Had(new SettleQuestion(First))).When(new SettleQuestion(First, Answered: false)).Then(new QuestionSettled(First, Answered: false));
    }

    [Fact]
    public void The_same_again_changes_nothing()
    {
        Given(Asked).When(new SettleQuestion(First, Answered: false)).ThenNothing();
        Given(Asked.Had(new SettleQuestion(First))).When(new SettleQuestion(First)).ThenNothing();
    }

    [Fact]
    public void One_that_nobody_put_is_not_settled() => Given(Asked).When(new SettleQuestion(Noted)).ThenRefused(new NoSuchQuestion(Noted));

    [Fact]
    public void The_chair_sees_those_of_the_open_segment()
    {
        Assert.Equal([new Question(First, Panel1, Panellist, FloorOf(Amina), "How?", Answered: false)], ChairView.Of(Asked.State, Asked.Now).Questions);
        var next = Asked.Had(new EndIntervention()).In(Panel2);
        Assert.Empty(ChairView.Of(next.State, next.Now).Questions);
    }
}
