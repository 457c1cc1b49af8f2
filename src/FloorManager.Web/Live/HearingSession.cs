using System.Threading.Channels;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Journal;
using Microsoft.Data.Sqlite;

namespace FloorManager.Web.Live;

/// <summary>
/// The live state of one hearing on this node. Commands queue at one gate; a single writer takes all that wait, decides them one after the
/// other, commits them as one append and only then shows the new state and answers. While one commit is on its way to the disk the next
/// ones gather, so that the disk's latency is paid once for many. When an append fails, what was decided is forgotten and everyone in
/// that batch is told so; the state shown never runs ahead of the disk.
/// </summary>
public sealed partial class HearingSession : IAsyncDisposable
{
    private const int CleaningTries = 40;
    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromMilliseconds(25);

    private const int MostWaiting = 10_000;
    private const int LargestBatch = 512;

    private readonly Channel<Waiting> _gate = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private readonly HearingJournal _journal;
    private readonly SteadyClock _clock;
    private readonly ILogger<HearingSession> _log;
    private readonly Watchers _watchers = new();
    private readonly Task _writer;

    private HearingSession(string name, Hearing state, HearingJournal journal, SteadyClock clock, ILogger<HearingSession> log)
    {
        (Name, State, _journal, _clock, _log) = (name, state, journal, clock, log);
        _writer = Task.Run(Write);
    }

    private sealed record Waiting(CommandId Id, Actor By, HearingCommand Command, TaskCompletionSource<Answer> Answered);

    public string Name { get; }

    public Consoles Consoles { get; } = new();

    /// <summary>The newest state that is on disk.</summary>
    public Hearing State { get; private set; }

    public static async Task<HearingSession> Load(
        string name, HearingJournal journal, SteadyClock clock, ILogger<HearingSession> log, CancellationToken stop = default)
    {
        return new HearingSession(name, await Fold(name, journal, stop), journal, clock, log);
    }

    private static async Task<Hearing> Fold(string name, HearingJournal journal, CancellationToken stop = default)
    {
        var state = Hearing.Empty;
        await foreach (var entries in journal.Read(name, after: 0, stop).Chunk(LargestBatch)) state = state.After(entries);
        return state;
    }

    /// <summary>The newest state at once and from then on each newer one; a watcher that is slow misses states, never the newest.</summary>
    public Watcher Watch()
    {
        var watcher = _watchers.Add();
        watcher.Show(State);
        return watcher;
    }

    /// <summary>Queues a command whose actor has been let through the door.</summary>
    internal Task<Answer> Enter(CommandId id, Actor by, HearingCommand command)
    {
        var waiting = new Waiting(id, by, command, new(TaskCreationOptions.RunContinuationsAsynchronously));
        return _gate.Writer.TryWrite(waiting) ? waiting.Answered.Task : Task.FromResult<Answer>(new Answer.Busy());
    }

    private async Task Write()
    {
        var batch = new List<Waiting>();
        while (await _gate.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _gate.Reader.TryRead(out var waiting)) batch.Add(waiting);
            try
            {
                await Commit(batch);
            }
            catch (Exception e)
            {
                LogBug(Name, e);
                foreach (var waiting in batch) waiting.Answered.TrySetException(e);
            }

            batch.Clear();
        }
    }

    private async Task Commit(List<Waiting> batch)
    {
        while (true)
        {
            var (state, entries, erasures, answers) = Decide(batch);
            try
            {
                if (entries.Count > 0 && !await _journal.Append(Name, State.Version, entries, erasures))
                {
                    await CatchUp();
                    continue;
                }
            }
            catch (JournalUnavailableException e)
            {
                LogNotSaved(Name, batch.Count, e);
                foreach (var waiting in batch) waiting.Answered.TrySetResult(new Answer.NotSaved(e.NoRoom));
                return;
            }

            Show(erasures.Count == 0 ? state : await AfterErasing(state));
            foreach (var (waiting, answer) in batch.Zip(answers)) waiting.Answered.TrySetResult(answer);
            return;
        }
    }

    /// <summary>What was erased is gone from the journal, and so it must be from memory and from the file before anybody is told that it is done.</summary>
    /// <param name="decided">What stands in its place where the journal cannot be read this moment: the register in it is without the person already.</param>
    private async Task<Hearing> AfterErasing(Hearing decided)
    {
        try
        {
            // A reader keeps the file from being written anew; it is gone in a moment.
            for (var tries = 1; !await _journal.Clean(); tries++)
            {
                if (tries == CleaningTries)
                {
                    LogNotCleaned(Name, null);
                    break;
                }

                await Task.Delay(BetweenCleanings, TimeProvider.System);
            }

            return await Fold(Name, _journal);
        }
        catch (Exception e) when (e is SqliteException or IOException)
        {
            LogNotCleaned(Name, e);
            return decided;
        }
    }

    private (Hearing State, List<JournalEntry> Entries, List<Erasure> Erasures, List<Answer> Answers) Decide(List<Waiting> batch)
    {
        var state = State;
        var entries = new List<JournalEntry>(batch.Count);
        var erasures = new List<Erasure>();
        var answers = new List<Answer>(batch.Count);
        foreach (var waiting in batch)
        {
            // Stamped once, here: never before what the journal already holds, even when the machine's clock was set back over a restart.
            var at = _clock.UtcNow is var now && now > state.LastAt ? now : state.LastAt;
            var decision = HearingDecider.Decide(state, new Submission(waiting.Id, waiting.By, at, waiting.Command));
            if (decision is Decision.Accepted accepted)
            {
                erasures.AddRange(accepted.Events.OfType<HearingEvent.PersonalDataErased>().Select(e => Erasure.Of(state, e.Participant)));
                var entry = new JournalEntry(state.Version + 1, waiting.Id, waiting.By, at, accepted.Events);
                state = state.After(entry);
                entries.Add(entry);
            }

            answers.Add(decision is Decision.Refused refused
                ? new Answer.Refused(refused.Refusal)
                : state.Answered.TryGetValue(waiting.Id, out var version) ? new Answer.Done(version)
                : new Answer.Done(state.Version, Changed: false));
        }

        return (state, entries, erasures, answers);
    }

    private async Task CatchUp()
    {
        var state = State;
        var erased = false;
        await foreach (var entry in _journal.Read(Name, state.Version))
        {
            state = state.After(entry);
            erased |= entry.Events.Any(e => e is HearingEvent.PersonalDataErased);
        }

        Show(erased ? await Fold(Name, _journal) : state);
    }

    private void Show(Hearing state)
    {
        if (state.Version == State.Version) return;
        State = state;
        _watchers.Show(state);
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Writer.TryComplete();
        await _writer;
        _watchers.Close();
    }

    [LoggerMessage(LogLevel.Error, "{Hearing}: personal data was erased, and traces of it may be left in the database file until the next start")]
    private partial void LogNotCleaned(string hearing, Exception? e);

    [LoggerMessage(LogLevel.Error, "{Hearing}: {Commands} commands were not saved")]
    private partial void LogNotSaved(string hearing, int commands, Exception e);

    [LoggerMessage(LogLevel.Critical, "{Hearing}: a batch of commands failed by a fault of the program")]
    private partial void LogBug(string hearing, Exception e);
}
