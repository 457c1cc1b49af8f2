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

    /// <summary>A name that is typed or pasted with the family name first has a comma in it.</summary>
    private static readonly char[] Separators = [' ', ','];

    private static readonly char[] NameSeparators = [' ', ',', '-', '\u2011', '.', '\''];

    /// <summary>Best matches first: the seat itself, then a beginning of the delegation or of a word of the name, then any part.</summary>
    public static IEnumerable<Participant> Find(Hearing hearing, string? query)
    {
        var words = (query ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return hearing.Participants.Values
            .Select(p => (Participant: p, Rank: words.Length == 0 ? 0 : words.Max(w => Rank(p, w))))
            .Where(found => found.Rank < int.MaxValue)
            .OrderBy(found => found.Rank).ThenBy(found => found.Participant.Delegation, StringComparer.Ordinal).ThenBy(found => found.Participant.Id.Value, StringComparer.Ordinal)
            .Select(found => found.Participant);
    }

    /// <summary>Those in whose name each word of the query begins one, in a query of so many letters at least; nobody for a shorter one.</summary>
    public static IEnumerable<Participant> Named(Hearing hearing, string query, int leastLetters)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        var words = query.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        // By letters: what a comparison does not see would begin every name.
        return words.Sum(w => w.Count(char.IsLetter)) < leastLetters || words.Any(w => !w.Any(char.IsLetter)) ? [] : hearing.Participants.Values
            .Where(p => words.All(w => p.FullName.Split(NameSeparators).Any(part => compare.IsPrefix(part, w, Loose))))
            .OrderBy(p => p.FullName, StringComparer.InvariantCulture).ThenBy(p => p.Id.Value, StringComparer.Ordinal);
    }

    /// <summary>Whether every word of the query is part of one of the texts. An empty query matches everything.</summary>
    public static bool Matches(string query, params ReadOnlySpan<string?> texts)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        foreach (var word in query.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var found = false;
            foreach (var text in texts) found |= text is not null && compare.IndexOf(text, word, Loose) >= 0;
            if (!found) return false;
        }

        return true;
    }

    private static int Rank(Participant p, string word)
    {
        if (string.Equals(p.Seat?.Value, word, StringComparison.OrdinalIgnoreCase)) return 0;
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        if (compare.IsPrefix(p.Delegation, word, Loose)) return 1;
        if (p.FullName.Split(' ').Any(part => compare.IsPrefix(part, word, Loose))) return 2;
        return compare.IndexOf(p.FullName, word, Loose) >= 0 || compare.IndexOf(p.Delegation, word, Loose) >= 0 ? 3 : int.MaxValue;
    }
}
