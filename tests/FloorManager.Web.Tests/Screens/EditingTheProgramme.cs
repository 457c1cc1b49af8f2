using Bunit;
using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using FloorManager.Web.Screens.Setup;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

public sealed class EditingTheProgramme : AtASetupPage<ProgrammePage>
{
    private async Task<string> Told() => string.Join(", ", (await State()).Meetings[0].Segments.Select(s => s.Id.Value));

    private Task Type(string field, string text) => Page.InvokeAsync(() => Page.Find($"[data-field={field}]").ChangeAsync(new() { Value = text }));

    private async Task Save(bool closes = true)
    {
        await Page.Find(".setup-form").SubmitAsync();
        if (closes) Page.WaitForAssertion(() => Assert.Empty(Page.FindAll(".setup-form")));
    }

    [Fact]
    public async Task A_panel_is_added_after_the_last_segment_with_its_podium_and_its_questions()
    {
        await Tap("[data-act=add]", 1);
        await Type("title", "Panel 5");
        await Type("theme", "Water");
        await Type("segment-limit", "2:00");
        await Tap("[data-act=add-person]");
        await Type("name-0", "نور الدين");
        await Tap("[data-act=add-person]");
        await Type("name-1", "Ana");
        await Tap("[data-act=add-topic]");
        await Page.InvokeAsync(() => Page.Find("#topic-0").ChangeAsync(new() { Value = "Who pays?" }));
        await Save();
        var state = await State();
        var added = state.Meetings[1].Segments[^1];
        Assert.Equal(("panel-5", SegmentKind.Panel, "Water", "18:00", "19:00"), (added.Id.Value, added.Kind, added.Theme, $"{state.Local(added.StartsAt):HH:mm}", $"{state.Local(added.EndsAt):HH:mm}"));
        Assert.Equal([(PodiumRole.Moderator, "نور الدين"), (PodiumRole.Panellist, "Ana")], added.Podium.Select(p => (p.Role, p.FullName)));
        Assert.Equal((TimeSpan.FromMinutes(2), "panel-5-topic-1", "Who pays?"), (added.Rules?.Limit, added.Topics.Single().Id.Value, added.Topics.Single().Text));
    }

    [Fact]
    public async Task Saving_a_segment_that_nobody_touched_changes_nothing()
    {
        var before = (await State()).Version;
        foreach (var segment in Enumerable.Range(0, 7))
        {
            await Tap("[data-act=edit]", segment);
            await Save();
        }

        Assert.Equal(before, (await State()).Version);
    }

    [Fact]
    public async Task A_segment_is_reworded_while_another_secretary_adds_one()
    {
        await Tap("[data-act=edit]", 1);
        var state = await State();
        await Here.Do(new SetProgramme([state.Meetings[0] with { Title = "Renamed meanwhile" }, state.Meetings[1]]));
        await Type("theme", "Rights of everybody");
        await Save();
        state = await State();
        Assert.Equal(("Renamed meanwhile", "Rights of everybody", 3), (state.Meetings[0].Title, state.Meetings[0].Segments[1].Theme, state.Meetings[0].Segments[1].Topics.Length));
    }

    [Fact]
    public async Task Two_secretaries_in_one_segment_know_of_each_other_before_one_replaces_the_other()
    {
        await Tap("[data-act=edit]", 1);
        var state = await State();
        var panel = state.Meetings[0].Segments[1];
        await Here.Do(new SetProgramme([state.Meetings[0] with { Segments = state.Meetings[0].Segments.SetItem(1, panel with { Title = "Theirs", Theme = "Theirs" }) }, state.Meetings[1]]));
        await Type("theme", "Mine");
        await Save(closes: false);
        Assert.Contains("Somebody else has changed “Theirs” since you opened it.", Page.Find(".setup-form .setup-refused").TextContent, StringComparison.Ordinal);
        Assert.Equal("Theirs", (await State()).Meetings[0].Segments[1].Theme);
        await Save();
        Assert.Equal((panel.Title, "Mine"), ((await State()).Meetings[0].Segments[1].Title, (await State()).Meetings[0].Segments[1].Theme));
    }

    [Fact]
    public async Task What_is_typed_for_a_segment_that_is_gone_is_not_lost()
    {
        await Tap("[data-act=edit]", 1);
        await Type("theme", "Mine");
        var state = await State();
        await Here.Do(new SetProgramme([state.Meetings[0] with { Segments = state.Meetings[0].Segments.RemoveAt(1) }, state.Meetings[1]]));
        Page.WaitForAssertion(() => Assert.Contains("has been removed from the programme meanwhile", Page.Find("section > [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Mine", Page.Find("[data-field=theme]").GetAttribute("value"));
        await Save();
        Assert.Equal("opening, panel-1, panel-2, break", await Told());
        Assert.Equal("Mine", (await State()).FindSegment(new("panel-1"))!.Theme);
    }

    [Fact]
    public async Task A_meeting_that_another_secretary_has_changed_meanwhile_is_not_taken_away_or_renamed_by_its_place()
    {
        await Tap("[data-act=add-meeting]");
        Page.WaitForAssertion(() => Assert.Equal(3, Page.FindAll(".setup-meeting").Count));
        await Page.InvokeAsync(async () =>
        {
            var state = await State();
            await Server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), new SetProgramme([state.Meetings[2] with { Title = "Before all" }, .. state.Meetings[..2]]));
            await Page.Find(".setup-head .quiet").ClickAsync(new());
        });
        Assert.Equal(["Before all", "Morning meeting", "Afternoon meeting"], (await State()).Meetings.Select(m => m.Title));
    }

