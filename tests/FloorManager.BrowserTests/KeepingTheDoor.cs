using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>The hearing takes requests from those in the room only, and somebody at the door scans the tickets.</summary>
public sealed class KeepingTheDoor(Chromium chromium) : InTheHall(chromium)
{
    private static readonly SeatLabel Mexico = new("C-1");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var details = (await Server.Session()).State.Details!;
        Assert.IsType<Answer.Done>(await Server.Hearings.Submit(
            FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), new HearingCommand.ChangeHearing(details with { PresenceNeeded = true })));
    }

    /// <summary>A scanner types as fast as the keyboard allows and ends each ticket with Enter; nothing is clicked.</summary>
    [Fact]
    public async Task A_scanned_ticket_opens_the_seat_of_its_holder_and_the_chair_sees_who_is_there()
    {
        var seat = await Seat(Mexico);
        await Expect(seat.GetByRole(AriaRole.Heading, new() { Name = "Please check in first" })).ToBeVisibleAsync();
        await Expect(seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" })).ToBeHiddenAsync();

        var door = await Console(Role.Secretariat);
        await door.GotoAsync($"/setup/{FloorServer.Sample}/room");
        await Expect(door.Locator("#door-ticket")).ToBeFocusedAsync();
        foreach (var ticket in new[] { "1001", "1045", "9999", "1045" })
        {
            await door.Keyboard.TypeAsync(ticket);
            await door.Keyboard.PressAsync("Enter");
        }

        await Expect(door.Locator(".door-scan")).ToHaveTextAsync(
        [
            "Mr. Tonatiuh Béjar Olmedo, Mexico: in the room already, since 10:00", "Nobody on the register has the ticket number 9999.",
            "Mr. Tonatiuh Béjar Olmedo, Mexico – Seat C-1", "Ms. Drita Kolëmarku, Albania – Seat A-1",
        ]);
        await Expect(door.Locator("#door-ticket")).ToHaveValueAsync("");

        await seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" }).ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Heading, new() { Name = "Your request has reached the chair" })).ToBeVisibleAsync();
        await door.GotoAsync($"/{FloorServer.Sample}/desk");
        await Expect(door.Locator(".pool .row")).ToHaveCountAsync(1);
        await Expect(door.Locator(".pool .row")).Not.ToContainTextAsync("not checked in");
        await Server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), new HearingCommand.CheckOut(new("1045")));
        await Expect(door.Locator(".pool .row")).ToContainTextAsync("not checked in");
    }
}
