using System.Collections.Concurrent;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FloorManager.Web.Tests.Journals;

/// <summary>That somebody else was faster is no fault and fills no log; that the disk is full is told once.</summary>
public sealed class LoggingTheJournal : IAsyncLifetime, ILoggerProvider
{
    private readonly string _data = Directory.CreateTempSubdirectory("floormanager-log-").FullName;
    private readonly ConcurrentQueue<string> _logged = new();
    private readonly Actor _by = new(Role.System, "System");
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection().AddJournal(_data).AddLogging(log => log.AddProvider(this)).BuildServiceProvider();
        await using var db = await _services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private Task<HearingSession> Session() => HearingSession.Load(
        "h", _services.GetRequiredService<HearingJournal>(), new SteadyClock(TimeProvider.System), _services.GetRequiredService<ILogger<HearingSession>>());

    private Task<Answer> Do(HearingSession session, HearingCommand command) => session.Enter(new CommandId(Guid.NewGuid()), _by, command);

    [Fact]
    public async Task A_node_that_was_slower_logs_nothing()
    {
        await using var one = await Session();
        await Do(one, new HearingCommand.SetUpHearing(HearingDetails.Named("h", "A hearing")));
        await using var two = await Session();
        await Do(one, new HearingCommand.ShowMessage("faster"));
        Assert.Equal(new Answer.Done(3), await Do(two, new HearingCommand.ShowMessage("slower")));
        Assert.Empty(_logged);
    }

    [Fact]
    public async Task A_full_disk_is_logged_once()
    {
        await using var session = await Session();
        await Do(session, new HearingCommand.SetUpHearing(HearingDetails.Named("h", "A hearing")));
        _services.GetRequiredService<JournalPragmas>().MaxPages = 1; // SQLite takes the present size then.
        while (await Do(session, new HearingCommand.ShowMessage(Guid.NewGuid() + new string('x', 150))) is Answer.Done) { }
        Assert.Equal(["Error FloorManager.Web.Live.HearingSession: h: 1 commands were not saved"], _logged);
    }

    ILogger ILoggerProvider.CreateLogger(string categoryName) => new Listener(categoryName, _logged);

    void IDisposable.Dispose()
    {
    }

    private sealed class Listener(string category, ConcurrentQueue<string> logged) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) logged.Enqueue($"{logLevel} {category}: {formatter(state, exception)}");
        }
    }
}
