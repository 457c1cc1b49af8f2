using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;

namespace FloorManager.Web.Imports;

/// <summary>The hearing and its programme as a JSON file, its times as the clocks at the place of the hearing show them.</summary>
public sealed partial record ProgrammeFile(HearingCommand.SetUpHearing SetUp, HearingCommand.SetProgramme Programme)
{
    /// <summary>What a hearing may publish to everyone; a seat page always needs its seat's link.</summary>
    private static readonly ImmutableArray<string> Views = ["chamber", "queue", "podium", HearingDetails.WaitingNames];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static ImportResult<ProgrammeFile> Read(ReadOnlySpan<byte> file)
    {
        var faults = new ImportFaults();
        if (Parse(file, faults) is not var (document, fields)) return faults.Result<ProgrammeFile>(() => throw new InvalidOperationException());

        fields.RefuseUnknown(document, "");
        fields.RefuseUnknown(document.Hearing, "hearing");
        var details = Details(document.Hearing ?? new(), fields);
        var zone = LocalTimes.Zone(details.TimeZone);
        if (zone is null && details.TimeZone.Length > 0) fields.Fault("hearing.timeZone", ImportCodes.UnknownTimeZone, details.TimeZone);
        // Without its zone no time can be judged, but everything else can.
        var meetings = new ProgrammeMeetings(fields, zone ?? TimeZoneInfo.Utc).Read(document.Meetings);
        return faults.Result(() => new ProgrammeFile(new(details), new(meetings)));
    }

    private static (ProgrammeDocument Document, ProgrammeFields Fields)? Parse(ReadOnlySpan<byte> file, ImportFaults faults)
    {
        if (!FileText.TryRead(file, faults, out var text)) return null;
        Dictionary<string, int>? lines = null;
        try
        {
            lines = JsonLines.Of(Encoding.UTF8.GetBytes(text), faults);
            var document = JsonSerializer.Deserialize<ProgrammeDocument>(text, Json);
            if (document is null) faults.Add(1, "", ImportCodes.WrongType);
            return document is null || faults.Any ? null : (document, new ProgrammeFields(path => (LineOf(path, lines), path), faults));
        }
        catch (JsonException e)
        {
            // Once the lines are known the text is JSON, and what it does not fit is the form of a programme.
            var line = (int)(e.LineNumber ?? 0) + 1;
            if (lines is null) faults.Add(line, "", ImportCodes.NotJson);
            else faults.Add(line, e.Path?.TrimStart('$', '.') ?? "", ImportCodes.WrongType);
        }
        catch (InvalidOperationException)
        {
            // A name of a field with half a character in it (\uD800): the reader's word for it, though it is the file's fault.
            faults.Add(0, "", ImportCodes.NotJson);
        }

        return null;
    }

    /// <summary>A field that is not there is told on the line of the object that lacks it.</summary>
    private static int LineOf(string path, Dictionary<string, int> lines) => lines.TryGetValue(path, out var line) ? line
        : path.Length == 0 ? 1
        : LineOf(path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))], lines);

    private static HearingDetails Details(HearingNode node, ProgrammeFields fields)
    {
        var shortName = fields.Text("hearing.shortName", node.ShortName, longest: 40);
        if (shortName.Length > 0 && !HearingDetails.IsShortName(shortName)) fields.Fault("hearing.shortName", ImportCodes.BadShortName, shortName);
        var plain = HearingDetails.Named(shortName, fields.Text("hearing.title", node.Title, HearingDetails.LongestTitle));
        return plain with
        {
            Place = fields.Text("hearing.place", node.Place, HearingDetails.LongestTitle, required: false),
            TimeZone = fields.Text("hearing.timeZone", node.TimeZone, longest: 64),
            Languages = Languages(node, fields) is { IsEmpty: false } languages ? languages : plain.Languages,
            Categories = Categories(node, fields) is { IsEmpty: false } categories ? categories : plain.Categories,
            Rules = fields.Rules("hearing.rules", node.Rules) ?? plain.Rules,
            PublicViews = node.PublicViews is null ? plain.PublicViews : PublicViews(node, fields),
            RegionalGroups = node.RegionalGroups is null ? plain.RegionalGroups : Groups(node, fields),
            PresenceNeeded = node.PresenceNeeded ?? false,
        };
    }

    private static ImmutableArray<string> Languages(HearingNode node, ProgrammeFields fields) =>
    [
        .. fields.Each("hearing.languages", node.Languages).Select(language =>
        {
            var tag = fields.Text(language.Path, language.Node, longest: 35);
            if (!Language.IsTag(tag)) fields.Fault(language.Path, ImportCodes.BadLanguage, tag);
            return tag;
        }),
    ];

    private static ImmutableArray<ParticipantCategory> Categories(HearingNode node, ProgrammeFields fields)
    {
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. fields.Each("hearing.categories", node.Categories).Select(category =>
            {
                var code = fields.Text($"{category.Path}.code", category.Node.Code, longest: 60);
                if (code.Length > 0 && !codes.Add(code)) fields.Fault($"{category.Path}.code", ImportCodes.DuplicateId, code);
                if (category.Node.Stakeholder is null) fields.Fault($"{category.Path}.stakeholder", ImportCodes.MissingValue);
                return new ParticipantCategory(code, category.Node.Stakeholder ?? true);
            }),
        ];
    }

    private static ImmutableArray<string> Groups(HearingNode node, ProgrammeFields fields)
    {
        var codes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { RegionalGroups.None };
        return
        [
            .. fields.Each("hearing.regionalGroups", node.RegionalGroups).Select(group =>
            {
                var code = fields.Text(group.Path, group.Node, longest: 64);
                if (code.Length > 0 && !codes.Add(code)) fields.Fault(group.Path, ImportCodes.DuplicateId, code);
                return code;
            }),
        ];
    }

    private static ImmutableArray<string> PublicViews(HearingNode node, ProgrammeFields fields) =>
    [
        .. fields.Each("hearing.publicViews", node.PublicViews).Select(view =>
        {
            if (!Views.Contains(view.Node)) fields.Fault(view.Path, ImportCodes.NotOneOf, view.Node, string.Join(", ", Views));
            return view.Node;
        }),
    ];
}
