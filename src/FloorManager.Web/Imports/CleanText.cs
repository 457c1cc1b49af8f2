using System.Globalization;
using System.Text;

namespace FloorManager.Web.Imports;

/// <summary>
/// Names come out of spreadsheets, mails and web pages with invisible company: controls that would break a line, turn the
/// direction of a whole screen, or make two equal labels differ.
/// </summary>
internal static class CleanText
{
    private const int Joiner = 0x200D, NonJoiner = 0x200C, FirstJoiningScript = 0x0600;

    /// <summary>
    /// Composed (NFC) and trimmed; line breaks, tabs and runs of spaces are one space; control and format characters are gone.
    /// </summary>
    public static string Of(string raw)
    {
        var text = new StringBuilder(raw.Length);
        var (gap, before) = (false, default(Rune));
        for (var i = 0; i < raw.Length;)
        {
            if (Rune.DecodeFromUtf16(raw.AsSpan(i), out var rune, out var length) != System.Buffers.OperationStatus.Done) rune = Rune.ReplacementChar;
            i += length;
            if (Rune.IsWhiteSpace(rune)) gap = text.Length > 0;
            else if (!IsInvisible(rune) || (!gap && JoinsLetters(before, rune, raw.AsSpan(i))))
            {
                if (gap) text.Append(' ');
                text.Append(rune.ToString());
                (gap, before) = (false, rune);
            }
        }

        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    /// <summary>The two joiners are part of the spelling in Persian and in many scripts of South Asia, and only between letters there.</summary>
    private static bool JoinsLetters(Rune before, Rune rune, ReadOnlySpan<char> rest)
    {
        Rune.DecodeFromUtf16(rest, out var after, out _);
        return rune.Value is Joiner or NonJoiner && IsJoining(before) && IsJoining(after);
    }

    private static bool IsJoining(Rune rune) =>
        rune.Value >= FirstJoiningScript
        && (Rune.IsLetter(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}
