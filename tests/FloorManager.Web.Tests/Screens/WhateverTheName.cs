using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Bunit;
using DocumentFormat.OpenXml.Packaging;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Wording;
using FloorManager.Web.Imports;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Desk;
using FloorManager.Web.Screens.Record;
using FloorManager.Web.Screens.Setup;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components.Forms;
using Xunit;
using Sheet = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace FloorManager.Web.Tests.Screens;

/// <summary>Markup, formulas, controls and piles of marks: a name stays a name wherever it comes from and wherever it is shown.</summary>
public sealed class WhateverTheName : IAsyncDisposable
{
    private readonly FloorServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [Fact]
    public async Task A_file_brings_it_clean()
    {
        await using var desk = await Room.For(_server, Role.Secretariat);
        var page = desk.Open<ParticipantsPage>();
        var rows = HostileNames.All.Append(new string('V', 300)).Select((name, n) => $"h-{n},{Quoted(name)},{Quoted(name)},CivilSociety,yes\n");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText($"id,full_name,delegation,category,admitted\n{string.Concat(rows)}", "register.csv"));
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-act=confirm-sound]")));
        Assert.Single(page.FindAll("[data-effect=Refused]"));
        await Room.Tap(page, () => page.Find("[data-show=All]"));
        IsInert(page);
        await Room.Tap(page, () => page.Find("[data-act=confirm-sound]"));
        page.WaitForAssertion(() => Assert.Contains("has been read", page.Find("[role=status] .setup-refused").TextContent, StringComparison.Ordinal));
        var register = (await _server.Session()).State.Participants;
        Assert.Equal(HostileNames.All.Select(CleanText.Of), HostileNames.People.Select(p => register[p.Id].FullName));
        IsInert(page);
    }

    [Fact]
    public async Task The_form_takes_it_clean_and_refuses_what_is_too_long()
    {
        await using var desk = await Room.For(_server, Role.Secretariat);
        var page = desk.Open<ParticipantsPage>();
        // AngleSharp, which stands for the browser here, takes the last of these for the end of the page.
        Task Type(string field, string text) => page.InvokeAsync(() => page.Find($"[data-field={field}]").ChangeAsync(new() { Value = text.Replace("\uFFFF", "", StringComparison.Ordinal) }));
        foreach (var name in HostileNames.All)
        {
            await Room.Tap(page, () => page.Find("[data-act=add]"));
            foreach (var field in new[] { "name", "delegation", "designation", "pronunciation" }) await Type(field, name);
            await page.Find(".setup-form").SubmitAsync();
            page.WaitForAssertion(() => Assert.Empty(page.FindAll(".setup-form")));
        }

        await Room.Tap(page, () => page.Find("[data-act=add]"));
        foreach (var field in new[] { "name", "delegation" }) await Type(field, new('V', 300));
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("full_name", page.Find(".setup-form .setup-refused").TextContent, StringComparison.Ordinal));
        var register = (await _server.Session()).State.Participants;
        for (var n = 0; n < HostileNames.All.Length; n++) Assert.Equal(CleanText.Of(HostileNames.All[n]), register[new($"n-{n + 1}")].FullName);
        IsInert(page);
    }

    [Theory]
    [InlineData("state?audience=chamber")]
    [InlineData("state?audience=queue")]
    [InlineData("state?audience=podium")]
    [InlineData("participants")]
    [InlineData("requests")]
    [InlineData("programme")]
    [InlineData("programme.json")]
    public async Task No_answer_of_the_server_holds_what_is_not_seen(string path)
    {
        await HostileNames.Bring(_server);
        var answer = await (await _server.Client(Role.Secretariat)).GetAsync($"/api/v1/hearings/gcm-2017/{path}", Xunit.TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(Xunit.TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, body);
        Assert.Empty(Texts(JsonNode.Parse(body)).Select(HostileNames.Fault).OfType<string>());
        // No browser takes it for a page, whoever follows a link to it.
        Assert.Equal(("application/json", "nosniff"), (answer.Content.Headers.ContentType?.MediaType, Assert.Single(answer.Headers.GetValues("X-Content-Type-Options"))));
    }

    [Fact]
    public async Task The_programme_goes_out_as_texts_and_comes_back_the_same()
    {
        await HostileNames.Bring(_server);
        var state = (await _server.Session()).State;
        var (csv, xlsx) = (ProgrammeSheet.Csv(state), await ProgrammeSheet.Xlsx(state));
        var text = Encoding.UTF8.GetString(csv).TrimStart('\uFEFF');
        Assert.Null(HostileNames.Fault(text));
        Assert.All(DelimitedCells(text), cell => Assert.DoesNotContain(cell.FirstOrDefault(), "=+-@\t\r"));
        using var book = SpreadsheetDocument.Open(new MemoryStream(xlsx), isEditable: false);
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Sheet>().ToArray();
        Assert.NotEmpty(cells);
        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        Assert.Empty(cells.Select(c => HostileNames.Fault(c.InnerText)).OfType<string>());
        Assert.Null(HostileNames.Fault(ProgrammeCalendar.Write(state, _server.Time.GetUtcNow())));
        foreach (var file in new[] { csv, xlsx })
        {
            var read = ProgrammeSheet.Read(file, state);
            Assert.Empty(read.Faults);
            Assert.Equivalent(state.Meetings, read.Value!.Meetings, strict: true);
        }
    }

    [Fact]
    public async Task Every_console_shows_it_as_a_text_that_turns_nothing_round()
    {
        await HostileNames.Bring(_server);
        await using var chair = await Room.For(_server, Role.Chair);
        await using var desk = await Room.For(_server, Role.Secretariat);
        IsInert(chair.Open<ChairPage>());
        IsInert(chair.Open<RecordPage>());
        IsInert(desk.Open<DeskPage>());
        IsInert(desk.Open<ParticipantsPage>());
        IsInert(desk.Open<ProgrammePage>());
        IsInert(desk.Open<SeatsPage>());
        IsInert(desk.Open<RoomPage>());
    }

    private static void IsInert<T>(IRenderedComponent<T> page) where T : LivePage
    {
        // Rows that are drawn when they are seen come a moment after the page.
        page.WaitForAssertion(() => Assert.NotEmpty(Named()));
        Assert.Empty(page.FindAll("script, img, iframe, object, [onerror], [onload]"));
        Assert.Empty(Shown().Select(t => HostileNames.Fault(t.Data.Trim())).OfType<string>());
        var named = Named();
        // A text of a drawing is a paragraph of its own.
        Assert.Empty(named.Where(t => t.ParentElement!.Closest("bdi, [dir=auto], option, title, text, .visually-hidden") is null).Select(t => $"{t.ParentElement!.OuterHtml[..Math.Min(200, t.ParentElement.OuterHtml.Length)]}").Distinct(StringComparer.Ordinal));

        IText[] Shown() => [.. page.Nodes.SelectMany(n => n.Descendants<IText>()).Where(t => t.Data.Trim().Length > 0)];
        IText[] Named() => [.. Shown().Where(t => HostileNames.Holds(t.Data))];
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject all => all.SelectMany(p => Texts(p.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static IEnumerable<string> DelimitedCells(string text)
    {
        using var csv = new CsvHelper.CsvParser(new StringReader(text), System.Globalization.CultureInfo.InvariantCulture);
        while (csv.Read())
            foreach (var cell in csv.Record!) yield return cell;
    }
}
