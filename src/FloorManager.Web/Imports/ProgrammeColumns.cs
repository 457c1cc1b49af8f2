using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using FloorManager.Web.Resources;

namespace FloorManager.Web.Imports;

/// <summary>
/// The columns of a programme as a spreadsheet, and the words in its first column: the codes of the house, what the texts call them in either language, and
/// what people write instead. Case, accents and signs say nothing.
/// </summary>
internal static class ProgrammeColumns
{
    public const string What = "what", Title = "title", Theme = "theme", Day = "day", Starts = "starts", Ends = "ends", Address = "style", Affiliation = "affiliation",
        ToBeConfirmed = "to_be_confirmed", Length = "length", Limit = "limit", Warning = "warning", StartsAtOnce = "starts_at_once", PointsOfOrder = "points_of_order",
        ReplyRule = "rights_of_reply", Grace = "grace", Id = "id";

    public const string MeetingRow = "Meeting", Moderator = "Moderator", Panellist = "Panellist", Speaker = "Speaker", Topic = "Topic";

    /// <summary>In the order in which they are written. Of a hearing's own columns only these two are needed; what else a row needs is told row by row.</summary>
    public static readonly ImmutableArray<string> All =
    [
        What, Title, Theme, Day, Starts, Ends, Address, Affiliation, ToBeConfirmed, Length, Limit, Warning, StartsAtOnce, PointsOfOrder, ReplyRule, Grace, Id,
    ];

    public static readonly ImmutableArray<string> Needed = [What, Title];

    /// <summary>A segment is named by its kind.</summary>
    public static readonly ImmutableArray<string> Kinds = [MeetingRow, "Opening", "Panel", "Break", "Closing", Moderator, Panellist, Speaker, Topic];

    private static readonly ResourceManager Texts = new(typeof(ScreenTexts));

    private static readonly Dictionary<string, string> ByHeading = Words(All, "Sheet.", new()
    {
        [What] = ["row", "kind", "type", "item", "genre"],
        [Title] = ["name", "titre", "text", "session", "nom", "texte", "intitule"],
        [Theme] = ["subject", "sujet"],
        [Day] = ["date", "jour"],
        [Starts] = ["start", "starttime", "begins", "from", "heurededebut"],
        [Ends] = ["end", "endtime", "until", "to", "heuredefin"],
        [Address] = ["salutation", "honorific", "civilite"],
        [Affiliation] = ["organisation", "organization", "institution", "organisme"],
        [ToBeConfirmed] = ["tbc", "confirmer"],
        [Length] = ["duration", "duree"],
        [Limit] = ["speakinglimit"],
        [Id] = ["identifier", "code"],
    });

    private static readonly Dictionary<string, string> ByKind = Words(Kinds, "Sheet.kind.", new()
    {
        [MeetingRow] = ["reunion"],
        ["Panel"] = ["paneldiscussion", "panneau"],
        ["Break"] = ["lunch", "lunchbreak", "dejeuner"],
        [Moderator] = ["chair"],
        [Panellist] = ["panelist", "intervenant", "intervenante"],
        [Speaker] = ["openingspeaker", "oratrice"],
        [Topic] = ["question", "guidingquestion", "questiondirectrice"],
    });

    /// <summary>Null for a heading that nobody here knows.</summary>
    public static string? Of(string heading) => ByHeading.GetValueOrDefault(ParticipantMapping.Plain(heading));

    public static string? KindOf(string text) => ByKind.GetValueOrDefault(ParticipantMapping.Plain(text));

    /// <summary>In the language of whoever asks.</summary>
    public static string HeadingOf(string column) => Text($"Sheet.{column}");

    public static string WordFor(string kind) => Text($"Sheet.kind.{kind}");

    private static string Text(string key) => Texts.GetString(key, CultureInfo.CurrentUICulture) ?? key;

    private static Dictionary<string, string> Words(ImmutableArray<string> codes, string key, Dictionary<string, string[]> others)
    {
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in codes)
        {
            words[ParticipantMapping.Plain(code)] = code;
            foreach (var language in new[] { CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("fr") })
                if (Texts.GetString(key + code, language) is { } word) words.TryAdd(ParticipantMapping.Plain(word), code);
        }

        foreach (var (code, more) in others)
            foreach (var word in more) words.TryAdd(word, code);
        return words;
    }
}
