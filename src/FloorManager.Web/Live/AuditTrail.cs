using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Logs;

namespace FloorManager.Web.Live;

/// <summary>Which entries are looked for; what is null or empty lets all through.</summary>
/// <param name="Kind">Stored name of an event that is among those of the entry.</param>
/// <param name="From">UTC, included.</param>
/// <param name="To">UTC, not included.</param>
/// <param name="Text">Part of what happened, of who acted, or of the id of their credential; capitals are the same in Latin letters.</param>
public sealed record AuditFilter(
    Role? Role = null, Origin? Origin = null, string? Kind = null, DateTimeOffset? From = null, DateTimeOffset? To = null, string? Text = null, bool OldestFirst = false);

/// <summary>One accepted command as the audit tells it.</summary>
/// <param name="Kinds">The stored names of what happened.</param>
/// <param name="Events">The same in full, as it stands in the journal: JSON.</param>
public sealed record AuditLine(long Version, DateTimeOffset At, Role Role, Origin? Origin, string Actor, string? Seat, Guid? Credential, Guid Command, ImmutableArray<string> Kinds, string Events);

/// <summary>The journal for whoever may read all of it, page by page: a journal of a hundred thousand entries is never in memory, and no reader holds the database up.</summary>
public sealed class AuditTrail(HearingJournal journal, Hearings hearings, SecurityLog security)
{
    public const int PageSize = 100;

    private const int Chunk = 1000;

    /// <summary>The kinds that a filter may name, in their order.</summary>
    public static ImmutableArray<string> Kinds { get; } = [.. EventNames.Types.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Up to <see cref="PageSize"/> entries beyond a version; null for whoever may not read them.</summary>
    public async Task<IReadOnlyList<AuditLine>?> Page(Grant by, string hearing, AuditFilter filter, long? beyond, CancellationToken stop = default) =>
        await May(by, hearing, stop) ? [.. (await journal.Search(hearing, filter, beyond, PageSize, stop)).Select(Line)] : null;

    /// <summary>All that the filter lets through, the oldest first; null for whoever may not read it. That it was carried off is logged.</summary>
    public async Task<IAsyncEnumerable<AuditLine>?> Export(Grant by, string hearing, AuditFilter filter, string what, CancellationToken stop = default)
    {
        if (!await May(by, hearing, stop)) return null;
        security.Exported(by, hearing, what);
        return All(hearing, filter with { OldestFirst = true }, stop);
    }

    private async IAsyncEnumerable<AuditLine> All(string hearing, AuditFilter filter, [EnumeratorCancellation] CancellationToken stop)
    {
        long? beyond = null;
        while (await journal.Search(hearing, filter, beyond, Chunk, stop) is { Count: > 0 } entries)
        {
            foreach (var entry in entries) yield return Line(entry);
            beyond = entries[^1].Version;
        }
    }

    private async ValueTask<bool> May(Grant by, string hearing, CancellationToken stop) =>
        by.Covers(hearing) && Permissions.Allows(by.Role, Right.ReadAudit) && await hearings.Stands(by, stop);

    private static AuditLine Line(JournalEntry e) => new(
        e.Version, e.At, e.By.Role, e.By.Origin, e.By.Name, e.By.Seat?.Value, e.By.Credential, e.Command.Value, [.. e.Events.Select(EventNames.Of)], EventNames.Write(e.Events));
}
