using FloorManager.Domain.Hearings;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>The wrong one was called: with one act the room, the request and the delegate's phone are as they were.</summary>
public sealed class TakingItBack(Chromium chromium) : InTheHall(chromium)
{
    [Theory]
    [InlineData("the key")]
    [InlineData("the button")]
    public async Task A_wrong_recognition_is_undone_by(string way)
    {
        var label = await Server.AdmittedSeat();
        var (seat, chair, chamber) = await SomebodyIsCalled(label);
        var undo = chair.Locator(".undo");
        await Expect(undo).ToContainTextAsync($"gave the floor to {(await HolderOf(label)).FullName}");
        if (way == "the key")
        {
            await chair.EvaluateAsync("() => document.activeElement.blur()");
            await chair.Keyboard.PressAsync("u");
        }
        else
        {
            await undo.ClickAsync();
        }

        await EverythingIsAsItWas(label, seat, chair, chamber);
    }

    [Fact]
    public async Task A_clock_that_was_started_too_is_undone_from_the_list_together_with_the_recognition()
    {
        var label = await Server.AdmittedSeat();
        var (seat, chair, chamber) = await SomebodyIsCalled(label);
        await Pass(TimeSpan.FromSeconds(2));
        await chair.GetByRole(AriaRole.Button, new() { Name = "Start 3:00" }).ClickAsync();
        await Expect(chamber.Locator(".chamber-word")).ToHaveTextAsync("Speaking time");
        await Expect(seat.Locator(".seat-clock-word")).ToHaveTextAsync("Speaking time");
        await Pass(TimeSpan.FromSeconds(20));
        await Expect(seat.Locator(".seat-digits")).ToHaveTextAsync("2:40");

        await chair.Locator(".steps .more > summary").ClickAsync();
        var gave = chair.Locator(".steps-done button", new() { HasText = "gave the floor" });
        await Expect(gave).ToContainTextAsync("with the 1 after it");
        await gave.ClickAsync();
        await EverythingIsAsItWas(label, seat, chair, chamber);
    }

    [Fact]
    public async Task Whoever_really_speaks_is_found_by_a_few_letters_and_the_chamber_shows_them()
    {
        var (_, chair, chamber) = await SomebodyIsCalled(await Server.AdmittedSeat());
        await chair.Locator(".correction > summary").ClickAsync();
        await Expect(chair.Locator("#correct-find")).ToBeFocusedAsync();
        await chair.Locator("#correct-find").ClickAsync();
        await chair.Keyboard.TypeAsync("brazil");
        await Expect(chair.Locator(".correction button")).ToHaveCountAsync(1);
        await chair.Keyboard.PressAsync("Enter");
        await Expect(chamber.Locator(".chamber-delegation")).ToHaveTextAsync("Brazil");
        await Expect(chair.Locator(".floor-delegation")).ToContainTextAsync("Brazil");
    }

    private async Task<(IPage Seat, IPage Chair, IPage Chamber)> SomebodyIsCalled(SeatLabel label)
    {
        var (seat, chair, chamber) = (await Seat(label), await Console(Role.Chair), await Chamber());
        await seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" }).ClickAsync();
        await chair.Locator(".pool .give").ClickAsync();
        await Expect(chamber.Locator(".chamber-name")).ToContainTextAsync((await HolderOf(label)).FullName);
        await Expect(seat.GetByRole(AriaRole.Heading, new() { Name = "You have the floor" })).ToBeVisibleAsync();
        return (seat, chair, chamber);
    }

    private async Task EverythingIsAsItWas(SeatLabel label, IPage seat, IPage chair, IPage chamber)
    {
        await Expect(chamber.Locator(".chamber-name")).ToBeHiddenAsync();
        await Expect(chamber.GetByRole(AriaRole.Timer)).ToBeHiddenAsync();
        await Expect(seat.GetByRole(AriaRole.Heading, new() { Name = "Your request has reached the chair" })).ToBeVisibleAsync();
        await Expect(seat.GetByRole(AriaRole.Button, new() { Name = "Withdraw my request" })).ToBeVisibleAsync();
        await Expect(chair.Locator(".pool .row", new() { HasText = (await HolderOf(label)).FullName })).ToBeVisibleAsync();
        await Expect(chair.Locator("#floor-label")).ToHaveTextAsync("Nobody has the floor");
        Assert.Equal(RequestState.Pending, (await RequestOf(label)).State);
        Assert.Empty((await Server.Session()).State.Ended);
    }
}
