namespace FloorManager.Web.Journal;

/// <summary>Makes the chain in the database anew: from the first row that an erasure changes, or of all rows that are older than it.</summary>
internal static class ChainedRows
{
    public static async Task<byte[]?> HashOf(JournalDbContext db, string hearing, long version)
    {
        if (version == 0) return null;
        await using var command = await EntryRows.Command(db, """SELECT "Hash" FROM entries WHERE "Hearing" = @hearing AND "Version" = @version""", CancellationToken.None);
        EntryRows.Add(command, "@hearing", hearing);
        EntryRows.Add(command, "@version", version);
        return await command.ExecuteScalarAsync() as byte[];
    }

    /// <summary>A row whose link was wrong already stays wrong: an erasure hides nothing that somebody else did.</summary>
    /// <param name="events">What is to stand in a row instead; null leaves it, and it keeps its salt.</param>
    public static async Task Rewrite(JournalDbContext db, string hearing, Func<EntryRow, string?> events)
    {
        var (changed, old, before) = (new List<Change>(), (byte[]?)null, (byte[]?)null);
        await foreach (var row in EntryRows.ReadChained(db, hearing, after: 0, CancellationToken.None))
        {
            var written = events(row);
            if (written is not null || changed.Count > 0)
            {
                var renewed = written is null ? new(row.Version, null, row.Salt, row.ChainedLater, EntryChain.Link(before, row)) : Changed(before, row, written, row.ChainedLater);
                changed.Add(row.Hash.AsSpan().SequenceEqual(EntryChain.Link(old, row)) ? renewed : renewed with { Hash = row.Hash });
            }

            (old, before) = (row.Hash, changed.Count > 0 ? changed[^1].Hash : row.Hash);
        }

        await Write(db, hearing, changed);
    }

    /// <summary>Hearings none of whose entries has a hash: they were written before there was a chain.</summary>
    public static async Task<List<string>> Unchained(JournalDbContext db)
    {
        await using var command = await EntryRows.Command(db, """
            SELECT "Hearing" FROM entries e WHERE "Version" = 1 AND "Hash" IS NULL
            AND NOT EXISTS (SELECT 1 FROM entries x WHERE x."Hearing" = e."Hearing" AND x."Hash" IS NOT NULL)
            """, CancellationToken.None);
        await using var rows = await command.ExecuteReaderAsync();
        var hearings = new List<string>();
        while (await rows.ReadAsync()) hearings.Add(rows.GetString(0));
        return hearings;
    }

    /// <summary>Chains what stands there, and marks it: such a chain proves nothing of the time before it was made.</summary>
    public static async Task ChainOld(JournalDbContext db)
    {
        await using var all = await db.Database.BeginTransactionAsync();
        foreach (var hearing in await Unchained(db))
        {
            var (changed, before) = (new List<Change>(), (byte[]?)null);
            await foreach (var row in EntryRows.ReadChained(db, hearing, after: 0, CancellationToken.None))
            {
                changed.Add(Changed(before, row, null, chainedLater: true));
                before = changed[^1].Hash;
            }

            await Write(db, hearing, changed);
        }

        await all.CommitAsync();
    }

    private sealed record Change(long Version, string? Events, byte[]? Salt, bool ChainedLater, byte[]? Hash);

    private static Change Changed(byte[]? before, EntryRow row, string? events, bool chainedLater)
    {
        var salt = EntryChain.NewSalt();
        return new(row.Version, events, salt, chainedLater, EntryChain.Link(before, row with { Events = events ?? row.Events, Salt = salt, ChainedLater = chainedLater }));
    }

    /// <summary>One prepared statement for all: a hundred thousand rows may follow the one that was changed.</summary>
    private static async Task Write(JournalDbContext db, string hearing, List<Change> changed)
    {
        await using var command = await EntryRows.Command(db, """
            UPDATE entries SET "Events" = coalesce(@events, "Events"), "Salt" = @salt, "ChainedLater" = @later, "Hash" = @hash WHERE "Hearing" = @hearing AND "Version" = @version
            """, CancellationToken.None);
        foreach (var change in changed)
        {
            command.Parameters.Clear();
            EntryRows.Add(command, "@events", change.Events);
            EntryRows.Add(command, "@salt", change.Salt);
            EntryRows.Add(command, "@later", change.ChainedLater);
            EntryRows.Add(command, "@hash", change.Hash);
            EntryRows.Add(command, "@hearing", hearing);
            EntryRows.Add(command, "@version", change.Version);
            await command.ExecuteNonQueryAsync();
        }
    }
}
