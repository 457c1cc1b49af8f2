using System.Globalization;
using FloorManager.Domain.Hearings;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Requests close at a set time, a panel ends before everybody was reached, and what there was no time for is handed in.</summary>
public sealed class ClosingTheIntake(Chromium chromium) : InTheHall(chromium)
{
    private static readonly string[] Lines = ["Madam Chair,", "", "What I would have said."];

    [Fact]
    public async Task The_chair_sets_a_time_the_seats_page_closes_by_itself_and_who_was_not_reached_hands_in_what_they_would_have_said()
    {
        var (first, second) = (await Server.AdmittedSeat(), await Server.AdmittedSeat(1));
        var (early, late) = (await Seat(first), await Seat(second));
        var chair = await Console(Role.Chair);
        await early.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" }).ClickAsync();

        var closes = await TheChairClosesRequestsIn(chair, minutes: 5);
        await Expect(late.Locator(".seat-intake")).ToHaveTextAsync($"Requests are taken until {closes}");
        await Pass(TimeSpan.FromMinutes(5));
        await Expect(late.GetByRole(AriaRole.Heading, new() { Name = $"Requests closed at {closes}" })).ToBeVisibleAsync();
        await Expect(late.Locator(".seat-ask")).ToBeHiddenAsync();
        await Expect(early.GetByRole(AriaRole.Button, new() { Name = "Withdraw my request" })).ToBeVisibleAsync();
        await Expect(chair.Locator(".intake > summary")).ToContainTextAsync($"closed {closes}");

        await Staff(Role.Chair, "open-segment", new { segmentId = "panel-2" });
        await TheSeatHandsIn(early);
        await Expect(late.Locator(".written")).ToBeHiddenAsync();
        await TheRecordHasIt(chair, (await HolderOf(first)).FullName);
    }

    /// <summary>By the keyboard, from the menu beside the number of those who wait.</summary>
    private async Task<string> TheChairClosesRequestsIn(IPage chair, int minutes)
    {
        var state = (await Server.Session()).State;
        // Set times are whole minutes; the pages' clock is brought to one.
        var now = Server.Time.GetUtcNow();
        await Pass(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(now.Ticks % TimeSpan.TicksPerMinute));
        var closes = state.Local(Server.Time.GetUtcNow().AddMinutes(minutes)).ToString("HH:mm", CultureInfo.InvariantCulture);
        await chair.Locator(".intake > summary").PressAsync("Enter");
        await Expect(chair.Locator("[data-field=intake-opens]")).ToBeFocusedAsync();
        await chair.Locator("[data-field=intake-closes]").FillAsync(closes);
        await chair.GetByRole(AriaRole.Button, new() { Name = "Set times" }).PressAsync("Enter");
        await Expect(chair.Locator(".intake > summary")).ToContainTextAsync($"until {closes}");
        return closes;
    }

    private static async Task TheSeatHandsIn(IPage seat)
    {
        await Expect(seat.Locator(".written-sentence")).ToContainTextAsync("Panel 1 ended before you could be called.");
        await seat.GetByRole(AriaRole.Button, new() { Name = "Write a contribution" }).ClickAsync();
        await seat.GetByRole(AriaRole.Textbox, new() { Name = "Your contribution" }).FillAsync(string.Join('\n', Lines));
        // A phone that loads the page anew in the middle of it.
        await seat.ReloadAsync();
        await seat.GetByRole(AriaRole.Button, new() { Name = "Write a contribution" }).ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Textbox, new() { Name = "Your contribution" })).ToHaveValueAsync(string.Join('\n', Lines));
        await seat.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Expect(seat.Locator(".written-received")).ToContainTextAsync("Your contribution was received (");
        await Expect(seat.GetByRole(AriaRole.Button, new() { Name = "Change my contribution" })).ToBeFocusedAsync();
    }

    private static async Task TheRecordHasIt(IPage chair, string name)
    {
        await chair.GetByRole(AriaRole.Link, new() { Name = "Record" }).ClickAsync();
        var written = chair.Locator(".record-written li");
        await Expect(written).ToContainTextAsync(name);
        Assert.Equal(string.Join('\n', Lines), await written.Locator(".record-note").InnerTextAsync());
    }
}
