using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>What a program can find of WCAG 2.2 AA on the plain pages, in both colour schemes. It finds about half.</summary>
public sealed class ReachingEverybody(Chromium chromium) : InTheHall(chromium)
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_chamber_screen_with_nobody_and_in_every_phase(ColorScheme scheme)
    {
        var chamber = await Chamber(new() { ColorScheme = scheme });
        await Expect(chamber.Locator(".chamber-title")).ToBeVisibleAsync();
        await HasNoFault(chamber);
        await InEveryPhase(chamber);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_queue_with_nobody_and_in_every_phase(ColorScheme scheme)
    {
        var queue = await Open($"/{FloorServer.Sample}/queue", new() { ColorScheme = scheme });
        await Expect(queue.Locator(".queue-nobody")).ToBeVisibleAsync();
        await HasNoFault(queue);
        await InEveryPhase(queue);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_seat_free_waiting_and_in_every_phase(ColorScheme scheme)
    {
        var label = await Server.AdmittedSeat();
        var seat = await Seat(label, new() { ColorScheme = scheme, ViewportSize = new() { Width = 360, Height = 740 } });
        var ask = seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" });
        await Expect(ask).ToBeVisibleAsync();
        await HasNoFault(seat);
        await ask.ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Button, new() { Name = "Withdraw my request" })).ToBeVisibleAsync();
        await HasNoFault(seat);
        await InEveryPhase(seat);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_sign_in_page_with_a_key_that_is_not_accepted(ColorScheme scheme)
    {
        var visitor = await Visit(new() { ColorScheme = scheme });
        visitor.Provoked = "401 (Unauthorized)";
        await visitor.Page.GotoAsync("/enter");
        await HasNoFault(visitor.Page);
        await visitor.Page.GetByLabel("Code from your link").FillAsync("AAAAAAAAAAAAAAAAAAAAAA");
        await visitor.Page.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Status)).Not.ToBeEmptyAsync();
        await HasNoFault(visitor.Page);
    }

    private async Task InEveryPhase(IPage page)
    {
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        foreach (var (time, phase) in new[] { (0, "Speaking"), (150, "Warning"), (31, "Expired") })
        {
            await Pass(TimeSpan.FromSeconds(time));
            await Expect(page.Locator("#floor")).ToHaveAttributeAsync("data-phase", phase);
            await HasNoFault(page);
        }
    }

    private static async Task HasNoFault(IPage page)
    {
        var found = await page.RunAxe(Rules);
        Assert.NotEmpty(found.Passes);
        Assert.True(found.Violations.Length == 0, string.Join(Environment.NewLine, found.Violations.Select(v => $"{v.Id}: {v.Help} – {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }
}
