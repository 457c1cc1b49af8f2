using System.Diagnostics;
using FloorManager.Web.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FloorManager.Benchmarks;

/// <summary>A journal of 100,000 events verified, written to a file and brought back elsewhere, and what that holds in memory meanwhile.</summary>
internal static class Archive
{
    private const int Rounds = 3;

    public static async IAsyncEnumerable<Row> Measure()
    {
        var data = Directory.CreateTempSubdirectory("floormanager-bench-").FullName;
        var file = Path.Combine(data, "archive.zip");
        var verified = new Figures();
        var written = new Figures();
        var restored = new Figures();
        long entries = 0;
        await using (var services = await Journal(Path.Combine(data, "from")))
        {
            var (journal, archive) = (services.GetRequiredService<HearingJournal>(), services.GetRequiredService<HearingArchive>());
            foreach (var batch in Replay.Entries().Chunk(512)) await journal.Append(Replay.Name, batch[0].Version - 1, batch);
            for (var round = 0; round <= Rounds; round++)
            {
                await verified.Measure(round, async () => entries = (await journal.Verify(Replay.Name)).Entries);
                var (_, write) = await archive.Export(Replay.Name);
                await written.Measure(round, async () =>
                {
                    await using var to = new FileStream(file, FileMode.Create);
                    await write!(to, CancellationToken.None);
                });
                await using var other = await Journal(Path.Combine(data, $"to-{round}"));
                await restored.Measure(round, async () =>
                {
                    await using var from = new FileStream(file, FileMode.Open);
                    if ((await other.GetRequiredService<HearingArchive>().Restore(from)).Fault is { } fault) throw new InvalidOperationException($"{fault}");
                });
            }
        }

        var size = new FileInfo(file).Length / 1e6;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
        yield return Row.Known($"{entries:N0} entries verified", verified.Ms, "ms");
        yield return Row.Known("managed memory meanwhile, at most", verified.Mb, "MB");
        yield return Row.Known($"the same written to an archive of {size:0.0} MB", written.Ms, "ms");
        yield return Row.Known("managed memory meanwhile, at most", written.Mb, "MB");
        yield return Row.Known("brought back on another server: looked at, then written", restored.Ms, "ms");
        yield return Row.Known("managed memory meanwhile, at most", restored.Mb, "MB");
    }

    private static async Task<ServiceProvider> Journal(string data)
    {
        Directory.CreateDirectory(data);
        var services = new ServiceCollection().AddJournal(data).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
        return services;
    }

    /// <summary>Of all rounds but the first, which warms up.</summary>
    private sealed class Figures
    {
        private readonly List<double> _ms = [], _mb = [];

        public double Ms => _ms.Median();

        public double Mb => _mb.Max();

        public async Task Measure(int round, Func<Task> act)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var watch = new HighWater();
            var began = Stopwatch.GetTimestamp();
            await act();
            var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            var peak = watch.Stop() - before;
            if (round == 0) return;
            _ms.Add(took);
            _mb.Add(peak / 1e6);
        }
    }
}
