using System.Diagnostics;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Benchmarks;

/// <summary>How long a restart takes to know the hearing again after 100,000 events – a hundred days like the sample's.</summary>
internal static class Replay
{
    private const int Events = 100_000;
    private const int Rounds = 3;
    private const double GoalMs = 1000;
    internal const string Name = "long";

    public static async IAsyncEnumerable<Row> Measure()
    {
        var data = Directory.CreateTempSubdirectory("floormanager-bench-").FullName;
        await using var services = new ServiceCollection().AddJournal(data).BuildServiceProvider();
        await using (var db = await services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync()) await db.Database.MigrateAsync();
        var journal = services.GetRequiredService<HearingJournal>();
        var entries = Entries();
        foreach (var batch in entries.Chunk(512)) await journal.Append(Name, batch[0].Version - 1, batch);

        var (first, disk, fold) = (0.0, new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await (await HearingSession.Load(Name, journal, new SteadyClock(TimeProvider.System), NullLogger<HearingSession>.Instance)).DisposeAsync();
            var loaded = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            began = Stopwatch.GetTimestamp();
            _ = Hearing.Empty.After(entries);
            if (round == 0) first = loaded;
            else (disk, fold) = ([.. disk, loaded], [.. fold, Stopwatch.GetElapsedTime(began).TotalMilliseconds]);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
        yield return Row.AtMost("100,000 events from the journal, the first time in a process", first, "ms", GoalMs);
        yield return Row.AtMost("100,000 events from the journal, warm", disk.Median(), "ms", GoalMs);
        yield return Row.Known("100,000 events folded in memory", fold.Median(), "ms");
    }

    internal static List<JournalEntry> Entries()
    {
        var (entries, events) = (new List<JournalEntry>(), 0);
        var at = new DateTimeOffset(2017, 7, 26, 14, 0, 0, TimeSpan.Zero);
        void Add(params HearingEvent[] happened)
        {
            entries.Add(new JournalEntry(entries.Count + 1, new CommandId(Guid.NewGuid()), new Actor(Role.Chair, "Chair"), at = at.AddSeconds(7), [.. happened]));
            events += happened.Length;
        }

        var state = Hearing.Empty;
        foreach (var command in LargeHearing.Commands(Name, seats: 200))
        {
            Add([.. ((Decision.Accepted)HearingDecider.Decide(state, new Submission(new(Guid.NewGuid()), new Actor(Role.System, "System"), at, command))).Events]);
            state = state.After(entries[^1]);
        }

        var people = state.Participants.Values.ToArray();
        for (var i = 0; events < Events; i++) Intervention(people[i % people.Length], Add, i);
        return entries;
    }

    /// <summary>An intervention from being asked for to its end, with what the desk does meanwhile.</summary>
    private static void Intervention(Participant who, Action<HearingEvent[]> add, int number)
    {
        var (request, floor) = (new RequestId(Guid.NewGuid()), new InterventionId(Guid.NewGuid()));
        var (panel, limit) = (LargeHearing.Panel, TimeSpan.FromMinutes(3));
        add([new RequestRaised(request, who.Id, panel, IntakeChannel.Seat, FloorKind.Intervention, null, who.Seat)]);
        add([new RequestPlacedOnDeck(request)]);
        add([
            new FloorGiven(floor, panel, FloorKind.Intervention, Speaker.Of(who), request, null, Strict: true, limit, TimeSpan.FromSeconds(30)),
            new ClockStarted(floor),
        ]);
        add([new MessageShown($"Speaker {number}")]);
        add([new ClockPaused(floor)]);
        add([new ClockResumed(floor)]);
        add([new ClockAdjusted(floor, 30)]);
        add([new TimeExpired(floor)]);
        add([new InterventionEnded(floor)]);
    }
}
