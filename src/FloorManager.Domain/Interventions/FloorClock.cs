namespace FloorManager.Domain.Interventions;

/// <summary>
/// The speaking clock of one intervention. It is made, started once, may be paused and resumed and adjusted at any time,
/// and ends with the intervention. A deadline is an instant, never a counter: nothing ticks. Every transition is total –
/// one that does not apply leaves the clock as it is – so that replaying a journal never throws.
/// </summary>
/// <param name="Allowed">Limit and adjustments together. Time spoken is always <c>Allowed</c> less what remains.</param>
public abstract record FloorClock(TimeSpan Allowed)
{
    /// <summary>No clock goes beyond a year either way, whatever a journal says, so that its instants can be told.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromDays(365);

    /// <summary>A clock that has not run yet.</summary>
    public static FloorClock Ready(TimeSpan limit) => new NotStarted(Within(limit));

    public sealed record NotStarted(TimeSpan Allowed) : FloorClock(Allowed);

    /// <param name="ExpiresAt">The instant at which nothing remains, UTC.</param>
    public sealed record Running(TimeSpan Allowed, DateTimeOffset ExpiresAt) : FloorClock(Allowed);

    /// <param name="Left">What remained when it was paused; below zero after an overrun.</param>
    public sealed record Paused(TimeSpan Allowed, TimeSpan Left) : FloorClock(Allowed);

    /// <param name="Left">What remained at the end; below zero is the overrun.</param>
    public sealed record Ended(TimeSpan Allowed, TimeSpan Left) : FloorClock(Allowed);

    /// <summary>What remains at <paramref name="now"/>; below zero is the overrun.</summary>
    public TimeSpan Remaining(DateTimeOffset now) => this switch
    {
        Running running => running.ExpiresAt - now,
        Paused paused => paused.Left,
        Ended ended => ended.Left,
        _ => Allowed,
    };

    public TimeSpan Spoken(DateTimeOffset now) => Allowed - Remaining(now);

    public FloorClock Start(DateTimeOffset at) => this is NotStarted ? new Running(Allowed, at + Allowed) : this;

    public FloorClock Pause(DateTimeOffset at) => this is Running ? new Paused(Allowed, Remaining(at)) : this;

    public FloorClock Resume(DateTimeOffset at) => this is Paused paused ? new Running(Allowed, at + paused.Left) : this;

    public FloorClock End(DateTimeOffset at) => this is Ended ? this : new Ended(Allowed, Remaining(at));

    /// <summary>Another time was spoken than it told; only of one that has ended.</summary>
    public FloorClock Retold(TimeSpan spoken) => this is Ended ? new Ended(Allowed, Allowed - Within(spoken)) : this;

    /// <summary>More or less time for this intervention; the time already spoken stays what it is.</summary>
    public FloorClock Adjust(TimeSpan by)
    {
        var added = Within(Allowed + Within(by)) - Allowed;
        return this switch
        {
            Running running => new Running(Allowed + added, running.ExpiresAt + added),
            Paused paused => new Paused(Allowed + added, paused.Left + added),
            Ended ended => new Ended(Allowed + added, ended.Left + added),
            _ => new NotStarted(Allowed + added),
        };
    }

    private static TimeSpan Within(TimeSpan time) => time > Bound ? Bound : time < -Bound ? -Bound : time;

    /// <summary>What the room is told. The warning begins when exactly the warning time is left; at zero the time has expired.</summary>
    public ClockPhase Phase(DateTimeOffset now, TimeSpan warning) => Remaining(now) switch
    {
        var left when left <= TimeSpan.Zero => ClockPhase.Expired,
        var left when left <= warning => ClockPhase.Warning,
        _ => ClockPhase.Speaking,
    };
}

/// <summary>Within the limit, near its end, and at or after it.</summary>
public enum ClockPhase { Speaking, Warning, Expired }
