using System.Diagnostics;
using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>
/// The network of the chamber goes while somebody speaks, for a second or for half a minute (that it may be five minutes, the tests of the hub's client show
/// with a clock of their own). The time is the machine's, for the server and for the screen.
/// </summary>
public sealed class CuttingTheLine(Chromium chromium) : InTheHall(chromium, timeStands: false)
{
    public enum Fault { Stalled, Cut }

    /// <summary>When the mark is first shown, by the clock that page and test share here.</summary>
    private const string Notice =
        """
        () => {
          const mark = document.querySelector(".chamber-mark");
          window.noticedAt = new Promise((resolve) =>
            new MutationObserver(() => !mark.hidden && resolve(performance.timeOrigin + performance.now())).observe(mark, { attributes: true, childList: true, subtree: true }));
        }
        """;

    [Theory]
    [InlineData(Fault.Cut, 1)]
    [InlineData(Fault.Cut, 30)]
    [InlineData(Fault.Stalled, 8)]
    public async Task The_screen_says_so_counts_on_by_itself_and_is_exact_again_soon_after(Fault fault, int seconds)
    {
        await using var line = new Line(Address);
        var visitor = await Visit();
        visitor.Provoked = "/"; // The browser complains of each attempt that fails.
        await visitor.Page.GotoAsync($"{line.Address}{FloorServer.Sample}/screen");
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        var (digits, mark) = (visitor.Page.GetByRole(AriaRole.Timer), visitor.Page.Locator(".chamber-mark"));
        await Expect(digits).ToBeVisibleAsync();

        await visitor.Page.EvaluateAsync(Notice);
        var since = Stopwatch.StartNew();
        var gone = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        if (fault == Fault.Cut) line.Cut();
        else line.Stall();
        if (seconds > 3) await Expect(mark).ToHaveTextAsync("Reconnecting…");
        var noticed = (await visitor.Page.EvaluateAsync<double>("() => window.noticedAt") - gone) / 1000;
        // What the chair does meanwhile reaches it later.
        await Staff(Role.Chair, "adjust-clock", new { seconds = 60 });
        var shown = await Shown(digits);
        while (since.Elapsed < TimeSpan.FromSeconds(seconds)) await Falls(digits);
        Assert.InRange(await Shown(digits), shown - seconds - 1, shown);

        line.Mend();
        since.Restart();
        await Expect(mark).ToBeHiddenAsync();
        await digits.Page.WaitForFunctionAsync(
            "left => { const [minutes, seconds] = document.querySelector('.chamber-digits').textContent.split(':'); return minutes * 60 + +seconds > left; }", shown);
        var right = since.Elapsed;
        // Within the quarter of a second by which screens may differ; the digits are read between two readings of what is left.
        var before = await Left();
        Assert.InRange(await Shown(digits), await Left() - 0.25, before + 1.25);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{fault} for {seconds} s: noticed after {noticed:0.00} s, right {right.TotalSeconds:0.0} s after it was mended"));
        Assert.InRange(noticed, -0.1, 5);
        Assert.InRange(right.TotalSeconds, 0, 10);
    }

    private static async Task Falls(ILocator digits) => await digits.Page.WaitForFunctionAsync(
        "shown => document.querySelector('.chamber-digits').textContent !== shown", await digits.InnerTextAsync());

    private async Task<double> Left() => (await Server.Session()).State.Floor!.Clock.Remaining(TimeProvider.System.GetUtcNow()).TotalSeconds;

    private static async Task<double> Shown(ILocator digits)
    {
        var parts = (await digits.InnerTextAsync()).Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + int.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
