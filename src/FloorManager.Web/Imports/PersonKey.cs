using System.Security.Cryptography;
using System.Text;

namespace FloorManager.Web.Imports;

/// <summary>
/// Who somebody is where no ticket number says it: their name and their delegation, whatever the case, the accents and the signs between the words.
/// </summary>
internal static class PersonKey
{
    public static string Of(string name, string delegation) => $"{Letters(name)}|{Letters(delegation)}";

    /// <summary>The same whenever the same person is read again: a second import updates.</summary>
    public static string Id(string key) => $"r-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 8))}";

    /// <summary>Accents are put on letters of Europe; in other scripts a mark is a vowel, and without it the name is another.</summary>
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || (IsMark(c) && c is < '\u0300' or > '\u036F')) letters.Append(char.ToLowerInvariant(c));
        return letters.Length == 0 ? text : letters.ToString();
    }

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
