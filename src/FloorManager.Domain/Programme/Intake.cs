namespace FloorManager.Domain.Programme;

/// <summary>
/// From when until when seats may ask for the floor in a panel. A panel without one takes requests until it closes. What comes by the desk or the
/// office is taken at any time, and so are points of order and rights of reply.
/// </summary>
/// <param name="OpensAt">UTC; null where requests are taken already.</param>
/// <param name="ClosesAt">UTC, after the opening; at this very instant it is closed. Null until the panel closes.</param>
public sealed record Intake(DateTimeOffset? OpensAt = null, DateTimeOffset? ClosesAt = null)
{
    /// <summary>So far from now, to either side, an end of it may lie.</summary>
    public static readonly TimeSpan Furthest = TimeSpan.FromDays(7);

    public static Intake Always { get; } = new();

    public IntakeStanding At(DateTimeOffset now) =>
        now >= ClosesAt ? IntakeStanding.Closed : now < OpensAt ? IntakeStanding.NotYet : IntakeStanding.Open;

    public bool IsOpen(DateTimeOffset now) => At(now) == IntakeStanding.Open;

    /// <summary>When it opens or closes next, by itself; null when it never does again.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) => At(now) switch
    {
        IntakeStanding.NotYet => OpensAt,
        IntakeStanding.Open => ClosesAt,
        _ => null,
    };

    /// <summary>From now on, with the closing that was still to come.</summary>
    public Intake OpenedAt(DateTimeOffset now) => new(ClosesAt: ClosesAt > now ? ClosesAt : null);
}

public enum IntakeStanding { NotYet, Open, Closed }
