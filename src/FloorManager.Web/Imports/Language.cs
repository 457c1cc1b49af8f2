namespace FloorManager.Web.Imports;

/// <summary>Languages are named by BCP 47 tags such as <c>fr</c> or <c>zh-Hans</c>.</summary>
internal static class Language
{
    /// <summary>True for the shape of a tag, and for no language at all. Whether anyone speaks it is not checked: tags are added every year.</summary>
    public static bool IsTag(string text) =>
        text.Length == 0
        || (text.Split('-') is [{ Length: 2 or 3 } primary, .. var rest]
            && primary.All(char.IsAsciiLetter)
            && rest.All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit)));
}
