using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Requests;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Record;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>Chair and desk see and set when a panel takes requests; what was not reached is handed in in writing.</summary>
public sealed class TakingRequests : InAPanel
{
    private Task Click(IRenderedComponent<ChairPage> page, string act) => Tap(page, $"[data-act={act}]");

    private async Task<Intake?> Now() => (await State()).IntakeOf(new("panel-1"));

    [Fact]
    public async Task It_is_closed_and_opened_by_hand_and_says_so()
    {
        var page = Here.Open<ChairPage>();
        Assert.Contains("Open", Text(page, ".intake summary"), StringComparison.Ordinal);
        await Click(page, "close-intake");
        Shows(page, ".intake summary", "Closed");
        Assert.False((await Now())!.IsOpen(Server.Time.GetUtcNow()));
        await Click(page, "open-intake");
        Shows(page, ".intake summary", "Open");
        Assert.Null(await Now());
    }

    [Fact]
    public async Task At_the_set_time_it_closes_and_the_console_says_so_at_that_instant()
    {
        // Beside the half minutes at which it is drawn anew anyway.
        Server.Time.Advance(TimeSpan.FromSeconds(13));
        var page = Here.Open<ChairPage>();
        var state = await State();
        var closes = Server.Time.GetUtcNow().AddMinutes(7);
        closes = closes.AddTicks(-(closes.Ticks % TimeSpan.TicksPerMinute));
        await page.InvokeAsync(() => page.Find("[data-field=closes]").ChangeAsync(new() { Value = $"{state.Local(closes):HH:mm:ss}" }));
        await page.Find(".intake-times").SubmitAsync();
        Shows(page, ".intake summary", $"Until {state.Local(closes):HH:mm}");
        Assert.Equal(new Intake(null, closes), await Now());
        Server.Time.Advance(closes - Server.Time.GetUtcNow() - TimeSpan.FromSeconds(1));
        Shows(page, ".intake summary", $"Until {state.Local(closes):HH:mm}");
        Server.Time.Advance(TimeSpan.FromSeconds(1));
        Shows(page, ".intake summary", "Closed");
    }

    [Fact]
    public async Task A_later_panel_has_times_of_its_own_on_its_own_day()
    {
        var printed = await State();
        await Here.Do(new SetProgramme(printed.ProgrammeIn(TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), daysLater: 400)));
        var page = Here.Open<ChairPage>();
        await page.InvokeAsync(() => page.Find("[data-field=intake-panel]").ChangeAsync(new() { Value = "panel-3" }));
        await page.InvokeAsync(() => page.Find("[data-field=opens]").ChangeAsync(new() { Value = "14:30" }));
        await page.Find(".intake-times").SubmitAsync();
        page.WaitForAssertion(() => Assert.NotEmpty(page.Instance.Live.State!.Intakes));
        var state = await State();
        var (intake, panel) = (state.IntakeOf(new("panel-3"))!, state.FindSegment(new("panel-3"))!);
        Assert.NotEqual(state.Local(Server.Time.GetUtcNow()).Date, state.Local(panel.StartsAt).Date);
        Assert.Equal(($"{state.Local(panel.StartsAt):yyyy-MM-dd} 14:30", null), ($"{state.Local(intake.OpensAt!.Value):yyyy-MM-dd HH:mm}", intake.ClosesAt));
        Assert.Contains("Open", Text(page, ".intake summary"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_that_make_no_sense_are_refused_and_stay_to_be_mended()
    {
        var page = Here.Open<ChairPage>();
        foreach (var (field, time) in new[] { ("opens", "11:00:00"), ("closes", "10:30:00") })
            await page.InvokeAsync(() => page.Find($"[data-field={field}]").ChangeAsync(new() { Value = time }));
        await page.Find(".intake-times").SubmitAsync();
        Shows(page, ".console-notice", "must lie between");
        Assert.Equal(("11:00:00", "10:30:00"), (page.Find("[data-field=opens]").GetAttribute("value"), page.Find("[data-field=closes]").GetAttribute("value")));
    }

    [Fact]
    public async Task What_came_on_paper_is_noted_at_the_record_and_stands_there()
    {
        var request = await Asked(0);
        await Here.Do(new OpenSegment(new("panel-2")));
        await using var desk = await Room.For(Server, Role.Secretariat);
        var record = desk.Open<RecordPage>();
        record.Find(".record-hand-in textarea").Change("  Ratify it.\nAnd soon.  ");
        await record.Find(".record-hand-in form").SubmitAsync();
        record.WaitForAssertion(() => Assert.Equal("Ratify it.\nAnd soon.", record.Find(".record-notes .record-note").TextContent));
        Assert.Contains("Written contributions: 1", record.Markup, StringComparison.Ordinal);
        Assert.Contains(request.Delegation, record.Find(".record-notes").TextContent, StringComparison.Ordinal);
        Assert.Empty(Here.Open<RecordPage>().FindAll(".record-hand-in"));
    }
}
