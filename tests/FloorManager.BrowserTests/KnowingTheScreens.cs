using FloorManager.Domain.Hearings;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Before the meeting the secretariat sees which screens are there, tells them apart and sends one to another view.</summary>
public sealed class KnowingTheScreens(Chromium chromium) : InTheHall(chromium)
{
    [Fact]
    public async Task Screens_are_listed_named_told_apart_by_a_number_and_sent_to_another_view()
    {
        var (left, right) = (await Chamber(), await Open($"/{FloorServer.Sample}/queue?theme=dark"));
        var setup = await Console(Role.Secretariat);
        await setup.GotoAsync($"/setup/{FloorServer.Sample}/screens");
        await Expect(setup.Locator("#screens-there")).ToHaveTextAsync("Screens connected: 2");
        await HasNoFault(setup);

        var chamber = setup.Locator(".screens-list li", new() { HasText = "/screen" });
        await chamber.Locator(".screen-name").FillAsync("Left wall");
        await chamber.Locator(".screen-name").PressAsync("Tab");
        await Expect(setup.Locator(".screens-list li").First).ToContainTextAsync("Left wall");
        await setup.Locator("[data-act=identify]").PressAsync("Enter");
        await Expect(left.Locator(".screen-number")).ToHaveTextAsync("1");
        await Expect(right.Locator(".screen-number")).ToHaveTextAsync("2");
        await Pass(TimeSpan.FromSeconds(11));

        await setup.Locator(".screens-list li").Nth(1).Locator("[data-field=send]").SelectOptionAsync("screen");
        await right.WaitForURLAsync($"**/{FloorServer.Sample}/screen");
        await Expect(right.Locator(".chamber-title")).ToBeVisibleAsync();
        await left.ReloadAsync();
        await Expect(setup.Locator(".screens-list li").First).ToContainTextAsync("Left wall");

        await setup.Locator("[data-field=distance]").FillAsync("25");
        await setup.Locator("[data-field=height]").FillAsync("1.5");
        await Expect(setup.Locator("section:has(#screens-read) .legible-no")).ToHaveCountAsync(3);
        await Expect(setup.Locator("section:has(#screens-read) .legible-no").First).ToContainTextAsync("12 cm high, but 16.7 cm are needed");
        await Expect(setup.GetByText("This picture is read from up to 15 m.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_screen_is_set_up_by_its_options_saved_under_a_name_and_opened_by_it_and_the_room_is_ready_when_all_are_there()
    {
        var setup = await Console(Role.Secretariat);
        await setup.GotoAsync($"/setup/{FloorServer.Sample}/screens");
        await Expect(setup.GetByText("Worth a look: 3")).ToBeVisibleAsync();

        var wall = await Chamber();
        await Expect(wall.Locator(".chamber-title")).ToBeVisibleAsync();
        var address = await TheOptionsWrite(wall);
        await setup.Locator("[data-field=saved-name]").FillAsync("left-wall");
        await setup.Locator("[data-field=saved-view]").FillAsync(address);
        await setup.Keyboard.PressAsync("Enter");
        await Expect(setup.Locator("#screens-saved ~ ul a")).ToContainTextAsync($"/{FloorServer.Sample}/to/left-wall");
        await HasNoFault(setup);

        var podium = await Open($"/enter#{await Server.Token(Role.Display)}");
        await podium.WaitForURLAsync("**/screen");
        await podium.GotoAsync($"/{FloorServer.Sample}/podium");
        var queue = await Open($"/{FloorServer.Sample}/queue");
        await Expect(setup.GetByText("The room is ready.")).ToBeVisibleAsync();
        await queue.GotoAsync("/");
        await Expect(setup.GetByText("Worth a look: 2")).ToBeVisibleAsync();
        await Pass(TimeSpan.FromSeconds(1)); // A tap on what has just moved is taken for a slip.
        await setup.GetByRole(AriaRole.Button, new() { Name = "It is not missed" }).ClickAsync();
        await Expect(setup.GetByText("Worth a look: 1")).ToBeVisibleAsync();

        var other = await Open($"/{FloorServer.Sample}/to/left-wall");
        await Expect(other.Locator("html")).ToHaveAttributeAsync("lang", "ar");
        Assert.EndsWith("/screen?lang=ar&show=delegation,word,message,programme", other.Url, StringComparison.Ordinal);
    }

    /// <summary>By the keyboard alone.</summary>
    private static async Task<string> TheOptionsWrite(IPage screen)
    {
        await screen.Keyboard.PressAsync("o");
        await Expect(screen.Locator("dialog.look")).ToBeVisibleAsync();
        await HasNoFault(screen);
        await screen.GetByLabel("Language").SelectOptionAsync("ar");
        await screen.GetByLabel("Who follows").FocusAsync();
        await screen.Keyboard.PressAsync("Space");
        var address = await screen.GetByLabel("Address").InputValueAsync();
        await screen.GetByRole(AriaRole.Button, new() { Name = "Show it so" }).FocusAsync();
        await screen.Keyboard.PressAsync("Enter");
        await Expect(screen.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        Assert.Equal(screen.Url, address);
        return address;
    }
}
