using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FloorManager.Domain.Participants;

/// <summary>Two registrations that may be one person's. It is for a secretary to say whether they are.</summary>
/// <param name="SameDelegation">They speak for the same delegation, however it is written.</param>
public sealed record Likeness(Participant One, Participant Other, bool SameDelegation)
{
    /// <summary>
    /// Everybody on the register who shares the parts of a name, in whatever order, case and with whatever accents; those of one delegation
    /// first. Each is named with the one registered before them, so that three of a kind are two pairs.
    /// </summary>
    public static ImmutableArray<Likeness> In(IEnumerable<Participant> register) =>
    [
        .. register.OrderBy(p => p.Id.Value, StringComparer.Ordinal).GroupBy(p => Plain(p.FullName), StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .SelectMany(group => group.Zip(group.Skip(1), (one, other) => new Likeness(one, other, Plain(one.Delegation) == Plain(other.Delegation))))
            .OrderByDescending(pair => pair.SameDelegation).ThenBy(pair => pair.One.Id.Value, StringComparer.Ordinal),
    ];

    /// <summary>Its words without accents and signs, small, in the order of the alphabet.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && c is not ('\'' or '’')) plain.Append(' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal));
    }
}
