using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>A chair whose hands stay on the keyboard.</summary>
public sealed class WorkingByKeys(Chromium chromium) : InTheHall(chromium)
{
    private async Task Press(IPage chair, string key, string next)
    {
        await Pass(TimeSpan.FromSeconds(1));
        await chair.EvaluateAsync("() => document.activeElement.blur()");
        await chair.Keyboard.PressAsync(key);
        await Expect(chair.Locator(".step").First).ToHaveTextAsync(next);
    }

    [Fact]
    public async Task Single_keys_lead_through_an_intervention_and_not_while_one_writes()
    {
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value });
        var chair = await Console(Role.Chair);
        await Press(chair, "+", "Start 3:10");
        await Press(chair, "Space", "Thank and end");
        await Press(chair, "p", "Resume");
        await Press(chair, "p", "Thank and end");
        await chair.Keyboard.PressAsync("m");
        await chair.Keyboard.TypeAsync("p + ? and so on");
        await Expect(chair.Locator("#room-text")).ToHaveValueAsync("p + ? and so on");
        Assert.IsType<FloorClock.Running>((await Server.Session()).State.Floor?.Clock);
    }

    [Fact]
    public async Task After_a_click_that_took_its_row_away_the_space_bar_means_the_floor_and_no_stranger()
    {
        for (var seat = 1; seat < 4; seat++) await Staff(Role.Chair, "raise-request", new { seat = (await Server.AdmittedSeat(seat)).Value });
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value });
        var chair = await Console(Role.Chair);
        await chair.Locator(".pool-rows .quiet", new() { HasText = "To follow" }).First.ClickAsync();
        await Expect(chair.Locator(".deck-row")).ToHaveCountAsync(1);
        await chair.Keyboard.PressAsync("Space");
        await Expect(chair.Locator(".step").First).ToHaveTextAsync("Thank and end");
        Assert.Single((await Server.Session()).State.OnDeck);
    }

    [Fact]
    public async Task The_help_sheet_gives_the_focus_back_and_turns_the_keys_off_for_good()
    {
        var chair = await Console(Role.Chair);
        await chair.Locator("#pool-find").FocusAsync();
        await chair.Keyboard.PressAsync("Tab");
        var before = await chair.EvaluateAsync<string>("() => document.activeElement.outerHTML");
        await chair.Keyboard.PressAsync("?");
        var sheet = chair.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard" });
        await Expect(sheet.GetByRole(AriaRole.Button, new() { Name = "Close" })).ToBeFocusedAsync();
        await chair.Keyboard.PressAsync("Escape");
        await Expect(sheet).ToBeHiddenAsync();
        Assert.Equal(before, await chair.EvaluateAsync<string>("() => document.activeElement.outerHTML"));

        await chair.Keyboard.PressAsync("?");
        await sheet.GetByRole(AriaRole.Switch).UncheckAsync();
        await chair.Keyboard.PressAsync("Escape");
        await chair.ReloadAsync();
        await Expect(chair.Locator(".pool")).ToBeVisibleAsync();
        await chair.Keyboard.PressAsync("?");
        await Expect(chair.Locator("[aria-keyshortcuts]")).ToHaveCountAsync(0);
        await Expect(sheet).ToBeHiddenAsync();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Keyboard" }).ClickAsync();
        await Expect(sheet.GetByRole(AriaRole.Switch)).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task What_the_room_is_told_is_on_the_chamber_screen_and_in_its_preview()
    {
        var (chair, chamber) = (await Console(Role.Chair), await Chamber());
        await chair.Locator(".preview summary").ClickAsync();
        await chair.Locator("#room-resume").FillAsync("15:00");
        await chair.Locator(".room-resume button").ClickAsync();
        foreach (var line in new[] { chamber.Locator(".chamber-resume"), chair.FrameLocator(".preview-screen").Locator(".chamber-resume") })
            await Expect(line).ToHaveTextAsync("We resume at 15:00");
        await chair.Locator(".room-acts button").First.ClickAsync();
        await Expect(chamber.Locator("#floor[data-blink]")).ToBeVisibleAsync();
    }
}
