using System.Collections.Immutable;
using FloorManager.Domain.Programme;

namespace FloorManager.Web.Imports;

/// <summary>Reads the meetings of a programme: their segments in order, and of each panel its podium and topics.</summary>
internal sealed class ProgrammeMeetings(ProgrammeFields fields, TimeZoneInfo zone)
{
    private const int LongestTitle = 300, LongestTopic = 1000, LongestStyle = 40, LongestName = 200;

    public ImmutableArray<Meeting> Read(MeetingNode?[]? meetings)
    {
        if (meetings is null or []) fields.Fault("meetings", ImportCodes.MissingValue);
        return
        [
            .. fields.Each("meetings", meetings).Select(meeting =>
            {
                var (node, path) = meeting;
                return new Meeting(
                    fields.Text($"{path}.title", node.Title, LongestTitle),
                    [.. fields.Each($"{path}.segments", node.Segments).Select(s => Segment(s.Node, s.Path))]);
            }),
        ];
    }

    private Segment Segment(SegmentNode node, string path)
    {
        var kind = Kind($"{path}.kind", node.Kind);
        if (kind is { } known) CheckParts(node, path, isPanel: known == SegmentKind.Panel);
        var (starts, ends) = (Time($"{path}.starts", node.Starts), Time($"{path}.ends", node.Ends));
        if (ends is not null && ends <= starts) fields.Fault($"{path}.ends", ImportCodes.EndsBeforeStart, node.Ends ?? "");
        return new(
            new(fields.Id($"{path}.id", node.Id)),
            kind ?? default,
            fields.Text($"{path}.title", node.Title, LongestTitle),
            fields.Text($"{path}.theme", node.Theme, LongestTitle, required: false),
            starts ?? default,
            ends ?? default,
            fields.Rules($"{path}.rules", node.Rules),
            Podium(node, path),
            [.. fields.Each($"{path}.topics", node.Topics).Select(t => new SuggestedTopic(
                new(fields.Id($"{t.Path}.id", t.Node.Id)), fields.Text($"{t.Path}.text", t.Node.Text, LongestTopic)))]);
    }

    /// <summary>Only panels have a theme, a moderator, panellists and topics; a panel has no other speakers on its podium.</summary>
    private void CheckParts(SegmentNode node, string path, bool isPanel)
    {
        var parts = new (string Name, bool IsThere, bool OfPanels)[]
        {
            ("theme", node.Theme is not null, true), ("moderator", node.Moderator is not null, true),
            ("panellists", node.Panellists is not null, true), ("topics", node.Topics is not null, true), ("speakers", node.Speakers is not null, false),
        };
        foreach (var part in parts.Where(p => p.IsThere && p.OfPanels != isPanel))
            fields.Fault($"{path}.{part.Name}", isPanel ? ImportCodes.NotForPanels : ImportCodes.OnlyForPanels, part.Name);
    }

    private ImmutableArray<PodiumSpeaker> Podium(SegmentNode node, string path)
    {
        fields.RefuseUnknown(node.Moderator, $"{path}.moderator");
        return
        [
            .. node.Moderator is { } moderator ? [Speaker(moderator, $"{path}.moderator", PodiumRole.Moderator)] : Array.Empty<PodiumSpeaker>(),
            .. fields.Each($"{path}.panellists", node.Panellists).Select(p => Speaker(p.Node, p.Path, PodiumRole.Panellist)),
            .. fields.Each($"{path}.speakers", node.Speakers).Select(p => Speaker(p.Node, p.Path, PodiumRole.OpeningSpeaker)),
        ];
    }

    private PodiumSpeaker Speaker(PodiumNode node, string path, PodiumRole role) => new(
        new(fields.Id($"{path}.id", node.Id)),
        role,
        fields.Text($"{path}.style", node.Style, LongestStyle, required: false),
        fields.Text($"{path}.name", node.Name, LongestName),
        fields.Text($"{path}.affiliation", node.Affiliation, LongestTitle, required: false),
        node.ToBeConfirmed,
        fields.AnnouncedLength($"{path}.length", node.Length));

    private SegmentKind? Kind(string path, string? text)
    {
        var kind = fields.Text(path, text, longest: 60);
        if (kind.Length == 0) return null;
        if (Enum.GetNames<SegmentKind>().FirstOrDefault(n => n.Equals(kind, StringComparison.OrdinalIgnoreCase)) is { } name) return Enum.Parse<SegmentKind>(name);
        fields.Fault(path, ImportCodes.NotOneOf, kind, string.Join(", ", Enum.GetNames<SegmentKind>()));
        return null;
    }

    private DateTimeOffset? Time(string path, string? text)
    {
        var time = fields.Text(path, text, longest: 60);
        if (time.Length == 0) return null;
        if (LocalTimes.ToUtc(time, zone, out var instant) is not { } code) return instant;
        fields.Fault(path, code, time);
        return null;
    }
}
