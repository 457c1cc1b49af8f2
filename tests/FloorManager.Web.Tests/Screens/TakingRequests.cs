using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Desk;
using FloorManager.Web.Screens.Record;
using FloorManager.Web.Screens.Shared;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>The consoles say whether requests are taken from the seats, open and close them, and keep what was handed in by those who were not reached.</summary>
public sealed class TakingRequests : IAsyncLifetime
{
    private static readonly SegmentId Panel1 = new("panel-1"), Panel2 = new("panel-2");

    private readonly FloorServer _server = new();
    private Room _chair = null!, _desk = null!;

    public async ValueTask InitializeAsync()
    {
        (_chair, _desk) = (await Room.For(_server, Role.Chair), await Room.For(_server, Role.Secretariat));
        await _chair.Do(new OpenSegment(Panel1));
    }

    public async ValueTask DisposeAsync()
    {
        await _chair.DisposeAsync();
        await _desk.DisposeAsync();
        await _server.DisposeAsync();
    }

    private DateTimeOffset Now => _server.Time.GetUtcNow();

    private async Task<Intake> IntakeOf(SegmentId panel) => (await _server.Session()).State.IntakeOf(panel);

    private async Task<string> Wall(DateTimeOffset at) => (await _server.Session()).State.WallTime(at);

    private static void Says<T>(IRenderedComponent<T> page, string text, bool shut) where T : LivePage => page.WaitForAssertion(() =>
    {
        Assert.Equal(text, page.Find(".intake > summary span:last-child").TextContent);
        Assert.Equal(shut, page.Find(".intake").ClassList.Contains("intake-shut"));
    });

    private async Task<FloorRequest> NotReached(SeatLabel seat, SegmentId next)
    {
        await _desk.Do(new RaiseRequest(Seat: seat));
        return (await _desk.Do(new OpenSegment(next))).Requests.Values.Last(r => r.Seat == seat && r.State == RequestState.Lapsed);
    }

    [Fact]
    public async Task The_chair_closes_requests_now_and_opens_them_again_and_the_desk_sees_it()
    {
        var (chair, desk) = (_chair.Open<ChairPage>(), _desk.Open<DeskPage>());
        Says(chair, "open", shut: false);
        await Room.Tap(chair, () => chair.Find("[data-act=intake-close]"));
        var closed = $"closed {await Wall(Now)}";
        Says(desk, closed, shut: true);
        Says(chair, closed, shut: true);
        Assert.Equal(new Intake(ClosesAt: Now), await IntakeOf(Panel1));
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        await Room.Tap(desk, () => desk.Find("[data-act=intake-open]"));
        Says(chair, "open", shut: false);
        Assert.Equal(Intake.Always, await IntakeOf(Panel1));
    }

    [Fact]
    public async Task The_label_changes_at_the_set_time_although_nothing_happens()
    {
        await _chair.Do(new SetIntake(Panel1, Now.AddSeconds(7), Now.AddSeconds(17)));
        var (opens, closes) = (await Wall(Now.AddSeconds(7)), await Wall(Now.AddSeconds(17)));
        var chair = _chair.Open<ChairPage>();
        Says(chair, $"from {opens}", shut: true);
        _server.Time.Advance(TimeSpan.FromSeconds(7.1));
        Says(chair, $"until {closes}", shut: false);
        _server.Time.Advance(TimeSpan.FromSeconds(10));
        Says(chair, $"closed {closes}", shut: true);
    }

    [Fact]
    public async Task The_desk_sets_the_times_of_a_panel_to_come_by_the_clock_of_the_chamber()
    {
        var desk = _desk.Open<DeskPage>();
        var state = (await _server.Session()).State;
        var (opens, closes) = (TimeOnly.FromDateTime(state.Local(Now).DateTime).AddHours(1), TimeOnly.FromDateTime(state.Local(Now).DateTime).AddHours(2));
        await desk.InvokeAsync(() => desk.Find("[data-field=intake-panel]").Change("panel-2"));
        await desk.InvokeAsync(() => desk.Find("[data-field=intake-opens]").Change($"{opens:HH:mm}:00"));
        await desk.InvokeAsync(() => desk.Find("[data-field=intake-closes]").Change($"{closes:HH:mm}:00"));
        await desk.InvokeAsync(() => desk.Find("form.intake-times").SubmitAsync());
        var set = await IntakeOf(Panel2);
        Assert.Equal(($"{opens:HH:mm}", $"{closes:HH:mm}"), (await Wall(set.OpensAt!.Value), await Wall(set.ClosesAt!.Value)));
        Assert.Equal(state.Local(Now).Date, state.Local(set.OpensAt.Value).Date);
        desk.WaitForAssertion(() => Assert.Contains($"Panel 2 – from {opens:HH:mm}", desk.Find("[data-field=intake-panel]").TextContent, StringComparison.Ordinal));
        Says(desk, "open", shut: false);
    }

    [Fact]
    public async Task Times_that_are_the_wrong_way_round_are_explained_and_stay_in_their_fields()
    {
        var chair = _chair.Open<ChairPage>();
        await chair.InvokeAsync(() => chair.Find("[data-field=intake-opens]").Change("12:00:00"));
        await chair.InvokeAsync(() => chair.Find("[data-field=intake-closes]").Change("11:00:00"));
        await chair.InvokeAsync(() => chair.Find("form.intake-times").SubmitAsync());
        chair.WaitForAssertion(() => Assert.Contains("Requests must close after they open.", chair.Find(".console-notice").TextContent, StringComparison.Ordinal));
        Assert.Equal(("12:00", "11:00"), (chair.Find("[data-field=intake-opens]").GetAttribute("value"), chair.Find("[data-field=intake-closes]").GetAttribute("value")));
        Assert.Equal(Intake.Always, await IntakeOf(Panel1));
    }

