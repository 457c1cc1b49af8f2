using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>What a hand at the consoles does faster than the server answers, or without a mouse.</summary>
public sealed class WorkingTheConsoles(Chromium chromium) : InTheHall(chromium)
{
    /// <summary>Five seconds of typing at 40 words a minute are 16 keystrokes.</summary>
    private const int KeysInFiveSeconds = 16;

    private const string TooWide = "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)";

    [Fact]
    public async Task Requests_are_logged_one_after_the_other_without_waiting_for_the_server()
    {
        var desk = await Console(Role.Secretariat);
        await Expect(desk.Locator("#log-find")).ToBeFocusedAsync();
        foreach (var typed in new[] { "cote", "indon", "b-2", "network 12" })
        {
            Assert.True(typed.Length + 1 <= KeysInFiveSeconds);
            await desk.Keyboard.TypeAsync(typed);
            await desk.Keyboard.PressAsync("Enter");
        }

        await Expect(desk.Locator(".pool .row")).ToHaveCountAsync(4);
        foreach (var delegation in new[] { "Côte d'Ivoire", "Indonesia", "Ethiopia", "Example Migrants' Network 12" })
            await Expect(desk.Locator(".pool .row", new() { HasText = delegation })).ToHaveCountAsync(1);
        await Expect(desk.Locator("#log-find")).ToHaveValueAsync("");
        await Expect(desk.Locator("#log-find")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_long_pool_is_scrolled_to_its_end_and_whoever_waits_there_is_called()
    {
        var state = (await Server.Session()).State;
        // One a delegation waits in a panel; whoever comes second is refused, and that is no matter here.
        foreach (var person in state.Participants.Values.Where(p => p.Admitted).DistinctBy(p => p.Delegation.ToUpperInvariant()).OrderBy(p => p.Id.Value, StringComparer.Ordinal))
            await Staff(Role.Secretariat, "raise-request", new { participantId = person.Id.Value });
        var last = (await Server.Session()).State.Requests.Values.Where(r => r.IsWaiting).OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).Last();
        var speaker = state.Participants[last.Participant];
        var chair = await Console(Role.Chair);
        var rows = chair.Locator(".pool .row");
        await Expect(rows.Nth(5)).ToBeAttachedAsync();
        Assert.InRange(await rows.CountAsync(), 6, 60);
        // By name and not by delegation: "Network 1" stands in "Network 10" as well.
        var end = chair.Locator(".pool").GetByRole(AriaRole.Button, new() { Name = $"To follow {speaker.FullName}", Exact = true });
        for (var pages = 0; await end.CountAsync() == 0; pages++)
        {
            Assert.InRange(pages, 0, 60);
            await chair.Locator(".pool").EvaluateAsync("pool => { pool.scrollTop += pool.clientHeight * 0.8; return new Promise(requestAnimationFrame); }");
            await Expect(rows.First).ToBeAttachedAsync();
        }

        await Pass(TimeSpan.FromSeconds(1));
        await end.ClickAsync();
        await Expect(chair.Locator(".deck-row", new() { HasText = speaker.FullName })).ToHaveCountAsync(1);
        Assert.InRange(await chair.Locator(".pool").EvaluateAsync<double>("pool => pool.scrollHeight"), 5_000, 25_000);
    }

    [Fact]
    public async Task A_double_click_on_the_next_step_takes_one_step()
    {
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value });
        var chair = await Console(Role.Chair);
        await chair.GetByRole(AriaRole.Button, new() { Name = "Start 3:00" }).DblClickAsync();
        await Expect(chair.GetByRole(AriaRole.Button, new() { Name = "Thank and end" })).ToBeVisibleAsync();
        await chair.Locator("#room-text").FillAsync("after both clicks");
        await chair.Keyboard.PressAsync("Enter");
        await Expect(chair.Locator(".room-shown")).ToBeVisibleAsync();
        Assert.IsType<FloorClock.Running>((await Server.Session()).State.Floor?.Clock);
    }

    [Fact]
    public async Task A_panel_is_opened_and_somebody_called_by_the_keyboard_alone()
    {
        await Staff(Role.Chair, "raise-request", new { seat = (await Server.AdmittedSeat()).Value, segmentId = "panel-2" });
        var chair = await Console(Role.Chair);
        await chair.Locator(".segment", new() { HasText = "Panel 2" }).FocusAsync();
        await chair.Keyboard.PressAsync("Enter");
        await Expect(chair.GetByRole(AriaRole.Button, new() { Name = "Not now" })).ToBeFocusedAsync();
        await chair.Keyboard.PressAsync("Shift+Tab");
        await chair.Keyboard.PressAsync("Enter");
        await Expect(chair.Locator(".pool .row")).ToHaveCountAsync(1);
        await chair.Locator(".pool .give").FocusAsync();
        await chair.Keyboard.PressAsync("Space");
        await Expect(chair.GetByRole(AriaRole.Button, new() { Name = "Start 3:00" })).ToBeFocusedAsync();
        await Pass(TimeSpan.FromSeconds(1));
        await chair.Keyboard.PressAsync("Enter");
        await Expect(chair.GetByRole(AriaRole.Button, new() { Name = "Thank and end" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_double_click_on_pause_pauses()
    {
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        var chair = await Console(Role.Chair);
        await chair.GetByRole(AriaRole.Button, new() { Name = "Pause" }).DblClickAsync(new() { Delay = 150 });
        await Expect(chair.GetByRole(AriaRole.Button, new() { Name = "Resume" })).ToBeVisibleAsync();
        await chair.Locator("#room-text").FillAsync("after both clicks");
        await chair.Keyboard.PressAsync("Enter");
        await Expect(chair.Locator(".room-shown")).ToBeVisibleAsync();
        Assert.IsType<FloorClock.Paused>((await Server.Session()).State.Floor?.Clock);
    }

    [Fact]
    public async Task A_refusal_is_announced_each_time_and_closing_it_leads_back_to_what_was_refused()
    {
        await Staff(Role.Chair, "raise-request", new { seat = (await Server.AdmittedSeat(1)).Value });
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        var chair = await Console(Role.Chair);
        var (give, notice) = (chair.Locator(".pool .give"), chair.Locator(".console-notice"));
        await give.FocusAsync();
        await chair.Keyboard.PressAsync("Enter");
        await Expect(notice).ToContainTextAsync("End that intervention first.");
        await chair.EvaluateAsync("() => { window.firstRefusal = document.querySelector('.console-notice p'); }");
        await chair.Keyboard.PressAsync("Enter");
        await chair.WaitForFunctionAsync("() => !window.firstRefusal.isConnected && document.querySelector('.console-notice p').textContent === window.firstRefusal.textContent");

        await notice.GetByRole(AriaRole.Button).FocusAsync();
        await chair.Keyboard.PressAsync("Enter");
        await Expect(notice).ToBeHiddenAsync();
        await Expect(give).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_language_that_is_chosen_is_spoken()
    {
        var chair = await Console(Role.Chair);
        await chair.GetByRole(AriaRole.Link, new() { Name = "français" }).ClickAsync();
        await Expect(chair.Locator("#floor-label")).ToHaveTextAsync("Personne n’a la parole");
    }

    [Theory]
    [InlineData(320, 700, Role.Chair)]
    [InlineData(320, 700, Role.Secretariat)]
    [InlineData(1024, 768, Role.Chair)]
    public async Task Nothing_runs_out_of_a_narrow_window(int width, int height, Role role)
    {
        for (var i = 0; i < 5; i++) await Staff(Role.Chair, "raise-request", new { seat = (await Server.AdmittedSeat(i)).Value });
        var console = await Console(role, new() { ViewportSize = new() { Width = width, Height = height } });
        Assert.Equal(0, await console.EvaluateAsync<int>(TooWide));
    }

    [Fact]
    public async Task The_record_is_read_on_a_phone_without_scrolling_sideways()
    {
        await Staff(Role.Chair, "recognise", new { seat = "H-34", start = true });
        await Staff(Role.Chair, "end-intervention");
        var page = await Console(Role.Chair, new() { ViewportSize = new() { Width = 320, Height = 700 } });
        await page.GotoAsync($"/{FloorServer.Sample}/record");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Record", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Locator(".record-table").GetByRole(AriaRole.Row)).ToHaveCountAsync(2); // a table all the same
        await Expect(page.Locator(".figures-table").First).ToBeVisibleAsync();
        await LayOut(page);
        Assert.Equal(0, await page.EvaluateAsync<int>(TooWide));
        Assert.Equal(0, await page.Locator(".scroll-hint:has(> .record-table)").EvaluateAsync<int>("place => place.scrollWidth - place.clientWidth"));
    }
}
