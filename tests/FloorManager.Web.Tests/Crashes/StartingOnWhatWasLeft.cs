using FloorManager.Web.Journal;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FloorManager.Web.Tests.Crashes;

/// <summary>What a program finds that was killed while it made its database, or whose database somebody put in its place.</summary>
public sealed class StartingOnWhatWasLeft : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("floormanager-left-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Database => Path.Combine(_data, JournalSetup.FileName);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<long> Version()
    {
        await using var journal = new JournalOnDisk(_data);
        await journal.IsSound(Stop);
        return (await journal.Replay(Stop)).Version;
    }

    [Fact]
    public async Task A_first_start_that_was_killed_again_and_again_ends_with_the_whole_sample()
    {
        var random = new Random(20170726);
        for (var kill = 0; kill < 4; kill++)
        {
            await using var first = FloorProcess.Begin(_data);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 1300)), TimeProvider.System, Stop);
            await first.Kill();
        }

        await using (await FloorProcess.Start(_data, Stop)) Assert.Equal(4, await Version());
    }

    [Fact]
    public async Task A_first_start_that_was_killed_as_its_database_appeared_is_done_again()
    {
        await using (var first = FloorProcess.Begin(_data))
        {
            while (!File.Exists(Database)) await Task.Yield();
            await first.Kill();
        }

        await using (await FloorProcess.Start(_data, Stop)) Assert.Equal(4, await Version());
    }

    [Fact]
    public async Task A_server_and_a_token_that_start_at_once_on_a_new_folder_make_one_hearing()
    {
        await using var server = FloorProcess.Begin(_data);
        await using var token = FloorProcess.With("token", "--data", _data, "--hearing", FloorServer.Sample, "--role", "chair");
        Assert.Equal(0, await token.End(Stop));
        await server.Listens(Stop);
        Assert.Equal(4, await Version());
    }

    [Theory]
    [InlineData("WAL")]
    [InlineData("DELETE")]
    public async Task A_lock_that_a_killed_migration_left_stops_nobody(string mode)
    {
        Execute($"""
            PRAGMA journal_mode={mode};
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2017-07-26 14:00:00+00:00');
            """);
        await using (await FloorProcess.Start(_data, Stop)) Assert.Equal(4, await Version());
    }

    [Fact]
    public async Task A_backup_that_is_not_in_wal_is_taken()
    {
        await using (await FloorProcess.Start(_data, Stop)) Execute($"VACUUM INTO '{_data}/backup.db'");
        foreach (var file in Directory.GetFiles(_data, JournalSetup.FileName + "*")) File.Delete(file);
        File.Move(Path.Combine(_data, "backup.db"), Database);
        await using (await FloorProcess.Start(_data, Stop)) Assert.Equal(4, await Version());
    }

    [Fact]
    public async Task A_database_cut_off_to_nothing_is_refused_in_a_sentence_and_left()
    {
        await File.WriteAllBytesAsync(Database, [], Stop);
        await using var program = FloorProcess.Begin(_data);
        Assert.Equal(1, await program.End(Stop));
        Assert.Contains("it is empty", program.Said, StringComparison.Ordinal);
        Assert.Equal(0, new FileInfo(Database).Length);
    }
}
