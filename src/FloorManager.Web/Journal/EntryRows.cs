using System.Data.Common;
using System.Runtime.CompilerServices;
using FloorManager.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace FloorManager.Web.Journal;

/// <summary>
/// Reads the rows of a hearing by the columns' numbers. A start reads the whole journal in a program that has run nothing yet, and there a query
/// of EF Core took a third of a second more for 100,000 events, and the first query of all as long again, before a row was read.
/// </summary>
internal static class EntryRows
{
    private const string Columns = """
        "Version", "CommandId", "AtUnixMs", "Role", "Actor", "Seat", "Events", "Origin", "Credential"
        """;

    private const string ChainColumns = """
        "Salt", "HeadBefore", "ChainedLater", "Hash"
        """;

    private const string Select = $"""SELECT {Columns} FROM entries WHERE "Hearing" = @hearing""";

    private const string Sql = $"""{Select} AND "Version" > @after ORDER BY "Version" """;

    /// <summary>A start needs no hashes, and reads none.</summary>
    private const string ChainedSql = $"""
        SELECT {Columns}, {ChainColumns} FROM entries
        WHERE "Hearing" = @hearing AND "Version" > @after AND (@to IS NULL OR "Version" <= @to) ORDER BY "Version" LIMIT @most
        """;

    /// <summary>What is searched is read row by row and not indexed: a hundred thousand entries are looked through in a moment, and seldom.</summary>
    private const string SearchSql = $"""
        {Select} AND (@role IS NULL OR "Role" = @role) AND (@origin IS NULL OR "Origin" = @origin)
        AND (@from IS NULL OR "AtUnixMs" >= @from) AND (@to IS NULL OR "AtUnixMs" < @to)
        AND (@kind IS NULL OR instr("Events", @kind) > 0)
        AND (@text IS NULL OR "Events" LIKE @text ESCAPE '\' OR "Actor" LIKE @text ESCAPE '\' OR "Credential" LIKE @text ESCAPE '\')
        """;

    private static readonly string Newest = $"""{SearchSql} AND (@beyond IS NULL OR "Version" < @beyond) ORDER BY "Version" DESC LIMIT @most""";
    private static readonly string Oldest = $"""{SearchSql} AND (@beyond IS NULL OR "Version" > @beyond) ORDER BY "Version" LIMIT @most""";

    public static Task<List<string>> Hearings(JournalDbContext db, CancellationToken stop) =>
        Names(db, """SELECT "Hearing" FROM entries WHERE "Version" = 1 ORDER BY "Hearing" """, stop);

    /// <summary>Beside the hearings whatever else entries say they belong to: their first one may be what is missing.</summary>
    public static Task<List<string>> AllNames(JournalDbContext db, CancellationToken stop) => Names(db, """SELECT DISTINCT "Hearing" FROM entries ORDER BY "Hearing" """, stop);

    private static async Task<List<string>> Names(JournalDbContext db, string sql, CancellationToken stop)
    {
        await using var command = await Command(db, sql, stop);
        await using var rows = await command.ExecuteReaderAsync(stop);
        var hearings = new List<string>();
        while (await rows.ReadAsync(stop)) hearings.Add(rows.GetString(0));
        return hearings;
    }

