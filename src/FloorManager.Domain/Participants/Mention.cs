using System.Collections.Immutable;
using FloorManager.Domain.Hearings;

namespace FloorManager.Domain.Participants;

/// <summary>A free text in which somebody may be named. It tells where, never what stands there.</summary>
/// <param name="Id">Of the recommendation, question or podium speaker, of the request of a contribution, of the intervention that was corrected, or of the other participant; empty for a message.</param>
public sealed record Mention(MentionPlace Where, string Id)
{
    /// <summary>Shorter words of a name, such as "de" and "bin", stand in too many texts.</summary>
    private const int ShortestWord = 4;

    private static readonly char[] BetweenWords = [' ', '-', '\'', '’', ',', '.'];

    /// <summary>Where the name, or a word of it, stands in what people wrote: pointed out to be looked at, since "Rose" may be a flower.</summary>
    public static ImmutableArray<Mention> Of(Participant who, Hearing state) =>
    [
        .. state.Recommendations.Where(r => IsIn(who, r.Text)).Select(r => new Mention(MentionPlace.Recommendation, $"{r.Id}")),
        .. state.Questions.Where(q => IsIn(who, q.Text)).Select(q => new Mention(MentionPlace.Question, $"{q.Id}")),
        .. state.Contributions.Values.Where(c => IsIn(who, c.Text)).Select(c => new Mention(MentionPlace.Contribution, $"{c.Request}")).OrderBy(m => m.Id, StringComparer.Ordinal),
        .. state.Ended.Where(i => i.Corrections.Any(c => IsIn(who, c.Reason))).Select(i => new Mention(MentionPlace.Correction, $"{i.Id}")),
        .. new[] { state.Message, state.PodiumMessage }.Where(m => m is not null && IsIn(who, m)).Select(_ => new Mention(MentionPlace.Message, "")).Distinct(),
        .. state.Segments.SelectMany(s => s.Podium).Where(p => IsIn(who, p.FullName)).Select(p => new Mention(MentionPlace.Podium, p.Id.Value)),
        .. state.Participants.Values.Where(p => p.Id == who.Id ? p.WithoutPerson().Delegation == p.Delegation && IsIn(who, p.Delegation) : IsIn(who, p.Delegation) || IsIn(who, p.Designation))
            .Select(p => new Mention(MentionPlace.Register, p.Id.Value)).OrderBy(m => m.Id, StringComparer.Ordinal),
    ];

    public static bool IsIn(Participant who, string text) =>
        HasWord(text, who.FullName)
        || who.FullName.Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries).Any(word => word.Length >= ShortestWord && HasWord(text, word));

    private static bool HasWord(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var after = at + word.Length;
            if ((at == 0 || !GoesOn(text[at - 1])) && (after == text.Length || !GoesOn(text[after]))) return true;
        }

        return false;
    }

    /// <summary>From Thai on scripts put words together without a space.</summary>
    private static bool GoesOn(char letter) => letter < '\u0E00' && char.IsLetter(letter);
}

/// <summary>The kinds of text that people write freely. <c>Podium</c> is the programme, <c>Register</c> what stands there of somebody else, or a delegation of one's own with the name in it.</summary>
public enum MentionPlace { Recommendation, Question, Contribution, Message, Podium, Register, Correction }
