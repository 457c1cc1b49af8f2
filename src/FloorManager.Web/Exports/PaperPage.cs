using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace FloorManager.Web.Exports;

/// <summary>
/// A paper as a page, which the browser prints or makes a PDF of. It is an ordinary document: every text in it is encoded, it runs nothing but the button that
/// prints, and its sheet is a file, as the policy wants.
/// </summary>
internal static class PaperPage
{
    private const int Buffer = 8 * 1024;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static async Task Write(Paper paper, Stream to, CancellationToken stop)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Buffer, leaveOpen: true);
        var words = paper.Words;
        await text.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="{words.Tag}" dir="{(words.IsRightToLeft ? "rtl" : "ltr")}"{(paper.Mark.Length > 0 ? $" style=\"--floor-mark: &quot;{Say(paper.Mark)}&quot;\"" : "")}>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Say(paper.Subject)} – {Say(new Piece(paper.Title).Text)}</title>
            <link rel="stylesheet" href="/assets/han.css">
            <link rel="stylesheet" href="/assets/print.css">
            <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
            <script type="module" src="/assets/print.js"></script>
            </head>
            <body{(paper.Wide ? " class=\"wide\"" : "")}>
            <button type="button" id="print">{Say(words["Paper.Print"])}</button>
            <main>
            <header>
            <p>{Say(paper.Subject)}</p>
            <h1>{Say(new Piece(paper.Title))}</h1>
            </header>

            """.AsMemory(), stop);
        foreach (var block in paper.Blocks)
        {
            foreach (var part in Of(block)) await text.WriteAsync(part.AsMemory(), stop);
            await text.WriteAsync("\n".AsMemory(), stop);
        }

        await text.WriteAsync("</main>\n</body>\n</html>\n".AsMemory(), stop);
    }

    /// <summary>In parts, so that a long table is never one text.</summary>
    private static IEnumerable<string> Of(Block block) => block switch
    {
        Block.Heading h => [$"<h{h.Level + 1}>{Say(h.Line)}</h{h.Level + 1}>"],
        Block.Facts f => [$"<dl>{string.Concat(f.Lines.Select(l => $"<div><dt>{Say(l.Term)}</dt><dd>{Say(l.Value)}</dd></div>"))}</dl>"],
        Block.Sentence l => [$"<p>{Say(l.Pieces)}</p>"],
        Block.Written w => [.. w.Text.Text.Split('\n').Select(line => $"<p class=\"written\" dir=\"auto\">{Say(line)}</p>")],
        Block.Points p => p.All.Select(Of).Prepend("<ol>").Append("</ol>"),
        Block.Table t => Of(t),
        _ => throw new InvalidOperationException(block.GetType().Name),
    };

    private static string Of(Point point) =>
        $"<li><div class=\"text\" dir=\"auto\">{Say(point.Text.Text)}</div>{(point.Source.IsEmpty ? "" : $"<div class=\"source\">{Say(point.Source)}</div>")}</li>\n";

    private static IEnumerable<string> Of(Block.Table table)
    {
        yield return $"<div class=\"table\" role=\"group\" aria-label=\"{Say(table.Label)}\" tabindex=\"0\"><table>";
        if (table.Captioned) yield return $"<caption>{Say(table.Label)}</caption>";
        var whole = table.Columns.Sum(c => c.Share);
        yield return $"<colgroup>{string.Concat(table.Columns.Select(c => $"<col style=\"inline-size: {(100m * c.Share / whole).ToString("0.##", CultureInfo.InvariantCulture)}%\">"))}</colgroup>";
        yield return $"<thead><tr>{string.Concat(table.Columns.Select(c => $"<th scope=\"col\"{Class(c)}>{Say(c.Heading)}</th>"))}</tr></thead>\n<tbody>\n";
        foreach (var row in table.Rows) yield return $"<tr>{string.Concat(row.Zip(table.Columns, (cell, column) => $"<td{Class(column)}>{Say(cell)}</td>"))}</tr>\n";
        yield return "</tbody></table></div>";
    }

    private static string Class(Column column) => column.IsNumber ? " class=\"number\"" : "";

    private static string Say(IEnumerable<Piece> line) => string.Concat(line.Select(Say));

    private static string Say(Piece piece) => (piece, Say(piece.Text)) switch
    {
        ({ Text: "" }, _) => "",
        ({ Ours: true, Strong: false }, var text) => text,
        ({ Ours: true }, var text) => $"<strong>{text}</strong>",
        ({ Strong: true }, var text) => $"<bdi dir=\"auto\"><strong>{text}</strong></bdi>",
        (_, var text) => $"<bdi dir=\"auto\">{text}</bdi>",
    };

    private static string Say(string text) => Encoder.Encode(text);
}
