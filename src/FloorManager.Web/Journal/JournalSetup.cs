using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FloorManager.Web.Journal;

/// <summary>Where the database lies and how its connections are opened.</summary>
public static class JournalSetup
{
    public const string FileName = "floormanager.db";

    public static IServiceCollection AddJournal(this IServiceCollection services, string dataFolder)
    {
        var connection = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(dataFolder, FileName),
            DefaultTimeout = 5,
        };
        return services
            .AddSingleton<JournalPragmas>()
            .AddPooledDbContextFactory<JournalDbContext>((provider, options) => options
                .UseSqlite(connection.ToString())
                .ConfigureWarnings(warnings => warnings
                    // A start need not ask whether somebody forgot to write a migration: a test does.
                    .Ignore(RelationalEventId.PendingModelChangesWarning)
                    // A name or a code that somebody has already is refused by the database, by design. What is a fault is told by whoever asked, once.
                    .Log((RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.TransactionError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)))
                .AddInterceptors(provider.GetRequiredService<JournalPragmas>()))
            .AddSingleton<HearingJournal>().AddSingleton<HearingArchive>();
    }
}

/// <summary>
/// WAL lets screens read while the journal is written; FULL syncs at every commit, so that what was acknowledged survives a loss of power.
/// Microsoft.Data.Sqlite begins its transactions immediate, which is what an append at an expected version needs.
/// </summary>
public sealed class JournalPragmas : DbConnectionInterceptor
{
    /// <summary>Upper bound of the database in pages of 4 kB; null leaves it to the disk.</summary>
    public int? MaxPages { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private void Apply(DbConnection connection)
    {
        // EF Core looks read-only whether there is a database, and a copy that somebody put back may not be in WAL yet.
        if (new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly) return;
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;" + (MaxPages is { } most ? $" PRAGMA max_page_count={most};" : "");
        command.ExecuteNonQuery();
    }
}
