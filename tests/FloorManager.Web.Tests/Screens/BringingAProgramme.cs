using Bunit;
using FloorManager.Web.Imports;
using FloorManager.Web.Screens.Setup;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>A programme comes as a file.</summary>
public sealed class BringingAProgramme : AtASetupPage<ProgrammePage>
{
    private async Task<string> Told() => string.Join(", ", (await State()).Meetings[0].Segments.Select(s => s.Id.Value));

    private void Upload(string name, byte[] file) => Page.FindComponent<Microsoft.AspNetCore.Components.Forms.InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, name));

    [Fact]
    public async Task A_file_is_looked_at_before_it_replaces_the_programme()
    {
        var before = await State();
        var changed = before with { Meetings = [before.Meetings[0] with { Title = "All of it", Segments = before.Meetings[0].Segments[..2] }] };
        Upload("short.json", ProgrammeFile.Write(changed));
        Page.WaitForAssertion(() => Assert.Contains("“short.json” holds 1 meeting(s) with 2 segment(s)", Page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        Assert.Equal(before.Version, (await State()).Version);
        await Tap("[data-act=replace]");
        Page.WaitForAssertion(() => Assert.Contains("has been read", Page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        Assert.Equal("opening, panel-1", await Told());
    }

    [Theory]
    [InlineData("short.csv")]
    [InlineData("short.xlsx")]
    public async Task A_spreadsheet_is_looked_at_before_it_replaces_the_programme(string name)
    {
        var before = await State();
        var changed = before with { Meetings = [before.Meetings[0] with { Title = "Only this", Segments = before.Meetings[0].Segments[..2] }] };
        Upload(name, name == "short.csv" ? ProgrammeSheet.Csv(changed) : await ProgrammeSheet.Xlsx(changed));
        Page.WaitForAssertion(() => Assert.Contains($"“{name}” holds 1 meeting(s) with 2 segment(s)", Page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        await Tap("[data-act=replace]");
        Page.WaitForAssertion(() => Assert.Contains("has been read", Page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        Assert.Equivalent(changed.Meetings, (await State()).Meetings, strict: true);
    }

    [Fact]
    public async Task What_another_secretary_changed_since_the_file_was_looked_at_is_replaced_only_when_that_is_known()
    {
        var before = await State();
        Upload("short.csv", ProgrammeSheet.Csv(before with { Meetings = [before.Meetings[0]] }));
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll("[data-act=replace]")));
        await Here.Do(new SetProgramme([before.Meetings[0] with { Title = "Renamed meanwhile" }, before.Meetings[1]]));
        await Tap("[data-act=replace]");
        Page.WaitForAssertion(() => Assert.Contains("changed the programme since “short.csv” was looked at", Page.Find(".import-meanwhile").TextContent, StringComparison.Ordinal));
        Assert.Equal("Renamed meanwhile", (await State()).Meetings[0].Title);
        await Tap("[data-act=replace]");
        Page.WaitForAssertion(() => Assert.Contains("has been read", Page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        Assert.Equal(before.Meetings[0].Title, Assert.Single((await State()).Meetings).Title);
    }

    [Theory]
    [InlineData("{ \"hearing\": 7 }", "“bad.json” is not taken")]
    [InlineData("no json", "“bad.json” is not taken")]
    public async Task A_file_that_is_not_right_is_told_fault_by_fault_and_changes_nothing(string text, string sentence)
    {
        var before = (await State()).Version;
        Upload("bad.json", System.Text.Encoding.UTF8.GetBytes(text));
        Page.WaitForAssertion(() => Assert.Contains(sentence, Page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        Assert.NotEmpty(Page.FindAll(".setup-faults li"));
        Assert.Empty(Page.FindAll("[data-act=replace]"));
        Assert.Equal(before, (await State()).Version);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_even_opened()
    {
        Upload("large.json", new byte[2_000_001]);
        Page.WaitForAssertion(() => Assert.Contains("larger than 2 MB", Page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
    }
}
