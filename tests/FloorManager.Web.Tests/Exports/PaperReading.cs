using System.Collections.Immutable;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;
using Break = DocumentFormat.OpenXml.Wordprocessing.Break;

namespace FloorManager.Web.Tests.Exports;

/// <summary>A paper as it is read by other people's programs, whatever its format: headings with their levels, tables by their rows, and every text.</summary>
internal sealed record PaperReading(ImmutableArray<(int Level, string Text)> Headings, ImmutableArray<string[][]> Tables, ImmutableArray<string> Texts)
{
    /// <summary>The validator finds nothing.</summary>
    public static PaperReading Docx(byte[] file, Action<WordprocessingDocument>? look = null)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        look?.Invoke(document);
        var body = document.MainDocumentPart!.Document!.Body!;
        return new(
            [.. body.Elements<Paragraph>().Select(p => (Style: p.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "", p)).Where(p => p.Style.StartsWith("Heading", StringComparison.Ordinal)).Select(p => (p.Style[^1] - '0', Text(p.p)))],
            [.. body.Elements<Table>().Select(t => t.Elements<TableRow>().Select(r => r.Elements<TableCell>().Select(c => Text(c.GetFirstChild<Paragraph>()!)).ToArray()).ToArray())],
            [.. body.Descendants<Paragraph>().Select(Text)]);
    }

    /// <summary>No element in it does anything, and nothing comes from elsewhere.</summary>
    public static PaperReading Html(byte[] file, Action<IDocument>? look = null)
    {
        var document = new HtmlParser().ParseDocument(new MemoryStream(file));
        Assert.Equal(["/assets/print.js"], document.Scripts.Select(s => s.GetAttribute("src")));
        Assert.All(document.All, e => Assert.DoesNotContain(e.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.Empty(document.QuerySelectorAll("img, iframe, object, embed, form, a, svg, style, base, meta[http-equiv]"));
        Assert.All(document.QuerySelectorAll("[src], [href]"), e => Assert.StartsWith("/assets/", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
        look?.Invoke(document);
        return new(
            [.. document.QuerySelectorAll("h2, h3, h4").Select(h => (h.LocalName[1] - '1', h.TextContent))],
            [
                .. document.QuerySelectorAll("main dl, main table").Select(t => t.LocalName == "dl"
                    ? t.Children.Select(l => l.Children.Select(c => c.TextContent).ToArray()).ToArray()
                    : t.QuerySelectorAll("tr").Select(r => r.Children.Select(c => c.TextContent).ToArray()).ToArray()),
            ],
            [.. document.QuerySelectorAll("h1, h2, h3, h4, p, dt, dd, th, td, .text, .source").Select(e => e.TextContent)]);
    }

    /// <summary>The first table whose columns are these.</summary>
    public string[][] Table(params string[] columns) => Tables.First(t => columns.All(c => t[0].Contains(c, StringComparer.Ordinal)));

    /// <summary>Without the one mark at either end that keeps a line that runs against the document together: the page has an element for it.</summary>
    private static string Text(Paragraph paragraph) => string.Concat(paragraph.Descendants().Select(e => e is Text text ? Bare(text.Text) : e is Break ? "\n" : ""));

    private static string Bare(string line)
    {
        var (from, to) = (line is ['\u200E' or '\u200F', ..] ? 1 : 0, line is [.., '\u200E' or '\u200F'] ? 1 : 0);
        return line.Length > 1 ? line[from..^to] : line;
    }
}
