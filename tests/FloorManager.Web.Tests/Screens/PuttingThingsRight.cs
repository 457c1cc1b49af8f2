using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Desk;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

public sealed class PuttingThingsRight : InAPanel
{
    [Fact]
    public async Task A_wrong_recognition_is_undone_and_everything_is_as_it_was()
    {
        var request = await Asked(0);
        await Here.Do(new PlaceOnDeck(request.Id));
        var page = Here.Open<ChairPage>();
        await Tap(page, ".step");
        Shows(page, ".undo", $"gave the floor to {await NameOf(request)}");
        Assert.Contains("you", page.Find(".steps-done button").TextContent, StringComparison.Ordinal);
        await Tap(page, ".undo");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".undo")));
        var state = await State();
        Assert.Null(state.Floor);
        Assert.Equal([request.Id], state.OnDeck);
    }

    [Fact]
    public async Task A_forgotten_start_is_noted_as_of_then()
    {
        await Here.Do(new Recognise(Seat: await Server.AdmittedSeat()));
        Server.Time.Advance(TimeSpan.FromSeconds(40));
        var page = Here.Open<ChairPage>();
        await Tap(page, ".floor-late button", "30 s ago");
        page.WaitForAssertion(() => Assert.Equal("150000", page.Find("floor-clock").GetAttribute("data-remaining-ms")));
    }

    [Fact]
    public async Task Somebody_else_who_speaks_is_put_right_and_the_clock_stays()
    {
        await Here.Do(new Recognise(Seat: await Server.AdmittedSeat(), Start: true));
        Server.Time.Advance(TimeSpan.FromSeconds(20));
        var page = Here.Open<ChairPage>();
        await page.InvokeAsync(() => page.Find("#correct-find").InputAsync(new() { Value = "brazil" }));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".correction button")));
        await Tap(page, ".correction button");
        Shows(page, ".floor-delegation", "Brazil");
        Assert.Equal("", page.Find("#correct-find").GetAttribute("value") ?? "");
        Assert.Equal("159000", page.Find("floor-clock").GetAttribute("data-remaining-ms"));
    }

    [Fact]
    public async Task Whoever_acts_second_is_told_what_the_other_console_did()
    {
        var (first, second) = (await Asked(0), await Asked(1));
        var (one, other) = (Here.Open<ChairPage>(), await Room.For(Server, Role.Chair));
        await using var _ = other;
        var page = other.Open<ChairPage>();
        page.WaitForAssertion(() => Assert.Equal("Also at work: the chair", Text(page, ".console-others")));
        await Tap(one, ".pool .give");
        await page.InvokeAsync(() => page.Instance.Do(new Recognise(second.Id)));
        Shows(page, ".console-notice", $"Meanwhile the chair gave the floor to {await NameOf(first)} (");
        page.WaitForAssertion(() => Assert.DoesNotContain("you", page.Find(".steps-done button").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_acts_second_is_told_when_the_other_console_took_something_back()
    {
        await Asked(0);
        var (one, other) = (Here.Open<ChairPage>(), await Room.For(Server, Role.Chair));
        await using var _ = other;
        var page = other.Open<ChairPage>();
        await Tap(one, ".pool .give");
        Shows(one, ".undo", "gave the floor");
        await Tap(one, ".undo");
        await page.InvokeAsync(() => page.Instance.Do(new StartClock()));
        Shows(page, ".console-notice", "Meanwhile the chair took the last step back (");
    }

    [Fact]
    public async Task What_another_console_has_just_done_is_not_undone_by_a_tap_meant_for_ones_own()
    {
        var page = Here.Open<ChairPage>();
        await Tap(page, ".room-acts .quiet", "Darken");
        Shows(page, ".undo", "dark");
        await using var other = await Room.For(Server, Role.Secretariat);
        var desk = other.Open<DeskPage>();
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        await desk.InvokeAsync(() => desk.Instance.Do(new ShowMessage("Five minutes")));
        Shows(page, ".undo", "Five minutes");
        await Room.Tap(page, () => page.Find(".undo"));
        Assert.Equal("Five minutes", (await State()).Message);
        await Tap(page, ".undo");
        page.WaitForAssertion(() => Assert.Null(page.Instance.Live.State!.Message));
    }

    [Fact]
    public async Task A_search_for_who_speaks_is_not_carried_over_to_the_one_who_interrupts()
    {
        await Here.Do(new Recognise(Seat: await Server.AdmittedSeat(), Start: true));
        var page = Here.Open<ChairPage>();
        await page.InvokeAsync(() => page.Find("#correct-find").InputAsync(new() { Value = "brazil" }));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".correction button")));
        await Here.Do(new Recognise(Seat: await Server.AdmittedSeat(1), Kind: FloorKind.PointOfOrder));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".correction button")));
        Assert.Equal("", page.Find("#correct-find").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_paused_clock_is_not_said_to_go_on_by_itself()
    {
        await Here.Do(new Recognise(Seat: await Server.AdmittedSeat(), Start: true), new PauseClock(), new Recognise(Seat: await Server.AdmittedSeat(1), Kind: FloorKind.PointOfOrder));
        Assert.Contains("stood still before", Text(Here.Open<ChairPage>(), ".floor-interrupted"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_is_not_offered_to_undo_what_the_chair_did()
    {
        await Asked(0);
        var chair = Here.Open<ChairPage>();
        await using var room = await Room.For(Server, Role.Secretariat);
        var desk = room.Open<DeskPage>();
        await Room.Tap(desk, () => desk.FindAll(".pool .quiet").First(b => b.TextContent.StartsWith("To follow", StringComparison.Ordinal)));
        desk.WaitForAssertion(() => Assert.False(desk.Find(".undo").HasAttribute("disabled")));
        await Tap(chair, ".step");
        desk.WaitForAssertion(() => Assert.True(desk.Find(".undo").HasAttribute("disabled")));
    }
}
