using FloorManager.Domain.Hearings;

namespace FloorManager.Web.Access;

/// <summary>How long a link is good. Those of seats and screens are cards and devices that stay in the room: they end with the hearing.</summary>
public static class LinkLife
{
    /// <summary>Meetings run over, and the last contributions are handed in afterwards.</summary>
    public static readonly TimeSpan AfterTheEnd = TimeSpan.FromHours(12);

    /// <summary>For one that was made when all was over already: somebody tries a hearing out, or shows how it was.</summary>
    public static readonly TimeSpan Afterwards = TimeSpan.FromDays(7);

    /// <summary>
    /// When a credential ends, UTC; null for one that ends when it is taken away: of staff, who finish the record. A hearing without a programme has no end,
    /// and one that was put away has come to it.
    /// </summary>
    public static DateTimeOffset? Of(Role role, DateTimeOffset made, Hearing hearing)
    {
        if (role is not (Role.Seat or Role.Display)) return null;
        if (hearing.IsArchived) return DateTimeOffset.MinValue;
        if (!hearing.Segments.Any()) return null;
        var over = hearing.Segments.Max(s => s.EndsAt) + AfterTheEnd;
        return made < over ? over : made + Afterwards;
    }
}
