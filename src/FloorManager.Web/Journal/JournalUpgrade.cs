using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web.Journal;

/// <summary>
/// Brings the database to the form that this version of the program knows. EF Core keeps two programs from doing so at once by a row in the
/// database, which one that is killed meanwhile leaves behind, and the next waits for it for ever. A lock on a file goes with its process.
/// </summary>
internal static class JournalUpgrade
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    public static async Task Run(JournalDbContext db, string data)
    {
        var file = Path.Combine(data, JournalSetup.FileName);
        // Asked first of all: opening a file of no bytes, or none, makes a database of it.
        if (new FileInfo(file) is { Exists: true, Length: > 0 } && await IsUpToDate(db)) return;
        await using var alone = await Alone(Path.Combine(data, "floormanager.lock"));
        // Nobody is making it at this moment, and what stood in it is not to be replaced by an empty hearing.
        if (IsCutOff(file)) throw new IOException("it is empty");
        if (!File.Exists(file)) Begin(file);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"");
        await db.Database.MigrateAsync();
        await ChainedRows.ChainOld(db);
    }

    /// <summary>
    /// Asked past EF Core, whose own question took a third of a second of every start. It is the same one: is each migration of this program
    /// noted in the database? Only a database that answers yes is taken as it is; whatever else it says, EF Core decides.
    /// </summary>
    private static async Task<bool> IsUpToDate(JournalDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT 1 FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
            if (await command.ExecuteScalarAsync() is null) return false;
            command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\"";
            await using var rows = await command.ExecuteReaderAsync();
            var missing = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            while (await rows.ReadAsync()) missing.Remove(rows.GetString(0));
            // One that ended between the two left entries without a chain.
            return missing.Count == 0 && (await ChainedRows.Unchained(db)).Count == 0;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>
    /// SQLite makes the file first and writes to it later. A program killed in between would leave what looks like a database that lost all, so
    /// that the file gets its name when its first page is written.
    /// </summary>
    private static void Begin(string file)
    {
        var begun = file + ".new";
        File.Delete(begun);
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = begun, Pooling = false }.ToString()))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL";
            command.ExecuteNonQuery();
        }

        File.Move(begun, file);
    }

    private static bool IsCutOff(string file) => new FileInfo(file) is { Exists: true, Length: 0 };

    private static async Task<FileStream> Alone(string file)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(began) < LongestWait)
            {
                await Task.Delay(BetweenTries, TimeProvider.System);
            }
        }
    }
}
