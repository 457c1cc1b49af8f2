using Bunit;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components.Web;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

public sealed class ChairingAPanel : AtTheChairsConsole
{
    [Fact]
    public async Task Any_request_is_called_whatever_the_order_of_asking()
    {
        await Here.Do(new OpenSegment(new("panel-1")));
        foreach (var seat in new[] { 0, 1, 2 }) await Here.Do(new RaiseRequest(Seat: await Server.AdmittedSeat(seat)));
        var page = Here.Open<ChairPage>();
        var name = page.FindAll(".pool .row")[2].QuerySelector("bdi")!.TextContent;
        await Room.Tap(page, () => page.FindAll(".pool .row")[2].QuerySelector(".give")!);
        Becomes(page, s => s.Floor is not null);
        Assert.EndsWith(page.Instance.Live.State!.Floor!.Speaker.Name, name, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".pool .row").Count));
    }

    [Fact]
    public async Task An_act_that_succeeds_draws_the_console_once()
    {
        var page = Here.Open<ChairPage>();
        var part = page.FindComponent<ChairsLine>(); // One without parts of its own, whose drawings would be counted with it.
        var drawn = part.RenderCount;
        await page.InvokeAsync(() => page.Instance.Do(new ShowMessage("once")));
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".room-shown")));
        // What is drawn is seen a moment before it is counted.
        page.WaitForAssertion(() => Assert.Equal(drawn + 1, part.RenderCount));
        await page.InvokeAsync(() => { });
        Assert.Equal(drawn + 1, part.RenderCount);
    }

    [Fact]
    public async Task Who_calls_while_somebody_speaks_is_told_who_that_is_and_nothing_moves()
    {
        await Here.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: await Server.AdmittedSeat(1)), new Recognise(Seat: await Server.AdmittedSeat(), Start: true));
        var page = Here.Open<ChairPage>();
        Assert.True(page.Find(".console-notice").HasAttribute("hidden"));
        var before = await State();
        await Room.Tap(page, () => page.Find(".pool .give"));
        page.WaitForAssertion(() => Assert.Contains("has the floor. End that intervention first.", Text(page, ".console-notice"), StringComparison.Ordinal));
        Assert.Contains(before.Floor!.Speaker.Name, Text(page, ".console-notice"), StringComparison.Ordinal);
        Assert.Equal(before.Version, (await State()).Version);

        await Room.Tap(page, () => page.Find(".console-notice button"));
        page.WaitForAssertion(() => Assert.True(page.Find(".console-notice").HasAttribute("hidden")));
    }

    [Theory]
    [InlineData("+30 s", 210)]
    [InlineData("−10 s", 170)]
    public async Task The_clock_is_adjusted_paused_and_resumed(string button, int left)
    {
        await Here.Do(new OpenSegment(new("panel-1")), new Recognise(Seat: await Server.AdmittedSeat(), Start: true));
        var page = Here.Open<ChairPage>();
        await Room.Tap(page, () => page.FindAll(".floor-adjust button").Single(b => b.TextContent.Contains(button, StringComparison.Ordinal)));
        Becomes(page, s => s.Floor!.Clock.Remaining(s.LastAt) == TimeSpan.FromSeconds(left));
        page.WaitForAssertion(() => Assert.Equal($"{left * 1000}", page.Find("floor-clock").GetAttribute("data-remaining-ms")));

        await Room.Tap(page, () => page.Find(".step-second"));
        Becomes(page, s => s.Floor!.Clock is FloorClock.Paused);
        page.WaitForAssertion(() => Assert.Equal("Resume", Text(page, ".step")));
        Server.Time.Advance(TimeSpan.FromMinutes(1));
        await Room.Tap(page, () => page.Find(".step"));
        Becomes(page, s => s.Floor!.Clock is FloorClock.Running);
        Assert.Equal(TimeSpan.FromSeconds(left), (await State()).Floor!.Clock.Remaining(Server.Time.GetUtcNow()));
    }

    [Fact]
    public async Task A_request_is_announced_set_aside_declined_and_withdrawn()
    {
        await Here.Do(new OpenSegment(new("panel-1")));
        foreach (var seat in new[] { 0, 1, 2, 3 }) await Here.Do(new RaiseRequest(Seat: await Server.AdmittedSeat(seat)));
        var page = Here.Open<ChairPage>();
        foreach (var (button, state) in new[] { ("To follow", RequestState.OnDeck), ("Set aside", RequestState.Deferred), ("Decline", RequestState.Declined), ("Withdraw", RequestState.Withdrawn) })
        {
            await Room.Tap(page, () => page.FindAll(".pool .row:not(.row-aside)")[0].QuerySelectorAll("button").First(b => b.TextContent.StartsWith(button, StringComparison.Ordinal)));
            Becomes(page, s => s.Requests.Values.Any(r => r.State == state));
        }

        page.WaitForAssertion(() => Assert.Contains("set aside", Assert.Single(page.FindAll(".pool .row")).TextContent, StringComparison.Ordinal));
        await Room.Tap(page, () => page.FindAll(".deck .quiet")[0]);
        Becomes(page, s => s.OnDeck.IsEmpty);
    }

    [Fact]
    public async Task Somebody_who_has_not_asked_is_found_in_the_register_and_called()
    {
        await Here.Do(new OpenSegment(new("panel-1")));
        var page = Here.Open<ChairPage>();
        await page.InvokeAsync(() => page.Find("#pool-find").InputAsync(new() { Value = "brazil" }));
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".pool .give")));
        await Room.Tap(page, () => page.Find(".pool .give"));
        Becomes(page, s => s.Floor?.Speaker.Delegation == "Brazil");
    }

    [Fact]
    public async Task Opening_a_segment_asks_first_and_says_what_lapses()
    {
        await Here.Do(new OpenSegment(new("panel-1")), new RaiseRequest(Seat: await Server.AdmittedSeat()));
        var page = Here.Open<ChairPage>();
        await Room.Tap(page, () => page.FindAll(".segment").Single(s => s.TextContent.Contains("Panel 2", StringComparison.Ordinal)));
        page.WaitForAssertion(() => Assert.Contains("Requests of Panel 1 that lapse: 1.", Text(page, ".segment-ask"), StringComparison.Ordinal));
        Assert.Equal("panel-1", (await State()).OpenSegmentId?.Value);
        page.Find(".segment-ask").KeyDown(new KeyboardEventArgs { Key = "Escape" });
        Assert.Empty(page.FindAll(".segment-ask"));
        await Room.Tap(page, () => page.FindAll(".segment").Single(s => s.TextContent.Contains("Panel 2", StringComparison.Ordinal)));
        await Room.Tap(page, () => page.FindAll(".segment-ask button")[0]);
        Becomes(page, s => s.OpenSegmentId?.Value == "panel-2");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".segment-ask")));
    }

    [Fact]
    public async Task Opening_a_segment_is_not_offered_while_somebody_has_the_floor()
    {
        var floor = (await Here.Do(new OpenSegment(new("panel-1")), new Recognise(Seat: await Server.AdmittedSeat()))).Floor!;
        var page = Here.Open<ChairPage>();
        await Room.Tap(page, () => page.FindAll(".segment").Single(s => s.TextContent.Contains("Panel 2", StringComparison.Ordinal)));
        page.WaitForAssertion(() => Assert.Contains($"{floor.Speaker.Name} has the floor.", Text(page, ".segment-ask"), StringComparison.Ordinal));
        Assert.Equal("Not now", Assert.Single(page.FindAll(".segment-ask button")).TextContent.Trim());
        await Here.Do(new EndIntervention());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".segment-ask button").Count));
    }

    [Fact]
    public async Task Less_time_than_there_is_in_all_is_not_offered()
    {
        await Here.Do(new OpenSegment(new("panel-1")), new Recognise(Seat: await Server.AdmittedSeat()), new AdjustClock(-155));
        var page = Here.Open<ChairPage>();
        Assert.Equal([true, false, false, false], page.FindAll(".floor-adjust button").Select(b => b.HasAttribute("disabled")));
    }

    [Fact]
    public async Task The_phase_and_the_podium_follow_the_programme()
    {
        await Here.Do(new OpenSegment(new("panel-1")));
        var page = Here.Open<ChairPage>();
        await page.InvokeAsync(() => page.Find(".phase-choice select").ChangeAsync(new() { Value = "InteractiveExchange" }));
        Becomes(page, s => s.Phase == PanelPhase.InteractiveExchange);
        page.WaitForAssertion(() => Assert.Contains("Reply", page.FindAll(".podium-give")[1].TextContent, StringComparison.Ordinal));
        await Room.Tap(page, () => page.FindAll(".podium-give")[1]);
        Becomes(page, s => s.Floor is { Kind: FloorKind.Reply, Strict: false });
    }

    [Fact]
    public async Task The_room_is_told_a_message_and_the_screen_is_darkened()
    {
        var page = Here.Open<ChairPage>();
        await page.InvokeAsync(() => page.Find(".room-message").SubmitAsync());
        Assert.True(page.Find(".console-notice").HasAttribute("hidden"));
        await page.InvokeAsync(() => page.Find("#room-text").InputAsync(new() { Value = "We resume at 15:00" }));
        await page.InvokeAsync(() => page.Find(".room-message").SubmitAsync());
        Becomes(page, s => s.Message == "We resume at 15:00");
        page.WaitForAssertion(() => Assert.Contains("We resume at 15:00", Text(page, ".room-shown"), StringComparison.Ordinal));
        await Room.Tap(page, () => page.Find(".room-shown button"));
        Becomes(page, s => s.Message is null);
        await Room.Tap(page, () => page.FindAll(".room-acts button")[1]);
        Becomes(page, s => s.Blackout);
        Assert.True((await State()).Blackout);
    }

    [Fact]
    public async Task When_the_line_is_there_again_the_clock_is_as_late_as_it_is()
    {
        await Here.Do(new OpenSegment(new("panel-1")), new Recognise(Seat: await Server.AdmittedSeat(), Start: true));
        var page = Here.Open<ChairPage>();
        Server.Time.Advance(TimeSpan.FromSeconds(10));
        await new CircuitLine(page.Instance.Live).OnConnectionUpAsync(null!, CancellationToken.None);
        page.WaitForAssertion(() => Assert.Equal("170000", page.Find("floor-clock").GetAttribute("data-remaining-ms")));
    }

    [Fact]
    public async Task A_console_that_was_left_listens_no_more()
    {
        var page = Here.Open<ChairPage>();
        var live = page.Instance.Live;
        var newer = new TaskCompletionSource();
        page.Instance.Dispose();
        live.Changed += newer.SetResult;
        var drawn = page.RenderCount;
        await Here.Do(new OpenSegment(new("panel-1")));
        await newer.Task.WaitAsync(Xunit.TestContext.Current.CancellationToken);
        await page.InvokeAsync(() => { });
        Assert.Equal(drawn, page.RenderCount);
    }
}
