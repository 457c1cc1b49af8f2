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
    /// <summary>What SQLite calls a version, or a command id, that is there already; every other constraint that does not hold is a fault.</summary>
    private const int PrimaryKey = 1555, Unique = 2067;

    private const int NoRoom = 13;

    /// <summary>Entries that are read at once where a whole journal is handed on.</summary>
    private const int Page = 1000;

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
            // It takes the database for itself at once: what is read of the chain is what is appended to, whoever else appends or erases.
            await using var all = await db.Database.BeginTransactionAsync();
            var rows = EntryChain.Chain(await ChainedRows.HashOf(db, hearing, expected), entries.Select(e => Row(hearing, e)), Erases);
            await EntryRows.Insert(db, rows.ToAsyncEnumerable(), CancellationToken.None);
            if (erasures is { Count: > 0 }) await ErasedRows.Rewrite(db, hearing, erasures);
            await all.CommitAsync();
            return true;

            bool Erases(EntryRow row) => entries[(int)(row.Version - expected - 1)].Events.Any(e => e is HearingEvent.PersonalDataErased);
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode is PrimaryKey or Unique)
        {
            return false;
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            throw new JournalUnavailableException(e is SqliteException { SqliteErrorCode: NoRoom }, e);
        }
    }

    /// <summary>The newest version of a hearing and the hash of its entry, which is the head of the chain; 0 where there is no such hearing.</summary>
    public async Task<(long Version, string? Hash)> Head(string hearing, CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var (version, hash) = await EntryRows.Head(db, hearing, stop);
        return (version, EntryChain.Text(hash));
    }

    /// <summary>Every name that entries have, hearings or not, for whoever verifies all of them.</summary>
    public async Task<IReadOnlyList<string>> AllNames(CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        return await EntryRows.AllNames(db, stop);
    }

    /// <summary>Holds the whole chain of a hearing against its entries; a reader that is slow holds nobody up.</summary>
    /// <param name="noted">A head that somebody noted earlier, in hexadecimal; it is looked for.</param>
    /// <param name="progress">Told of entries that were looked at.</param>
    public Task<JournalCheck> Verify(string hearing, string? noted = null, IProgress<long>? progress = null, CancellationToken stop = default) =>
        ChainCheck.Run(hearing, Chained(hearing, null, stop), noted, progress);

    /// <summary>The rows as they are stored, by pages, each a read of its own: a start on them or an erasure meanwhile shows as a chain that breaks.</summary>
    internal async IAsyncEnumerable<EntryRow> Chained(string hearing, long? to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        for (var (after, read) = (0L, Page); read == Page;)
        {
            read = 0;
            await foreach (var row in EntryRows.ReadChained(db, hearing, after, stop, to, Page))
            {
                yield return row;
                (after, read) = (row.Version, read + 1);
            }
        }
    }

    /// <summary>Writes a whole hearing that comes from an archive, links and all, in one transaction; other hearings wait meanwhile.</summary>
    /// <exception cref="ArchiveRefusedException">The name is taken, or a command id stands twice. Nothing was written.</exception>
    internal async Task Insert(string hearing, IAsyncEnumerable<EntryRow> rows, CancellationToken stop)
    {
        try
        {
            await using var db = await database.CreateDbContextAsync(stop);
            await using var all = await db.Database.BeginTransactionAsync(stop);
            if ((await EntryRows.Head(db, hearing, stop)).Version > 0) throw new ArchiveRefusedException(ArchiveFault.Taken);
            await EntryRows.Insert(db, rows, stop);
            await all.CommitAsync(stop);
        }
        catch (SqliteException e) when (e.SqliteExtendedErrorCode is PrimaryKey or Unique)
        {
            throw new ArchiveRefusedException(ArchiveFault.Twice);
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            throw new JournalUnavailableException(e is SqliteException { SqliteErrorCode: NoRoom }, e);
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
