using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Views;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

/// <summary>Dana asks that nothing be kept of her. The journal is written anew without her, and the record says what it said.</summary>
public sealed class ErasingPersonalData : Specification
{
    private static readonly ErasePersonalData DanaGoes = new(Dana.Id, "Asked for in writing");

    private static readonly Participant Known = Dana with
    {
        Style = "Ms.",
        FullName = "Dana Quillfeather",
        Designation = "Spokeswoman",
        Gender = Gender.Female,
        Language = "fr",
        Pronunciation = "DAH-na",
        Accommodation = Seconds(97),
    };

    private static readonly AHearing Spoken = AHearing.SetUp.Had(new RegisterParticipants([Known])).In(Panel1).Asked(Known).Speaking(Known).Later(200)
        .Had(new NoteRecommendation(FloorOf(Dana), "Ratify, said Quillfeather"), Number(800)).Had(new EndIntervention()).Later(5);

    /// <summary>As a session does it: the journal is written anew, and the hearing is folded from it.</summary>
    private static AHearing Erased(AHearing hearing, Participant who)
    {
        var erasure = Erasure.Of(hearing.State, who.Id);
        var after = hearing.Had(new ErasePersonalData(who.Id, "Asked for"));
        ImmutableList<JournalEntry> journal = [.. after.Journal.Select(e => e with { Events = [.. e.Events.Select(erasure.From)] })];
        return after with { Journal = journal, State = Hearing.Empty.After(journal) };
    }

    [Fact]
    public void It_tells_which_texts_may_still_name_them() =>
        Given(Spoken).By(Desk).When(DanaGoes).Then(new PersonalDataErased(Dana.Id, "Asked for in writing", [new(MentionPlace.Recommendation, $"{Number(800)}")]));

    [Fact]
    public void Somebody_of_whom_nothing_came_goes_the_same_way() => Given(AHearing.SetUp).When(new ErasePersonalData(Eve.Id, " Never came ")).Then(new PersonalDataErased(Eve.Id, "Never came", []));

    [Fact]
    public void Also_after_the_hearing_was_put_away() => Given(Spoken.Had(new ArchiveHearing())).When(DanaGoes).Then(new PersonalDataErased(
        Dana.Id, "Asked for in writing", [new(MentionPlace.Recommendation, $"{Number(800)}")]));

    [Fact]
    public void Nothing_of_them_is_left_in_the_journal_or_in_the_state()
    {
        var erased = Erased(Spoken, Known);
        foreach (var words in new[] { InWords.Of(erased.Journal), InWords.Of(erased.State) })
            foreach (var theirs in new[] { "Dana Q", "Spokeswoman", "Female", "'fr'", "DAH-na", "00:01:37", "'Ms.'" }) Assert.DoesNotContain(theirs, words, StringComparison.Ordinal);
        Assert.Equal((Participant.ErasedName, "Diaspora Network", "DiasporaGroup", false, null), (
            erased.State.Participants[Dana.Id].FullName, erased.State.Participants[Dana.Id].Delegation, erased.State.Participants[Dana.Id].Category,
            erased.State.Participants[Dana.Id].Admitted, erased.State.Participants[Dana.Id].Seat));
    }

    [Fact]
    public void The_record_keeps_its_times_and_figures()
    {
        var (before, after) = (Row(Spoken), Row(Erased(Spoken, Known)));
        Assert.Equal((Participant.ErasedName, "Diaspora Network"), (after.Intervention.Speaker.Name, after.Intervention.Speaker.Delegation));
        Assert.Equal((before.Spoke, before.Overrun, before.AskedAt, before.Intervention.Clock), (after.Spoke, after.Overrun, after.AskedAt, after.Intervention.Clock));
        Assert.Equal(before.Intervention.StartedAt, after.Intervention.StartedAt);
    }

