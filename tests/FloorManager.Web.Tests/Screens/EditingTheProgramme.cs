using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Web.Imports;
using FloorManager.Web.Screens.Setup;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

public sealed class EditingTheProgramme : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private Room _room = null!;
    private IRenderedComponent<ProgrammePage> _page = null!;

    public async ValueTask InitializeAsync()
    {
        _room = await Room.For(_server, Role.Secretariat);
        _page = _room.Open<ProgrammePage>();
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<Hearing> State() => (await _server.Session()).State;

    private async Task<string> Told() => string.Join(", ", (await State()).Meetings[0].Segments.Select(s => s.Id.Value));

    private Task Tap(string selector, int nth = 0) => Room.Tap(_page, () => _page.FindAll(selector)[nth]);

    private Task Type(string field, string text) => _page.InvokeAsync(() => _page.Find($"[data-field={field}]").ChangeAsync(new() { Value = text }));

    private async Task Save(bool closes = true)
    {
        await _page.Find(".setup-form").SubmitAsync();
        if (closes) _page.WaitForAssertion(() => Assert.Empty(_page.FindAll(".setup-form")));
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
        _page.Find("#topic-0").Change("Who pays?");
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
        await _room.Do(new SetProgramme([state.Meetings[0] with { Title = "Renamed meanwhile" }, state.Meetings[1]]));
        await Type("theme", "Rights of everybody");
        await Save();
        state = await State();
        Assert.Equal(("Renamed meanwhile", "Rights of everybody", 3), (state.Meetings[0].Title, state.Meetings[0].Segments[1].Theme, state.Meetings[0].Segments[1].Topics.Length));
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
        _page.WaitForAssertion(() => Assert.Contains("Panel 2", _page.FindAll(".setup-segment")[1].TextContent, StringComparison.Ordinal));
        Assert.Equal("opening, panel-2, panel-1, break", await Told());
        _page.FindAll(".setup-segment")[2].DragStart();
        _page.FindAll(".setup-segment")[0].Drop();
        _page.WaitForAssertion(() => Assert.Contains("Panel 1", _page.FindAll(".setup-segment")[0].TextContent, StringComparison.Ordinal));
        Assert.Equal("panel-1, opening, panel-2, break", await Told());
        Assert.Equal("10:00", _page.Find(".setup-times").TextContent[..5]);
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
        Assert.Contains(sentence, _page.Find(".setup-refused").TextContent, StringComparison.Ordinal);
        Assert.Equal(before, (await State()).Version);
    }

    [Fact]
    public async Task Overlaps_and_gaps_are_pointed_out()
    {
        Assert.Equal(["5 min free before it."], _page.FindAll(".setup-gap").Select(g => g.TextContent).Distinct());
        await Tap("[data-act=edit]", 1);
        await Type("ends", "11:50:00");
        await Save();
        _page.WaitForAssertion(() => Assert.Equal("Overlaps with what comes before by 10 min.", _page.Find(".setup-overlap").TextContent));
    }

    [Fact]
    public async Task A_segment_that_stands_in_the_record_does_not_go_and_an_empty_one_does_after_a_question()
    {
        await _room.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: await _server.AdmittedSeat()), new OpenSegment(new("opening")));
        await Tap("[data-act=remove]", 1);
        await Tap(".setup-segment .give");
        _page.WaitForAssertion(() => Assert.False(_page.Find(".console-notice").HasAttribute("hidden")));
        Assert.Equal("opening, panel-1, panel-2, break", await Told());
        await Tap("[data-act=remove]", 3);
        await Tap(".setup-segment .give");
        _page.WaitForAssertion(() => Assert.Equal(3, _page.FindAll(".setup-segments")[0].Children.Length));
        Assert.Equal("opening, panel-1, panel-2", await Told());
    }

    [Fact]
    public async Task Meetings_are_added_renamed_and_taken_away_when_empty()
    {
        await Tap("[data-act=add-meeting]");
        _page.WaitForAssertion(() => Assert.Equal(3, _page.FindAll(".setup-meeting").Count));
        _page.FindAll(".setup-meeting input")[2].Change("Evening meeting");
        _page.WaitForAssertion(() => Assert.Equal("Evening meeting", _page.FindAll(".setup-meeting input")[2].GetAttribute("value")));
        Assert.Equal("Evening meeting", (await State()).Meetings[2].Title);
        await Tap(".setup-head .quiet");
        _page.WaitForAssertion(() => Assert.Equal(2, _page.FindAll(".setup-meeting").Count));
    }

    private void Upload(string name, byte[] file) => _page.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, name));

    [Fact]
    public async Task A_file_is_looked_at_before_it_replaces_the_programme()
    {
        var before = await State();
        var changed = before with { Meetings = [before.Meetings[0] with { Title = "All of it", Segments = before.Meetings[0].Segments[..2] }] };
        Upload("short.json", ProgrammeFile.Write(changed));
        _page.WaitForAssertion(() => Assert.Contains("“short.json” holds 1 meeting(s) with 2 segment(s)", _page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        Assert.Equal(before.Version, (await State()).Version);
        await Tap("[data-act=replace]");
        _page.WaitForAssertion(() => Assert.Contains("has been read", _page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        Assert.Equal("opening, panel-1", await Told());
    }

    [Theory]
    [InlineData("{ \"hearing\": 7 }", "“bad.json” is not taken")]
    [InlineData("no json", "“bad.json” is not taken")]
    public async Task A_file_that_is_not_right_is_told_fault_by_fault_and_changes_nothing(string text, string sentence)
    {
        var before = (await State()).Version;
        Upload("bad.json", System.Text.Encoding.UTF8.GetBytes(text));
        _page.WaitForAssertion(() => Assert.Contains(sentence, _page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(_page.FindAll(".setup-faults li"));
        Assert.Empty(_page.FindAll("[data-act=replace]"));
        Assert.Equal(before, (await State()).Version);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_even_opened()
    {
        Upload("large.json", new byte[2_000_001]);
        _page.WaitForAssertion(() => Assert.Contains("larger than 2 MB", _page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
    }
}