    [Fact]
    public async Task Opening_by_hand_keeps_the_closing_that_is_still_to_come()
    {
        await _chair.Do(new SetIntake(Panel1, Now.AddMinutes(10), Now.AddMinutes(30)));
        var chair = _chair.Open<ChairPage>();
        await Room.Tap(chair, () => chair.Find("[data-act=intake-open]"));
        Says(chair, $"until {await Wall(Now.AddMinutes(30))}", shut: false);
    }

    [Fact]
    public async Task What_was_done_is_told_and_taken_back()
    {
        var chair = _chair.Open<ChairPage>();
        await Room.Tap(chair, () => chair.Find("[data-act=intake-close]"));
        var at = await Wall(Now);
        chair.WaitForAssertion(() => Assert.Equal($"set requests to close at {at} (Panel 1)", chair.Find(".undo-what").TextContent));
        await Room.Tap(chair, () => chair.Find(".undo"));
        Says(chair, "open", shut: false);
    }

    [Fact]
    public async Task The_desk_sees_who_was_not_reached_and_enters_what_came_by_mail_and_the_record_has_it()
    {
        var desk = _desk.Open<DeskPage>();
        Assert.Empty(desk.FindAll(".not-reached"));
        var request = await NotReached(await _server.AdmittedSeat(), Panel2);
        desk.WaitForAssertion(() => Assert.Contains("offered on the seat page", desk.Find(".not-reached-row").TextContent, StringComparison.Ordinal));
        await Room.Tap(desk, () => desk.Find("[data-act=write]"));
        await desk.InvokeAsync(() => desk.Find(".not-reached-form textarea").Change("First line.\n\nثانيا"));
        await desk.InvokeAsync(() => desk.Find(".not-reached-form").SubmitAsync());
        var at = await Wall(Now);
        desk.WaitForAssertion(() => Assert.Contains($"received {at}, Desk", desk.Find(".not-reached-row").TextContent, StringComparison.Ordinal));
        desk.WaitForAssertion(() => Assert.Empty(desk.FindAll(".not-reached-form")));
        Assert.Contains("Contributions received: 1", desk.Find(".not-reached summary").TextContent, StringComparison.Ordinal);

        var record = _desk.Open<RecordPage>();
        var written = record.Find(".record-written li");
        Assert.Contains(request.Delegation, written.TextContent, StringComparison.Ordinal);
        Assert.Equal(("First line.\n\nثانيا", "auto"), (written.QuerySelector(".record-note")!.TextContent, written.QuerySelector(".record-note")!.GetAttribute("dir")));
    }

    [Fact]
    public async Task What_the_seat_hands_in_meanwhile_is_shown_before_it_is_replaced()
    {
        var request = await NotReached(await _server.AdmittedSeat(), Panel2);
        var desk = _desk.Open<DeskPage>();
        await Room.Tap(desk, () => desk.Find("[data-act=write]"));
        await desk.InvokeAsync(() => desk.Find(".not-reached-form textarea").Change("By e-mail."));
        await _chair.Do(new HandInContribution(request.Id, "By the seat."));
        await desk.InvokeAsync(() => desk.Find(".not-reached-form").SubmitAsync());
        desk.WaitForAssertion(() => Assert.Contains("By the seat.", desk.Find(".not-reached-meanwhile").TextContent, StringComparison.Ordinal));
        Assert.Equal("By the seat.", (await _server.Session()).State.Contributions[request.Id].Text);
        await desk.InvokeAsync(() => desk.Find(".not-reached-form").SubmitAsync());
        Assert.Equal("By e-mail.", (await _server.Session()).State.Contributions[request.Id].Text);
    }

    [Fact]
    public async Task What_is_refused_stays_in_its_field()
    {
        await NotReached(await _server.AdmittedSeat(), Panel2);
        var desk = _desk.Open<DeskPage>();
        await Room.Tap(desk, () => desk.Find("[data-act=write]"));
        await desk.InvokeAsync(() => desk.Find(".not-reached-form textarea").Change("Came too late."));
        await _chair.Do(new ArchiveHearing());
        await desk.InvokeAsync(() => desk.Find(".not-reached-form").SubmitAsync());
        desk.WaitForAssertion(() => Assert.Contains("is archived", desk.Find(".console-notice").TextContent, StringComparison.Ordinal));
        Assert.Equal("Came too late.", desk.Find(".not-reached-form textarea").GetAttribute("value"));
    }

    [Fact]
    public async Task An_archived_hearing_is_read_and_nothing_in_it_is_pressed_until_it_is_taken_out()
    {
        await _chair.Do(new RaiseRequest((await _server.Session()).State.SeatHolders[await _server.AdmittedSeat()]));
        var (chair, desk) = (_chair.Open<ChairPage>(), _desk.Open<DeskPage>());
        Assert.All([chair.Find("main"), desk.Find("main")], page => Assert.Empty(page.QuerySelectorAll(".console-archived, .console-still[disabled]")));
        await _chair.Do(new ArchiveHearing());
        chair.WaitForAssertion(() => Assert.NotNull(chair.Find(".console-still[disabled] .give")));
        desk.WaitForAssertion(() => Assert.NotNull(desk.Find(".console-still[disabled] input")));
        Assert.Contains("can be read", chair.Find(".console-archived").TextContent, StringComparison.Ordinal);
        // The record is for reading, and its rows are opened by buttons.
        Assert.Empty(_desk.Open<RecordPage>().FindAll(".console-still[disabled]"));
        await _chair.Do(new ArchiveHearing(On: false));
        chair.WaitForAssertion(() => Assert.Empty(chair.FindAll(".console-archived, .console-still[disabled]")));
    }
}
