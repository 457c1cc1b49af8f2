using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Imports;

/// <summary>
/// What became of reading a file: the commands it stands for, or every fault found in it. Never both, so that nothing is
/// half-imported.
/// </summary>
/// <param name="Value">Null when there are faults.</param>
public sealed record ImportResult<T>(T? Value, ImmutableArray<ImportFault> Faults) where T : class
{
    [MemberNotNullWhen(true, nameof(Value))]
    public bool Succeeded => Value is not null;

    /// <summary>Names the file in every fault, where several files are read together.</summary>
    internal ImportResult<T> From(string file) => this with { Faults = [.. Faults.Select(f => f with { File = file })] };
}

/// <summary>One thing wrong with a file, told where whoever mends it can find it.</summary>
/// <param name="Row">Row as a spreadsheet counts it, the headings being 1; line of a JSON file; 0 for the file as a whole.</param>
/// <param name="Column">Heading of the column, or path of the field such as <c>meetings[0].segments[1].starts</c>; may be empty.</param>
/// <param name="Code">One of <see cref="ImportCodes"/>; the key of its sentence.</param>
/// <param name="Value">What stood there, shortened; may be empty.</param>
/// <param name="Allowed">What would have been right, where that is short enough to say; else empty.</param>
public sealed record ImportFault(int Row, string Column, string Code, string Value, string Allowed = "")
{
    /// <summary>Name of the file; empty when a single file was read.</summary>
    public string File { get; init; } = "";

    /// <summary>Where and what, as one line in the reader's language.</summary>
    public string Sentence(IStringLocalizer<ImportTexts> texts)
    {
        var what = texts[Code, Value, Allowed].Value;
        var where = string.Join(", ", new[] { File, Row == 0 ? "" : texts["row", Row].Value, Column }.Where(part => part.Length > 0));
        return where.Length == 0 ? what : texts["at", where, what];
    }
}
