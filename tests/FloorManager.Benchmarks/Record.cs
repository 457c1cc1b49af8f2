using System.Diagnostics;
using FloorManager.Domain.Balance;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using FloorManager.Web.Exports;
using FloorManager.Web.Rehearsing;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Benchmarks;

/// <summary>
/// The record of a day like the sample's – four panels, seventy interventions, five hundred requests – and of 100,000 events: what its page needs, and each file. Files are
/// written to nowhere, so that neither disk nor network is measured.
/// </summary>
internal static class Record
{
    private const int Rounds = 3, Extra = 90;
    private const double OpenMs = 1_000, FileMs = 2_000, LargeMs = 10_000;

    private static readonly (string Name, Func<Hearing, Stream, Task> Write)[] Files =
    [
        ("JSON", (s, to) => RecordWriter.Json(s, to, default)), ("CSV", (s, to) => RecordWriter.Csv(s, "en", to, default)), ("XLSX", (s, to) => RecordWriter.Xlsx(s, "en", to, default)),
        ("DOCX", (s, to) => RecordWriter.Docx(s, "en", to, default)), ("print page", (s, to) => RecordWriter.Page(s, "en", to, default)), ("iCalendar", (s, to) => RecordWriter.Calendar(s, "en", to, default)),
        ("summary DOCX", (s, to) => RecordWriter.SummaryDocx(s, "en", to, default)), ("summary page", (s, to) => RecordWriter.SummaryPage(s, "en", to, default)),
    ];

    public static async IAsyncEnumerable<Row> Measure()
    {
        Hearing day;
        await using (var house = new House()) day = Played(house.State(House.Sample));
        var large = Hearing.Empty.After(Replay.Entries());
        foreach (var (state, what, openGoal, fileGoal) in new[] { (day, "a day", OpenMs, FileMs), (large, "100,000 events", LargeMs, LargeMs) })
        {
            yield return Row.Known($"{what}: interventions; requests", state.Ended.Count(i => i.Spoke), $"; {state.Requests.Count}");
            yield return Row.AtMost($"{what}: record and figures of its page", (await Timed(() => Opened(state))).Ms, "ms", openGoal);
            foreach (var (name, write) in Files)
            {
                var (ms, mb) = await Timed(() => write(state, Stream.Null));
                yield return Row.AtMost($"{what}: {name}", ms, "ms", fileGoal);
                yield return Row.Known("managed memory meanwhile, at most", mb, "MB");
            }
        }
    }

    private static Task Opened(Hearing state)
    {
        _ = HearingRecord.Of(state);
        foreach (var panel in state.Segments.Where(s => s.IsPanel).Select(s => (SegmentId?)s.Id).Prepend(null)) _ = RecordFigures.Of(state, panel);
        return Task.CompletedTask;
    }

    /// <summary>The median of the rounds after the first, and the most memory of all.</summary>
    private static async Task<(double Ms, double Mb)> Timed(Func<Task> act)
    {
        var (took, most) = (new List<double>(), 0L);
        for (var round = 0; round <= Rounds; round++)
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            using var watch = new HighWater();
            var began = Stopwatch.GetTimestamp();
            await act();
            if (round > 0) took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            most = Math.Max(most, watch.Stop() - before);
        }

        return (took.Median(), most / 1e6);
    }

    /// <summary>The sample's day as a rehearsal has it, at its true length, and beside it delegations that ask in each panel and are not reached.</summary>
    private static Hearing Played(Hearing sample)
    {
        var first = sample.Segments.Min(s => s.StartsAt);
        var crowd = Enumerable.Range(0, Extra).Select(n => sample.Participants.Values.First() with { Id = new($"crowd-{n}"), FullName = $"Participant {n}", Delegation = $"Delegation {n}", Seat = null, Admitted = true }).ToArray();
        var plan = RehearsalPlan.Of(sample, 1, 1, RehearsalWords.Read());
        var asked = from panel in sample.Segments.Where(s => s.IsPanel) from person in crowd select new RehearsalAct(first.AddHours(-1), Role.Secretariat, null, new(Guid.NewGuid()), new RaiseRequest(person.Id, Channel: IntakeChannel.Office, SegmentId: panel.Id));
        var state = sample;
        Do(new RehearsalAct(first.AddHours(-2), Role.Secretariat, null, new(Guid.NewGuid()), new RegisterParticipants([.. crowd])));
        foreach (var act in asked.Concat(plan)) Do(act);
        return state;

        void Do(RehearsalAct act)
        {
            var (actor, at) = (new Actor(act.By, act.Seat?.Value ?? act.By.ToString(), act.Seat), act.At);
            if (HearingDecider.Decide(state, new Submission(act.Id, actor, at, act.Command)) is Decision.Accepted accepted)
                state = state.After(new JournalEntry(state.Version + 1, act.Id, actor, at, accepted.Events));
        }
    }
}
