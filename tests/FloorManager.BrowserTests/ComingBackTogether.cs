using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>The server is started again in the middle of a meeting, with twenty screens on the walls and a hundred pages of seats open. Nobody touches any of them.</summary>
[Collection(nameof(ComingBackTogether))]
[CollectionDefinition(nameof(ComingBackTogether), DisableParallelization = true)] // A hundred and twenty pages leave nothing of the machine to others.
public sealed class ComingBackTogether(Chromium chromium) : InTheHall(chromium, timeStands: false)
{
    private const int Screens = 20, Seats = 10, PagesOfASeat = 10;

    private const string NoteTheReturn =
        """
        () => {
          const root = document.getElementById("floor");
          window.back = new Promise((resolve) => {
            let gone = false;
            new MutationObserver(() => {
              const connected = root.dataset.connection === "connected";
              gone ||= !connected;
              if (gone && connected) resolve(performance.timeOrigin + performance.now());
            }).observe(root, { attributes: true, attributeFilter: ["data-connection"] });
          });
        }
        """;

    [Fact]
    public async Task Twenty_screens_and_a_hundred_pages_of_seats_are_back_within_ten_seconds_and_not_all_at_once()
    {
        var pages = new List<IPage>();
        pages.AddRange(await OpenMany($"/enter#{await Server.Token(Role.Display)}", $"/{FloorServer.Sample}/screen", Screens));
        for (var seat = 0; seat < Seats; seat++) pages.AddRange(await OpenMany($"/enter#{await Server.Token(Role.Seat, await Server.AdmittedSeat(seat))}", "/seat", PagesOfASeat));
        foreach (var page in pages) await Expect(page.Locator("#floor")).ToHaveAttributeAsync("data-connection", "connected");
        foreach (var page in pages) await page.EvaluateAsync(NoteTheReturn);

        await StopTheServer();
        StartItAgain();
        var up = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        var back = new List<double>();
        foreach (var page in pages) back.Add((await page.EvaluateAsync<double>("() => window.back") - up) / 1000);
        back.Sort();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{back.Count} pages back after {back[0]:0.0} to {back[^1]:0.0} s, half of them by {back[back.Count / 2]:0.0} s"));
        Assert.InRange(back[^1], 0, 10);
        Assert.InRange(back[^1] - back[0], 0.5, 10);
        await Staff(Role.Chair, "show-message", new { text = "We go on" });
        foreach (var page in pages.Where((_, i) => i % 10 == 0)) await Expect(page.GetByText("We go on").First).ToBeVisibleAsync();
    }

    /// <summary>Tabs of one browser, which share what is in its cache and its sign-in.</summary>
    private async Task<List<IPage>> OpenMany(string link, string path, int count)
    {
        var visitor = await Visit();
        visitor.Provoked = "/"; // It complains of each line that it loses.
        await visitor.Page.GotoAsync(link);
        await visitor.Page.WaitForFunctionAsync("() => location.pathname !== '/enter'");
        var pages = new List<IPage> { visitor.Page };
        while (pages.Count < count) pages.Add(await visitor.Page.Context.NewPageAsync());
        foreach (var few in pages.Chunk(10)) await Task.WhenAll(few.Select(page => page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded })));
        return pages;
    }
}
