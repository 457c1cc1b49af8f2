using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace FloorManager.Web.Tests.Exports;

/// <summary>The tables of a record as programs of other people read them: rows of what stands under each heading, by the invariant culture.</summary>
internal static class RecordReading
{
    private const string Wall = "yyyy-MM-dd HH:mm:ss";

    public static string[][] Csv(byte[] file, string culture = "en", string? separator = null)
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], file[..3]);
        var of = CultureInfo.GetCultureInfo(culture);
        using var parser = new CsvParser(new StreamReader(new MemoryStream(file), Encoding.UTF8), new CsvConfiguration(of) { Delimiter = separator ?? of.TextInfo.ListSeparator });
        var rows = new List<string[]>();
        while (parser.Read()) rows.Add(parser.Record!);
        return [.. rows];
    }

    /// <summary>Each sheet by its name. The validator finds nothing, and no cell is a formula.</summary>
    public static Dictionary<string, string[][]> Xlsx(byte[] file)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var part = book.WorkbookPart!;
        var sheets = part.Workbook!.Descendants<Sheet>().ToDictionary(s => s.Name!.Value!, s => ((WorksheetPart)part.GetPartById(s.Id!.Value!)).Worksheet!, StringComparer.Ordinal);
        Assert.All(sheets.Values.SelectMany(s => s.Descendants<Cell>()), cell => Assert.Null(cell.CellFormula));
        return sheets.ToDictionary(s => s.Key, s => s.Value.Descendants<Row>().Select(r => r.Elements<Cell>().Select(Text).ToArray()).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>What stands under a heading, from the second row on.</summary>
    public static string[] Under(this string[][] table, string heading)
    {
        var column = Array.IndexOf(table[0], heading);
        Assert.True(column >= 0, $"{heading} is none of {string.Join(", ", table[0])}");
        return [.. table.Skip(1).Select(row => row[column])];
    }

    public static double[] Numbers(this string[][] table, string heading) => [.. table.Under(heading).Select(n => double.Parse(n, CultureInfo.InvariantCulture))];

    /// <summary>A number with a style is an instant: nothing else that is no text has one.</summary>
    private static string Text(Cell cell) =>
        cell.DataType?.Value == CellValues.InlineString || cell.CellValue is null ? cell.InnerText
        : cell.StyleIndex is { Value: > 0 } ? DateTime.FromOADate(double.Parse(cell.CellValue.Text, CultureInfo.InvariantCulture)).AddMilliseconds(1).ToString(Wall, CultureInfo.InvariantCulture)
        : cell.CellValue.Text;
}
