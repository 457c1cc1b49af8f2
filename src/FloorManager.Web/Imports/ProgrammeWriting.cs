using System.Globalization;
using System.Text.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;

namespace FloorManager.Web.Imports;

// The same file the other way round: what is written here is read above as the same hearing and the same programme.
public sealed partial record ProgrammeFile
{
    public static byte[] Write(Hearing hearing)
    {
        var details = hearing.Details!;
        var document = new ProgrammeDocument(
            new HearingNode(
                details.ShortName, details.Title, Given(details.Place), details.TimeZone, [.. details.Languages],
                [.. details.Categories.Select(c => new CategoryNode(c.Code, c.IsStakeholder))], Node(details.Rules), [.. details.PublicViews], [.. details.RegionalGroups], details.PresenceNeeded ? true : null),
            [.. hearing.Meetings.Select(m => new MeetingNode(m.Title, [.. m.Segments.Select(s => Node(hearing, s))]))]);
        return JsonSerializer.SerializeToUtf8Bytes(document, Json);
    }

    private static SegmentNode Node(Hearing hearing, Segment s) => new(
        s.Id.Value, s.Kind.ToString(), s.Title, Given(s.Theme), Wall(hearing, s.StartsAt), Wall(hearing, s.EndsAt), s.Rules is { } rules ? Node(rules) : null,
        s.Podium.FirstOrDefault(p => p.Role == PodiumRole.Moderator) is { } moderator ? Node(moderator) : null,
        Podium(s, PodiumRole.Panellist), Podium(s, PodiumRole.OpeningSpeaker),
        s.Topics.IsEmpty ? null : [.. s.Topics.Select(t => new TopicNode(t.Id.Value, t.Text))]);

    private static PodiumNode[]? Podium(Segment s, PodiumRole role) =>
        s.Podium.Where(p => p.Role == role).Select(Node).ToArray() is { Length: > 0 } nodes ? nodes : null;

    private static PodiumNode Node(PodiumSpeaker p) =>
        new(p.Id.Value, Given(p.Style), p.FullName, Given(p.Affiliation), p.ToBeConfirmed, LocalTimes.Text(p.AnnouncedLength));

    private static RulesNode Node(FloorRules rules) => new(
        LocalTimes.Text(rules.Limit), LocalTimes.Text(rules.Warning), rules.StartsAtOnce, rules.PointsOfOrder, rules.RightsOfReply.ToString(), rules.Grace is { } grace ? LocalTimes.Text(grace) : null);

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private static string Wall(Hearing hearing, DateTimeOffset at) => hearing.Local(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
