using System.Collections.Immutable;

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
    internal static Grid? Read(ReadOnlySpan<byte> file, ImportFaults faults, string? encoding = null)
    {
        if (file.Length > FileText.MostBytesOfATable)
        {
            faults.Add(0, "", ImportCodes.FileTooLarge, "", $"{FileText.MostBytesOfATable / 1024 / 1024}");
            return null;
        }

        var grid = file.StartsWith("PK\u0003\u0004"u8) ? Workbook.Read(file.ToArray(), faults)
            : file.StartsWith(OldOrEncrypted) ? Refused(faults, ImportCodes.OldOrEncrypted)
            : DelimitedText.Read(file.ToArray(), faults, encoding);
        if (faults.Any || grid is null) return null;
        if (grid.Rows.Length < 2) faults.Add(0, "", grid.Rows.IsEmpty ? ImportCodes.FileEmpty : ImportCodes.NoRows);
        return faults.Any ? null : grid;
    }

    /// <summary>The compound file of the nineties, in which old workbooks and encrypted new ones come.</summary>
    private static ReadOnlySpan<byte> OldOrEncrypted => [0xD0, 0xCF, 0x11, 0xE0];

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