    [Fact]
    public void What_a_correction_made_of_the_time_stays()
    {
        var toDana = AHearing.SetUp.Had(new RegisterParticipants([Known, Chen with { Accommodation = Seconds(31) }])).In(Panel1).Spoke(Chen with { Accommodation = Seconds(31) }, 250)
            .Had(new CorrectIntervention(FloorOf(Chen), ParticipantId: Dana.Id));
        var fromDana = AHearing.SetUp.Had(new RegisterParticipants([Known, Chen with { Accommodation = Seconds(31) }])).In(Panel1).Spoke(Known, 250)
            .Had(new CorrectIntervention(FloorOf(Dana), ParticipantId: Chen.Id));
        foreach (var hearing in new[] { toDana, fromDana, toDana.Had(new Undo()), fromDana.Had(new Undo()) })
            Assert.Equal(Row(hearing).Intervention.Clock, Row(Erased(hearing, Known)).Intervention.Clock);
        Assert.Equal(Seconds(31), Row(Erased(fromDana, Known)).Intervention.Accommodation);
    }

    [Fact]
    public void What_stood_before_a_correction_goes_too_and_the_reason_is_pointed_out()
    {
        var from = AHearing.SetUp.Had(new RegisterParticipants([Known])).In(Panel1).Spoke(Known, 250).Had(new CorrectRecord(FloorOf(Dana), "Not Quillfeather", ParticipantId: Chen.Id));
        var to = AHearing.SetUp.Had(new RegisterParticipants([Known])).In(Panel1).Spoke(Chen, 250).Had(new CorrectRecord(FloorOf(Chen), "Somebody else", ParticipantId: Dana.Id));
        foreach (var (hearing, mentions) in new[] { (from, 1), (to, 0) })
        {
            var erased = Erased(hearing, Known);
            Assert.DoesNotContain("Dana Q", InWords.Of(erased.Journal) + InWords.Of(erased.State), StringComparison.Ordinal);
            Assert.Contains(Participant.ErasedName, new[] { Row(erased).Intervention.Corrections[0].Was.Speaker.Name, Row(erased).Intervention.Speaker.Name });
            Assert.Equal(Row(hearing).Intervention.Clock, Row(erased).Intervention.Clock);
            Assert.Equal(mentions, erased.State.Erased[Dana.Id].Count(m => m == new Mention(MentionPlace.Correction, $"{Row(hearing).Intervention.Id}")));
            Assert.Empty(erased.State.Steps);
        }
    }

    private static RecordRow Row(AHearing hearing) => HearingRecord.Of(hearing.State).Segments.SelectMany(s => s.Interventions).Single();

    [Fact]
    public void Whoever_spoke_for_themselves_loses_the_delegation_too()
    {
        var alone = Known with { Delegation = "dana QUILLFEATHER" };
        var erased = Erased(AHearing.SetUp.Had(new RegisterParticipants([alone])).In(Panel1).Asked(alone).Spoke(alone, 10), alone);
        Assert.DoesNotContain("Quillfeather", InWords.Of(erased), StringComparison.OrdinalIgnoreCase);
        Assert.Equal($"{Participant.ErasedName} p-4", Row(erased).Intervention.Speaker.Delegation);
    }

    [Fact]
    public void A_second_number_goes_with_them()
    {
        var again = Known with { Id = new("p-8"), FullName = "Dana Quillfeather-Ash", Seat = null };
        var erased = Erased(AHearing.SetUp.Had(new RegisterParticipants([Known, again])).Had(new MergeParticipants(Dana.Id, again.Id)), Known);
        Assert.DoesNotContain("Quillfeather", InWords.Of(erased), StringComparison.Ordinal);
        Given(erased).When(new ErasePersonalData(again.Id, "Asked for")).ThenNothing();
    }

    [Fact]
    public void Others_stay_as_they_are()
    {
        var erased = Erased(Spoken, Known);
        Assert.Equal(Spoken.State.Participants.Remove(Dana.Id), erased.State.Participants.Remove(Dana.Id));
        Assert.Equal(Spoken.Journal.Select(e => (e.Version, e.Command, e.At)), erased.Journal.SkipLast(1).Select(e => (e.Version, e.Command, e.At)));
    }

