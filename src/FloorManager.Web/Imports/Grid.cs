using System.Collections.Immutable;
using FloorManager.Domain.Wording;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Imports;

/// <summary>A table as it was read, whatever the kind of file: blank rows are left out, the first row is the headings.</summary>
/// <param name="Encoding">Name of the encoding that the text was read in; empty for a workbook, which says so itself.</param>
/// <param name="Marks">Cells that were there but cannot be taken, such as formulas; each is a fault of its row.</param>
public sealed record Grid(ImmutableArray<GridRow> Rows, string Encoding, ImmutableArray<GridMark> Marks)
{
    /// <summary>Most rows below the headings; a hearing of ten thousand fits twice.</summary>
    public const int MostRows = 20_000;

    /// <summary>Most columns; registration systems export about sixty.</summary>
    public const int MostColumns = 200;

    /// <summary>Most characters of a cell, the bound that spreadsheet programs have.</summary>
    public const int LongestCell = 32_767;

    /// <summary>Null, and a fault, when nothing of the file can be read.</summary>
    /// <param name="encoding">One of <see cref="TextEncoding.Names"/> where somebody knows better; null to find out.</param>
    /// <param name="progress">Told the rows read so far.</param>
    internal static Grid? Read(byte[] file, ImportFaults faults, string? encoding = null, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        if (file.Length > FileText.MostBytesOfATable)
        {
            faults.Add(0, "", ImportCodes.FileTooLarge, "", $"{FileText.MostBytesOfATable / 1024 / 1024}");
            return null;
        }

        var grid = file.AsSpan().StartsWith("PK\u0003\u0004"u8) ? Workbook.Read(file, faults, new(progress, stop))
            : file.AsSpan().StartsWith(OldOrEncrypted) ? Refused(faults, ImportCodes.OldOrEncrypted)
            : IsSomethingElse(file) ? Refused(faults, ImportCodes.NoTable)
            : DelimitedText.Read(file, faults, encoding, new(progress, stop));
        if (faults.Any || grid is null) return null;
        if (grid.Rows.Length < 2) faults.Add(0, "", grid.Rows.IsEmpty ? ImportCodes.FileEmpty : ImportCodes.NoRows);
        return faults.Any ? null : grid;
    }

    /// <summary>
    /// The file whatever is in it: its table, or its faults. For files that somebody maps; those with columns of the house's own names have readers of their own.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped; nothing is kept.</exception>
    public static ImportResult<Grid> Open(byte[] file, string? encoding = null, IProgress<int>? progress = null, CancellationToken stop = default)
    {
        var faults = new ImportFaults();
        return new(Read(file, faults, encoding, progress, stop), faults.Found);
    }

    /// <summary>
    /// What each column is called: its heading; with its place where two have the same, as a spreadsheet shows it, and the place alone where there is none.
    /// </summary>
    public ImmutableArray<string> Columns(IStringLocalizer<ImportTexts> texts)
    {
        var headings = Headings;
        return [.. headings.Select((heading, at) =>
            heading.Length == 0 ? texts["column", Letters(at)].Value
            : headings.Count(h => ParticipantMapping.Plain(h) == ParticipantMapping.Plain(heading)) > 1 ? texts["column-of", heading, Letters(at)].Value
            : heading)];
    }

    public ImmutableArray<string> Headings => [.. Rows[0].Cells.Select(CleanText.Of)];

    /// <summary>A to Z, then AA.</summary>
    private static string Letters(int column) => (column < 26 ? "" : Letters(column / 26 - 1)) + (char)('A' + column % 26);

    /// <summary>The compound file of the nineties, in which old workbooks and encrypted new ones come.</summary>
    private static ReadOnlySpan<byte> OldOrEncrypted => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>What people choose by mistake, by how it begins: a PDF, a JPEG, a PNG or a GIF.</summary>
    private static bool IsSomethingElse(ReadOnlySpan<byte> file) =>
        file.StartsWith("%PDF-"u8) || file.StartsWith("GIF8"u8) || file.StartsWith(Jpeg) || file.StartsWith(Png);

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static Grid? Refused(ImportFaults faults, string code)
    {
        faults.Add(0, "", code);
        return null;
    }
}

/// <param name="Number">As a spreadsheet counts.</param>
public sealed record GridRow(int Number, string[] Cells);

/// <param name="Column">Place of the cell in its row, from 0.</param>
/// <param name="Code">One of <see cref="ImportCodes"/>.</param>
public sealed record GridMark(int Row, int Column, string Code, string Value);

/// <summary>Tells how far a long file is read, and stops where nobody waits for it any more.</summary>
internal readonly record struct Reading(IProgress<int>? Progress, CancellationToken Stop)
{
    /// <summary>Often enough to be seen moving, seldom enough to cost nothing.</summary>
    private const int Step = 500;

    public void At(int row)
    {
        if (row % Step != 0) return;
        Stop.ThrowIfCancellationRequested();
        Progress?.Report(row);
    }
}
