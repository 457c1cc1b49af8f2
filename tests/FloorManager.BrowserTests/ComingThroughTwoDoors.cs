using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

public sealed class ComingThroughTwoDoors(Chromium chromium) : InTheHall(chromium)
{
    private static readonly SeatLabel First = new("B-23"), Second = new("C-1");

    /// <summary>The office was told for the first of Mexico, by the keyboard alone; twelve minutes later the second asks from the seat, and takes it back.</summary>
    [Fact]
    public async Task A_delegation_is_found_and_merged_with_both_times_and_each_takes_back_its_own()
    {
        var desk = await Console(Role.Secretariat);
        await Expect(desk.Locator("#log-find")).ToBeFocusedAsync();
        await desk.Keyboard.TypeAsync("xoch,2");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator(".log-done")).ToContainTextAsync("Logged: H.E. Ms. Xóchitl");

        await Pass(TimeSpan.FromMinutes(12));
        var seat = await Seat(Second);
        await seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" }).ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Heading, new() { Name = "Your request has reached the chair" })).ToBeVisibleAsync();
        await Expect(desk.Locator(".pool .row")).ToHaveCountAsync(1);
        await Expect(desk.Locator(".pool .fact-door")).ToHaveTextAsync(["Office 10:00", "Seat C-1 10:12 – Tonatiuh Béjar Olmedo"]);

        await seat.GetByRole(AriaRole.Button, new() { Name = "Withdraw my request" }).ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" })).ToBeVisibleAsync();
        await Expect(desk.Locator(".pool .fact-door")).ToHaveCountAsync(0);
        var left = await RequestOf(First);
        Assert.Equal((RequestState.Pending, IntakeChannel.Office, "panel-1-topic-2"), (left.State, Assert.Single(left.Doors).Channel, left.Topic!.Value.Value));
    }

    [Fact]
    public async Task Two_entries_of_one_person_are_merged_by_the_keyboard()
    {
        var twice = (await HolderOf(Second)) with { Id = new("2001"), FullName = "BEJAR OLMEDO, Tonatiuh", Seat = null };
        Assert.IsType<Answer.Done>(await Server.Hearings.Submit(Web.Tests.FloorServer.Sample, Grant.System(Web.Tests.FloorServer.Sample), new(Guid.NewGuid()), new HearingCommand.RegisterParticipants([twice])));
        var setup = await Console(Role.Secretariat);
        await setup.GotoAsync($"/setup/{Web.Tests.FloorServer.Sample}/participants");
        await setup.Locator("[data-act=compare]").PressAsync("Enter");
        await Expect(setup.Locator("#merge-form")).ToBeFocusedAsync();
        await setup.Keyboard.PressAsync("Tab");
        await Expect(setup.Locator("[data-act=merge]")).ToBeFocusedAsync();
        await setup.Keyboard.PressAsync("Enter");
        await Expect(setup.Locator("#people-twice")).ToHaveTextAsync("Entries that may be one person: 0");
        await Expect(setup.Locator("#people-twice")).ToBeFocusedAsync();
        Assert.Equal(new ParticipantId("1045"), (await Server.Session()).State.Merged[new("2001")]);
    }
}