    [Fact]
    public void Their_seat_is_free_and_they_are_not_in_the_room()
    {
        var erased = Erased(Spoken.Had(new CheckIn(Dana.Id), by: Desk), Known).State;
        Assert.Null(erased.HolderOf(A3));
        Assert.Empty(erased.InTheRoom);
    }

    [Fact]
    public void Nobody_takes_it_back_and_no_step_brings_them_to_the_floor_again()
    {
        var erased = Erased(Spoken.Had(new ShowMessage("Lunch"), Number(801)), Known);
        Given(erased).When(new Undo()).ThenRefused(new NothingToUndo());
        Given(Erased(AHearing.InThePanel.Had(new ShowMessage("Lunch"), Number(801)), Eve)).When(new Undo()).Then(new StepsUndone([new(Number(801))]));
    }

    [Fact]
    public void Whoever_waits_or_speaks_is_settled_first()
    {
        Given(AHearing.InThePanel.Asked(Dana)).When(DanaGoes).ThenRefused(new StillCalled("Dana", "Diaspora Network"));
        Given(AHearing.InThePanel.Asked(Dana).Deferred(Dana)).When(DanaGoes).ThenRefused(new StillCalled("Dana", "Diaspora Network"));
        Given(AHearing.InThePanel.Speaking(Dana)).When(DanaGoes).ThenRefused(new StillCalled("Dana", "Diaspora Network"));
    }

    [Fact]
    public void The_reason_is_kept_and_names_nobody()
    {
        Given(Spoken).When(DanaGoes with { Reason = "Letter of Ms. QUILLFEATHER" }).ThenRefused(new NamedInReason("Dana Quillfeather"));
        Given(Spoken).When(DanaGoes with { Reason = " " }).ThenRefused(new OutOfBounds("reason", "1", "200"));
        Given(Spoken).When(DanaGoes with { Reason = new('x', 201) }).ThenRefused(new OutOfBounds("reason", "1", "200"));
    }

    [Fact]
    public void Nobody_is_erased_twice_and_a_stranger_not_at_all()
    {
        Given(Spoken.Had(DanaGoes)).When(DanaGoes).ThenNothing();
        Given(Spoken).When(new ErasePersonalData(Stranger.Id, "Asked for")).ThenRefused(new NoSuchParticipant(Stranger.Id));
    }

    [Fact]
    public void The_file_of_yesterday_does_not_bring_them_back()
    {
        Given(Spoken.Had(DanaGoes)).When(new RegisterParticipants([Known])).ThenNothing();
        Given(Spoken.Had(DanaGoes)).When(new RegisterParticipants([Known, Stranger])).Then(new ParticipantsRegistered([Stranger]));
        Given(Spoken.Had(DanaGoes)).When(new MergeParticipants(Dana.Id, Chen.Id)).ThenRefused(new NoSuchParticipant(Dana.Id));
        Given(Spoken.Had(DanaGoes)).When(new MergeParticipants(Chen.Id, Dana.Id)).ThenRefused(new NoSuchParticipant(Dana.Id));
    }

    [Fact]
    public void A_name_is_found_by_its_longer_words_wherever_people_write()
    {
        var who = Known with { FullName = "Rose de la Cruz" };
        Assert.True(Mention.IsIn(who, "As Ms. CRUZ said"));
        Assert.True(Mention.IsIn(who with { FullName = "李明" }, "感谢李明先生"));
        Assert.False(Mention.IsIn(who, "de la mer, a primrose and Cruzeiro"));
        var named = AHearing.SetUp.Had(new RegisterParticipants([who, Chen with { Designation = "Assistant to Rose" }])).In(Panel1).Speaking(Amina)
            .Had(new NoteQuestion(Panellist, "What of Rose?"), Number(802)).Had(new ShowMessage("Rose, your card was found")).Had(new TellPodium("Cruz is next")).Later(1).State;
        Assert.Equal([new(MentionPlace.Question, $"{Number(802)}"), new(MentionPlace.Message, ""), new(MentionPlace.Register, "p-3")], Mention.Of(who, named));
    }
}