    public static async IAsyncEnumerable<EntryRow> Read(JournalDbContext db, string hearing, long after, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = await Command(db, Sql, stop);
        Add(command, "@hearing", hearing);
        Add(command, "@after", after);
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) yield return Row(hearing, rows);
    }

    /// <summary>Rows with their links, up to a version where one is given, and no more than <paramref name="most"/> (-1: all).</summary>
    public static async IAsyncEnumerable<EntryRow> ReadChained(
        JournalDbContext db, string hearing, long after, [EnumeratorCancellation] CancellationToken stop, long? to = null, int most = -1)
    {
        await using var command = await Command(db, ChainedSql, stop);
        Add(command, "@hearing", hearing);
        Add(command, "@after", after);
        Add(command, "@to", to);
        Add(command, "@most", most);
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) yield return Chained(Row(hearing, rows), rows);
    }

    /// <summary>By one prepared statement: EF Core keeps every row it has added, and takes several times as long over each.</summary>
    public static async Task Insert(JournalDbContext db, IAsyncEnumerable<EntryRow> rows, CancellationToken stop)
    {
        await using var command = await Command(db, $"""
            INSERT INTO entries ("Hearing", {Columns}, {ChainColumns})
            VALUES (@hearing, @version, @command, @at, @role, @actor, @seat, @events, @origin, @credential, @salt, @headBefore, @later, @hash)
            """, stop);
        await foreach (var row in rows.WithCancellation(stop))
        {
            command.Parameters.Clear();
            (string Name, object? Value)[] fields =
            [
                ("@hearing", row.Hearing), ("@version", row.Version), ("@command", row.CommandId), ("@at", row.AtUnixMs), ("@role", row.Role), ("@actor", row.Actor), ("@seat", row.Seat),
                ("@events", row.Events), ("@origin", row.Origin), ("@credential", row.Credential), ("@salt", row.Salt), ("@headBefore", row.HeadBefore), ("@later", row.ChainedLater), ("@hash", row.Hash),
            ];
            foreach (var (name, value) in fields) Add(command, name, value);
            await command.ExecuteNonQueryAsync(stop);
        }
    }

    /// <summary>The newest version of a hearing and its hash; 0 where there is no entry.</summary>
    public static async Task<(long Version, byte[]? Hash)> Head(JournalDbContext db, string hearing, CancellationToken stop)
    {
        await using var command = await Command(db, """SELECT "Version", "Hash" FROM entries WHERE "Hearing" = @hearing ORDER BY "Version" DESC LIMIT 1""", stop);
        Add(command, "@hearing", hearing);
        await using var rows = await command.ExecuteReaderAsync(stop);
        return await rows.ReadAsync(stop) ? (rows.GetInt64(0), Bytes(rows, 1)) : (0, null);
    }

    public static async IAsyncEnumerable<EntryRow> Search(
        JournalDbContext db, string hearing, AuditFilter filter, long? beyond, int most, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = await Command(db, filter.OldestFirst ? Oldest : Newest, stop);
        Add(command, "@hearing", hearing);
        Add(command, "@role", filter.Role?.ToString());
        Add(command, "@origin", filter.Origin?.ToString());
        Add(command, "@from", filter.From?.ToUnixTimeMilliseconds());
        Add(command, "@to", filter.To?.ToUnixTimeMilliseconds());
        // As it is written: a text that somebody typed has its quotation marks escaped, so that it is never taken for a name.
        Add(command, "@kind", filter.Kind is { Length: > 0 } kind ? $"{{\"event\":\"{kind}\"" : null);
        Add(command, "@text", filter.Text is { Length: > 0 } text ? $"%{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%" : null);
        Add(command, "@beyond", beyond);
        Add(command, "@most", most);
        await using var rows = await command.ExecuteReaderAsync(stop);
        while (await rows.ReadAsync(stop)) yield return Row(hearing, rows);
    }

    internal static async Task<DbCommand> Command(JournalDbContext db, string sql, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    internal static void Add(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
        command.Parameters.Add(parameter);
    }

    private static EntryRow Row(string hearing, DbDataReader row) => new()
    {
        Hearing = hearing,
        Version = row.GetInt64(0),
        CommandId = row.GetGuid(1),
        AtUnixMs = row.GetInt64(2),
        Role = row.GetString(3),
        Actor = row.GetString(4),
        Seat = row.IsDBNull(5) ? null : row.GetString(5),
        Events = row.GetString(6),
        Origin = row.IsDBNull(7) ? null : row.GetString(7),
        Credential = row.IsDBNull(8) ? null : row.GetGuid(8),
    };

    private static EntryRow Chained(EntryRow entry, DbDataReader row)
    {
        (entry.Salt, entry.HeadBefore, entry.ChainedLater, entry.Hash) = (Bytes(row, 9), Bytes(row, 10), row.GetBoolean(11), Bytes(row, 12));
        return entry;
    }

    private static byte[]? Bytes(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
}
