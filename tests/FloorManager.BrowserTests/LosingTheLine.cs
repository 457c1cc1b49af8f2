using System.Globalization;
using FloorManager.Domain.Hearings;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>The chair's console without its server, and without its line. Here nothing is replaced: the time is the machine's, for the server and for the page.</summary>
public sealed class LosingTheLine(Chromium chromium) : InTheHall(chromium, timeStands: false)
{
    /// <summary>Contrast of the words with the box that they stand in: MudBlazor's sheet once gave the box the colour of the words.</summary>
    private const string Contrast =
        """
        (box) => {
          const luminance = (colour) => {
            const [r, g, b] = colour.match(/[\d.]+/g).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const style = getComputedStyle(box), [light, dark] = [luminance(style.color), luminance(style.backgroundColor)].sort((x, y) => y - x);
          return (light + 0.05) / (dark + 0.05);
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_chairs_clock_goes_on_while_the_server_is_gone_and_the_console_comes_back_by_itself(ColorScheme scheme)
    {
        var (visitor, digits) = await TheChairWhileSomebodySpeaks(new() { ColorScheme = scheme });
        var lost = visitor.Page.Locator("#components-reconnect-modal");

        visitor.Provoked = "/"; // From here on it complains of every line that it loses.
        await StopTheServer();
        await Expect(lost).ToBeVisibleAsync();
        Assert.InRange(await lost.EvaluateAsync<double>(Contrast), 7, 21);
        await visitor.Page.EvaluateAsync("() => { document.getElementById('blazor-error-ui').style.display = 'block'; }"); // as Blazor does when an attempt fails halfway
        await Expect(visitor.Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        await Falls(digits);

        StartItAgain();
        await Expect(lost).ToBeHiddenAsync();
        await Expect(visitor.Page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Thank and end" }).ClickAsync();
        await Expect(visitor.Page.Locator("#floor-label")).ToHaveTextAsync("Nobody has the floor");
    }

    [Fact]
    public async Task A_cut_line_is_taken_up_again_by_the_same_page_and_the_clock_is_as_it_has_become_meanwhile()
    {
        IWebSocketRoute? line = null;
        var cut = false;
        var (visitor, digits) = await TheChairWhileSomebodySpeaks(prepare: async page =>
        {
            await page.RouteWebSocketAsync("**/_blazor?*", opened =>
            {
                line = opened;
                opened.ConnectToServer();
            });
            await page.RouteAsync("**/_blazor/negotiate*", request => cut ? request.AbortAsync() : request.ContinueAsync());
        });
        var (page, lost) = (visitor.Page, visitor.Page.Locator("#components-reconnect-modal"));
        await page.EvaluateAsync("() => { window.theSamePage = true; }");

        visitor.Provoked = "/";
        cut = true;
        await line!.CloseAsync();
        await Expect(lost).ToBeVisibleAsync();
        await page.EvaluateAsync("() => { document.getElementById('blazor-error-ui').style.display = 'block'; }");
        await Staff(Role.Chair, "adjust-clock", new { seconds = 60 });
        await Falls(digits);

        cut = false;
        await Expect(lost).ToBeHiddenAsync();
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.theSamePage === true"));
        await page.WaitForFunctionAsync("() => document.querySelector('floor-clock').dataset.limitMs === '240000'");
        var before = await Left();
        // What the console is told is dated by its arrival: on a busy machine that is some hundredths of a second late, and may show a second more.
        Assert.InRange(await Shown(digits), await Left() - 1, before + 1.5);
        await page.GetByRole(AriaRole.Button, new() { Name = "Thank and end" }).ClickAsync();
        await Expect(page.Locator("#floor-label")).ToHaveTextAsync("Nobody has the floor");
    }

    private async Task<(Visitor Visitor, ILocator Digits)> TheChairWhileSomebodySpeaks(BrowserNewContextOptions? options = null, Func<IPage, Task>? prepare = null)
    {
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        var visitor = await Visit(options);
        if (prepare is not null) await prepare(visitor.Page);
        await visitor.Page.GotoAsync($"/enter#{await Server.Token(Role.Chair)}");
        var digits = visitor.Page.Locator(".floor-clock-digits");
        await Expect(digits).ToBeVisibleAsync();
        return (visitor, digits);
    }

    private static async Task Falls(ILocator digits) => await Expect(digits).Not.ToHaveTextAsync(await digits.InnerTextAsync());

    private async Task<double> Left() => (await Server.Session()).State.Floor!.Clock.Remaining(TimeProvider.System.GetUtcNow()).TotalSeconds;

    private static async Task<double> Shown(ILocator digits)
    {
        var parts = (await digits.InnerTextAsync()).Split(':');
        return (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + int.Parse(parts[1], CultureInfo.InvariantCulture);
    }
}
