using System.Net;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Two hearings in two chambers on one server, with the same people, the same seats and the same panels: neither ever sees the other's floor.</summary>
public sealed class TwoHearingsAtOnce(Chromium chromium) : InTheHall(chromium)
{
    private const string Other = "chamber-b";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var state = (await Server.Session()).State;
        foreach (var command in new HearingCommand[]
        {
            new HearingCommand.SetUpHearing(state.Details! with { ShortName = Other, Title = "The other chamber", Rules = state.Details!.Rules with { Limit = TimeSpan.FromMinutes(5) } }),
            new HearingCommand.SetProgramme(state.Meetings), new HearingCommand.SetSeatPlan([.. state.Seats.Values]), new HearingCommand.RegisterParticipants([.. state.Participants.Values]),
            new HearingCommand.OpenSegment(new("panel-1")),
        })
        {
            Assert.IsType<Answer.Done>(await Server.Hearings.Submit(Other, Grant.System(Other), new(Guid.NewGuid()), command));
        }
    }

    private async Task<string> TokenThere(Role role, SeatLabel? seat = null) => await Server.Services.GetRequiredService<Credentials>().Issue(Other, role, seat);

    private async Task<Hearing> There() => (await Server.Hearings.Find(Other))!.State;

    [Fact]
    public async Task Each_has_its_own_requests_floor_clock_screens_and_steps_to_take_back()
    {
        var (label, next) = (await Server.AdmittedSeat(), await Server.AdmittedSeat(1));
        var seatThere = await Open($"/enter#{await TokenThere(Role.Seat, label)}");
        await seatThere.WaitForURLAsync("**/seat");
        var chair = await Console(Role.Chair);
        var chairThere = await Open($"/enter#{await TokenThere(Role.Chair)}");
        await chairThere.WaitForURLAsync($"**/{Other}/chair");
        var (screen, screenThere) = (await Chamber(), await Open($"/{Other}/screen"));

        // A seat asks in its own chamber alone, whatever its label.
        await seatThere.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" }).ClickAsync();
        await Expect(chairThere.Locator(".pool .row")).ToHaveCountAsync(1);
        Assert.Empty((await Server.Session()).State.Requests);
        await Expect(chair.Locator(".pool .row")).ToHaveCountAsync(0);

        // Two floors, two clocks.
        await Staff(Role.Chair, "recognise", new { seat = next.Value, start = true });
        await Expect(screen.GetByRole(AriaRole.Timer)).ToContainTextAsync("3:00");
        await Expect(screenThere.Locator(".chamber-title")).ToHaveTextAsync("Panel 1");
        await Expect(screenThere.Locator(".chamber-name")).ToBeHiddenAsync();
        await Pass(TimeSpan.FromSeconds(61));
        await chairThere.Locator(".pool .give").PressAsync("Enter");
        await Pass(TimeSpan.FromSeconds(1));
        await chairThere.GetByRole(AriaRole.Button, new() { Name = "Start 5:00" }).PressAsync("Enter");
        await Expect(screenThere.GetByRole(AriaRole.Timer)).ToContainTextAsync("5:00");
        await Expect(screen.GetByRole(AriaRole.Timer)).ToContainTextAsync("1:58");
        await Expect(seatThere.Locator("#floor")).ToHaveAttributeAsync("data-state", "floor");
        await Expect(screen.Locator(".chamber-name")).ToContainTextAsync((await HolderOf(next)).FullName);
        await Expect(screenThere.Locator(".chamber-name")).ToContainTextAsync((await HolderOf(label)).FullName);

        // What is taken back there is taken back there.
        await Staff(Role.Chair, "show-message", new { text = "Doors close at noon" });
        await chairThere.Keyboard.PressAsync("u");
        await Expect(chairThere.GetByRole(AriaRole.Button, new() { Name = "Start 5:00" })).ToBeVisibleAsync();
        Assert.Equal(("Doors close at noon", null), ((await Server.Session()).State.Message, (await There()).Message));
        Assert.IsType<FloorClock.Running>((await Server.Session()).State.Floor!.Clock);
    }

    [Fact]
    public async Task Nobodys_credential_opens_the_other_chamber()
    {
        var label = await Server.AdmittedSeat();
        foreach (var client in new[] { await Server.Client(Role.Chair), await Server.Client(Role.Secretariat), await Server.Client(Role.Seat, label) })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await FloorServer.Post(client, "raise-request", new { seat = label.Value }, hearing: Other)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await FloorServer.Post(client, "raise-request", new { seat = label.Value })).StatusCode);
        }

        Assert.Empty((await There()).Requests);
        var chair = await Visit();
        await chair.Page.GotoAsync($"/enter#{await Server.Token(Role.Chair)}");
        await chair.Page.WaitForURLAsync("**/chair");
        await chair.Page.GotoAsync($"/{Other}/chair");
        await Expect(chair.Page.Locator(".console-plain")).ToBeVisibleAsync();
        await Expect(chair.Page.Locator(".pool")).ToHaveCountAsync(0);
    }
}
