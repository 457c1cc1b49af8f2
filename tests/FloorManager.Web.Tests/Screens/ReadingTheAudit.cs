using System.Net;
using System.Text.Json.Nodes;
using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Screens.Setup;
using FloorManager.Web.Screens.Shared;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using TestContext = Xunit.TestContext;

namespace FloorManager.Web.Tests.Screens;

/// <summary>The sample's five entries of setting up, and what was done since: a message that looks like a formula, a tap of the chair's script.</summary>
public sealed class ReadingTheAudit : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private Room _room = null!;

    public async ValueTask InitializeAsync() => _room = await Room.For(_server, Role.Administrator);

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static string[] Shown(IRenderedComponent<AuditPage> page) => [.. page.FindAll(".audit-row strong").Select(row => row.TextContent)];

    private async Task Act()
    {
        await _room.Do(new ShowMessage("=1+1 O'Hara 100%"), new OpenSegment(new("panel-1")));
        using var chair = await _server.Client(Role.Chair);
        Assert.Equal(HttpStatusCode.OK, (await FloorServer.Post(chair, "blackout", new { on = true })).StatusCode);
    }

    [Fact]
    public async Task Whoever_may_reads_who_did_what_by_which_door_the_newest_first()
    {
        await Act();
        var page = _room.Open<AuditPage>();
        page.WaitForAssertion(() => Assert.Equal(["Screens darkened or lit", "Segment opened", "Message shown"], Shown(page)[..3]));
        var newest = page.Find(".audit-row .facts").TextContent;
        // The clock on the chamber's wall is New York's.
        foreach (var fact in new[] { "2017-07-26 10:00:00.000", "Chair", "API" }) Assert.Contains(fact, newest, StringComparison.Ordinal);
        Assert.Equal("2017-07-26T14:00:00.0000000Z", page.Find(".audit-row time").GetAttribute("datetime"));
        Assert.Contains("\"text\":\"=1+1 O'Hara 100%\"", page.FindAll(".audit-row code")[2].TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("role", "Chair", "Screens darkened or lit")]
    [InlineData("origin", "Api", "Screens darkened or lit")]
    [InlineData("kind", "segment-opened", "Segment opened")]
    [InlineData("text", "o'hara 100%", "Message shown")]
    public async Task It_is_filtered(string field, string value, string only)
    {
        await Act();
        var page = _room.Open<AuditPage>();
        await page.InvokeAsync(() => page.Find($"[data-field={field}]").ChangeAsync(new() { Value = value }));
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal([only], Shown(page)));
        var link = page.FindAll("a[download]")[1].GetAttribute("href")!;
        using var desk = await _server.Client(Role.Administrator);
        Assert.Single((await desk.GetStringAsync(link, TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_sign_of_a_pattern_is_a_sign_and_a_time_is_by_the_clock_on_the_wall()
    {
        await Act();
        _server.Time.Advance(TimeSpan.FromMinutes(30));
        await _room.Do(new ShowMessage("Later"));
        var page = _room.Open<AuditPage>();
        await page.InvokeAsync(() => page.Find("[data-field=text]").ChangeAsync(new() { Value = "0_%" }));
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal("Nothing of this kind was done.", page.Find(".empty").TextContent));
        await page.InvokeAsync(() => page.Find("[data-field=text]").ChangeAsync(new() { Value = "" }));
        await page.InvokeAsync(() => page.Find("[data-field=from]").ChangeAsync(new() { Value = "2017-07-26T10:15:00" }));
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Equal(["Message shown"], Shown(page)));
    }

    [Fact]
    public async Task Older_entries_come_a_page_at_a_time_and_none_is_missed()
    {
        await _room.Do([.. Enumerable.Range(0, 120).Select(n => new ShowMessage($"{n}"))]);
        var version = (await _server.Session()).State.Version;
        var page = _room.Open<AuditPage>();
        page.WaitForAssertion(() => Assert.Equal(100, Shown(page).Length));
        await Room.Tap(page, () => page.Find("[data-act=older]"));
        page.WaitForAssertion(() => Assert.Equal($"{version - 100}", page.Find(".audit-row").GetAttribute("data-version")));
        Assert.Equal("1", page.FindAll(".audit-row")[^1].GetAttribute("data-version"));
        Assert.Empty(page.FindAll("[data-act=older]"));
        await Room.Tap(page, () => page.Find("[data-act=newest]"));
        page.WaitForAssertion(() => Assert.Equal($"{version}", page.Find(".audit-row").GetAttribute("data-version")));
    }

    [Fact]
    public async Task The_files_hold_every_entry_the_oldest_first_and_no_formula_and_change_nothing()
    {
        await Act();
        var before = (await _server.Session()).State.Version;
        using var desk = await _server.Client(Role.Administrator);
        var csv = await desk.GetAsync($"/api/v1/hearings/{FloorServer.Sample}/audit.csv", TestContext.Current.CancellationToken);
        var bytes = await csv.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("gcm-2017-audit.csv", csv.Content.Headers.ContentDisposition!.FileName);
        var rows = System.Text.Encoding.UTF8.GetString(bytes)[1..].Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("version,at_utc,role,origin,actor,seat,credential,command_id,events,details", rows[0]);
        Assert.Equal(before + 1, rows.Length);
        Assert.StartsWith($"{before},2017-07-26T14:00:00.000Z,Chair,Api,Chair,,", rows[^1], StringComparison.Ordinal);

        var lines = (await desk.GetStringAsync($"/api/v1/hearings/{FloorServer.Sample}/audit.jsonl", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToArray();
        Assert.Equal(Enumerable.Range(1, (int)before).Select(v => (long)v), lines.Select(l => (long)l["version"]!));
        Assert.Equal(("Chair", "Api", "blackout-set"), ($"{lines[^1]["role"]}", $"{lines[^1]["origin"]}", $"{lines[^1]["events"]![0]!["event"]}"));
        Assert.Equal(before, (await _server.Session()).State.Version);
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        await using var chair = await Room.For(_server, Role.Chair);
        Assert.Equal(Finding.NotAllowed, chair.Open<AuditPage>().Instance.Found);
    }

    [Fact]
    public void Every_kind_has_its_words_and_the_places_lead_here()
    {
        var page = _room.Open<AuditPage>();
        Assert.Equal(Journal.EventNames.Types.Count + 1, page.FindAll("[data-field=kind] option").Count);
        Assert.Contains(page.FindAll(".setup-places a"), a => a.GetAttribute("href") == $"/setup/{FloorServer.Sample}/audit");
    }
}
