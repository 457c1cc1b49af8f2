using System.Globalization;
using System.Text.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>
/// Six screens of the room whose machines have the wrong time: by half a minute, an hour, a day, forwards and back – and are set right by another while somebody
/// speaks. None of them reads it. When each shows
/// a new second is measured by the one clock that all of them have here, the machine's.
/// </summary>
public sealed class AgreeingOnTheSecond(Chromium chromium) : InTheHall(chromium, timeStands: false)
{
    private const int Seconds = 8;

    /// <summary>What a page is told the time is; how it counts is left alone.</summary>
    private const string WrongTime =
        """
        const Right = Date;
        let wrong = {0};
        window.stepTheClock = (ms) => { wrong += ms; };
        globalThis.Date = class extends Right {
          constructor(...given) { super(...(given.length === 0 ? [Right.now() + wrong] : given)); }
          static now() { return Right.now() + wrong; }
        };
        """;

    private const string Record =
        """
        (selector) => {
          const digits = document.querySelector(selector);
          window.seen = [];
          const note = () => window.seen.push([digits.textContent, performance.timeOrigin + performance.now()]);
          new MutationObserver(note).observe(digits, { childList: true, characterData: true, subtree: true });
        }
        """;

    [Fact]
    public async Task They_change_together_and_when_the_server_counts_a_second()
    {
        var label = await Server.AdmittedSeat();
        var screens = new List<(IPage Page, string Digits)>();
        foreach (var (wrong, path, digits) in new[]
        {
            (0, "screen", ".chamber-digits"), (30_000, "screen", ".chamber-digits"), (3_600_000, "queue", ".queue-digits"),
            (-3_600_000, "podium", ".podium-digits"), (86_400_000, "overlay?clock=on", ".overlay-digits"), (-86_400_000, "seat", ".seat-digits"),
        })
        {
            var page = (await Visit()).Page;
            await page.Context.AddInitScriptAsync(WrongTime.Replace("{0}", wrong.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
            await page.GotoAsync($"/enter#{await Server.Token(path == "seat" ? Role.Seat : Role.Display, path == "seat" ? label : null)}");
            await page.GotoAsync(path == "seat" ? "/seat" : $"/{FloorServer.Sample}/{path}");
            Assert.InRange(await page.EvaluateAsync<double>("() => Date.now() - (performance.timeOrigin + performance.now())"), wrong - 2_000, wrong + 2_000);
            screens.Add((page, digits));
        }

        await Staff(Role.Chair, "recognise", new { seat = label.Value, start = true });
        var expires = Assert.IsType<FloorClock.Running>((await Server.Session()).State.Floor!.Clock).ExpiresAt;
        foreach (var (page, digits) in screens)
        {
            await Expect(page.Locator(digits)).ToBeVisibleAsync();
            await page.EvaluateAsync(Record, digits);
            await page.EvaluateAsync("() => window.stepTheClock(7_200_000)");
        }

        var seen = new List<(int Screen, string Text, double At)>();
        foreach (var (place, (page, _)) in screens.Index())
        {
            await page.WaitForFunctionAsync("wanted => window.seen.length >= wanted", Seconds);
            seen.AddRange(from change in (await page.EvaluateAsync<JsonElement>("() => window.seen")).EnumerateArray() select (place, change[0].GetString()!, change[1].GetDouble()));
        }

        // A second shows exactly when so many are left.
        var late = seen.Select(s => s.At - expires.AddSeconds(-SecondsOf(s.Text)).ToUnixTimeMilliseconds()).Order().ToArray();
        var apart = seen.GroupBy(s => s.Text).Where(g => g.Select(s => s.Screen).Distinct().Count() == screens.Count).Select(g => g.Max(s => s.At) - g.Min(s => s.At)).Order().ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{seen.Count} changes on {screens.Count} screens: median {late[late.Length / 2]:0} ms after the server's second, p99 {late.Select(Math.Abs).Order().ElementAt(late.Length * 99 / 100):0} ms; furthest apart {apart[^1]:0} ms"));
        Assert.True(apart.Length >= Seconds / 2, $"Only {apart.Length} seconds were seen on every screen.");
        Assert.All(apart, ms => Assert.InRange(ms, 0, 250));
        Assert.All(late, ms => Assert.InRange(Math.Abs(ms), 0, 250));
    }

    private static int SecondsOf(string text) =>
        text.Split(':') is [var minutes, var seconds] ? (int.Parse(minutes, CultureInfo.InvariantCulture) * 60) + int.Parse(seconds, CultureInfo.InvariantCulture) : throw new FormatException(text);
}
