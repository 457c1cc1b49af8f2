using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FloorManager.Web.Tests.Journals;

/// <summary>A journal of five entries, and somebody who writes in the database file past the program.</summary>
public sealed class KeepingTheChain : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("floormanager-chain-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2017, 7, 26, 14, 0, 0, TimeSpan.Zero));
    private readonly Actor _by = new(Role.Chair, "Chair", null, Origin.Console, Guid.NewGuid());
    private ServiceProvider _services = null!;
    private HearingSession _session = null!;

    private HearingJournal Journal => _services.GetRequiredService<HearingJournal>();

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection().AddJournal(_data).BuildServiceProvider();
        await using (var db = await Database()) await db.Database.MigrateAsync();
        _session = await Session();
        await Do(new HearingCommand.SetUpHearing(HearingDetails.Named("h", "A hearing")));
        foreach (var text in new[] { "one", "two", "three", "four" }) await Do(new HearingCommand.ShowMessage(text));
    }

    public async ValueTask DisposeAsync()
    {
        await _session.DisposeAsync();
        // Its own alone: classes beside this one look at the files of theirs.
        await using (var db = await Database()) SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        await _services.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private Task<JournalDbContext> Database() => _services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync();

    private Task<HearingSession> Session() => HearingSession.Load("h", Journal, new SteadyClock(_time), NullLogger<HearingSession>.Instance);

    private async Task Do(HearingCommand command, HearingSession? session = null) => Assert.IsType<Answer.Done>(await (session ?? _session).Enter(new(Guid.NewGuid()), _by, command));

    private async Task Execute(string sql)
    {
        await using var db = await Database();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    private async Task<EntryRow[]> Rows()
    {
        await using var db = await Database();
        return await db.Entries.AsNoTracking().Where(e => e.Hearing == "h").OrderBy(e => e.Version).ToArrayAsync();
    }

    private async Task IsUnbroken(long entries)
    {
        var check = await Journal.Verify("h");
        Assert.Equal((true, entries), (check.IsUnbroken, check.Entries));
        Assert.Equal((entries, check.Head), await Journal.Head("h"));
    }

    private async Task<ChainBreak> FirstBreak() => Assert.IsType<ChainBreak>((await Journal.Verify("h")).Break);

    [Fact]
    public void A_link_is_what_the_docs_say()
    {
        // By a program of another language, after docs/archive.md.
        var row = new EntryRow
        {
            Hearing = "h",
            Version = 2,
            CommandId = new("0f8fad5b-d9cb-469f-a165-70867728950e"),
            AtUnixMs = 1501078512345,
            Role = "Seat",
            Actor = "A-1",
            Seat = "A-1",
            Events = "[{\"event\":\"message-shown\",\"text\":\"Où ?\"}]",
            Salt = [.. new byte[31], 255],
        };
        Assert.Equal("d3ef6b215219c8443c013377cd790e2ce4063a1fa66000dc92b025349a5f2c53", Convert.ToHexStringLower(EntryChain.Link([.. Enumerable.Range(0, 32).Select(i => (byte)i)], row)));
    }

    [Fact]
    public async Task What_is_appended_goes_on_with_the_chain_whoever_appends_it()
    {
        await IsUnbroken(5);
        await using var other = await Session();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Do(new HearingCommand.ShowMessage($"message {i}"), i % 2 == 0 ? _session : other)));
        await IsUnbroken(45);
    }

    public static TheoryData<string, string> Columns => new()
    {
        { "Hearing", "'other'" }, { "Version", "1000" }, { "CommandId", "'0F8FAD5B-D9CB-469F-A165-70867728950E'" }, { "CommandId", "'nothing'" }, { "AtUnixMs", "\"AtUnixMs\" + 1" }, { "AtUnixMs", "9223372036854775807" },
        { "Role", "'Moderator'" }, { "Actor", "'Somebody'" }, { "Seat", "'A-1'" }, { "Seat", "''" }, { "Origin", "'Api'" }, { "Origin", "NULL" }, { "Credential", "NULL" },
        { "Events", "replace(\"Events\", 'two', 'too')" }, { "Events", "replace(\"Events\", ':', ': ')" }, { "Events", "'rubbish'" },
        { "Salt", "zeroblob(32)" }, { "Salt", "NULL" }, { "HeadBefore", "zeroblob(32)" }, { "ChainedLater", "1" }, { "Hash", "zeroblob(32)" }, { "Hash", "zeroblob(3)" }, { "Hash", "NULL" }, { "Hash", "'text'" },
    };

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task A_change_to_any_column_is_found_and_named(string column, string value)
    {
        await Execute($"UPDATE entries SET \"{column}\" = {value} WHERE \"Version\" = 3");
        var (check, wrong) = (await Journal.Verify("h"), await FirstBreak());
        Assert.Equal((3, 2), (wrong.Expected, check.Entries));
        Assert.Equal(column is "Hearing" or "Version" ? (ChainFault.OutOfOrder, 4L) : (value == "'nothing'" ? ChainFault.Unreadable : value == "NULL" && column == "Hash" ? ChainFault.NoLink : ChainFault.NotAsWritten, 3L), (wrong.Fault, wrong.Version));
        if (column == "Actor") Assert.Equal((_time.GetUtcNow(), "message-shown"), (wrong.At, Assert.Single(wrong.Kinds!)));
    }

    [Fact]
    public async Task No_column_is_left_out()
    {
        await using var db = await Database();
        var columns = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM pragma_table_info('entries')").ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(columns.Order(StringComparer.Ordinal), Columns.Select(c => c.Data.Item1).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("DELETE FROM entries WHERE \"Version\" = 3", ChainFault.OutOfOrder, 4)]
    [InlineData("DELETE FROM entries WHERE \"Version\" = 1", ChainFault.OutOfOrder, 2)]
    [InlineData("DELETE FROM entries WHERE \"Version\" = 3; UPDATE entries SET \"Version\" = \"Version\" - 1 WHERE \"Version\" > 3", ChainFault.NotAsWritten, 3)]
    [InlineData("UPDATE entries SET \"Version\" = 99 WHERE \"Version\" = 3; UPDATE entries SET \"Version\" = 3 WHERE \"Version\" = 4; UPDATE entries SET \"Version\" = 4 WHERE \"Version\" = 99", ChainFault.NotAsWritten, 3)]
    [InlineData("UPDATE entries SET \"Version\" = -\"Version\" WHERE \"Version\" > 2; UPDATE entries SET \"Version\" = 1 - \"Version\" WHERE \"Version\" < 0; INSERT INTO entries (\"Hearing\", \"Version\", \"Actor\", \"AtUnixMs\", \"CommandId\", \"Events\", \"Role\", \"Seat\", \"Origin\", \"Credential\", \"ChainedLater\", \"Hash\", \"HeadBefore\", \"Salt\") SELECT \"Hearing\", 3, \"Actor\", \"AtUnixMs\", '0F8FAD5B-D9CB-469F-A165-70867728950E', \"Events\", \"Role\", \"Seat\", \"Origin\", \"Credential\", \"ChainedLater\", \"Hash\", \"HeadBefore\", \"Salt\" FROM entries WHERE \"Version\" = 2", ChainFault.NotAsWritten, 3)]
    public async Task A_row_that_is_gone_or_moved_or_put_there_is_named(string sql, ChainFault fault, long version)
    {
        await Execute(sql);
        var wrong = await FirstBreak();
        Assert.Equal((fault, version), (wrong.Fault, wrong.Version));
    }

    [Fact]
    public async Task A_row_that_was_exchanged_with_its_own_hash_is_found_at_the_one_after_it()
    {
        var rows = await Rows();
        var forged = rows[2] with { Actor = "Somebody" };
        await Execute($"UPDATE entries SET \"Actor\" = 'Somebody', \"Hash\" = x'{Convert.ToHexString(EntryChain.Link(rows[1].Hash, forged))}' WHERE \"Version\" = 3");
        Assert.Equal((ChainFault.NotAsWritten, 4), ((await FirstBreak()).Fault, (await FirstBreak()).Version));
    }

    [Fact]
    public async Task An_end_that_was_cut_off_shows_by_the_head_that_was_noted_alone()
    {
        var (_, noted) = await Journal.Head("h");
        await Execute("DELETE FROM entries WHERE \"Version\" = 5");
        await IsUnbroken(4);
        var check = await Journal.Verify("h", noted);
        Assert.Equal((null, null), (check.NotedAt, check.NotedBefore));
        Assert.Equal(4, (await Journal.Verify("h", check.Head!.ToUpperInvariant())).NotedAt);
    }

    private static readonly ParticipantId Who = new("9001");

    private async Task Register() => await Do(new HearingCommand.RegisterParticipants(
        [new Participant(Who, "Ms.", "Persimmon Quillfeather", "Counsellor", "Society of Owls", "EcosocNgo", RegionalGroups.None, null, "en", null, Admitted: true)]));

    [Fact]
    public async Task An_erasure_makes_the_chain_anew_and_says_what_its_head_was()
    {
        await Register();
        await Do(new HearingCommand.ShowMessage("five"));
        var (before, (version, noted)) = (await Rows(), await Journal.Head("h"));
        await Do(new HearingCommand.ErasePersonalData(Who, "Asked for"));
        await Do(new HearingCommand.ShowMessage("six"));
        await IsUnbroken(9);
        var check = await Journal.Verify("h", noted);
        Assert.Equal((version + 1, noted), (Assert.Single(check.Renewals).Version, check.Renewals[0].HeadBefore));
        Assert.Equal((null, version + 1), (check.NotedAt, check.NotedBefore));
        // What came before the first row that names them has the hashes it had. That row has another salt: without the old one no name can be tried against an old hash.
        var after = await Rows();
        Assert.Equal(before[..5].Select(r => Convert.ToHexString(r.Hash!)), after[..5].Select(r => Convert.ToHexString(r.Hash!)));
        Assert.NotEqual(before[5].Salt, after[5].Salt);
        Assert.Equal(before[6].Salt, after[6].Salt);
        // The head before is itself in the chain.
        await Execute("UPDATE entries SET \"HeadBefore\" = zeroblob(32) WHERE \"HeadBefore\" IS NOT NULL");
        Assert.Equal((ChainFault.NotAsWritten, version + 1), ((await FirstBreak()).Fault, (await FirstBreak()).Version));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task An_erasure_does_not_heal_what_somebody_else_broke(long version)
    {
        await Register();
        await Do(new HearingCommand.ShowMessage("five"));
        await Execute($"UPDATE entries SET \"Actor\" = 'Somebody' WHERE \"Version\" = {version}");
        await Do(new HearingCommand.ErasePersonalData(Who, "Asked for"));
        Assert.Equal((ChainFault.NotAsWritten, version), ((await FirstBreak()).Fault, (await FirstBreak()).Version));
    }

    [Fact]
    public async Task Only_an_erasure_may_have_made_the_chain_anew()
    {
        var rows = await Rows();
        var forged = rows[4] with { HeadBefore = new byte[32] };
        await Execute($"UPDATE entries SET \"HeadBefore\" = zeroblob(32), \"Hash\" = x'{Convert.ToHexString(EntryChain.Link(rows[3].Hash, forged))}' WHERE \"Version\" = 5");
        Assert.Equal((ChainFault.NoErasure, 5), ((await FirstBreak()).Fault, (await FirstBreak()).Version));
    }

    [Fact]
    public async Task A_database_from_before_there_was_a_chain_is_chained_once_and_says_so()
    {
        await using (var db = await Database()) await db.GetService<IMigrator>().MigrateAsync("StaffAccounts", TestContext.Current.CancellationToken);
        var versions = new List<string?>();
        for (var starts = 0; starts < 2; starts++)
        {
            await using (var db = await Database()) await JournalUpgrade.Run(db, _data);
            await IsUnbroken(5);
            versions.Add((await Journal.Head("h")).Hash);
        }

        Assert.Equal(versions[0], versions[1]);
        await Do(new HearingCommand.ShowMessage("five"));
        await IsUnbroken(6);
        Assert.Equal(5, (await Journal.Verify("h")).ChainedLater);
    }

    [Fact]
    public async Task A_program_that_ended_between_the_new_columns_and_the_chain_leaves_that_to_the_next()
    {
        await using (var db = await Database())
        {
            await db.GetService<IMigrator>().MigrateAsync("StaffAccounts", TestContext.Current.CancellationToken);
            await db.GetService<IMigrator>().MigrateAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        await using (var db = await Database()) await JournalUpgrade.Run(db, _data);
        await IsUnbroken(5);
        // One that lost some of its hashes is not chained again: that would hide it.
        await Execute("UPDATE entries SET \"Hash\" = NULL WHERE \"Version\" < 3");
        await using (var db = await Database()) await JournalUpgrade.Run(db, _data);
        Assert.Equal((ChainFault.NoLink, 1), ((await FirstBreak()).Fault, (await FirstBreak()).Version));
    }

    [Fact]
    public async Task A_chain_that_is_broken_stops_no_hearing()
    {
        await Execute("UPDATE entries SET \"Hash\" = NULL WHERE \"Version\" = 5");
        await Do(new HearingCommand.ShowMessage("five"));
        Assert.Equal((ChainFault.NoLink, 5), ((await FirstBreak()).Fault, (await FirstBreak()).Version));
    }
}
