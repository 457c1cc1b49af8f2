using System.Text.Json;
using System.Text.Json.Serialization;

namespace FloorManager.Web.Imports;

// The fields of programme.json, all of them optional texts here: what must be there and what it must be is told fault by fault.

/// <summary>An object of the file. What nobody knows is kept, to be refused by name.</summary>
internal abstract record ProgrammeNode
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }
}

internal sealed record ProgrammeDocument(HearingNode? Hearing = null, MeetingNode?[]? Meetings = null) : ProgrammeNode;

internal sealed record HearingNode(
    string? ShortName = null, string? Title = null, string? Place = null, string? TimeZone = null, string?[]? Languages = null,
    CategoryNode?[]? Categories = null, RulesNode? Rules = null, string?[]? PublicViews = null, string?[]? RegionalGroups = null, bool? PresenceNeeded = null) : ProgrammeNode;

internal sealed record CategoryNode(string? Code = null, bool? Stakeholder = null) : ProgrammeNode;

internal sealed record RulesNode(
    string? Limit = null, string? Warning = null, bool? StartsAtOnce = null, bool? PointsOfOrder = null, string? RightsOfReply = null,
    string? Grace = null) : ProgrammeNode;

internal sealed record MeetingNode(string? Title = null, SegmentNode?[]? Segments = null) : ProgrammeNode;

internal sealed record SegmentNode(
    string? Id = null, string? Kind = null, string? Title = null, string? Theme = null, string? Starts = null, string? Ends = null,
    RulesNode? Rules = null, PodiumNode? Moderator = null, PodiumNode?[]? Panellists = null, PodiumNode?[]? Speakers = null,
    TopicNode?[]? Topics = null) : ProgrammeNode;

internal sealed record PodiumNode(
    string? Id = null, string? Style = null, string? Name = null, string? Affiliation = null, bool ToBeConfirmed = false,
    string? Length = null) : ProgrammeNode;

internal sealed record TopicNode(string? Id = null, string? Text = null) : ProgrammeNode;
