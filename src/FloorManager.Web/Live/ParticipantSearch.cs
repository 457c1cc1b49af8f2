using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;

namespace FloorManager.Web.Live;

/// <summary>
/// Finds participants by part of a name, a delegation or a seat, whatever the accents and the case: the clerk types "cote" and means Côte d'Ivoire.
/// Several words must all be found.
/// </summary>
public static class ParticipantSearch
{
    private const CompareOptions Loose = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>Best matches first: the seat itself, then a beginning of the delegation or of a word of the name, then any part.</summary>
    public static IEnumerable<Participant> Find(Hearing hearing, string? query)
    {
        var words = (query ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return hearing.Participants.Values
            .Select(p => (Participant: p, Rank: words.Length == 0 ? 0 : words.Max(w => Rank(p, w))))
            .Where(found => found.Rank < int.MaxValue)
            .OrderBy(found => found.Rank).ThenBy(found => found.Participant.Delegation, StringComparer.Ordinal).ThenBy(found => found.Participant.Id.Value, StringComparer.Ordinal)
            .Select(found => found.Participant);
    }

    /// <summary>Whether every word of the query is part of one of the texts. An empty query matches everything.</summary>
    public static bool Matches(string query, params ReadOnlySpan<string?> texts)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        foreach (var word in query.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var found = false;
            foreach (var text in texts) found |= text is not null && compare.IndexOf(text, word, Loose) >= 0;
            if (!found) return false;
        }

        return true;
    }

    private static int Rank(Participant p, string word)
    {
        // Whoever types fast leaves the hyphen of "A-12" out.
        if (p.Seat is { Value: var seat } && (string.Equals(seat, word, StringComparison.OrdinalIgnoreCase) || string.Equals(seat.Replace("-", "", StringComparison.Ordinal), word, StringComparison.OrdinalIgnoreCase))) return 0;
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        if (compare.IsPrefix(p.Delegation, word, Loose)) return 1;
        if (p.FullName.Split(' ').Any(part => compare.IsPrefix(part, word, Loose))) return 2;
        return compare.IndexOf(p.FullName, word, Loose) >= 0 || compare.IndexOf(p.Delegation, word, Loose) >= 0 ? 3 : int.MaxValue;
    }
}
