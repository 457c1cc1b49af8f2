using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Web.Screens.Desk;
using FloorManager.Web.Screens.Record;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>What the desk writes down while somebody speaks, and two secretaries who do it at once.</summary>
public sealed class TakingNotes : IAsyncLifetime
{
    private const string New = "#note-new", Row = ".notes-list textarea";

    private readonly FloorServer _server = new();
    private Room _room = null!;
    private Room _other = null!;
    private Intervention _speaker = null!;

    public async ValueTask InitializeAsync()
    {
        _room = await Room.For(_server, Role.Secretariat);
        _other = await Room.For(_server, Role.Secretariat);
        _speaker = (await _room.Do(new OpenSegment(new("panel-1")), new Recognise(Seat: await _server.AdmittedSeat(), Start: true))).Floor!;
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _other.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<IReadOnlyList<Recommendation>> Notes() => (await _server.Session()).State.Recommendations;

    private async Task<Recommendation> Noted(string text)
    {
        await _room.Do(new NoteRecommendation(_speaker.Id, text));
        return (await Notes())[^1];
    }

    private async Task<Intervention> Next()
    {
        await _room.Do(new EndIntervention());
        return (await _room.Do(new Recognise(Seat: await _server.AdmittedSeat(1), Start: true))).Floor!;
    }

    // Each is awaited: the page may be busy with a new state, and the clock must not move before it has heard of the key.

    private static Task Type(IRenderedComponent<DeskPage> page, string field, string text) => page.InvokeAsync(async () =>
    {
        await page.Find(field).FocusAsync(new FocusEventArgs());
        await page.Find(field).InputAsync(new ChangeEventArgs { Value = text });
    });

    private static Task Press(IRenderedComponent<DeskPage> page, string field, bool shift = false, bool composing = false) =>
        page.InvokeAsync(() => page.Find(field).KeyDownAsync(new KeyboardEventArgs { Key = "Enter", ShiftKey = shift, IsComposing = composing }));

    private static Task Leave(IRenderedComponent<DeskPage> page, string field) => page.InvokeAsync(() => page.Find(field).BlurAsync(new FocusEventArgs()));

    private static Task Tap(IRenderedComponent<DeskPage> page, string selector) => Room.Tap(page, () => page.Find(selector));

    private static string Value(IRenderedComponent<DeskPage> page, string field) => page.Find(field).GetAttribute("value") ?? "";

    private static void Shows(IRenderedComponent<DeskPage> page, string selector, string text) =>
        page.WaitForAssertion(() => Assert.Contains(text, page.Find(selector).TextContent, StringComparison.Ordinal));

    private void Wait(IRenderedComponent<DeskPage> page, Func<IReadOnlyList<Recommendation>, bool> until) =>
        page.WaitForAssertion(() => Assert.True(until(_server.Session().GetAwaiter().GetResult().State.Recommendations)));

    [Fact]
    public async Task Whoever_closes_the_tab_in_the_middle_of_a_sentence_finds_it_there()
    {
        await Noted("Ratify.");
        var page = _room.Open<DeskPage>();
        await Type(page, New, "Fund the");
        await Type(page, Row, "Ratify by");
        await _room.Leave();
        page = _other.Open<DeskPage>();
        Wait(page, notes => notes.Select(n => n.Text).SequenceEqual(["Ratify by", "Fund the"]));
    }

    [Fact]
    public async Task Enter_notes_a_sentence_of_whoever_speaks_and_the_field_is_free_for_the_next()
    {
        var page = _room.Open<DeskPage>();
        Assert.Equal("0", page.Find(New).GetAttribute("data-entry"));
        var topic = (await _server.Session()).State.FindSegment(new("panel-1"))!.Topics[0];
        await page.InvokeAsync(() => page.Find("#note-new-topic").ChangeAsync(new() { Value = topic.Id.Value }));
        await Type(page, New, " Ratify the convention. ");
        await Press(page, New);
        page.WaitForAssertion(() => Assert.Equal("Ratify the convention.", Value(page, Row)));
        Assert.Equal((_speaker.Id, topic.Id, "Ratify the convention."), ((await Notes()).Single().Intervention, (await Notes()).Single().Topic, (await Notes()).Single().Text));
        Assert.Equal("1", page.Find(New).GetAttribute("data-entry"));
        await Type(page, New, "Fund it.");
        await Press(page, New);
        Wait(page, notes => notes.Select(n => n.Text).SequenceEqual(["Ratify the convention.", "Fund it."]));
    }

    [Fact]
    public async Task Enter_with_Shift_or_within_a_character_saves_nothing_yet_and_an_empty_field_never()
    {
        var page = _room.Open<DeskPage>();
        await Press(page, New);
        await Type(page, New, "First line");
        await Press(page, New, shift: true);
        await Press(page, New, composing: true);
        await _room.Do(new Blink());
        Assert.Empty(await Notes());
        Shows(page, ".note-new .note-state", "Not saved yet");
    }

    [Fact]
    public async Task Two_seconds_without_typing_save_it_and_typing_on_goes_on_in_the_same()
    {
        var page = _room.Open<DeskPage>();
        await Type(page, New, "Ratify");
        _server.Time.Advance(NoteField.Pause - TimeSpan.FromMilliseconds(1));
        await Type(page, New, "Ratify the");
        _server.Time.Advance(NoteField.Pause - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await Notes());
        _server.Time.Advance(TimeSpan.FromMilliseconds(1));
        Wait(page, notes => notes.Select(n => n.Text).SequenceEqual(["Ratify the"]));
        Shows(page, ".note-new .note-state", "Saved");
        Assert.Empty(page.FindAll(Row));
        await Type(page, New, "Ratify the convention.");
        _server.Time.Advance(NoteField.Pause);
        Wait(page, notes => notes.Select(n => n.Text).SequenceEqual(["Ratify the convention."]));
        await Press(page, New);
        page.WaitForAssertion(() => Assert.Equal("Ratify the convention.", Value(page, Row)));
        Assert.Single(await Notes());
    }

    [Fact]
    public async Task Leaving_the_field_saves_what_stands_there()
    {
        var first = await Noted("Ratify.");
        var page = _room.Open<DeskPage>();
        await Type(page, Row, "Ratify soon.");
        await Leave(page, Row);
        await Type(page, New, "Fund it.");
        await Leave(page, New);
        Wait(page, notes => notes.Select(n => n.Text).SequenceEqual(["Ratify soon.", "Fund it."]));
        Assert.Equal(first.Id, (await Notes())[0].Id);
    }

    [Fact]
    public async Task What_is_refused_is_explained_and_stays_typed()
    {
        var page = _room.Open<DeskPage>();
        var tooLong = new string('x', NoteRecommendation.Longest + 1);
        await Type(page, New, tooLong);
        await Press(page, New);
        Shows(page, ".console-notice", "must lie between 1 and 1000");
        Shows(page, ".note-new .note-state", "Not saved");
        Assert.Equal("0", page.Find(New).GetAttribute("data-entry"));
        Assert.Empty(await Notes());
        await Type(page, New, tooLong[1..]);
        await Press(page, New);
        Wait(page, notes => notes.Single().Text == tooLong[1..]);
    }

    [Fact]
    public async Task Another_topic_is_saved_at_once_and_leaves_the_other_secretarys_words_alone()
    {
        var note = await Noted("Ratify.");
        var page = _room.Open<DeskPage>();
        await _other.Do(new RewordRecommendation(note.Id, "Ratify soon."));
        page.WaitForAssertion(() => Assert.Equal("Ratify soon.", Value(page, Row)));
        var topic = (await _server.Session()).State.FindSegment(new("panel-1"))!.Topics[1].Id;
        await page.InvokeAsync(() => page.Find(".notes-list select").ChangeAsync(new() { Value = topic.Value }));
        Wait(page, notes => notes.Single() == note with { Text = "Ratify soon.", Topic = topic });
    }

    [Fact]
    public async Task What_one_secretary_notes_rewords_and_strikes_the_other_sees_at_once()
    {
        var (mine, theirs) = (_room.Open<DeskPage>(), _other.Open<DeskPage>());
        await Type(mine, New, "Ratify.");
        await Press(mine, New);
        theirs.WaitForAssertion(() => Assert.Equal("Ratify.", Value(theirs, Row)));
        await Type(theirs, Row, "Ratify both.");
        await Press(theirs, Row);
        mine.WaitForAssertion(() => Assert.Equal("Ratify both.", Value(mine, Row)));
        await Tap(mine, ".note-strike");
        await Leave(theirs, Row);
        theirs.WaitForAssertion(() => Assert.Empty(theirs.FindAll(Row)));
        Assert.Empty(await Notes());
    }

    [Fact]
    public async Task A_field_that_I_type_in_is_not_overwritten_and_both_texts_stand_until_I_choose()
    {
        var note = await Noted("Ratify.");
        var page = _room.Open<DeskPage>();
        await Type(page, Row, "Ratify it by 2018.");
        await _other.Do(new RewordRecommendation(note.Id, "Ratify both."));
        Shows(page, ".note-theirs", "Ratify both.");
        Assert.Equal("Ratify it by 2018.", Value(page, Row));
        _server.Time.Advance(NoteField.Pause);
        await Leave(page, Row);
        Assert.Equal("Ratify both.", (await Notes()).Single().Text);
        await Tap(page, "[data-act=mine]");
        Wait(page, notes => notes.Single().Text == "Ratify it by 2018.");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".note-meanwhile")));
    }

    [Fact]
    public async Task The_other_secretarys_words_may_be_taken_instead()
    {
        var note = await Noted("Ratify.");
        var page = _room.Open<DeskPage>();
        await Type(page, Row, "Ratify it by 2018.");
        await _other.Do(new RewordRecommendation(note.Id, "Ratify both."));
        page.WaitForElement("[data-act=theirs]");
        await Tap(page, "[data-act=theirs]");
        Assert.Equal("Ratify both.", Value(page, Row));
        await Type(page, Row, "Ratify both soon.");
        await Press(page, Row);
        Wait(page, notes => notes.Single().Text == "Ratify both soon.");
    }

    [Fact]
    public async Task A_sentence_that_another_strikes_while_I_type_in_it_is_not_lost()
    {
        await Noted("Fund it.");
        var note = await Noted("Ratify.");
        var page = _room.Open<DeskPage>();
        await Type(page, Row, "Ratify it by 2018.");
        await _other.Do(new StrikeRecommendation(note.Id));
        page.WaitForElement("[data-act=again]");
        Assert.Equal("Ratify it by 2018.", Value(page, Row));
        await Leave(page, Row);
        Assert.Equal("Ratify it by 2018.", Value(page, Row));
        await Tap(page, "[data-act=again]");
        Wait(page, notes => notes.Select(n => n.Text).SequenceEqual(["Fund it.", "Ratify it by 2018."]));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(Row).Count));
    }

    [Fact]
    public async Task What_is_struck_is_taken_back_by_one_button()
    {
        var note = await Noted("Ratify.");
        var page = _room.Open<DeskPage>();
        await Tap(page, ".note-strike");
        Wait(page, notes => notes.Count == 0);
        Shows(page, ".notes-struck", "Ratify.");
        await Tap(page, "[data-act=take-back]");
        Wait(page, notes => notes.Single() is { Text: "Ratify." } back && back.Intervention == note.Intervention);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".notes-struck")));
    }

    [Fact]
    public async Task Notes_follow_the_floor_and_earlier_speakers_are_chosen_from_a_list()
    {
        await Noted("Ratify.");
        var page = _room.Open<DeskPage>();
        var next = await Next();
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Row)));
        Shows(page, ".notes-of option", next.Speaker.Name);
        await page.InvokeAsync(() => page.Find(".notes-of select").ChangeAsync(new() { Value = _speaker.Id.ToString() }));
        page.WaitForAssertion(() => Assert.Equal("Ratify.", Value(page, Row)));
        await Type(page, New, "Fund it.");
        await Press(page, New);
        Wait(page, notes => notes.Count == 2 && notes.All(n => n.Intervention == _speaker.Id));
        await page.InvokeAsync(() => page.Find(".notes-of select").ChangeAsync(new() { Value = "" }));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Row)));
    }

    [Fact]
    public async Task A_sentence_begun_stays_with_its_speaker_when_the_floor_moves_on()
    {
        var page = _room.Open<DeskPage>();
        await Type(page, New, "Ratify the");
        var next = await Next();
        Shows(page, ".notes-moved", next.Speaker.Name);
        await Type(page, New, "Ratify the convention.");
        await Tap(page, "[data-act=follow]");
        Wait(page, notes => notes.Single() is { Text: "Ratify the convention." } note && note.Intervention == _speaker.Id);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".notes-moved")));
        await Type(page, New, "Fund it.");
        await Press(page, New);
        Wait(page, notes => notes.Count == 2 && notes[1].Intervention == next.Id);
    }

    [Fact]
    public async Task A_sentence_that_was_begun_before_is_its_speakers_and_the_next_is_whoever_has_the_floor_by_then()
    {
        var page = _room.Open<DeskPage>();
        await Type(page, New, "Ratify the");
        var next = await Next();
        Shows(page, ".notes-moved", next.Speaker.Name);
        await Type(page, New, "Ratify the convention.");
        await Press(page, New);
        Wait(page, notes => notes.Single() is { Text: "Ratify the convention." } note && note.Intervention == _speaker.Id);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".notes-moved")));
        await Type(page, New, "Fund it.");
        await Press(page, New);
        Wait(page, notes => notes.Count == 2 && notes[1].Intervention == next.Id);
    }

    [Fact]
    public async Task While_a_point_of_order_is_settled_the_notes_stay_with_the_one_interrupted()
    {
        await _room.TakePointsOfOrder();
        await Noted("Ratify.");
        var page = _room.Open<DeskPage>();
        await _room.Do(new Recognise(Seat: await _server.AdmittedSeat(1), Kind: FloorKind.PointOfOrder));
        page.WaitForAssertion(() => Assert.NotNull(page.Instance.Live.State!.Interrupted));
        Assert.Equal("Ratify.", Value(page, Row));
    }

    [Fact]
    public async Task A_call_that_the_chair_takes_back_eats_no_sentence_and_it_is_given_to_who_said_it()
    {
        var chair = await Room.For(_server, Role.Chair);
        await Next();
        await _room.Do(new EndIntervention());
        var page = _room.Open<DeskPage>();
        var chairs = chair.Open<Web.Screens.Chair.ChairPage>();
        await chairs.Instance.Do(new Recognise(Seat: await _server.AdmittedSeat(2), Start: true));
        var mistaken = (await _server.Session()).State.Floor!;
        await _room.Do(new NoteRecommendation(mistaken.Id, "Ratify."));
        page.WaitForAssertion(() => Assert.Equal("Ratify.", Value(page, Row)));
        await chairs.Instance.Do(new Undo());
        page.WaitForElement("[data-act=move]");
        await Tap(page, "[data-act=move]");
        var last = (await _server.Session()).State.Ended[^1];
        Wait(page, notes => notes.Single() is { Text: "Ratify." } note && note.Intervention == last.Id);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-act=move]")));
        await chair.DisposeAsync();
    }

    [Fact]
    public async Task A_sentence_begun_in_a_call_that_is_taken_back_is_put_in_nobodys_mouth()
    {
        var chair = await Room.For(_server, Role.Chair);
        await _room.Do(new EndIntervention());
        var chairs = chair.Open<Web.Screens.Chair.ChairPage>();
        await chairs.Instance.Do(new Recognise(Seat: await _server.AdmittedSeat(2), Start: true));
        var page = _room.Open<DeskPage>();
        await Type(page, New, "Ratify.");
        await chairs.Instance.Do(new Undo());
        Shows(page, ".notes-moved", _speaker.Speaker.Name);
        await Press(page, New);
        Shows(page, ".console-notice", "This intervention does not exist.");
        Assert.Empty(await Notes());
        await Leave(page, New);
        await Tap(page, "[data-act=follow]");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".notes-moved")));
        await Press(page, New);
        Wait(page, notes => notes.Single() is { Text: "Ratify." } note && note.Intervention == _speaker.Id);
        await chair.DisposeAsync();
    }

    [Fact]
    public async Task Questions_to_the_panel_are_noted_beside()
    {
        var page = _room.Open<DeskPage>();
        await page.InvokeAsync(() => page.Find("#question-text").InputAsync(new() { Value = "How is it funded?" }));
        await page.Find(".question-new").SubmitAsync();
        Shows(page, ".question", "How is it funded?");
        Assert.Equal(_speaker.Id, (await _server.Session()).State.Questions.Single().From);
    }

    [Fact]
    public async Task A_desk_that_was_left_saves_what_stood_there_once_and_nothing_more()
    {
        var page = _other.Open<DeskPage>();
        await Type(page, New, "Ratify.");
        await _other.Leave();
        Wait(_room.Open<DeskPage>(), notes => notes.Count == 1);
        await _room.Do(new StrikeRecommendation(Assert.Single(await Notes()).Id));
        _server.Time.Advance(NoteField.Pause);
        await _room.Do(new Blink());
        Assert.Empty(await Notes());
    }

    [Fact]
    public async Task The_record_lists_them_below_the_table_with_delegation_and_topic()
    {
        var topic = (await _server.Session()).State.FindSegment(new("panel-1"))!.Topics[0];
        await _room.Do(new NoteRecommendation(_speaker.Id, "Ratify.", topic.Id), new EndIntervention());
        var item = _room.Open<RecordPage>().Find(".record-notes li").TextContent;
        Assert.All([_speaker.Speaker.Delegation, topic.Text, "Ratify."], part => Assert.Contains(part, item, StringComparison.Ordinal));
    }
}
