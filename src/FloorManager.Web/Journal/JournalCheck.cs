using FloorManager.Domain.Hearings;

namespace FloorManager.Web.Journal;

/// <summary>What is wrong with an entry, in the order in which it is looked for.</summary>
public enum ChainFault
{
    /// <summary>Entries are missing before it; or it stands there twice, or before its turn.</summary>
    OutOfOrder,

    /// <summary>It has no hash: a program that knows of no chain wrote it.</summary>
    NoLink,

    /// <summary>Its hash is not that of what stands there and of the entry before: it was changed, or put there, or the one before it was exchanged.</summary>
    NotAsWritten,

    /// <summary>Its chain is whole, and the program cannot read it.</summary>
    Unreadable,

    /// <summary>It says that an erasure made the chain anew, and is none.</summary>
    NoErasure,
}

/// <summary>The first entry that is not as it was written. What comes after it hangs on it, and says nothing more.</summary>
/// <param name="Expected">The version that should have stood there.</param>
/// <param name="At">Null where the entry cannot be read so far.</param>
/// <param name="Kinds">Stored names of what happened; null where they cannot be read.</param>
public sealed record ChainBreak(ChainFault Fault, long Version, long Expected, DateTimeOffset? At = null, IReadOnlyList<string>? Kinds = null);

/// <summary>An erasure of personal data, the one thing that may make a chain anew.</summary>
/// <param name="HeadBefore">The head of the chain right before it, in hexadecimal.</param>
public sealed record ChainRenewal(long Version, DateTimeOffset At, string HeadBefore);

/// <summary>What holding a hearing's chain against its entries has shown.</summary>
/// <param name="Entries">That were found sound; all of them where nothing is broken.</param>
/// <param name="Head">Hash of the last of these, in hexadecimal; null without one.</param>
/// <param name="ChainedLater">How many are older than the chain, which says nothing of them before the upgrade that made it.</param>
/// <param name="NotedAt">Version whose head was the noted one.</param>
/// <param name="NotedBefore">Version of the erasure before which the head was the noted one.</param>
public sealed record JournalCheck(
    string Hearing, long Entries, string? Head, ChainBreak? Break, long ChainedLater, IReadOnlyList<ChainRenewal> Renewals, long? NotedAt = null, long? NotedBefore = null)
{
    /// <summary>Progress is told each time so many entries were looked at.</summary>
    private const int Step = 5000;

    public bool IsUnbroken => Break is null && Entries > 0;

    internal static async Task<JournalCheck> Run(string hearing, IAsyncEnumerable<EntryRow> rows, string? noted = null, IProgress<long>? progress = null)
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
