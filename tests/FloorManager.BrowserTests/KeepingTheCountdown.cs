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
    public async Task It_falls_second_by_second_by_itself()
    {
        var digits = await SomebodySpeaks(await Chamber());
        for (var left = await Left(digits) - 1; left > 176; left--) await Expect(digits).ToHaveTextAsync(Text(left));
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
        var left = await Left(digits);
        await Expect(digits).ToHaveTextAsync(Text(left - 2));
        await Expect(mark).ToHaveTextAsync("Reconnecting…");

        StartItAgain();
        await Expect(mark).ToBeHiddenAsync();
        await Expect(visitor.Page.Locator(".chamber-name")).ToBeVisibleAsync();
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
        await Expect(digits).ToHaveTextAsync(Text(await Left(digits) - 1));
        silent = false;
        await Expect(mark).ToBeHiddenAsync();
        await Staff(Role.Chair, "end-intervention");
        await Expect(digits).ToBeHiddenAsync();
    }

    private async Task<ILocator> SomebodySpeaks(IPage chamber)
    {
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        var digits = chamber.GetByRole(AriaRole.Timer);
        await Expect(digits).ToBeVisibleAsync();
        return digits;
    }

    private static async Task<int> Left(ILocator digits)
    {
        var parts = (await digits.InnerTextAsync()).Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + int.Parse(parts[1], CultureInfo.InvariantCulture);
    }

    private static string Text(int seconds) => $"{seconds / 60}:{seconds % 60:00}";
}
