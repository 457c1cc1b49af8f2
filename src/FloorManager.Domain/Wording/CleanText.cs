using System.Buffers;
using System.Globalization;
using System.Text;

namespace FloorManager.Domain.Wording;

/// <summary>
/// Texts come out of spreadsheets, mails, web pages and forms with invisible company: controls that would break a line, turn the direction of a whole
/// screen, or make two equal labels differ, and marks that are piled up until they cover the lines above.
/// </summary>
public static class CleanText
{
    /// <summary>Marks that stay upon one letter. Vietnamese needs two, Thai and Devanagari two, Tibetan three, pointed Hebrew and Arabic up to four.</summary>
    public const int MostMarks = 4;

    private const int Joiner = 0x200D, NonJoiner = 0x200C, FirstJoiningScript = 0x0600, EmptyBraille = 0x2800;

    /// <summary>Seen as nothing at all, though they count as letters and marks: a grapheme joiner, and fillers of Hangul and Khmer.</summary>
    private static readonly SearchValues<char> Fillers = SearchValues.Create("\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0");

    /// <summary>
    /// One line, composed (NFC) and trimmed: line breaks, tabs and runs of spaces are one space; control and format characters and whatever else is not seen
    /// are gone, and so are marks beyond <see cref="MostMarks"/> and those upon nothing.
    /// </summary>
    public static string Of(string raw)
    {
        if (IsClean(raw)) return raw;
        var text = raw;
        // Some letters are taken apart when a text is composed, and have more marks than before.
        while (Seen(text).Normalize(NormalizationForm.FormC) is var seen && seen != text) text = seen;
        return text;
    }

    /// <summary>The same for each line of a text; what ends a line is one line feed, and empty lines stay between others only.</summary>
    public static string Lines(string raw)
    {
        var lines = raw.ReplaceLineEndings("\n").Split('\n');
        return lines.Length == 1 ? Of(raw) : string.Join('\n', lines.Select(Of)).Trim('\n');
    }

    /// <summary>Most texts are, and are looked at by every command.</summary>
    private static bool IsClean(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (c is < ' ' or > '~' || (c == ' ' && before == ' ')) return false;
            before = c;
        }

        return before != ' ' || text.Length == 0;
    }

    private static string Seen(string raw)
    {
        var text = new StringBuilder(raw.Length);
        var (gap, before, joiner, marks) = (false, default(Rune), default(Rune?), 0);
        for (var i = 0; i < raw.Length;)
        {
            if (Rune.DecodeFromUtf16(raw.AsSpan(i), out var rune, out var length) != OperationStatus.Done) rune = Rune.ReplacementChar;
            i += length;
            if (Rune.IsWhiteSpace(rune) || rune.Value == EmptyBraille)
            {
                (gap, joiner) = (text.Length > 0, null);
                continue;
            }

            var kind = Rune.GetUnicodeCategory(rune);
            if (rune.Value is Joiner or NonJoiner && !gap) joiner = rune;
            if (IsUnseen(rune, kind, before)) continue;
            if (kind is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            {
                if (gap || text.Length == 0 || ++marks > MostMarks) continue;
            }
            else if (kind != UnicodeCategory.SpacingCombiningMark)
            {
                marks = 0;
            }

            if (gap) text.Append(' ');
            else if (joiner is { } between && IsJoining(before) && IsJoining(rune)) text.Append(between.ToString());
            text.Append(rune.ToString());
            (gap, joiner, before) = (false, null, rune);
        }

        return text.ToString();
    }

    private static bool IsUnseen(Rune rune, UnicodeCategory kind, Rune before) =>
        kind is UnicodeCategory.Control or UnicodeCategory.Format || (rune.IsBmp && Fillers.Contains((char)rune.Value)) || IsNoCharacter(rune.Value)
        || (IsVariation(rune.Value) && before.Value < FirstJoiningScript);

    /// <summary>Never to be a character; XML, and with it a workbook, cannot hold two of them.</summary>
    private static bool IsNoCharacter(int value) => (value & 0xFFFE) == 0xFFFE || value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Chooses among the forms of a Chinese character or a picture, and is part of how some Japanese names are written.</summary>
    private static bool IsVariation(int value) => value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>The two joiners are part of the spelling in Persian and in many scripts of South Asia, and only between letters there.</summary>
    private static bool IsJoining(Rune rune) =>
        rune.Value >= FirstJoiningScript
        && (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
