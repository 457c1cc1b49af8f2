using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>The chamber's countdown does not depend on the line. Here nothing is replaced: the time is the machine's, for the server and for the pages.</summary>
public sealed class KeepingTheCountdown(Chromium chromium) : InTheHall(chromium, timeStands: false)
{
    [Fact]
    public async Task It_falls_by_itself_as_the_server_counts()
    {
        var digits = await SomebodySpeaks(await Chamber());
        for (var seconds = 0; seconds < 3; seconds++)
        {
            await Falls(digits);
            await ShowsWhatTheServerCounts(digits);
        }
    }

    [Fact]
    public async Task It_goes_on_while_the_server_restarts_and_the_screen_comes_back_by_itself()
    {
        var visitor = await Visit();
        visitor.Provoked = "/hubs/floor";
        await visitor.Page.GotoAsync($"/{FloorServer.Sample}/screen");
        var digits = await SomebodySpeaks(visitor.Page);
        var mark = visitor.Page.Locator(".chamber-mark");
        await Expect(mark).ToBeHiddenAsync();

        await StopTheServer();
        await Expect(mark).ToHaveTextAsync("Reconnecting…");
        await Falls(digits);
        await Falls(digits);
        await Expect(mark).ToHaveTextAsync("Reconnecting…");

        StartItAgain();
        await Expect(mark).ToBeHiddenAsync();
        await ShowsWhatTheServerCounts(digits);
        await Staff(Role.Chair, "end-intervention");
        await Expect(digits).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_line_that_falls_silent_is_noticed_and_left_for_a_new_one()
    {
        var visitor = await Visit();
        var silent = false;
        await visitor.Page.RouteWebSocketAsync("**/hubs/floor", line =>
        {
            var server = line.ConnectToServer();
            line.OnMessage(frame => { if (!silent) server.Send(frame.Text!); });
            server.OnMessage(frame => { if (!silent) line.Send(frame.Text!); });
        });
        await visitor.Page.GotoAsync($"/{FloorServer.Sample}/screen");
        var digits = await SomebodySpeaks(visitor.Page);
        var mark = visitor.Page.Locator(".chamber-mark");

        silent = true;
        await Expect(mark).ToHaveTextAsync("Reconnecting…");
        await Falls(digits);
        silent = false;
        await Expect(mark).ToBeHiddenAsync();
        await Staff(Role.Chair, "end-intervention");
        await Expect(digits).ToBeHiddenAsync();
    }

    /// <summary>A tablet that was put away: the browser freezes its page, and nothing of it runs until somebody looks at it again.</summary>
    [Fact]
    public async Task A_page_that_was_frozen_is_right_within_three_seconds_of_waking()
    {
        var (asleep, awake) = (await Chamber(), await Chamber());
        await SomebodySpeaks(awake);
        var digits = asleep.GetByRole(AriaRole.Timer);
        await Expect(digits).ToBeVisibleAsync();
        var browser = await asleep.Context.NewCDPSessionAsync(asleep);
        await browser.SendAsync("Page.setWebLifecycleState", new() { ["state"] = "frozen" });
        for (var seconds = 0; seconds < 4; seconds++) await Falls(awake.GetByRole(AriaRole.Timer));
        await Staff(Role.Chair, "adjust-clock", new { seconds = 60 });
        await ShowsAtLeast(awake, await Left() - 4);
        await Falls(awake.GetByRole(AriaRole.Timer));
        await browser.SendAsync("Page.setWebLifecycleState", new() { ["state"] = "active" });
        // It shows the minute that was given meanwhile.
        await ShowsAtLeast(asleep, await Left() - 4, within: 3_000);
        await ShowsWhatTheServerCounts(digits);
    }

    private async Task<ILocator> SomebodySpeaks(IPage chamber)
    {
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        var digits = chamber.GetByRole(AriaRole.Timer);
        await Expect(digits).ToBeVisibleAsync();
        return digits;
    }

    /// <summary>Waits until a lower second is shown than now; each is there for one second only, so that a busy machine may see the next.</summary>
    private static async Task Falls(ILocator digits) => await digits.Page.WaitForFunctionAsync(
        "shown => { const [minutes, seconds] = document.querySelector('.chamber-digits').textContent.split(':'); return minutes * 60 + +seconds < shown; }",
        await Shown(digits));

    private static async Task ShowsAtLeast(IPage chamber, double left, float? within = null) => await chamber.WaitForFunctionAsync(
        "left => { const [minutes, seconds] = document.querySelector('.chamber-digits').textContent.split(':'); return minutes * 60 + +seconds >= left; }",
        left, new() { Timeout = within });

    private async Task ShowsWhatTheServerCounts(ILocator digits)
    {
        var before = await Left();
        var shown = await Shown(digits);
        Assert.InRange(shown, await Left() - 1, before + 1);
    }

    private async Task<double> Left() => (await Server.Session()).State.Floor!.Clock.Remaining(TimeProvider.System.GetUtcNow()).TotalSeconds;

    private static async Task<double> Shown(ILocator digits)
    {
        var parts = (await digits.InnerTextAsync()).Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + int.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
