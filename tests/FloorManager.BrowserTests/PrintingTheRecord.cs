using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>The record's pages on a screen and on paper, from the console's link to the file that the browser makes.</summary>
public sealed class PrintingTheRecord(Chromium chromium) : InTheHall(chromium)
{
    private readonly List<string> _names = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (var n = 0; n < 30; n++)
        {
            var who = await HolderOf(await Server.AdmittedSeat(n));
            if (who.FullName.All(c => c < 0x250)) _names.Add(who.FullName);
            await HostileNames.Do(Server, new HearingCommand.Recognise(ParticipantId: who.Id, Start: true));
            Server.Time.Advance(TimeSpan.FromSeconds(40));
            await HostileNames.Do(Server, new HearingCommand.EndIntervention());
        }
    }

    [Fact]
    public async Task The_file_that_the_browser_makes_has_every_speaker_and_its_page_numbers()
    {
        var desk = await Console(Role.Secretariat);
        await desk.GotoAsync($"/{FloorServer.Sample}/record");
        foreach (var paper in new[] { "record", "summary" })
        {
            var page = await desk.RunAndWaitForPopupAsync(() => desk.Locator($"[data-act=print-{paper}]").ClickAsync());
            await Expect(page.Locator("h1")).ToBeVisibleAsync();
            using var pdf = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true }));
            var pages = pdf.GetPages().Select(p => (p.Number, Wide: p.Width > p.Height, Text: Plain(ContentOrderTextExtractor.GetText(p)))).ToArray();
            Assert.True(pages.Length > 2, $"{pages.Length} pages");
            Assert.All(pages, p => Assert.Contains($"{p.Number}/{pages.Length}", p.Text, StringComparison.Ordinal));
            Assert.All(pages, p => Assert.Equal(paper == "record", p.Wide));
            var whole = string.Concat(pages.Select(p => p.Text));
            Assert.True(_names.Count > 20);
            Assert.All(_names, name => Assert.Contains(Plain(name), whole, StringComparison.Ordinal));
            // The button is for the screen.
            Assert.DoesNotContain(Plain("Print or save as PDF"), whole, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("record", "en", "Rehearsal")]
    [InlineData("summary", "ar", "جلسة تجريبية")]
    public async Task Each_sheet_of_a_rehearsal_says_so(string paper, string language, string word)
    {
        const string name = "practice";
        var state = (await Server.Session()).State;
        HearingCommand[] commands = [new HearingCommand.SetUpHearing(state.Details! with { ShortName = name, Title = "In earnest", IsRehearsal = true }), .. HearingCopy.Of(state, state.Meetings, seats: false, participants: false)];
        foreach (var command in commands) Assert.IsType<Answer.Done>(await Server.Hearings.Submit(name, Grant.System(name), new(Guid.NewGuid()), command, TestContext.Current.CancellationToken));
        var page = await Open($"/enter#{await Server.Services.GetRequiredService<Credentials>().Issue(Grant.Everywhere, Role.Secretariat, stop: TestContext.Current.CancellationToken)}");
        await page.WaitForURLAsync(url => !url.Contains("/enter", StringComparison.Ordinal));
        foreach (var (hearing, isOne) in new[] { (name, true), (FloorServer.Sample, false) })
        {
            await page.GotoAsync($"/api/v1/hearings/{hearing}/{paper}.html?lang={language}");
            using var pdf = PdfDocument.Open(await page.PdfAsync(new() { PreferCSSPageSize = true }));
            // Of the head of each sheet: its margin is 18 mm.
            Assert.All(pdf.GetPages(), p => Assert.Equal(isOne, p.Letters.Any(l => l.BoundingBox.Bottom > p.Height - 51)));
            if (language == "en") Assert.All(pdf.GetPages(), p => Assert.Equal(isOne, Plain(ContentOrderTextExtractor.GetText(p)).Contains(word, StringComparison.Ordinal)));
        }
    }

    /// <summary>How a line is broken on paper is none of the file's text.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task On_a_screen_anybody_reads_and_prints_it(int width, ColorScheme theme)
    {
        var desk = await Console(Role.Secretariat, new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = theme });
        foreach (var paper in new[] { "record.html", "summary.html", "summary.html?lang=ar" })
        {
            await desk.GotoAsync($"/api/v1/hearings/{FloorServer.Sample}/{paper}");
            await HasNoFault(desk);
            Assert.Equal(0, await desk.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
            await desk.EvaluateAsync("() => { window.print = () => { window.printed = true; }; }");
            await desk.Locator("#print").FocusAsync();
            await desk.Keyboard.PressAsync("Enter");
            Assert.True(await desk.EvaluateAsync<bool>("() => window.printed === true"));
        }
    }
}
