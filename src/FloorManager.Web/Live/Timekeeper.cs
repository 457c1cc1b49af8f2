using System.Buffers.Binary;
using System.Security.Cryptography;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Web.Access;

namespace FloorManager.Web.Live;

/// <summary>
/// Notes in each hearing's journal that a speaker's time has expired. The deadline is an instant of the state; the timer here only wakes up to
/// look at it. Submitting twice is harmless: the command's id follows from the deadline and
/// from the version that has it, so that one that is reached again, after more time and less, is noted again.
/// </summary>
public sealed partial class Timekeeper(Hearings hearings, SteadyClock clock, ILogger<Timekeeper> log) : BackgroundService
{
    private static readonly TimeSpan BeforeTryingAgain = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var keeping = new List<Task>();
        try
        {
            await foreach (var session in hearings.Opened.ReadAllAsync(stoppingToken)) keeping.Add(Keep(session, stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopping: the deadlines stand in the journal and are met at the next start.
        }

        await Task.WhenAll(keeping);
    }

    private async Task Keep(HearingSession session, CancellationToken stop)
    {
        using var watcher = session.Watch();
        try
        {
            while (await watcher.States.WaitToReadAsync(stop))
            {
                while (watcher.States.TryRead(out var state) && Due(state) is { } due) await WakeAt(due, state.Version, session, watcher, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As above.
        }
    }

    private static HearingCommand.ExpireTime? Due(Hearing state) =>
        state.Floor is { TimeExpired: false, Clock: FloorClock.Running running } floor ? new(floor.Id, running.ExpiresAt) : null;

    /// <summary>Waits for the deadline, or until the hearing changes: then the deadline may have moved.</summary>
    private async Task WakeAt(HearingCommand.ExpireTime due, long version, HearingSession session, Watcher watcher, CancellationToken stop)
    {
        using var changed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var change = watcher.States.WaitToReadAsync(changed.Token).AsTask();
        while (!change.IsCompleted)
        {
            var wait = due.ExpiresAt - clock.UtcNow;
            if (wait <= TimeSpan.Zero)
            {
                if (await Submit(due, version, session, stop)) break;
                wait = BeforeTryingAgain;
            }

            await Task.WhenAny(change, Task.Delay(wait, clock.Time, changed.Token));
        }

        await changed.CancelAsync();
    }

    private async Task<bool> Submit(HearingCommand.ExpireTime due, long version, HearingSession session, CancellationToken stop)
    {
        var answer = await hearings.Submit(session.Name, Grant.System(session.Name), IdOf(session.Name, due, version), due, stop);
        if (answer is not Answer.Done) LogNotNoted(session.Name, answer.GetType().Name);
        return answer is Answer.Done;
    }

    private static CommandId IdOf(string hearing, HearingCommand.ExpireTime due, long version)
    {
        Span<byte> name = stackalloc byte[32];
        due.InterventionId.Value.TryWriteBytes(name);
        BinaryPrimitives.WriteInt64BigEndian(name[16..], due.ExpiresAt.ToUnixTimeMilliseconds());
        BinaryPrimitives.WriteInt64BigEndian(name[24..], version);
        return new(new Guid(HMACSHA256.HashData(System.Text.Encoding.UTF8.GetBytes(hearing), name).AsSpan(0, 16)));
    }

    [LoggerMessage(LogLevel.Warning, "{Hearing}: that the time expired could not be noted: {Answer}")]
    private partial void LogNotNoted(string hearing, string answer);
}
