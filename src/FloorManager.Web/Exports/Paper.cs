using System.Collections.Immutable;
using System.Text;
using FloorManager.Domain.Wording;

namespace FloorManager.Web.Exports;

/// <summary>A document to be read, before it has a format: each format writes the same blocks in the same order. They are made while they are written.</summary>
/// <param name="Title">The hearing's.</param>
/// <param name="Subject">What the document is.</param>
/// <param name="Mark">A word that stands on every sheet of the page to be printed; empty for none. In the document the subject does.</param>
/// <param name="Wide">Its tables take the long side of the sheet.</param>
internal sealed record Paper(string Title, string Subject, string Mark, RecordWords Words, bool Wide, IEnumerable<Block> Blocks);

/// <summary>A piece of a line.</summary>
/// <param name="Ours">A word of the document's language; else it is a name, a number or a text of people, which brings its own direction.</param>
internal readonly record struct Piece(string Text, bool Ours = false, bool Strong = false)
{
    public static Piece None { get; } = new("");

    /// <summary>Texts are clean when they come in. What a document cannot hold at all must not depend on that.</summary>
    public string Text { get; } = Ours ? Text : CleanText.Lines(Text);

    /// <summary>As its first letter is; false for a text without letters.</summary>
    public bool IsRightToLeft
    {
        get
        {
            foreach (var rune in Text.EnumerateRunes())
            {
                if (rune.Value is (>= 0x590 and <= 0x8FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF)) return true;
                if (Rune.IsLetter(rune)) return false;
            }

            return false;
        }
    }
}

/// <param name="Share">Of the table's width, beside the others.</param>
internal sealed record Column(string Heading, int Share, bool IsNumber = false);

/// <param name="Text">In full, whatever its lines.</param>
/// <param name="Source">Whose it is; a line of its own.</param>
internal sealed record Point(Piece Text, ImmutableArray<Piece> Source);

internal abstract record Block
{
    /// <param name="Level">1 to 3; the title stands above them.</param>
    public sealed record Heading(int Level, params ImmutableArray<Piece> Line) : Block;

    /// <summary>A word and what it is, a line each.</summary>
    public sealed record Facts(ImmutableArray<(string Term, Piece Value)> Lines) : Block;

    /// <param name="Label">What the table is.</param>
    /// <param name="Captioned">No heading before it says so already.</param>
    public sealed record Table(string Label, bool Captioned, ImmutableArray<Column> Columns, IEnumerable<Piece[]> Rows) : Block;

    public sealed record Points(IEnumerable<Point> All) : Block;

    public sealed record Sentence(params ImmutableArray<Piece> Pieces) : Block;

    /// <summary>What somebody wrote, as they wrote it.</summary>
    public sealed record Written(Piece Text) : Block;
}
