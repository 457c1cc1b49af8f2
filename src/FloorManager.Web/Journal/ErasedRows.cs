using FloorManager.Domain.Hearings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web.Journal;

/// <summary>
/// The one case in which what stands in the journal is written anew: somebody's personal data is erased. Versions, times, command ids and actors stay,
/// and the chain is made anew from the first row that was rewritten: what its head was before stands in the entry of the erasure.
/// Rewriting a row leaves its old bytes in free pages and in the write-ahead log, so that the file is cleaned afterwards; that this is still to be done
/// is noted in the database by the same transaction, and whoever starts next does it.
/// </summary>
internal static class ErasedRows
{
    private const string CleaningNoted = "PRAGMA user_version=1", CleaningDone = "PRAGMA user_version=0";

    /// <summary>Within the transaction in which the erasure is appended.</summary>
    public static async Task Rewrite(JournalDbContext db, string hearing, IReadOnlyList<Erasure> erasures)
    {
        await ChainedRows.Rewrite(db, hearing, row =>
        {
            var events = EventNames.Read(row.Events);
            HearingEvent[] left = [.. events.Select(e => erasures.Aggregate(e, (now, erasure) => erasure.From(now)))];
            return left.Zip(events).Any(e => !ReferenceEquals(e.First, e.Second)) ? EventNames.Write(left) : null;
        });
        await db.Database.ExecuteSqlRawAsync(CleaningNoted);
    }

    /// <summary>Writes the whole file anew and empties the write-ahead log. False where it must be tried again: somebody reads, or the disk is full.</summary>
    public static async Task<bool> Clean(JournalDbContext db)
    {
        try
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM");
            if (!await EmptyLog(db)) return false;
            await db.Database.ExecuteSqlRawAsync(CleaningDone);
            return await EmptyLog(db);
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            return false;
        }
    }

    public static async Task<bool> MustClean(JournalDbContext db) => await Ask(db, "PRAGMA user_version") is not 0L;

    private static async Task<bool> EmptyLog(JournalDbContext db) => await Ask(db, "PRAGMA wal_checkpoint(TRUNCATE)") is 0L;

    private static async Task<object?> Ask(JournalDbContext db, string pragma)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = pragma;
        return await command.ExecuteScalarAsync();
    }
}
