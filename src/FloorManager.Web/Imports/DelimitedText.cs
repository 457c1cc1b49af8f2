using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace FloorManager.Web.Imports;

/// <summary>Values between separators as spreadsheets of every language write them: a comma, a semicolon, a tab or a bar.</summary>
internal static class DelimitedText
{
    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    // The headings are within it, or they are no headings.
    private const int Peeked = 64 * 1024;

    public static Grid? Read(byte[] file, ImportFaults faults, string? encoding, Reading reading = default)
    {
        encoding ??= TextEncoding.Of(file);
        var rows = ImmutableArray.CreateBuilder<GridRow>();
        string? badQuotes = null;
        try
        {
            var delimiter = DelimiterOf(file, encoding);
            using var text = Text(file, encoding);
            using var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = $"{delimiter}",
                // Blank rows are counted, so that the row in a fault is the row on the screen of the spreadsheet.
                IgnoreBlankLines = false,
                // A quotation mark that is never closed would swallow the rest of the file.
                MaxFieldSize = Grid.LongestCell,
                BadDataFound = found => badQuotes ??= found.Field,
            });
            try
            {
                while (parser.Read())
                {
                    // From a stray mark on rows and cells are guesses: nothing else in the file is worth telling.
                    if (badQuotes is not null) return Refused(faults, parser.Row, ImportCodes.BadQuotes, badQuotes);
                    var cells = parser.Record ?? [];
                    if (badQuotes is not null) return Refused(faults, parser.Row, ImportCodes.BadQuotes, badQuotes);
                    if (cells.Length > Grid.MostColumns) return Refused(faults, parser.Row, ImportCodes.TooManyColumns, "", $"{Grid.MostColumns}");
                    if (cells.All(string.IsNullOrWhiteSpace)) continue;
                    if (rows.Count > Grid.MostRows) return Refused(faults, parser.Row, ImportCodes.TooManyRows, "", $"{Grid.MostRows}");
                    rows.Add(new(parser.Row, cells));
                    reading.At(rows.Count);
                }
            }
            catch (MaxFieldSizeException)
            {
                return Refused(faults, parser.Row, ImportCodes.CellTooLong, "", $"{Grid.LongestCell}");
            }
        }
        catch (DecoderFallbackException)
        {
            return Refused(faults, rows.Count == 0 ? 1 : rows[^1].Number, ImportCodes.WrongEncoding, encoding);
        }

        return new(rows.ToImmutable(), encoding, []);
    }

    private static StreamReader Text(byte[] file, string encoding) =>
        new(new MemoryStream(file, writable: false), TextEncoding.Named(encoding), detectEncodingFromByteOrderMarks: false);

    /// <summary>The one most frequent among the headings; what stands between quotation marks is part of a heading.</summary>
    private static char DelimiterOf(byte[] file, string encoding)
    {
        using var text = Text(file, encoding);
        var counts = new int[Delimiters.Length];
        var (quoted, any) = (false, false);
        for (var i = 0; i < Peeked && text.Read() is >= 0 and var read; i++)
        {
            var c = (char)read;
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c is '\r' or '\n' && any) break;
            any |= !char.IsWhiteSpace(c) && c != '\uFEFF';
            if (Array.IndexOf(Delimiters, c) is >= 0 and var which) counts[which]++;
        }

        return Delimiters[Array.IndexOf(counts, counts.Max())];
    }

    private static Grid? Refused(ImportFaults faults, int row, string code, string value = "", string allowed = "")
    {
        faults.Add(row, "", code, value, allowed);
        return null;
    }
}
