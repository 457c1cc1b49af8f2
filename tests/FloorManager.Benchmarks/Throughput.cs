using System.Diagnostics;
using System.Security.Cryptography;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FloorManager.Benchmarks;

/// <summary>
/// Commands a second that 64 producers get through the door, against the same commands decided the same way with one transaction each. The
/// other side writes the same rows, chained as ours are, by EF Core, and queues at a semaphore, so that it does not also pay for SQLite's waiting at a locked file.
/// </summary>
internal static class Throughput
{
    private const int Producers = 64;
    private const int Rounds = 3;
    private const double Goal = 4;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(2);

    public static async IAsyncEnumerable<Row> Measure()
    {
        await using var house = new House();
        var by = Grant.System(House.Sample);
        await using var one = await OneByOne.Create();
        var (door, single) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (ours, theirs) = (
                await Rate(async (id, text) => await house.Hearings.Submit(House.Sample, by, id, new HearingCommand.ShowMessage(text)) is Answer.Done),
                await Rate((id, text) => one.Submit(id, by.Actor, new HearingCommand.ShowMessage(text))));
            if (round == 0) continue; // To warm up.
            door.Add(ours);
            single.Add(theirs);
        }

        yield return Row.Known($"{Producers} producers at the door", door.Median(), "commands/s");
        yield return Row.Known($"{Producers} producers, a transaction a command", single.Median(), "commands/s");
        yield return Row.AtLeast("ratio", door.Zip(single, (d, s) => d / s).Median(), "×", Goal);
    }

    private static async Task<double> Rate(Func<CommandId, string, Task<bool>> submit)
    {
        var (began, done) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, Producers).Select(p => Task.Run(async () =>
        {
            for (var i = 0; Stopwatch.GetElapsedTime(began) < Span; i++)
            {
                if (!await submit(new CommandId(Guid.NewGuid()), $"{p}, {i}")) throw new InvalidOperationException("A command was not accepted.");
                Interlocked.Increment(ref done);
            }
        })));
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private sealed class OneByOne(string data, ServiceProvider services) : IAsyncDisposable
    {
        private readonly SemaphoreSlim _gate = new(1);
        private readonly SteadyClock _clock = new(TimeProvider.System);
        private Hearing _state = Hearing.Empty;
        private byte[]? _head;

        public static async Task<OneByOne> Create()
        {
            var data = Directory.CreateTempSubdirectory("floormanager-bench-").FullName;
            var one = new OneByOne(data, new ServiceCollection().AddJournal(data).BuildServiceProvider());
            await using var db = await one.Database();
            await db.Database.MigrateAsync();
            foreach (var command in LargeHearing.Commands("one", seats: 1)) await one.Submit(new(Guid.NewGuid()), new Actor(Role.System, "System"), command);
            return one;
        }

        public async Task<bool> Submit(CommandId id, Actor by, HearingCommand command)
        {
            await _gate.WaitAsync();
            try
            {
                var at = _clock.UtcNow;
                if (HearingDecider.Decide(_state, new Submission(id, by, at, command)) is not Decision.Accepted accepted) return false;
                var entry = new JournalEntry(_state.Version + 1, id, by, at, accepted.Events);
                await using var db = await Database();
                var row = new EntryRow
                {
                    Hearing = "one",
                    Version = entry.Version,
                    CommandId = id.Value,
                    AtUnixMs = at.ToUnixTimeMilliseconds(),
                    Role = by.Role.ToString(),
                    Actor = by.Name,
                    Events = EventNames.Write(entry.Events),
                    Salt = RandomNumberGenerator.GetBytes(32),
                };
                row.Hash = _head = EntryChain.Link(_head, row);
                db.Entries.Add(row);
                await db.SaveChangesAsync();
                _state = _state.After(entry);
                return true;
            }
            finally
            {
                _gate.Release();
            }
        }

        private Task<JournalDbContext> Database() => services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync();

        public async ValueTask DisposeAsync()
        {
            _gate.Dispose();
            await services.DisposeAsync();
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(data, recursive: true);
        }
    }
}
