using System.Text.RegularExpressions;

namespace FloorManager.Domain.Screens;

/// <summary>What a screen of the room shows: one of the views of its hearing, and how, as it stands in an address behind the hearing's short name.</summary>
public static partial class ScreenAddress
{
    /// <summary>How many a hearing may keep under names; nobody finds one among more.</summary>
    public const int Most = 60;

    /// <summary>Characters of an address.</summary>
    public const int Longest = 300;

    /// <summary>The views that a room shows, as they stand in addresses.</summary>
    public static readonly IReadOnlyList<string> Views = ["screen", "queue", "podium", "overlay"];

    /// <summary>Whether it leads to a view of the same hearing and nowhere else: <c>screen</c>, or <c>overlay?clock=on</c>. In the signs of an address alone.</summary>
    public static bool IsOne(string view) => view.Length <= Longest && Form().IsMatch(view);

    /// <summary>1 to 40 small letters, digits and hyphens, such as <c>left-wall</c>.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>The view in what somebody copied from a screen of this hearing: a whole address, a path, or the view alone. Null for anything else.</summary>
    public static string? In(string typed, string hearing)
    {
        var text = typed.Trim();
        var path = Uri.TryCreate(text, UriKind.Absolute, out var whole) && whole.Scheme is "http" or "https" ? whole!.PathAndQuery : text;
        var view = path.StartsWith($"/{hearing}/", StringComparison.Ordinal) ? path[(hearing.Length + 2)..] : path;
        return IsOne(view) ? view : null;
    }

    [GeneratedRegex(@"^(screen|queue|podium|overlay)(\?[!$-~]*)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
