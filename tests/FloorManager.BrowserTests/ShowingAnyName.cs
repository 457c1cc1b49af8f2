using FloorManager.Domain.Hearings;
using FloorManager.Domain.Wording;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Names that would be markup, turn a line round, cover the lines above or run out of their box, on every page that shows any.</summary>
public sealed class ShowingAnyName(Chromium chromium) : InTheHall(chromium)
{
    private const string Standing =
        """
        () => {
          const root = document.documentElement, digits = document.querySelector(':is(.chamber-digits, .queue-digits, .podium-digits, .overlay-digits, floor-clock)');
          const box = digits?.checkVisibility() && digits.textContent ? digits.getBoundingClientRect() : null;
          return JSON.stringify({
            ran: window.pwned !== undefined || window.asked !== undefined,
            elements: [...document.querySelectorAll('body img, body script:not([src]):not([type]), [onerror]')].map((e) => e.outerHTML.slice(0, 100)),
            tooWide: root.scrollWidth <= root.clientWidth ? 0 : [root.scrollWidth, ...[...document.body.querySelectorAll('*')].filter((e) => e.scrollWidth > root.clientWidth && getComputedStyle(e).overflowX === 'visible').slice(-4).map((e) => e.outerHTML.slice(0, 120))],
            digits: box !== null && box.width > 0 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight,
            unseen: /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b\u200e\u200f\ufeff]/.test(document.body.innerText),
            piled: /[\u0300-\u036f\u0489]{6}/.test(document.body.innerText),
          });
        }
        """;

    private const string Fine = """{"ran":false,"elements":[],"tooWide":0,"digits":true,"unseen":false,"piled":false}""";

    /// <summary>The names that have the floor one after the other; all of them wait, are on record or are asked about besides.</summary>
    private static readonly int[] Speakers = [0, 1, 3, 4, 10, 11];

    public static TheoryData<string, string, Role?> Pages => new()
    {
        { "screen", ".chamber-name", null }, { "queue", ".queue-name", null }, { "podium", ".podium-name", Role.Moderator }, { "overlay?clock=on", ".overlay-name", Role.Display },
        { "chair", ".floor-name", Role.Chair },     };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task It_runs_nothing_stays_in_its_box_and_leaves_the_clock_in_sight(string path, string place, Role? role)
    {
        await HostileNames.Bring(Server);
        var page = await Come(role);
        await page.GotoAsync($"/{FloorServer.Sample}/{path}");
        foreach (var n in Speakers)
        {
            await HostileNames.Do(Server, new EndIntervention(), new Recognise(ParticipantId: HostileNames.People[n].Id, Start: true));
            await Expect(page.Locator(place).First).ToContainTextAsync(CleanText.Of(HostileNames.All[n]));
            Assert.Equal((n, Fine), (n, await page.EvaluateAsync<string>(Standing)));
        }
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Seat_map_record_and_register_hold_it_too(int width)
    {
        await HostileNames.Bring(Server);
        var seats = (await Server.Session()).State;
        var free = seats.SeatHolders.Keys.Take(HostileNames.People.Length).ToArray();
        await HostileNames.Do(Server, new RegisterParticipants([.. HostileNames.People.Select((p, n) => p with { Seat = free[n] })]));
        var page = await Come(Role.Secretariat, new() { ViewportSize = new() { Width = width, Height = 800 } });
        foreach (var path in new[] { "record", "desk" })
        {
            await page.GotoAsync($"/{FloorServer.Sample}/{path}");
            await Expect(page.GetByText("<script>window.pwned=1</script>").First).ToBeVisibleAsync();
            Assert.Equal((path, Fine), (path, await StandingOf(page)));
        }

        await page.GotoAsync($"/setup/{FloorServer.Sample}/participants");
        await page.Locator("[data-field=find]").FillAsync("window");
        await Expect(page.Locator(".people-row bdi", new() { HasText = "onerror" }).First).ToBeVisibleAsync();
        Assert.Equal(Fine, await StandingOf(page));
        var chair = await Come(Role.Chair, new() { ViewportSize = new() { Width = width, Height = 800 } });
        await chair.GotoAsync($"/{FloorServer.Sample}/chair");
        await chair.Locator(".pool-views button").Last.ClickAsync();
        await chair.Locator($".seat[aria-label^='{free[1]},']").DispatchEventAsync("click");
        await Expect(chair.GetByText("\"><img src=x onerror=window.pwned=1>").First).ToBeVisibleAsync();
        Assert.Equal(Fine, await StandingOf(chair));
        // The list draws what is near the eye alone: the longest is looked for, so that it is drawn wherever it would stand.
        await chair.Locator(".pool-views button").First.ClickAsync();
        await chair.Locator("#pool-find").FillAsync("WWW");
        await Expect(chair.Locator(".pool-rows .row-name").First).ToContainTextAsync("WWW");
        Assert.Equal(Fine, await StandingOf(chair));
    }

    /// <summary>Where a page has no clock, or is scrolled past it, none is asked for.</summary>
    private static async Task<string> StandingOf(IPage page)
    {
        await LayOut(page);
        // What is measured is what has been painted.
        await page.EvaluateAsync("document.fonts.ready.then(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))");
        return (await page.EvaluateAsync<string>(Standing)).Replace("\"digits\":false", "\"digits\":true", StringComparison.Ordinal);
    }

    private async Task<IPage> Come(Role? role, BrowserNewContextOptions? options = null)
    {
        var page = (await Visit(options)).Page;
        await page.AddInitScriptAsync("window.alert = window.confirm = window.prompt = () => { window.asked = true; }");
        if (role is { } known)
        {
            await page.GotoAsync($"/enter#{await Server.Token(known)}");
            await page.WaitForURLAsync(url => !url.Contains("/enter", StringComparison.Ordinal));
        }

        return page;
    }
}
