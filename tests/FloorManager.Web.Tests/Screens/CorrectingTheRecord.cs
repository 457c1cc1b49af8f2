using AngleSharp.Dom;
using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Record;
using FloorManager.Web.Screens.Shared;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using TestContext = Xunit.TestContext;

namespace FloorManager.Web.Tests.Screens;

/// <summary>The record on its page: rows are put right by who may, say what stood there, and tell what happened to them.</summary>
public sealed class CorrectingTheRecord : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private readonly Participant[] _who = new Participant[3];
    private Room _room = null!;

    /// <summary>Two have spoken in the first panel, for a hundred and for two hundred seconds, from 10:00:00 and 10:02:00 on; the second panel is open.</summary>
    public async ValueTask InitializeAsync()
    {
        _room = await Room.For(_server, Role.Secretariat);
        await _room.Do(new OpenSegment(new("panel-1")));
        for (var n = 0; n < _who.Length; n++)
        {
            var seat = await _server.AdmittedSeat(n);
            var state = (await _server.Session()).State;
            _who[n] = state.HolderOf(seat)!;
            if (n == 2) break;
            await _room.Do(new RaiseRequest(Seat: seat), new Recognise(Seat: seat, Start: true));
            _server.Time.Advance(TimeSpan.FromSeconds(100 + (100 * n)));
            await _room.Do(new EndIntervention());
            _server.Time.Advance(TimeSpan.FromSeconds(20));
        }

        await _room.Do(new OpenSegment(new("panel-2")));
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static Task Type<T>(IRenderedComponent<T> page, string field, string value) where T : LivePage => page.InvokeAsync(() => page.Find($"[data-field={field}]").ChangeAsync(new() { Value = value }));

    private async Task<Intervention> First() => (await _server.Session()).State.Ended[0];

    [Fact]
    public async Task A_row_is_put_right_with_a_reason_and_says_what_stood_there()
    {
        var page = _room.Open<RecordPage>();
        await Room.Tap(page, () => page.Find("[data-act=correct]"));
        var ended = (await First()).EndedAt!.Value;
        var wall = (await _server.Session()).State.Local(ended);
        Assert.Equal(wall.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), page.Find("[data-field=end]").GetAttribute("value"));
        Assert.Equal(_who[0].Category, page.Find(".record-correct [data-field=category]").GetAttribute("value"));
        await page.InvokeAsync(() => page.Find("[data-field=who]").InputAsync(new() { Value = _who[2].FullName }));
        await Room.Tap(page, () => page.Find("[data-act=who]"));
        await Type(page, "end", wall.AddSeconds(-10).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        await Type(page, "reason", " The card was somebody else’s ");
        await page.InvokeAsync(() => page.Find(".record-correct").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("The card was somebody else’s", page.Find(".record-corrections").TextContent, StringComparison.Ordinal));
        var told = page.Find(".record-corrections").TextContent;
        foreach (var said in new[] { _who[0].FullName, _who[2].FullName, "Corrected", "Secretariat" }) Assert.Contains(said, told, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".record-correct"));
        var now = await First();
        Assert.Equal((_who[2].Id, TimeSpan.FromSeconds(90)), (now.Speaker.Participant!.Value, now.Clock.Spoken(ended)));
        Assert.Equal(_who[2].Category, now.Speaker.Category);
    }

    [Fact]
    public async Task What_is_refused_says_why_and_stays_to_be_mended()
    {
        var page = _room.Open<RecordPage>();
        await Room.Tap(page, () => page.Find("[data-act=correct]"));
        await Type(page, "start", "00:00:00");
        await Type(page, "reason", "Wrong");
        await page.InvokeAsync(() => page.Find(".record-correct").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("when the floor was given", page.Find(".record-correct [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty((await First()).Corrections);
        await Type(page, "start", (await _server.Session()).State.Local((await First()).StartedAt!.Value).ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
        await page.InvokeAsync(() => page.Find(".record-correct").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("says so already", page.Find(".record-correct [role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_loses_nothing_that_they_typed_and_sees_what_stands_there_now()
    {
        var page = _room.Open<RecordPage>();
        await Room.Tap(page, () => page.Find("[data-act=correct]"));
        var (first, state) = (await First(), (await _server.Session()).State);
        var typed = state.WallSecond(first.EndedAt!.Value.AddSeconds(-10));
        await Type(page, "end", typed);
        await Type(page, "reason", "Ended late");
        await _room.Do(new CorrectRecord(first.Id, "Wrong list", ParticipantId: _who[2].Id, StartedAt: first.StartedAt!.Value.AddSeconds(5), Category: "Observer"));
        await page.InvokeAsync(() => page.Find(".record-correct").SubmitAsync());
        page.WaitForAssertion(() => Assert.Contains("corrected meanwhile (“Wrong list”)", page.Find(".record-correct [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Single((await First()).Corrections);
        var fields = new[] { "start", "end", "category", "reason" }.Select(field => page.Find($".record-correct [data-field={field}]").GetAttribute("value"));
        Assert.Equal([state.WallSecond(first.StartedAt.Value.AddSeconds(5)), typed, "Observer", "Ended late"], fields);
        Assert.Contains(_who[2].FullName, page.Find(".record-correct h3").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find(".record-correct").SubmitAsync());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".record-correct")));
        var now = await First();
        Assert.Equal((2, _who[2].Id, "Observer", TimeSpan.FromSeconds(85)), (now.Corrections.Count, now.Speaker.Participant!.Value, now.Speaker.Category, now.EndedAt!.Value - now.StartedAt!.Value));
    }

    [Fact]
    public async Task Two_forms_have_no_id_in_common_and_enter_acts_in_its_own()
    {
        var seat = await _server.AdmittedSeat(2);
        await _room.Do(new Recognise(Seat: seat, Start: true), new EndIntervention());
        var page = _room.Open<RecordPage>();
        await Room.Tap(page, () => page.FindAll("[data-act=correct]")[0]);
        await Room.Tap(page, () => page.FindAll("[data-act=correct]")[^1]);
        Assert.Equal(2, page.FindAll(".record-correct").Count);
        var ids = page.FindAll("[id]").Select(e => e.Id).ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(page.FindAll(".record-correct"), form => Assert.Equal(form.PreviousElementSibling!.Id, form.QuerySelector("[data-field=who]")!.GetAttribute("form")));
    }

    [Fact]
    public async Task From_the_floor_only_those_of_the_register_are_found()
    {
        var page = _room.Open<RecordPage>();
        await Room.Tap(page, () => page.Find("[data-act=correct]"));
        var podium = (await _server.Session()).State.FindSegment(new("panel-1"))!.Podium[0].FullName;
        await page.InvokeAsync(() => page.Find("[data-field=who]").InputAsync(new() { Value = podium }));
        Assert.Empty(page.FindAll("[data-act=who]"));
    }

    [Fact]
    public async Task Whoever_only_reads_the_record_sees_the_correction_and_no_way_to_make_one()
    {
        await _room.Do(new CorrectRecord((await First()).Id, "Wrong list", Category: "Observer"));
        await using var moderator = await Room.For(_server, Role.Moderator);
        var page = moderator.Open<RecordPage>();
        Assert.Empty(page.FindAll("[data-act=correct]"));
        Assert.Contains("Wrong list", page.Find(".record-corrections").TextContent, StringComparison.Ordinal);
        await _room.Do(new ArchiveHearing());
        Assert.Empty(_room.Open<RecordPage>().FindAll("[data-act=correct]"));
    }

    [Fact]
    public async Task A_row_tells_what_happened_to_it_also_what_was_taken_back()
    {
        var desk = _room.Open<RecordPage>().Instance;
        await desk.Do(new CorrectIntervention((await First()).Id, ParticipantId: _who[2].Id));
        await desk.Do(new Undo());
        var page = _room.Open<RecordPage>();
        var tap = page.Find("[data-act=trail]");
        Assert.Equal("false", tap.GetAttribute("aria-expanded"));
        await Room.Tap(page, () => page.Find("[data-act=trail]"));
        page.WaitForAssertion(() => Assert.Equal(7, page.FindAll(".trail li").Count));
        Assert.Equal("true", page.Find("[data-act=trail]").GetAttribute("aria-expanded"));
        var lines = page.FindAll(".trail li").Select(l => l.TextContent).ToArray();
        foreach (var (said, line) in new[] { "Floor requested", "Floor given", "Clock started", "ended", _who[2].FullName, "not reached", "undone" }.Zip(lines)) Assert.Contains(said, line, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Secretariat, Console", lines[4], StringComparison.Ordinal);
        Assert.Equal(lines[4..6], page.FindAll(".trail-gone").Select(l => l.TextContent));
        Assert.Matches(@"^\s*\d\d:\d\d:\d\d", lines[0]);
        Assert.Empty(page.FindAll(".record-corrections"));
    }

    [Fact]
    public async Task It_still_tells_of_the_asking_of_whoever_was_called_when_somebody_else_spoke()
    {
        await _room.Do(new CorrectRecord((await First()).Id, "Wrong card", ParticipantId: _who[2].Id));
        var page = _room.Open<RecordPage>();
        await Room.Tap(page, () => page.Find("[data-act=trail]"));
        page.WaitForAssertion(() => Assert.Contains("Floor requested", page.Find(".trail li").TextContent, StringComparison.Ordinal));
        Assert.Contains(_who[0].FullName, page.Find(".trail li").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".trail li"), l => l.TextContent.Contains("Wrong card", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_tells_what_became_what()
    {
        await _room.Do(new CorrectRecord((await First()).Id, "Wrong list", Category: "Observer"));
        var page = _room.Open<RecordPage>();
        await Room.Tap(page, () => page.Find("[data-act=trail]"));
        page.WaitForAssertion(() => Assert.Equal(["Member State", "Observer", "Wrong list"], page.FindAll(".trail li:last-child .trail-what bdi").Select(v => v.TextContent)));
        // Another with the same reason in the same moment is told as itself.
        await _room.Do(new CorrectRecord((await First()).Id, "Wrong list", RegionalGroup: "None"));
        page = _room.Open<RecordPage>();
        await Room.Tap(page, () => page.Find("[data-act=trail]"));
        page.WaitForAssertion(() => Assert.Equal(["Member State", "Observer"], page.FindAll(".trail li:nth-last-child(2) .trail-what bdi").Select(v => v.TextContent).Take(2)));
        Assert.Equal("–", page.FindAll(".trail li:last-child .trail-what bdi")[1].TextContent);
    }

    [Fact]
    public async Task The_trail_is_for_whoever_may_read_this_record()
    {
        var (trail, first, stop) = (_server.Services.GetRequiredService<RecordTrail>(), await First(), TestContext.Current.CancellationToken);
        var credentials = _server.Services.GetRequiredService<Credentials>();
        foreach (var role in Enum.GetValues<Role>().Except([Role.System, Role.Seat]))
        {
            var by = (await credentials.Find(await credentials.Issue(FloorServer.Sample, role)))!;
            var may = Permissions.Allows(role, Right.OpenRecord);
            Assert.Equal((may, may), (await trail.Of(by, FloorServer.Sample, first, stop) is not null, await trail.Openings(by, FloorServer.Sample, stop) is not null));
            Assert.Equal(may, await trail.Of(by, FloorServer.Sample, first.Request!.Value, stop) is not null);
            Assert.Null(await trail.Of(by, "elsewhere", first, stop));
            Assert.Null(await trail.Of(by, "elsewhere", first.Request!.Value, stop));
        }
    }

    [Fact]
    public async Task What_is_looked_for_is_counted_and_stands_in_the_address()
    {
        var page = _room.Open<RecordPage>();
        Assert.Contains("2 of 2", page.Find(".record-find [role=status]").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("[data-field=find]").InputAsync(new() { Value = _who[1].FullName }));
        Assert.Equal(_who[1].FullName, Assert.Single(page.FindAll(".record-table tbody th bdi")).TextContent.Replace($"{_who[1].Style} ", "", StringComparison.Ordinal));
        Assert.Contains("1 of 2", page.Find(".record-find [role=status]").TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("[data-field=order]").ChangeAsync(new() { Value = "Spoke" }));
        Assert.Contains($"q={Uri.EscapeDataString(_who[1].FullName)}", _room.Address, StringComparison.Ordinal);
        Assert.EndsWith("order=Spoke", _room.Address, StringComparison.Ordinal);
        Assert.Single(_room.Open<RecordPage>().FindAll(".record-table tbody tr")); // The link keeps it.

        await page.InvokeAsync(() => page.Find("[data-field=find]").InputAsync(new() { Value = "nobody at all" }));
        Assert.Contains("0 of 2", page.Find(".record-find [role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("No intervention is like this", page.Find(".empty").TextContent, StringComparison.Ordinal);
        await Room.Tap(page, () => page.Find("[data-act=find-all]"));
        Assert.Equal(2, page.FindAll(".record-table tbody tr").Count);
        Assert.EndsWith("/record", _room.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_and_orders_go_by_what_the_rows_say()
    {
        await _room.Do(new CorrectRecord((await First()).Id, "Accents", Category: "Observer"));
        var (state, part) = ((await _server.Session()).State, Domain.Views.HearingRecord.Of((await _server.Session()).State).Segments[0]);
        InterventionId[] both = [.. state.Ended.Select(i => i.Id)], turned = [both[1], both[0]];
        Assert.Equal(turned, Found(new(Order: RecordOrder.Spoke)));
        Assert.Equal(turned, Found(new(Order: RecordOrder.Overrun)));
        Assert.Equal(both[..1], Found(new(Category: "Observer")));
        Assert.Equal(both, Found(new(Kind: FloorKind.Intervention)));
        Assert.Empty(Found(new(Kind: FloorKind.Reply)));
        Assert.False(new RecordFilter(Panel: "panel-2").Takes(part.Segment));
        Assert.Equal(new RecordFilter("côte", "panel-1", "Observer", "African", FloorKind.Reply, RecordOrder.Overrun), RecordFilter.From(new("http://x" + new RecordFilter("côte", "panel-1", "Observer", "African", FloorKind.Reply, RecordOrder.Overrun).At("/record"))));

        IEnumerable<InterventionId> Found(RecordFilter filter) => filter.Of(part).Select(r => r.Intervention.Id);
    }

    [Fact]
    public async Task What_a_link_does_not_know_lets_all_through_and_where_nothing_is_found_it_is_said()
    {
        var state = (await _server.Session()).State;
        Assert.Equal(new(Find: "a"), RecordFilter.From(new("http://x/record?q=a&panel=gone&category=gone&region=gone&kind=99&order=99")).In(state));
        var known = new RecordFilter("", "panel-3", _who[0].Category, "None", FloorKind.Reply, RecordOrder.Overrun);
        Assert.Equal(known, RecordFilter.From(new("http://x" + known.At("/record"))).In(state));

        _room.Follow("/gcm-2017/record?panel=gone&kind=99");
        Assert.Equal(2, _room.Open<RecordPage>().FindAll(".record-table tbody tr").Count);
        _room.Follow("/gcm-2017/record?panel=panel-3");
        var page = _room.Open<RecordPage>();
        Assert.Contains("No intervention is like this", page.Find(".empty").TextContent, StringComparison.Ordinal);
        Assert.Equal("panel-3", page.Find("[data-field=panel]").GetAttribute("value"));
        Assert.Single(page.FindAll("[data-field=panel] option[value=panel-3]"));
    }

    /// <summary>Where it is a day later already while the day of the United Nations ends.</summary>
    [Theory]
    [InlineData("Pacific/Auckland")]
    [InlineData("Pacific/Pago_Pago")]
    [InlineData("America/New_York")]
    public async Task The_programme_is_drawn_on_the_day_of_the_wall(string zone)
    {
        var details = (await _server.Session()).State.Details!;
        var state = await _room.Do(new ChangeHearing(details with { TimeZone = zone }));
        var opening = new Opening(new("panel-1"), state.Ended[0].RecognisedAt);
        var chart = Assert.Single(TimeChart.Of(state, [opening], panel: new("panel-1")));
        var planned = Assert.Single(chart.Planned);
        Assert.Equal(state.DayOf(opening.At), state.DayOf(planned.From));
        Assert.Equal(state.Local(planned.Segment.StartsAt).TimeOfDay, state.Local(planned.From).TimeOfDay);
    }

    [Fact]
    public async Task Every_bar_of_a_day_stands_in_its_table()
    {
        var page = _room.Open<RecordPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".time-line-actual").Count));
        Assert.Empty(page.FindAll(".time-line-numbers table"));
        await Room.Tap(page, () => page.Find(".time-line-numbers summary"));
        var rows = page.FindAll(".time-line-numbers tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToArray()).ToArray();
        var bars = page.FindAll(".time-line rect[class] > title").Where(t => t.ParentElement!.ClassName != "time-line-ran" || !IsDrawnOver(t)).Select(t => t.TextContent).ToArray();
        Assert.Equal(bars, rows.Select(r => $"{r[0]}: {r[2]}–{r[3]}, {r[4]}"));
        Assert.Equal(["Planned", "Planned", "In fact", "In fact"], rows.Take(4).Select(r => r[1]));
        Assert.Single(rows, r => r[1].EndsWith("Overrun", StringComparison.Ordinal) && r[4] == "0:20");
        await Room.Tap(page, () => page.Find(".time-line-numbers summary"));
        Assert.Empty(page.FindAll(".time-line-numbers table"));

        static bool IsDrawnOver(IElement title) => title.ParentElement!.NextElementSibling?.ClassName == "time-line-ran-over";
    }

    [Fact]
    public async Task The_day_is_drawn_with_what_was_planned_what_was_open_and_who_spoke()
    {
        var page = _room.Open<RecordPage>();
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".time-line-actual").Count));
        Assert.Equal(2, page.FindAll(".time-line-planned").Count);
        Assert.Equal(2, page.FindAll(".time-line-ran:not(.time-line-ran-over)").Select(b => b.QuerySelector("title")!.TextContent).Count(t => t.Contains("1:40", StringComparison.Ordinal) || t.Contains("3:00", StringComparison.Ordinal)));
        Assert.Contains("0:20", Assert.Single(page.FindAll(".time-line-ran-over")).TextContent, StringComparison.Ordinal);
        await page.InvokeAsync(() => page.Find("[data-field=line-of]").ChangeAsync(new() { Value = "panel-2" }));
        Assert.Empty(page.FindAll(".time-line-ran"));
    }
}
