using System.Collections.Immutable;
using FloorManager.Domain.Wording;

namespace FloorManager.Web.Imports;

/// <summary>Gathers the faults of one file, so that all of them can be mended in one go.</summary>
internal sealed class ImportFaults
{
    /// <summary>Nobody mends more in one go, and a hostile file must not fill the memory with its faults.</summary>
    public const int Most = 200;

    private const int LongestQuote = 60;

    private readonly ImmutableArray<ImportFault>.Builder found = ImmutableArray.CreateBuilder<ImportFault>();

    public bool Any => found.Count > 0;

    public bool Full => found.Count > Most;

    public ImmutableArray<ImportFault> Found => found.ToImmutable();

    public void Add(int row, string column, string code, string value = "", string allowed = "")
    {
        if (Full) return;
        found.Add(found.Count == Most
            ? new(row, "", ImportCodes.MoreFaults, $"{Most}")
            : new(row, Shortened(column), code, Shortened(value), allowed));
    }

    public ImportResult<T> Result<T>(Func<T> value) where T : class => Any ? new(null, found.ToImmutable()) : new(value(), []);

    /// <summary>A fault is shown beside others: what it quotes is one clean line, and never ends in half a character.</summary>
    private static string Shortened(string value)
    {
        // Ten times the quote is plenty to clean: a field may be megabytes long.
        var clean = CleanText.Of(value.Length > LongestQuote * 10 ? value[..(LongestQuote * 10)] : value);
        if (clean.Length <= LongestQuote) return clean;
        return clean[..(char.IsHighSurrogate(clean[LongestQuote - 1]) ? LongestQuote - 1 : LongestQuote)] + "…";
    }
}