    [Fact]
    public async Task A_segment_that_is_given_another_hour_goes_to_its_place_in_the_day()
    {
        await Tap("[data-act=edit]", 1);
        await Type("ends", "14:30:00");
        await Type("starts", "13:30:00");
        await Save();
        Assert.Equal("opening, panel-2, break, panel-1", await Told());
    }

    [Fact]
    public async Task Segments_change_places_by_button_and_by_dragging()
    {
        await Tap("button[title=Later]", 1);
        Page.WaitForAssertion(() => Assert.Contains("Panel 2", Page.FindAll(".setup-segment")[1].TextContent, StringComparison.Ordinal));
        Assert.Equal("opening, panel-2, panel-1, break", await Told());
        await Page.InvokeAsync(() => Page.FindAll(".setup-segment")[2].DragStartAsync(new()));
        await Page.InvokeAsync(() => Page.FindAll(".setup-segment")[0].DropAsync(new()));
        Page.WaitForAssertion(() => Assert.Contains("Panel 1", Page.FindAll(".setup-segment")[0].TextContent, StringComparison.Ordinal));
        Assert.Equal("panel-1, opening, panel-2, break", await Told());
        Assert.Equal("10:00", Page.Find(".setup-times").TextContent[..5]);
    }

    [Theory]
    [InlineData("ends", "09:00:00", "“Ends” must be after the start.")]
    [InlineData("segment-limit", "soon", "“Limit of its own” is written as minutes and seconds")]
    [InlineData("title", " ", "“Title” is needed.")]
    public async Task What_is_not_right_is_explained_and_stays_typed(string field, string text, string sentence)
    {
        var before = (await State()).Version;
        await Tap("[data-act=edit]", 1);
        await Type(field, text);
        await Save(closes: false);
        Assert.Contains(sentence, Page.Find(".setup-refused").TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await State()).Version);
    }

    [Fact]
    public async Task Overlaps_and_gaps_are_pointed_out()
    {
        Assert.Equal(["5 min free before it."], Page.FindAll(".setup-gap").Select(g => g.TextContent).Distinct());
        await Tap("[data-act=edit]", 1);
        await Type("ends", "11:50:00");
        await Save();
        Page.WaitForAssertion(() => Assert.Equal("Overlaps with what comes before by 10 min.", Page.Find(".setup-overlap").TextContent));
    }

    [Fact]
    public async Task A_segment_that_stands_in_the_record_does_not_go_and_an_empty_one_does_after_a_question()
    {
        await Here.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: await Server.AdmittedSeat()), new OpenSegment(new("opening")));
        await Tap("[data-act=remove]", 1);
        await Tap(".setup-segment .give");
        Page.WaitForAssertion(() => Assert.False(Page.Find(".console-notice").HasAttribute("hidden")));
        Assert.Equal("opening, panel-1, panel-2, break", await Told());
        await Tap("[data-act=remove]", 3);
        await Tap(".setup-segment .give");
        Page.WaitForAssertion(() => Assert.Equal(3, Page.FindAll(".setup-segments")[0].Children.Length));
        Assert.Equal("opening, panel-1, panel-2", await Told());
    }

    [Fact]
    public async Task Meetings_are_added_renamed_and_taken_away_when_empty()
    {
        await Tap("[data-act=add-meeting]");
        Page.WaitForAssertion(() => Assert.Equal(3, Page.FindAll(".setup-meeting").Count));
        await Page.InvokeAsync(() => Page.FindAll(".setup-meeting input")[2].ChangeAsync(new() { Value = "Evening meeting" }));
        Page.WaitForAssertion(() => Assert.Equal("Evening meeting", Page.FindAll(".setup-meeting input")[2].GetAttribute("value")));
        Assert.Equal("Evening meeting", (await State()).Meetings[2].Title);
        await Tap(".setup-head .quiet");
        Page.WaitForAssertion(() => Assert.Equal(2, Page.FindAll(".setup-meeting").Count));
    }

    [Fact]
    public async Task While_a_form_is_open_nothing_offers_another_that_would_take_its_place()
    {
        await Tap("[data-act=add]");
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".setup-segments ~ form, .setup-meeting form")));
        Assert.Empty(Page.FindAll("[data-act=add]"));
        Assert.All(Page.FindAll("[data-act=edit]"), edit => Assert.True(edit.HasAttribute("disabled")));
    }
}
