using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FloorManager.Domain.Participants;

/// <summary>Alphabets that have letters which look like those of another.</summary>
public enum Alphabet { Latin, Cyrillic, Greek }

/// <summary>A name that may pretend to be another. Nothing follows from it: somebody looks at it and decides.</summary>
public abstract record LookAlike
{
    /// <param name="Word">Part of the name or of the delegation, in letters of both alphabets.</param>
    public sealed record Mixed(string Word, Alphabet One, Alphabet Other) : LookAlike;

    /// <param name="Word">Part of the name or of the delegation, in letters of this alphabet that all look Latin, where everything around it is Latin.</param>
    public sealed record Disguised(string Word, Alphabet Alphabet) : LookAlike;

    /// <param name="Name">Of somebody else on the register: it looks the same and is written in other letters.</param>
    public sealed record Double(string Name, ParticipantId Id) : LookAlike;
}

/// <summary>
/// Finds names whose letters are not what they look like: by them somebody who is not on the register could be taken for somebody who is. A name in one
/// alphabet is what it is, and so is one with an alias in another that stands in parentheses.
/// </summary>
public static class LookAlikes
{
    private const string
        CyrillicLetters = "АВЕЅІЈКМНОРСТУҮХҺԌԚԜаеѕіјһорсухүԁԛԝӏӀ", LikeCyrillic = "ABESIJKMHOPCTYYXHGQWaesijhopcyxydqwlI",
        GreekLetters = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹαικνογρυϲϳ", LikeGreek = "ABEZHIKMNOPTYXCaiKvoypucj";

    private static readonly FrozenDictionary<char, char> Latin = (CyrillicLetters + GreekLetters).Zip(LikeCyrillic + LikeGreek).ToFrozenDictionary(l => l.First, l => l.Second);

    /// <summary>What is odd about the names of a register; nothing for most. Of two that look the same, the one in other letters is told of.</summary>
    public static ImmutableDictionary<ParticipantId, LookAlike> Among(IEnumerable<Participant> register)
    {
        var found = ImmutableDictionary.CreateBuilder<ParticipantId, LookAlike>();
        var people = register.ToArray();
        foreach (var person in people)
            if (In(person.FullName, person.Delegation) is { } odd) found[person.Id] = odd;
        foreach (var alike in people.GroupBy(p => Look(p.FullName), StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            // First whoever is written in Latin letters: the others look like them.
            var written = alike.OrderBy(p => p.FullName.Count(Latin.ContainsKey)).ThenBy(p => p.Id.Value, StringComparer.Ordinal).ToArray();
            foreach (var other in written.Where(p => !IsWrittenLike(p.FullName, written[0].FullName))) found[other.Id] = new LookAlike.Double(written[0].FullName, written[0].Id);
        }

        return found.ToImmutable();
    }

    /// <summary>What is odd about the letters of a name or its delegation by themselves; null for nothing.</summary>
    public static LookAlike? In(string name, string delegation) =>
        Ascii.IsValid(name) && Ascii.IsValid(delegation) ? null : Mixed(name) ?? Mixed(delegation) ?? Disguised(name, delegation) ?? Disguised(delegation, name);

    /// <summary>The same of somebody who is to come onto the register; null as well where what is odd is the other's name.</summary>
    public static LookAlike? Of(string name, string delegation, IEnumerable<Participant> register)
    {
        if (Ascii.IsValid(name) && Ascii.IsValid(delegation)) return null;
        var look = Look(name);
        var other = register.FirstOrDefault(p => Look(p.FullName) == look && !IsWrittenLike(p.FullName, name));
        return other is null ? In(name, delegation) : new LookAlike.Double(other.FullName, other.Id);
    }

    private static LookAlike? Mixed(string text) => Words(text).Where(w => w.IsMixed).Select(w => new LookAlike.Mixed(w.Text, w.Alphabets[0], w.Alphabets[1])).FirstOrDefault();

    private static LookAlike? Disguised(string text, string beside)
    {
        var (own, alias) = (Words(Outside(text)), Words(text).Any(w => w.IsLatin) && !Words(Outside(text)).Any(w => w.IsLatin));
        if (own.FirstOrDefault(w => w.LooksLatin) is not { } word || own.Any(w => w.IsEvident) || alias) return null;
        var around = Words(beside);
        return own.Any(w => w.IsLatin) || (around.Any(w => w.IsLatin) && !around.Any(w => w.IsEvident || w.LooksLatin)) ? new LookAlike.Disguised(word.Text, word.Alphabets[0]) : null;
    }

    /// <summary>A run of letters with their marks.</summary>
    /// <param name="LooksLatin">Of another alphabet, and each of its letters looks like a Latin one.</param>
    private sealed record Word(string Text, ImmutableArray<Alphabet> Alphabets, bool LooksLatin)
    {
        public bool IsMixed => Alphabets.Length > 1;

        public bool IsLatin => Alphabets is [Alphabet.Latin];

        /// <summary>Of another alphabet, and nobody takes it for Latin.</summary>
        public bool IsEvident => Alphabets is [not Alphabet.Latin] && !LooksLatin;
    }

    private static Word[] Words(string text) =>
        [.. new string([.. text.Select(c => char.IsLetter(c) || IsMark(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WordOf)];

    private static Word WordOf(string text)
    {
        var letters = text.Normalize(NormalizationForm.FormD).Where(char.IsLetter).ToArray();
        var alphabets = letters.Select(AlphabetOf).OfType<Alphabet>().Distinct().Order().ToImmutableArray();
        return new(text, alphabets, alphabets is [not Alphabet.Latin] && letters.All(Latin.ContainsKey));
    }

    /// <summary>Without what stands in parentheses.</summary>
    private static string Outside(string text)
    {
        var (outside, depth) = (new StringBuilder(text.Length), 0);
        foreach (var c in text)
        {
            if (c is ')' or '）') depth = Math.Max(0, depth - 1);
            if (c is '(' or '（') depth++;
            outside.Append(depth == 0 ? c : ' ');
        }

        return outside.ToString();
    }

    /// <summary>As a reader sees it. A small letter may look like another one than its capital does, so that the case goes last.</summary>
    private static string Look(string name)
    {
        if (Ascii.IsValid(name)) return name.ToUpperInvariant();
        return new string([.. name.Normalize(NormalizationForm.FormKD).Select(c => Latin.GetValueOrDefault(c, c))]).Normalize(NormalizationForm.FormC).ToUpperInvariant();
    }

    /// <summary>Wide and narrow forms of one letter are one letter.</summary>
    private static bool IsWrittenLike(string one, string other) =>
        string.Equals(one.Normalize(NormalizationForm.FormKC), other.Normalize(NormalizationForm.FormKC), StringComparison.OrdinalIgnoreCase);

    private static Alphabet? AlphabetOf(char c) => c switch
    {
        (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '\u00C0' and <= '\u02AF' and not ('×' or '÷')) or (>= '\u1E00' and <= '\u1EFF') or (>= '\u2C60' and <= '\u2C7F')
            or (>= '\uA722' and <= '\uA7FF') or (>= '\uAB30' and <= '\uAB64') or (>= '\uFF21' and <= '\uFF5A') => Alphabet.Latin,
        (>= '\u0400' and <= '\u052F') or (>= '\u1C80' and <= '\u1C8F') or (>= '\uA640' and <= '\uA69F') => Alphabet.Cyrillic,
        (>= '\u0370' and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF') => Alphabet.Greek,
        _ => null,
    };

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
