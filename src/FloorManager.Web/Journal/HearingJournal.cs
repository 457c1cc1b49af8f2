using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Live;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web.Journal;

/// <summary>
/// The one truth on disk. <see cref="Append"/> returns only when the entries are safe against a loss of power; entries are never removed, and changed
/// only where somebody's personal data is erased. A failure leaves nothing behind and is told as <see cref="JournalUnavailableException"/>.
/// </summary>
public sealed class HearingJournal(IDbContextFactory<JournalDbContext> database)
{
    private const int Constraint = 19;
    private const int NoRoom = 13;

    public async Task<IReadOnlyList<string>> Hearings(CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        return await EntryRows.Hearings(db, stop);
    }

    /// <summary>Entries of a hearing with a version above <paramref name="after"/>, in order.</summary>
    public async IAsyncEnumerable<JournalEntry> Read(string hearing, long after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        await foreach (var row in EntryRows.Read(db, hearing, after, stop)) yield return Entry(row);
    }

    /// <summary>A page of what a hearing's journal says to a filter, in the filter's order.</summary>
    public async Task<List<JournalEntry>> Search(string hearing, AuditFilter filter, long? beyond, int most, CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var entries = new List<JournalEntry>(most);
        await foreach (var row in EntryRows.Search(db, hearing, filter, beyond, most, stop)) entries.Add(Entry(row));
        return entries;
    }

    /// <summary>
    /// Appends all entries in one transaction. False when the hearing is no longer at <paramref name="expected"/> or a command id is already
    /// there: somebody else was faster, nothing was written, read what came after.
    /// </summary>
    /// <param name="erasures">What goes of all that is there already; after those the file is to be cleaned, see <see cref="Clean"/>.</param>
    public async Task<bool> Append(string hearing, long expected, IReadOnlyList<JournalEntry> entries, IReadOnlyList<Erasure>? erasures = null)
    {
        if (entries[0].Version != expected + 1) throw new ArgumentException("Entries follow the expected version without a gap.", nameof(entries));
        try
        {
            await using var db = await database.CreateDbContextAsync();
            db.Entries.AddRange(entries.Select(e => Row(hearing, e)));
            if (erasures is not { Count: > 0 })
            {
                await db.SaveChangesAsync();
                return true;
            }

            await using var all = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await ErasedRows.Rewrite(db, hearing, erasures);
            await all.CommitAsync();
            return true;
        }
        catch (DbUpdateException e) when (e.InnerException is SqliteException { SqliteErrorCode: Constraint })
        {
            return false;
        }
        catch (Exception e) when (e is DbUpdateException or SqliteException or IOException)
        {
            throw new JournalUnavailableException(e.GetBaseException() is SqliteException { SqliteErrorCode: NoRoom }, e);
        }
    }

    /// <summary>Removes from the file what was erased from the journal; nothing where nothing was. False where some of it may be left until the next try.</summary>
    public async Task<bool> Clean(CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        return !await ErasedRows.MustClean(db) || await ErasedRows.Clean(db);
    }

    /// <summary>Whether a write of 64 kB would succeed now; proven by one that leaves nothing behind.</summary>
    public async Task<bool> TakesWrites(CancellationToken stop = default)
    {
        try
        {
            await using var db = await database.CreateDbContextAsync(stop);
            await using var writing = await db.Database.BeginTransactionAsync(stop);
            await db.Database.ExecuteSqlAsync($"INSERT INTO probe (id, filling) VALUES (1, zeroblob(65536))", stop);
            await db.Database.ExecuteSqlAsync($"DELETE FROM probe", stop);
            await writing.CommitAsync(stop);
            return true;
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            return false;
        }
    }

    private static EntryRow Row(string hearing, JournalEntry e) => new()
    {
        Hearing = hearing,
        Version = e.Version,
        CommandId = e.Command.Value,
        AtUnixMs = e.At.ToUnixTimeMilliseconds(),
        Role = e.By.Role.ToString(),
        Actor = e.By.Name,
        Seat = e.By.Seat?.Value,
        Origin = e.By.Origin?.ToString(),
        Credential = e.By.Credential,
        Events = EventNames.Write(e.Events),
    };

    private static JournalEntry Entry(EntryRow row) => new(
        row.Version,
        new CommandId(row.CommandId),
        new Actor(Enum.Parse<Role>(row.Role), row.Actor, row.Seat is { } seat ? new SeatLabel(seat) : null, row.Origin is { } origin ? Enum.Parse<Origin>(origin) : null, row.Credential),
        DateTimeOffset.FromUnixTimeMilliseconds(row.AtUnixMs),
        EventNames.Read(row.Events));
}

/// <summary>The journal could not be written. Nothing of the command was kept; the hearing goes on as it was.</summary>
/// <param name="noRoom">The disk is full, as opposed to locked, read-only or damaged.</param>
public sealed class JournalUnavailableException(bool noRoom, Exception cause) : Exception("The journal cannot be written.", cause)
{
    public bool NoRoom { get; } = noRoom;
}
