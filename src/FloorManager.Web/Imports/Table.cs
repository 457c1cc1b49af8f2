using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FloorManager.Web.Imports;

/// <summary>A column that a table may have. Headings are told apart whatever their case, spaces and underscores.</summary>
internal readonly record struct Column(string Heading, bool Required = false)
{
    public bool Is(string heading) => Plain(heading).Equals(Plain(Heading), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string heading) => heading.Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
}

/// <summary>Comma-separated values as spreadsheets of every language write them: the separator may be a comma, a semicolon or a tab.</summary>
internal static class Table
{
    public const int MostRows = 20_000;

    public static IReadOnlyList<TableRow> Read(ReadOnlySpan<byte> file, ReadOnlySpan<Column> columns, ImportFaults faults)
    {
        if (!FileText.TryRead(file, faults, out var text)) return [];
        string? badQuotes = null;
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text),
            // Blank rows are counted, so that the row in a fault is the row on the screen of the spreadsheet.
            IgnoreBlankLines = false,
            BadDataFound = found => badQuotes ??= found.Field,
        });
        string?[] headings = [];
        var rows = new List<TableRow>();
        while (!faults.Full && parser.Read())
        {
            var cells = parser.Record ?? [];
            if (badQuotes is not null)
            {
                // From here on rows and cells are guesses: nothing else in the file is worth telling.
                faults.Add(parser.Row, "", ImportCodes.BadQuotes, badQuotes);
                return [];
            }

            if (cells.All(string.IsNullOrWhiteSpace)) continue;
            if (headings.Length == 0)
            {
                headings = HeadingsOf(cells, columns, parser.Row, faults);
                if (faults.Any) return [];
                continue;
            }

            if (rows.Count == MostRows)
            {
                faults.Add(parser.Row, "", ImportCodes.TooManyRows, "", $"{MostRows}");
                return [];
            }

            rows.Add(TableRow.Of(parser.Row, headings, cells, faults));
        }

        if (rows.Count == 0 && !faults.Any) faults.Add(0, "", ImportCodes.NoRows);
        return rows;
    }

    /// <summary>No heading holds a separator, so the headings tell which one it is.</summary>
    private static string DelimiterOf(string text)
    {
        var headings = text.TrimStart().AsSpan();
        if (headings.IndexOfAny('\r', '\n') is >= 0 and var end) headings = headings[..end];
        var (commas, semicolons, tabs) = (headings.Count(','), headings.Count(';'), headings.Count('\t'));
        return tabs > Math.Max(commas, semicolons) ? "\t" : semicolons > commas ? ";" : ",";
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
