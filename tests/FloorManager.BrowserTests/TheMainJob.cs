using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>From the tap at a seat, by way of the chair, to the countdown in the chamber and the row in the record.</summary>
public sealed class TheMainJob(Chromium chromium) : InTheHall(chromium)
{
    private const string Amber = "rgb(255, 194, 51)";
    private const string Red = "rgb(176, 0, 32)";
    private const string White = "rgb(255, 255, 255)";

    [Fact]
    public async Task A_seat_asks_is_recognised_speaks_over_time_and_stands_in_the_record()
    {
        var label = await Server.AdmittedSeat();
        var holder = await HolderOf(label);
        var chamber = await Chamber();
        var seat = await Seat(label);
        var chair = await Console(Role.Chair);

        await seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" }).ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Heading, new() { Name = "Your request has reached the chair" })).ToBeVisibleAsync();
        await TheChairRecognises(chair, holder);
        await TheChamberCountsDown(chamber, holder, seat);
        await Pass(TimeSpan.FromSeconds(6));
        await chair.GetByRole(AriaRole.Button, new() { Name = "Thank and end" }).ClickAsync();

        await Expect(seat.GetByRole(AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        await Expect(seat.Locator(".seat-sentence")).ToHaveTextAsync("You spoke for 3:07.");
        await Expect(chamber.Locator(".chamber-name")).ToBeHiddenAsync();
        await TheRecordHasIt(holder);
        await chair.GetByRole(AriaRole.Link, new() { Name = "Record" }).ClickAsync();
        var row = chair.Locator(".record-table tbody tr");
        foreach (var said in new[] { holder.FullName, holder.Delegation, "Seat", "3:07", "+0:07" }) await Expect(row).ToContainTextAsync(said);
    }

    private async Task TheChairRecognises(IPage chair, Participant holder)
    {
        await chair.Locator(".pool .row", new() { HasText = holder.FullName }).GetByRole(AriaRole.Button, new() { Name = "Give the floor" }).ClickAsync();
        var start = chair.GetByRole(AriaRole.Button, new() { Name = "Start 3:00" });
        await Expect(start).ToBeVisibleAsync();
        await Pass(TimeSpan.FromSeconds(2)); // The chair looks up: a step that has only just appeared is not taken.
        await start.ClickAsync();
        await Expect(chair.GetByRole(AriaRole.Timer)).ToContainTextAsync("3:00");
    }

    private async Task TheChamberCountsDown(IPage chamber, Participant holder, IPage seat)
    {
        var (digits, word) = (chamber.GetByRole(AriaRole.Timer), chamber.Locator(".chamber-word"));
        var (own, ownWord) = (seat.Locator(".seat-digits"), seat.Locator(".seat-clock-word"));
        await Expect(chamber.Locator(".chamber-name")).ToHaveTextAsync(holder.FullName.StartsWith(holder.Style, StringComparison.Ordinal) ? holder.FullName : $"{holder.Style} {holder.FullName}");
        await Expect(chamber.Locator(".chamber-delegation")).ToHaveTextAsync(holder.Delegation);
        await Expect(seat.GetByRole(AriaRole.Heading, new() { Name = "You have the floor" })).ToBeVisibleAsync();
        await Show("3:00", "Speaking time", White);
        await Pass(TimeSpan.FromSeconds(1));
        await Show("2:59", "Speaking time", White);
        await Pass(TimeSpan.FromSeconds(148));
        await Show("0:31", "Speaking time", White);
        await Pass(TimeSpan.FromSeconds(1));
        await Show("0:30", "Last 30 seconds", Amber);
        await Pass(TimeSpan.FromSeconds(29));
        await Show("0:01", "Last 30 seconds", Amber);
        await Pass(TimeSpan.FromSeconds(1));
        await Show("0:00", "TIME – please conclude", White);
        await Expect(chamber.Locator("#floor")).ToHaveCSSAsync("background-color", Red);
        await Pass(TimeSpan.FromSeconds(1));
        await Show("+0:01", "TIME – please conclude", White);

        async Task Show(string text, string said, string colour)
        {
            await Expect(digits).ToHaveTextAsync(text);
            await Expect(digits).ToHaveCSSAsync("color", colour);
            await Expect(word).ToHaveTextAsync(said);
            await Expect(own).ToHaveTextAsync(text);
            await Expect(ownWord).ToHaveTextAsync(said);
        }
    }

    private async Task TheRecordHasIt(Participant holder)
    {
        var row = Assert.Single(HearingRecord.Of((await Server.Session()).State).Segments.SelectMany(s => s.Interventions));
        Assert.Equal(holder.Id, row.Intervention.Speaker.Participant);
        Assert.Equal(IntakeChannel.Seat, row.Channel);
        Assert.Equal(TimeSpan.FromSeconds(187), row.Spoke);
        Assert.Equal(TimeSpan.FromSeconds(7), row.Overrun);
    }
}
