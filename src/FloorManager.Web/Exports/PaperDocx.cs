using System.IO.Packaging;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace FloorManager.Web.Exports;

/// <summary>
/// A paper for word processors. It is written forwards only, a row and a paragraph at a time, and is nowhere as a whole but packed. It holds styles, so that
/// whoever goes on with it changes them in one place; no text in it is a field or a link.
/// </summary>
internal sealed class PaperDocx
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Main = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/", FooterId = "rFooter";

    /// <summary>A4 between margins of 2 cm, in twentieths of a point.</summary>
    private const int Short = 11906, Long = 16838, Margin = 1134;

    private readonly Paper _paper;
    private readonly OpenXmlWriter _to;
    private readonly CancellationToken _stop;
    private int _lists;

    private PaperDocx(Paper paper, OpenXmlWriter to, CancellationToken stop) => (_paper, _to, _stop) = (paper, to, stop);

    public static async Task Write(Paper paper, Stream to, CancellationToken stop)
    {
        // The archive is closed synchronously, which a response refuses; packed, the record of a long day is some hundred kilobytes.
        using var packed = new MemoryStream();
        using (var package = Package.Open(packed, FileMode.Create, FileAccess.Write))
        {
            package.PackageProperties.Title = new Piece(paper.Title).Text;
            package.PackageProperties.Subject = paper.Subject;
            package.PackageProperties.Language = paper.Words.Tag;
            var document = Part(package, "document", $"{MediaType}.main+xml");
            package.CreateRelationship(document.Uri, TargetMode.Internal, $"{Main}officeDocument");
            int lists;
            await using (var stream = document.GetStream())
            {
                using var writer = new OpenXmlPartWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                lists = new PaperDocx(paper, writer, stop).Document();
            }

            await Fixed(package, document, "styles", "styles+xml", PaperStyles.Styles(paper.Words));
            await Fixed(package, document, "settings", "settings+xml", PaperStyles.Settings);
            await Fixed(package, document, "footer", "footer+xml", PaperStyles.Footer(paper), FooterId);
            await Fixed(package, document, "numbering", "numbering+xml", PaperStyles.Numbering(lists));
        }

        packed.Position = 0;
        await packed.CopyToAsync(to, stop);
    }

    private static PackagePart Part(Package package, string name, string type) => package.CreatePart(new($"/word/{name}.xml", UriKind.Relative), type, CompressionOption.Normal);

    private static async Task Fixed(Package package, PackagePart document, string name, string type, string xml, string? id = null)
    {
        var part = Part(package, name, $"application/vnd.openxmlformats-officedocument.wordprocessingml.{type}");
        document.CreateRelationship(part.Uri, TargetMode.Internal, Main + name, id);
        await using var stream = part.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(xml));
    }

    private bool IsRightToLeft => _paper.Words.IsRightToLeft;

    private int Width => (_paper.Wide ? Long : Short) - (2 * Margin);

    /// <summary>How many numbered lists it has.</summary>
    private int Document()
    {
        _to.WriteStartDocument(standalone: true);
        _to.WriteStartElement(new Document());
        _to.WriteStartElement(new Body());
        Write("Subtitle", [new(_paper.Subject, Ours: true)]);
        Write("Title", [new(_paper.Title)]);
        foreach (var block in _paper.Blocks)
        {
            _stop.ThrowIfCancellationRequested();
            Write(block);
        }

        _to.WriteElement(new SectionProperties(
        [
            new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
            _paper.Wide ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape } : new PageSize { Width = Short, Height = Long },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = Margin / 2, Footer = Margin / 2, Gutter = 0 },
            .. IsRightToLeft ? [new BiDi()] : Array.Empty<OpenXmlElement>(),
        ]));
        _to.WriteEndElement();
        _to.WriteEndElement();
        return _lists;
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Block.Heading h:
                Write($"Heading{h.Level}", h.Line);
                break;
            case Block.Sentence l:
                Write(style: null, l.Pieces);
                break;
            case Block.Written w:
                foreach (var line in w.Text.Text.Split('\n')) Write("Written", [new(line)]);
                break;
            case Block.Points p:
                _lists++;
                foreach (var point in p.All)
                {
                    _to.WriteElement(Paragraph("ListNumber", [point.Text], keepNext: !point.Source.IsEmpty, numbered: true));
                    if (!point.Source.IsEmpty) Write("Source", point.Source);
                }

                break;
            case Block.Facts f:
                Write("FloorFacts", [3, 7], heading: null, f.Lines.Select(l => new[] { new Piece(l.Term, Ours: true, Strong: true), l.Value }), _ => false);
                break;
            case Block.Table t:
                if (t.Captioned) Write("TableLabel", [new(t.Label, Ours: true)]);
                Write("FloorTable", [.. t.Columns.Select(c => c.Share)], [.. t.Columns.Select(c => new Piece(c.Heading, Ours: true))], t.Rows, n => t.Columns[n].IsNumber);
                break;
        }
    }

    private void Write(string? style, IEnumerable<Piece> line) => _to.WriteElement(Paragraph(style, line));

    private void Write(string style, int[] shares, Piece[]? heading, IEnumerable<Piece[]> rows, Func<int, bool> isNumber)
    {
        var whole = shares.Sum();
        string[] widths = [.. shares.Select(s => $"{Width * s / whole}")];
        _to.WriteStartElement(new Table());
        _to.WriteElement(new TableProperties(
        [
            new TableStyle { Val = style }, .. IsRightToLeft ? [new BiDiVisual()] : Array.Empty<OpenXmlElement>(), new TableWidth { Width = $"{Width}", Type = TableWidthUnitValues.Dxa },
            new TableLayout { Type = TableLayoutValues.Fixed }, new TableLook { Val = heading is null ? "0000" : "0020" },
        ]));
        _to.WriteElement(new TableGrid(widths.Select(w => new GridColumn { Width = w })));
        if (heading is not null) Row(heading, [new TableRowProperties(new CantSplit(), new TableHeader())]);
        foreach (var row in rows)
        {
            _stop.ThrowIfCancellationRequested();
            // They may break over a page: of rows that must not, LibreOffice loses all but the first where a table with a repeated heading begins low on its page.
            Row(row, []);
        }

        _to.WriteEndElement();
        // Two tables without a paragraph between them would be one.
        Write("AfterTable", []);

        void Row(Piece[] cells, OpenXmlElement[] how) => _to.WriteElement(new TableRow(
        [
            .. how,
            .. cells.Select((cell, n) => new TableCell(new TableCellProperties(new TableCellWidth { Width = widths[n], Type = TableWidthUnitValues.Dxa }), Paragraph(isNumber(n) ? "Number" : "Cell", [cell]))),
        ]));
    }

    /// <summary>A text of somebody alone in its paragraph turns it round by its own letters; else the document's language does.</summary>
    private Paragraph Paragraph(string? style, IEnumerable<Piece> line, bool keepNext = false, bool numbered = false)
    {
        var pieces = line.ToArray();
        var properties = new ParagraphProperties(
        [
            .. style is null ? Array.Empty<OpenXmlElement>() : [new ParagraphStyleId { Val = style }],
            .. keepNext ? [new KeepNext()] : Array.Empty<OpenXmlElement>(),
            .. numbered ? [new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = _lists })] : Array.Empty<OpenXmlElement>(),
            .. IsRightToLeft || (style == "Written" && pieces[0].IsRightToLeft) ? [new BiDi()] : Array.Empty<OpenXmlElement>(),
        ]);
        return new([.. properties.HasChildren ? [properties] : Array.Empty<OpenXmlElement>(), .. pieces.Where(p => p.Text.Length > 0).SelectMany(Runs)]);
    }

    /// <summary>A line is a run of its own: each goes by its own letters.</summary>
    private IEnumerable<Run> Runs(Piece piece) => piece.Text.Split('\n').Select((line, n) => Run(new(line, piece.Ours, piece.Strong), below: n > 0));

    private Run Run(Piece piece, bool below)
    {
        OpenXmlElement[] how = [.. piece.Strong ? [new Bold(), new BoldComplexScript()] : Array.Empty<OpenXmlElement>(), .. piece.IsRightToLeft ? [new RightToLeftText()] : Array.Empty<OpenXmlElement>()];
        return new([
            .. how.Length > 0 ? [new RunProperties(how)] : Array.Empty<OpenXmlElement>(), .. below ? [new Break()] : Array.Empty<OpenXmlElement>(),
            Written(!piece.Ours && piece.IsRightToLeft != IsRightToLeft ? Held(piece.Text) : piece.Text),
        ]);

        static Text Written(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };
    }

    /// <summary>
    /// A text that runs against the document keeps the signs and figures at its ends beside its letters: a mark of direction (UAX #9) holds them there in every
    /// word processor, which isolates and embeddings do not.
    /// </summary>
    private string Held(string line)
    {
        var runes = line.EnumerateRunes().ToArray();
        if (!runes.Any(Rune.IsLetter)) return line;
        var mark = IsRightToLeft ? "\u200E" : "\u200F";
        return $"{(Rune.IsLetter(runes[0]) ? "" : mark)}{line}{(Rune.IsLetter(runes[^1]) ? "" : mark)}";
    }
}
