using FloorManager.Domain.Wording;

namespace FloorManager.Web.Imports;

/// <summary>A column that a table may have. Headings are told apart whatever their case, spaces and underscores.</summary>
internal readonly record struct Column(string Heading, bool Required = false)
{
    public bool Is(string heading) => Plain(heading).Equals(Plain(Heading), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string heading) => heading.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>A file with columns of the house's own names, such as the sample's.</summary>
internal static class Table
{
    public static IReadOnlyList<TableRow> Read(ReadOnlySpan<byte> file, ReadOnlySpan<Column> columns, ImportFaults faults)
    {
        if (Grid.Read(file.ToArray(), faults) is not { } grid) return [];
        var head = grid.Rows[0];
        var headings = HeadingsOf(head.Cells, columns, head.Number, faults);
        if (faults.Any) return [];
        var rows = new List<TableRow>();
        foreach (var row in grid.Rows[1..])
        {
            if (faults.Full) break;
            rows.Add(TableRow.Of(row.Number, headings, row.Cells, faults));
        }

        foreach (var mark in grid.Marks) faults.Add(mark.Row, headings.ElementAtOrDefault(mark.Column) ?? "", mark.Code, mark.Value);
        return rows;
    }

    /// <summary>For each cell of a row the column it belongs to, null under a blank heading.</summary>
    private static string?[] HeadingsOf(string[] cells, ReadOnlySpan<Column> columns, int row, ImportFaults faults)
    {
        var headings = new string?[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = CleanText.Of(cells[i]);
            if (cell.Length == 0) continue;
            foreach (var column in columns)
                if (column.Is(cell)) headings[i] = column.Heading;
            if (headings[i] is not { } heading) faults.Add(row, cell, ImportCodes.UnknownColumn, cell);
            else if (headings.AsSpan(0, i).Contains(heading)) faults.Add(row, heading, ImportCodes.DuplicateColumn, cell);
        }

        foreach (var column in columns)
            if (column.Required && !headings.Contains(column.Heading)) faults.Add(row, column.Heading, ImportCodes.MissingColumn, column.Heading);
        return headings;
    }
}
