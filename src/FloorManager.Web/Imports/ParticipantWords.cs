using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Web.Resources;

namespace FloorManager.Web.Imports;

/// <summary>
/// What a cell of a register means: the codes of the house, or the words that the screens have for them in either language. Case, accents and signs
/// say nothing.
/// </summary>
internal sealed class ParticipantWords(Hearing hearing)
{
    private static readonly ResourceManager Texts = new(typeof(ScreenTexts));
    private static readonly CultureInfo[] Languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("fr")];

    private static readonly Dictionary<string, Gender> Genders = WordsFor(
        Enum.GetValues<Gender>(), g => $"{g}", g => $"People.Gender.{g}", (Gender.Female, ["f", "feminin"]), (Gender.Male, ["m", "h", "masculin"]));

    private static readonly HashSet<string> NotGiven = ["notgiven", "noncommunique", "prefernottosay", "notspecified", "nonspecifie", "unspecified", "unknown", "na"];

    private static readonly Dictionary<string, bool> Answers = WordsFor(
        [true, false], yes => yes ? "yes" : "no", _ => "",
        (true, ["true", "1", "oui", "admitted", "approved", "accepted", "confirmed", "admis", "approuve", "accepte", "confirme"]),
        (false, ["false", "0", "non", "pending", "rejected", "declined", "cancelled", "enattente", "refuse", "annule"]));

    private static readonly Dictionary<string, string> Tongues = WordsFor(
        ["ar", "zh", "en", "fr", "ru", "es"], code => code, _ => "",
        ("ar", ["arabic", "arabe", "العربية"]), ("zh", ["chinese", "chinois", "中文", "汉语"]), ("en", ["english", "anglais"]),
        ("fr", ["french", "francais"]), ("ru", ["russian", "russe", "русский"]), ("es", ["spanish", "espagnol", "espanol"]));

    private readonly Dictionary<string, string> categories = WordsFor(Offered(hearing).Select(c => c.Code), code => code, code => $"Category.{code}");

    private readonly Dictionary<string, string> regions = WordsFor(Groups(hearing).Prepend(RegionalGroups.None), code => code, code => $"Region.{code}");

    public static ImmutableArray<ParticipantCategory> Offered(Hearing hearing) => hearing.Details?.Categories ?? ParticipantCategory.Default;

    /// <summary>What would have been right, in the reader's language.</summary>
    public string Categories => Listed(Offered(hearing).Select(c => c.Code), code => $"Category.{code}");

    public string Regions => Listed(Groups(hearing), code => $"Region.{code}");

    public static string AllGenders => Listed(Enum.GetNames<Gender>(), name => $"People.Gender.{name}");

    /// <summary>The code; null for a word that is none of the hearing's.</summary>
    public string? Category(string text) => categories.GetValueOrDefault(ParticipantMapping.Plain(text));

    /// <summary>The code; null for a word that is none of the hearing's.</summary>
    public string? Region(string text) => regions.GetValueOrDefault(ParticipantMapping.Plain(text));

    /// <summary>Registration systems ask everybody; whoever does not say leaves such a word behind instead of an empty cell.</summary>
    public static bool IsNotGiven(string text) => NotGiven.Contains(ParticipantMapping.Plain(text));

    public static Gender? GenderOf(string text) => Genders.TryGetValue(ParticipantMapping.Plain(text), out var found) ? found : null;

    public static bool? YesOrNo(string text) => Answers.TryGetValue(ParticipantMapping.Plain(text), out var found) ? found : null;

    /// <summary>The tag of a language that is written out; else the text as it is, tags keep their hyphens.</summary>
    public static string Language(string text) => Tongues.GetValueOrDefault(ParticipantMapping.Plain(text), text);

    private static ImmutableArray<string> Groups(Hearing hearing) => hearing.Details?.RegionalGroups ?? RegionalGroups.Default;

    private static string Listed(IEnumerable<string> codes, Func<string, string> key) => string.Join(", ", codes.Select(c => Texts.GetString(key(c), CultureInfo.CurrentUICulture) ?? c));

    private static Dictionary<string, T> WordsFor<T>(IEnumerable<T> values, Func<T, string> code, Func<T, string> key, params (T Value, string[] Words)[] others)
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            words[ParticipantMapping.Plain(code(value))] = value;
            foreach (var language in Languages)
                if (Texts.GetString(key(value), language) is { } word) words.TryAdd(ParticipantMapping.Plain(word), value);
        }

        foreach (var (value, more) in others)
            foreach (var word in more) words.TryAdd(ParticipantMapping.Plain(word), value);
        return words;
    }
}
