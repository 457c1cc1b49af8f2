namespace FloorManager.Domain.Requests;

/// <summary>
/// When a panel takes requests from the seats. Without one it does from the day the hearing is set up until it closes. The desk may note a wish at any
/// time: what comes late is for the chair to weigh.
/// </summary>
/// <param name="OpensAt">UTC; null for from the beginning.</param>
/// <param name="ClosesAt">UTC; null for until the panel closes.</param>
public sealed record Intake(DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt)
{
    public bool IsOpen(DateTimeOffset now) => !IsBefore(now) && !(ClosesAt <= now);

    /// <summary>It has not opened yet.</summary>
    public bool IsBefore(DateTimeOffset now) => OpensAt > now;

    /// <summary>When it will be something else than it is now; null for never.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset now) => IsBefore(now) ? OpensAt : ClosesAt > now ? ClosesAt : null;
}
