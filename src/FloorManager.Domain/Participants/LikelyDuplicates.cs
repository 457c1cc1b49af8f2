using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FloorManager.Domain.Participants;

/// <summary>Two on the register who may be one person. Nothing follows from it: somebody looks at the two and decides.</summary>
/// <param name="One">The one that is likelier to stay: admitted, else the lower number.</param>
/// <param name="SameDelegation">Less likely where the delegations differ: many people bear one name.</param>
public sealed record LikelyDuplicate(Participant One, Participant Other, bool SameDelegation);

/// <summary>
/// Finds people of one name, whatever the case, the accents, the punctuation and the order of the words. One pass over the register: of many who share a
/// name each is shown once beside the first of their delegation, or beside the first of another one, and never each beside every other.
/// </summary>
public static class LikelyDuplicates
{
    /// <summary>Letters that are no letter with an accent, and are often written as one.</summary>
    private static readonly Dictionary<char, string> Plain = new()
    {
        ['Ø'] = "O",
        ['Ł'] = "L",
        ['Đ'] = "D",
        ['Ð'] = "D",
        ['Þ'] = "TH",
        ['ß'] = "SS",
        ['ẞ'] = "SS",
        ['Æ'] = "AE",
        ['Œ'] = "OE",
        ['ı'] = "I",
        ['Ħ'] = "H",
    };

    /// <summary>Those of one delegation first, then by name.</summary>
    public static ImmutableArray<LikelyDuplicate> Among(IEnumerable<Participant> register) =>
    [
        .. register.Where(p => p.FullName != Participant.ErasedName).GroupBy(p => Folded(p.FullName), StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Skip(1).Any()).SelectMany(Pairs)
            .OrderByDescending(d => d.SameDelegation).ThenBy(d => d.One.FullName, StringComparer.Ordinal).ThenBy(d => d.Other.Id.Value, StringComparer.Ordinal),
    ];

    private static IEnumerable<LikelyDuplicate> Pairs(IEnumerable<Participant> named)
    {
        var delegations = named.OrderByDescending(p => p.Admitted).ThenBy(p => p.Id.Value, StringComparer.Ordinal)
            .GroupBy(p => Folded(p.Delegation), StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        foreach (var members in delegations)
        {
            foreach (var other in members.Skip(1)) yield return new(members[0], other, SameDelegation: true);
            if (members != delegations[0]) yield return new(delegations[0][0], members[0], SameDelegation: false);
        }
    }

    private static string Folded(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            if (IsAccent(letter)) continue;
            var capital = char.ToUpperInvariant(letter);
            if (Plain.TryGetValue(capital, out var written)) plain.Append(written);
            else plain.Append(IsPartOfAWord(letter) ? capital : ' ');
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(' ', words);
    }

    /// <summary>Accents, and the vowel points of Arabic and Hebrew, which are written or not. Vowel signs of other scripts make another name.</summary>
    private static bool IsAccent(char letter) => letter is (>= '\u0300' and <= '\u036F') or (>= '\u0591' and <= '\u05C7') or (>= '\u064B' and <= '\u065F') or '\u0670' or '\u2019' or '\'' or '\u02BC';

    private static bool IsPartOfAWord(char letter) =>
        char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
