using Bunit;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using FloorManager.Web.Screens.Chair;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>Mexico's wish came through the office; the day after, in the panel, the second of the delegation asks from the seat.</summary>
public sealed class SeeingBothDoors : InAPanel
{
    private static readonly SeatLabel First = new("B-23"), Second = new("C-1");

    private async Task<FloorRequest> ThroughBoth()
    {
        await Here.Do(new RaiseRequest(Seat: First, Channel: IntakeChannel.Office));
        Server.Time.Advance(TimeSpan.FromHours(25.5));
        return Assert.Single((await Here.Do(new RaiseRequest(Seat: Second, Channel: IntakeChannel.Seat))).Requests.Values);
    }

    [Fact]
    public async Task A_row_of_the_pool_tells_both_doors_with_both_times_and_who_else_asked()
    {
        await ThroughBoth();
        var page = Here.Open<ChairPage>();
        Assert.Equal(["Office 26 Jul 10:00", "Seat C-1 11:30 – Tonatiuh Béjar Olmedo"], page.FindAll(".pool .fact-door").Select(f => f.TextContent.Trim()));
    }

    [Fact]
    public async Task One_door_is_told_as_ever()
    {
        await Here.Do(new RaiseRequest(Seat: First, Channel: IntakeChannel.Seat));
        var page = Here.Open<ChairPage>();
        Assert.Empty(page.FindAll(".fact-door"));
        Assert.Contains(page.FindAll(".pool .fact"), f => f.TextContent == "Seat B-23");
    }

    [Fact]
    public async Task The_chair_calls_whoever_asked_too_by_the_same_request()
    {
        var asked = await ThroughBoth();
        var page = Here.Open<ChairPage>();
        await Tap(page, "[data-act=give-other]", "Tonatiuh Béjar Olmedo");
        Becomes(page, s => s.Floor is { } floor && floor.Request == asked.Id && floor.Speaker.Name == "Tonatiuh Béjar Olmedo");
        Assert.Empty(page.FindAll(".pool .row"));
    }

    [Fact]
    public async Task Whoever_looks_for_either_person_finds_the_one_request()
    {
        await ThroughBoth();
        var page = Here.Open<ChairPage>();
        foreach (var name in new[] { "Xóchitl", "Tonatiuh", "C-1" })
        {
            await page.InvokeAsync(() => page.Find("#pool-find").Input(name));
            Assert.Single(page.FindAll(".pool .row"));
            Assert.Single(page.FindAll(".pool .fact-delegation"));
        }
    }

    [Fact]
    public async Task A_row_shows_that_a_seat_has_joined_as_soon_as_it_has()
    {
        await Here.Do(new RaiseRequest(Seat: First, Channel: IntakeChannel.Office));
        var page = Here.Open<ChairPage>();
        Assert.Empty(page.FindAll(".fact-door"));
        await Here.Do(new RaiseRequest(Seat: Second, Channel: IntakeChannel.Seat));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".pool .fact-door").Count));
    }
}
