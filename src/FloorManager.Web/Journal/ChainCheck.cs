using FloorManager.Domain.Hearings;
using FloorManager.Web.Live;

namespace FloorManager.Web.Journal;

/// <summary>Holds the hashes of a hearing against its entries, those of the database and those of an archive alike.</summary>
internal static class ChainCheck
{
    /// <summary>Progress is told each time so many entries were looked at.</summary>
    private const int Step = 5000;

    public static async Task<JournalCheck> Run(string hearing, IAsyncEnumerable<EntryRow> rows, string? noted = null, IProgress<long>? progress = null)
    {
        var check = new JournalCheck(hearing, 0, null, null, 0, []);
        var (before, later, renewals) = ((byte[]?)null, 0L, new List<ChainRenewal>());
        await using var row = rows.GetAsyncEnumerator();
        while (true)
        {
            var next = check.Entries + 1;
            try
            {
                if (!await row.MoveNextAsync()) break;
            }
            catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException)
            {
                return check with { Break = new(ChainFault.Unreadable, next, next), ChainedLater = later, Renewals = renewals };
            }

            var entry = row.Current;
            if (Look(before, entry, next) is { } wrong) return check with { Break = wrong, ChainedLater = later, Renewals = renewals };
            before = entry.Hash;
            if (entry.ChainedLater) later++;
            check = check with { Entries = next, Head = EntryChain.Text(entry.Hash) };
            if (entry.HeadBefore is { } old) renewals.Add(new(entry.Version, At(entry)!.Value, EntryChain.Text(old)!));
            if (noted is not null && noted.Equals(check.Head, StringComparison.OrdinalIgnoreCase)) check = check with { NotedAt = next };
            if (noted is not null && noted.Equals(EntryChain.Text(entry.HeadBefore), StringComparison.OrdinalIgnoreCase)) check = check with { NotedBefore = next };
            if (next % Step == 0) progress?.Report(next);
        }

        return check with { ChainedLater = later, Renewals = renewals };
    }

    private static ChainBreak? Look(byte[]? before, EntryRow entry, long next)
    {
        ChainBreak Is(ChainFault fault) => new(fault, entry.Version, next, At(entry), Kinds(entry));
        if (entry.Version != next) return Is(ChainFault.OutOfOrder);
        if (entry.Hash is null) return Is(ChainFault.NoLink);
        if (!entry.Hash.AsSpan().SequenceEqual(EntryChain.Link(before, entry))) return Is(ChainFault.NotAsWritten);
        if (At(entry) is null || Kinds(entry) is not { } kinds || !Enum.TryParse<Role>(entry.Role, out _) || (entry.Origin is { } origin && !Enum.TryParse<Origin>(origin, out _)))
            return Is(ChainFault.Unreadable);
        return entry.HeadBefore is null || kinds.Contains(ErasureKind) ? null : Is(ChainFault.NoErasure);
    }

    private static readonly string ErasureKind = EventNames.Types.First(t => t.Value == typeof(HearingEvent.PersonalDataErased)).Key;

    private static DateTimeOffset? At(EntryRow entry)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(entry.AtUnixMs);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static string[]? Kinds(EntryRow entry)
    {
        try
        {
            return [.. EventNames.Read(entry.Events).Select(EventNames.Of)];
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or InvalidOperationException or ArgumentException or FormatException or NullReferenceException)
        {
            return null;
        }
    }
}
