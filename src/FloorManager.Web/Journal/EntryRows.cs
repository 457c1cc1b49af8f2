using System.Data.Common;
using System.Runtime.CompilerServices;
using FloorManager.Web.Live;
using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web.Journal;

/// <summary>
/// Reads the rows of a hearing by the columns' numbers. A start reads the whole journal in a program that has run nothing yet, and there a query
/// of EF Core took a third of a second more for 100,000 events, and the first query of all as long again, before a row was read.
/// </summary>
internal static class EntryRows
{
    private const string Select = """
        SELECT "Version", "CommandId", "AtUnixMs", "Role", "Actor", "Seat", "Events", "Origin", "Credential" FROM entries WHERE "Hearing" = @hearing
        """;

    private const string Sql = $"""{Select} AND "Version" > @after ORDER BY "Version" """;

    /// <summary>What is searched is read row by row and not indexed: a hundred thousand entries are looked through in a moment, and seldom.</summary>
    private const string SearchSql = $"""
        {Select} AND (@role IS NULL OR "Role" = @role) AND (@origin IS NULL OR "Origin" = @origin)
        AND (@from IS NULL OR "AtUnixMs" >= @from) AND (@to IS NULL OR "AtUnixMs" < @to)
        AND (@kind IS NULL OR instr("Events", @kind) > 0)
        AND (@text IS NULL OR "Events" LIKE @text ESCAPE '\' OR "Actor" LIKE @text ESCAPE '\' OR "Credential" LIKE @text ESCAPE '\')
        """;

    private static readonly string Newest = $"""{SearchSql} AND (@beyond IS NULL OR "Version" < @beyond) ORDER BY "Version" DESC LIMIT @most""";
    private static readonly string Oldest = $"""{SearchSql} AND (@beyond IS NULL OR "Version" > @beyond) ORDER BY "Version" LIMIT @most""";

    public static async Task<List<string>> Hearings(JournalDbContext db, CancellationToken stop)
    {
        await using var command = await Command(db, """SELECT "Hearing" FROM entries WHERE "Version" = 1 ORDER BY "Hearing" """, stop);
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

    private static async Task<DbCommand> Command(JournalDbContext db, string sql, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static void Add(DbCommand command, string name, object? value)
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
}
