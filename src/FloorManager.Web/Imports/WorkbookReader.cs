using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace FloorManager.Web.Imports;

/// <summary>Goes through the parts of one workbook. Throws what <see cref="Workbook"/> makes a fault of.</summary>
internal sealed class WorkbookReader(ZipArchive archive, UnpackBudget budget, ImportFaults faults, Reading reading)
{
    /// <summary>Most texts, and most letters in them all, that are kept beside the sheet; twenty thousand participants have two million letters.</summary>
    private const int MostShared = 8_000_000;

    private readonly char[] piece = new char[1024];
    private readonly List<string> shared = [];
    private readonly List<string> formats = [];
    private readonly ImmutableArray<GridMark>.Builder marks = ImmutableArray.CreateBuilder<GridMark>();

    public Grid? Read()
    {
        var sheets = Sheets();
        if (sheets.Count == 0) throw new InvalidDataException();
        ReadShared();
        ReadFormats();
        foreach (var sheet in sheets)
        {
            marks.Clear();
            if (ReadSheet(sheet) is not { } rows) return null;
            if (rows.Length > 0) return new(rows, "", marks.ToImmutable());
        }

        return new([], "", []);
    }

    /// <summary>Null where the workbook has no such part. A document type would let a file of a kilobyte grow without end: it is refused.</summary>
    private XmlReader? Part(string path) => archive.GetEntry(path) is not { } part ? null : XmlReader.Create(
        new CountedStream(part.Open(), budget),
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true });

    private List<string> Sheets()
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var links = Part("xl/_rels/workbook.xml.rels"))
            while (links?.Read() == true)
                if (links is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && links["Id"] is { } id && links["Target"] is { } target)
                    targets[id] = target.StartsWith('/') ? target[1..] : $"xl/{target}";
        var sheets = new List<string>();
        using var book = Part("xl/workbook.xml");
        while (book?.Read() == true)
            if (book is { NodeType: XmlNodeType.Element, LocalName: "sheet" } && LinkOf(book) is { } id && targets.TryGetValue(id, out var path))
                sheets.Add(path);
        return sheets;
    }

    /// <summary>The prefix differs between programs, and so does the namespace of strict workbooks.</summary>
    private static string? LinkOf(XmlReader sheet)
    {
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
            if (sheet.LocalName == "id" && sheet.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal)) return sheet.Value;
        return null;
    }

    private void ReadShared()
    {
        var letters = 0L;
        using var part = Part("xl/sharedStrings.xml");
        while (part?.Read() == true)
        {
            if (part is not { NodeType: XmlNodeType.Element, LocalName: "si" }) continue;
            shared.Add(Runs(part));
            letters += shared[^1].Length;
            if (letters > MostShared || shared.Count > MostShared) throw new ArchiveTooLarge();
        }
    }

    /// <summary>The text of an element, run after run; how it is pronounced (<c>rPh</c>) is not part of it.</summary>
    private string Runs(XmlReader at)
    {
        if (at.IsEmptyElement) return "";
        var (text, depth) = (new StringBuilder(), at.Depth);
        while (at.Read() && at.Depth > depth)
        {
            if (at is { NodeType: XmlNodeType.Element, LocalName: "rPh", IsEmptyElement: false }) Skip(at);
            else if (at.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA) Append(text, at);
        }

        return text.ToString();
    }

    private static void Skip(XmlReader at)
    {
        var depth = at.Depth;
        while (at.Read() && at.Depth > depth)
        {
        }
    }

    /// <summary>In pieces, and one more than a cell may hold, so that it is known to be too long and is no burden.</summary>
    private void Append(StringBuilder text, XmlReader at)
    {
        for (int read; (read = at.ReadValueChunk(piece, 0, piece.Length)) > 0;)
            if (text.Length <= Grid.LongestCell) text.Append(piece, 0, read);
    }

    private void ReadFormats()
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        var inCells = false;
        using var part = Part("xl/styles.xml");
        while (part?.Read() == true)
        {
            if (part.LocalName == "cellXfs") inCells = part is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            if (part.NodeType != XmlNodeType.Element) continue;
            if (part.LocalName == "numFmt" && part["numFmtId"] is { } id) own[id] = part["formatCode"] ?? "";
            else if (inCells && part.LocalName == "xf") formats.Add(own.GetValueOrDefault(part["numFmtId"] ?? "0") ?? CellFormat.BuiltIn(part["numFmtId"]));
        }
    }

    private ImmutableArray<GridRow>? ReadSheet(string path)
    {
        var rows = ImmutableArray.CreateBuilder<GridRow>();
        var number = 0;
        using var part = Part(path) ?? throw new InvalidDataException();
        while (part.Read())
        {
            if (part is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            number = part["r"] is { } r ? int.Parse(r, NumberStyles.None, CultureInfo.InvariantCulture) : number + 1;
            if (part.IsEmptyElement) continue;
            var cells = ReadRow(part, number);
            if (cells is null) return Refused(number, ImportCodes.TooManyColumns, Grid.MostColumns);
            if (cells.FindIndex(c => c.Length > Grid.LongestCell) is >= 0) return Refused(number, ImportCodes.CellTooLong, Grid.LongestCell);
            if (cells.TrueForAll(string.IsNullOrWhiteSpace) && (marks.Count == 0 || marks[^1].Row != number)) continue;
            if (rows.Count > Grid.MostRows) return Refused(number, ImportCodes.TooManyRows, Grid.MostRows);
            rows.Add(new(number, [.. cells]));
            reading.At(rows.Count);
        }

        return rows.ToImmutable();
    }

    private ImmutableArray<GridRow>? Refused(int row, string code, int most)
    {
        faults.Add(row, "", code, "", $"{most}");
        return null;
    }

    /// <summary>Null for a row with more columns than are read.</summary>
    private List<string>? ReadRow(XmlReader at, int row)
    {
        var (cells, depth) = (new List<string>(), at.Depth);
        while (at.Read() && at.Depth > depth)
        {
            if (at is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            var column = at["r"] is { } place ? ColumnOf(place) : cells.Count;
            if (column >= Grid.MostColumns) return null;
            while (cells.Count < column) cells.Add("");
            var text = ReadCell(at, row, column);
            if (cells.Count == column) cells.Add(text);
            else cells[column] = text;
        }

        return cells;
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetter).Take(4)) column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column == 0 ? throw new InvalidDataException() : column - 1;
    }

    private string ReadCell(XmlReader at, int row, int column)
    {
        var (type, style, depth) = (at["t"], at["s"], at.Depth);
        if (at.IsEmptyElement) return "";
        var (value, isFormula) = ("", false);
        while (at.Read() && at.Depth > depth)
        {
            if (at.NodeType != XmlNodeType.Element) continue;
            isFormula |= at.LocalName == "f";
            if (at.LocalName == "f") Runs(at);
            else if (at.LocalName is "v" or "is") value = Runs(at);
        }

        if (isFormula || type == "e") marks.Add(new(row, column, isFormula ? ImportCodes.Formula : ImportCodes.ErrorValue, value));
        return type switch
        {
            "s" => shared[int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture)],
            "b" => value == "1" ? "yes" : "no",
            "inlineStr" or "str" or "e" or "d" => value,
            _ => CellFormat.Show(value, int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s < formats.Count ? formats[s] : ""),
        };
    }
}
