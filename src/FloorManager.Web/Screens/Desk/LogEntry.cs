using System.Globalization;
using FloorManager.Domain.Interventions;

namespace FloorManager.Web.Screens.Desk;

/// <summary>
/// What is typed to log a request: whom to find, and after a comma what for – the number of a topic, a letter for another kind than an intervention, or
/// both, such as <c>bra,2</c> or <c>a-12,r</c>. So the hands stay where they are. A comma that is followed by anything else is part of a name.
/// </summary>
/// <param name="Topic">1 for the panel's first; null for none.</param>
public sealed record LogEntry(string Find, int? Topic, FloorKind? Kind)
{
    /// <summary>The same letters in every language of the console: <c>o</c> stands in "point of order" and in "motion d’ordre", <c>r</c> begins both other words.</summary>
    public static IReadOnlyDictionary<FloorKind, char> Letters { get; } = new Dictionary<FloorKind, char> { [FloorKind.PointOfOrder] = 'o', [FloorKind.RightOfReply] = 'r' };

    public static LogEntry Of(string typed)
    {
        var comma = typed.LastIndexOf(',');
        var code = comma < 0 ? "" : typed[(comma + 1)..].Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var digits = new string([.. code.Where(char.IsAsciiDigit)]);
        var kinds = Letters.Where(l => code.Contains(l.Value, StringComparison.Ordinal)).Select(l => (FloorKind?)l.Key).ToArray();
        var isCode = comma >= 0 && digits.Length <= 2 && kinds.Length <= 1 && digits.Length + kinds.Length == code.Length
            && (code.StartsWith(digits, StringComparison.Ordinal) || code.EndsWith(digits, StringComparison.Ordinal));
        return isCode
            ? new(typed[..comma], digits.Length > 0 ? int.Parse(digits, CultureInfo.InvariantCulture) : null, kinds.FirstOrDefault())
            : new(typed, null, null);
    }
}
