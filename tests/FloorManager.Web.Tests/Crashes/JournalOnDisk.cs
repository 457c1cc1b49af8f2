using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using FloorManager.Web.Logs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace FloorManager.Web.Tests.Crashes;

/// <summary>Reads the database of the program beside it, and holds it against what its clients were told.</summary>
internal sealed class JournalOnDisk(string data) : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddJournal(data).BuildServiceProvider();

    public Task<string> Token(Role role)
    {
        var (database, clock, gone) = (_services.GetRequiredService<IDbContextFactory<JournalDbContext>>(), new SteadyClock(TimeProvider.System), new Revocations());
        return new Credentials(database, clock, new SeatCode(data), new Sessions(database, clock, gone), gone, new SecurityLog(NullLogger<SecurityLog>.Instance)).Issue(FloorServer.Sample, role);
    }

    public async Task IsSound(CancellationToken stop)
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(stop);
        Assert.Equal(["ok"], await db.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(stop));
    }

    /// <summary>The hearing as the journal alone tells it; fails where versions have a gap, a command stands twice or two people have the floor.</summary>
    public async Task<Hearing> Replay(CancellationToken stop, string hearing = FloorServer.Sample)
    {
        var state = Hearing.Empty;
        await foreach (var entry in _services.GetRequiredService<HearingJournal>().Read(hearing, after: 0, stop))
        {
            Assert.Equal(state.Version + 1, entry.Version);
            Assert.False(state.Answered.ContainsKey(entry.Command), $"{entry.Command} stands twice");
            if (entry.Events.Any(e => e is HearingEvent.FloorGiven)) Assert.Null(state.Floor);
            state = state.After(entry);
        }

        return state;
    }

    public static void Agrees(Hearing state, IReadOnlyDictionary<Guid, long> acknowledged, IEnumerable<Guid> refused)
    {
        foreach (var (id, version) in acknowledged)
        {
            Assert.True(state.Answered.TryGetValue(new CommandId(id), out var stored), $"{id}, acknowledged as version {version}, is lost");
            Assert.Equal(version, stored);
        }

        Assert.DoesNotContain(refused, id => state.Answered.ContainsKey(new CommandId(id)));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
