using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Screens.Home;
using FloorManager.Web.Screens.Setup;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>The journal on a hearing's page: verified, its head, all of it as a file; and on the page of the hearings one that comes back.</summary>
public sealed class KeepingTheArchive : IAsyncLifetime
{
    private readonly FloorServer _server = new();

    public async ValueTask InitializeAsync() => await _server.Session();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_secretariat_verifies_and_is_told_the_entry_that_was_changed()
    {
        await using var room = await Room.For(_server, Role.Secretariat);
        var page = room.Open<HearingSetupPage>();
        await Room.Tap(page, () => page.Find("[data-act=verify]"));
        page.WaitForAssertion(() => Assert.Matches("^gcm-2017: 4 entries, head [0-9a-f]{64}: unbroken\\.$", page.Find("[data-sound]").TextContent));
        Assert.Empty(page.FindAll("a[href$='/archive']"));

        await using (var db = await _server.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Xunit.TestContext.Current.CancellationToken))
            await db.Database.ExecuteSqlAsync($"UPDATE entries SET \"Actor\" = 'Somebody' WHERE \"Version\" = 3", Xunit.TestContext.Current.CancellationToken);
        await Room.Tap(page, () => page.Find("[data-act=verify]"));
        page.WaitForAssertion(() => Assert.Contains("entry 3 of 2017-07-26 14:00:00.000 UTC", page.Find("[data-sound]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hearing_that_is_put_away_shows_its_head_and_whoever_reads_the_audit_may_carry_it_away()
    {
        await using var room = await Room.For(_server, Role.Administrator);
        var page = room.Open<HearingSetupPage>();
        Assert.Empty(page.FindAll(".archive-head"));
        await room.Do(new ArchiveHearing());
        var (version, head) = await _server.Services.GetRequiredService<HearingJournal>().Head(FloorServer.Sample, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal(5, version);
        page.WaitForAssertion(() => Assert.Equal(head, page.Find(".archive-head").TextContent));
        Assert.NotEmpty(page.FindAll("a[href='/api/v1/hearings/gcm-2017/archive'][download]"));
    }

    [Fact]
    public async Task The_first_page_leads_whoever_may_read_it_to_the_record_of_a_hearing_that_was_put_away()
    {
        await using var room = await Room.For(_server, Role.Secretariat, Grant.Everywhere);
        Assert.Contains("/gcm-2017/desk", Places(room));
        await room.Do(new ArchiveHearing());
        Assert.Equal(["/setup/gcm-2017", "/gcm-2017/record"], Places(room));
        Assert.Equal("archived", room.Render<HomePage>().Find("h2 .tag").TextContent);
        await using var seat = await Room.For(_server, Role.Display, Grant.Everywhere);
        Assert.Empty(Places(seat));

        static string[] Places(Room room) => [.. room.Render<HomePage>().FindAll(".home-places a").Select(a => a.GetAttribute("href")!)];
    }

    [Fact]
    public async Task An_administrator_brings_a_hearing_back_and_it_is_listed_at_once()
    {
        const string name = "water-2026";
        using var file = new MemoryStream();
        await using (var other = new FloorServer())
        {
            await other.Session();
            await other.Hearings.Submit(name, Grant.System(name), new(Guid.NewGuid()), new SetUpHearing(HearingDetails.Named(name, "Hearing on water")), Xunit.TestContext.Current.CancellationToken);
            await (await other.Services.GetRequiredService<HearingArchive>().Export(name, Xunit.TestContext.Current.CancellationToken)).Write!(file, Xunit.TestContext.Current.CancellationToken);
        }

        await using (var secretariat = await Room.For(_server, Role.Secretariat, Grant.Everywhere)) Assert.Empty(secretariat.Render<SetupPage>().FindComponents<RestoreArchive>());
        await using var room = await Room.For(_server, Role.Administrator, Grant.Everywhere);
        var page = room.Render<SetupPage>();
        void Upload(byte[] bytes) => page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(bytes, "water.zip"));
        Upload([1, 2, 3]);
        page.WaitForAssertion(() => Assert.Contains("the file is no archive of a hearing", page.Find(".archive-said").TextContent, StringComparison.Ordinal));
        Upload(file.ToArray());
        page.WaitForAssertion(() => Assert.StartsWith("Brought back. water-2026: 1 entries", page.Find(".archive-said").TextContent.Trim(), StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".setup-hearings h2"), h => h.TextContent == "Hearing on water"));
        Upload(file.ToArray());
        page.WaitForAssertion(() => Assert.Contains("there is a hearing “water-2026” on this server already", page.Find(".archive-said").TextContent, StringComparison.Ordinal));
    }
}
