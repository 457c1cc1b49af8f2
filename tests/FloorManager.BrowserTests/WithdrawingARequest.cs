using FloorManager.Domain.Requests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

public sealed class WithdrawingARequest(Chromium chromium) : InTheHall(chromium)
{
    [Fact]
    public async Task A_request_is_withdrawn_with_one_tap_and_may_be_made_again()
    {
        var label = await Server.AdmittedSeat();
        var seat = await Seat(label);
        await seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" }).ClickAsync();
        await seat.GetByRole(AriaRole.Button, new() { Name = "Withdraw my request" }).ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Heading, new() { Name = "You have withdrawn your request" })).ToBeVisibleAsync();
        Assert.Equal(RequestState.Withdrawn, Assert.Single((await Server.Session()).State.Requests.Values).State);

        await seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor again" }).ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Heading, new() { Name = "Your request has reached the chair" })).ToBeVisibleAsync();
        Assert.Equal(RequestState.Pending, (await RequestOf(label)).State);
    }
}
