using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using FloorManager.Domain.Balance;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;

namespace FloorManager.Web.Exports;

/// <summary>
/// The record of a hearing as it is carried off: flat lists, each line naming its segment, so that every format is written from the same lines. The JSON is this and
/// nothing else; <c>docs/record.md</c> tells each field. A name stays what it is; what is new is added. Nobody's gender and no agreed extra time is in it.
/// </summary>
/// <param name="Format">Changes only when a field is taken away or means something else.</param>
/// <param name="IsRehearsal">Whatever the title says: nobody spoke in truth, and every format says so.</param>
/// <param name="Version">How many accepted commands the record was made from: the same number is the same record.</param>
/// <param name="AsOf">When the last of them was.</param>
internal sealed record RecordDocument(
    string Format, string Hearing, string Title, bool IsRehearsal, string Place, string TimeZone, ImmutableArray<string> Languages, long Version, Moment AsOf,
    ImmutableArray<SegmentLine> Segments, ImmutableArray<InterventionLine> Interventions, ImmutableArray<NotHeardLine> NotHeard,
    ImmutableArray<RecommendationLine> Recommendations, ImmutableArray<QuestionLine> Questions, ImmutableArray<ContributionLine> Contributions, ImmutableArray<FiguresLine> Figures)
{
    public const string CurrentFormat = "floormanager.record/1";
}

/// <summary>An instant twice: for programs, and as the clock on the chamber's wall showed it.</summary>
internal sealed record Moment([property: JsonIgnore] DateTimeOffset Wall)
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.fff";

    public string Utc => Wall.UtcDateTime.ToString($"{Pattern}'Z'", CultureInfo.InvariantCulture);

    public string Local => Wall.ToString($"{Pattern}zzz", CultureInfo.InvariantCulture);
}

/// <param name="StartsAt">As planned, as is the end.</param>
internal sealed record SegmentLine(
    SegmentId Id, SegmentKind Kind, string Title, string Theme, Moment StartsAt, Moment EndsAt, ImmutableArray<PodiumLine> Podium, ImmutableArray<SuggestedTopic> Topics);

internal sealed record PodiumLine(PodiumSpeakerId Id, PodiumRole Role, string Style, string Name, string Affiliation, bool ToBeConfirmed);

/// <param name="Category">Code; null for the podium.</param>
/// <param name="RegionalGroup">Code; null for none.</param>
internal sealed record PersonLine(
    string Style, string Name, string Designation, string Delegation, string? Category, string? RegionalGroup, ParticipantId? ParticipantId, PodiumSpeakerId? PodiumId);

internal sealed record DoorLine(IntakeChannel Channel, Moment At);

/// <param name="Channels">The doors of the request, the first first; empty for someone who did not ask.</param>
/// <param name="AdjustedSeconds">That the chair gave or took beside the limit, together.</param>
internal sealed record InterventionLine(
    InterventionId Id, SegmentId SegmentId, FloorKind Kind, PersonLine Speaker, TopicId? TopicId, string? Topic, ImmutableArray<DoorLine> Channels, Moment? AskedAt, Moment RecognisedAt,
    Moment? StartedAt, Moment? EndedAt, double SpokenSeconds, double LimitSeconds, double AdjustedSeconds, double OverrunSeconds, ImmutableArray<CorrectionLine> Corrections);

/// <param name="From">What stood there: a name with its delegation, a code or an instant (ISO 8601, UTC); null for none.</param>
/// <param name="To">What stands there since, in the same form.</param>
/// <param name="By">The role of whoever corrected it.</param>
/// <param name="WasAt">The same as <paramref name="From"/> where that is an instant, for who reads it by the clock on the wall; null for what is none.</param>
/// <param name="IsAt">The same as <paramref name="To"/>, likewise.</param>
internal sealed record CorrectionLine(
    CorrectedPart What, string? From, string? To, string Reason, Moment At, Role By, [property: JsonIgnore] Moment? WasAt = null, [property: JsonIgnore] Moment? IsAt = null);

internal enum NotHeardBecause { NotReached, Declined, Unspoken }

/// <param name="Id">Of the request; of the call for one who was called and did not speak.</param>
/// <param name="At">When the panel closed, the chair declined, or the floor was given.</param>
internal sealed record NotHeardLine(
    Guid Id, SegmentId SegmentId, NotHeardBecause Because, FloorKind Kind, PersonLine Person, TopicId? TopicId, string? Topic, ImmutableArray<DoorLine> Channels, Moment? AskedAt, Moment At);

/// <param name="MadeBy">Null where the intervention was taken back since.</param>
/// <param name="MadeAt">When the floor was given for it; null as above.</param>
internal sealed record RecommendationLine(
    RecommendationId Id, SegmentId SegmentId, InterventionId InterventionId, PersonLine? MadeBy, Moment? MadeAt, TopicId? TopicId, string? Topic, string Text);

/// <param name="To">Who on the podium; null for the panel as a whole.</param>
/// <param name="From">Null where that is not known.</param>
internal sealed record QuestionLine(QuestionId Id, SegmentId SegmentId, InterventionId? InterventionId, PersonLine? From, PodiumSpeakerId? ToId, string? To, bool Answered, string Text);

internal sealed record ContributionLine(RequestId RequestId, SegmentId SegmentId, PersonLine Person, IntakeChannel Channel, Moment HandedInAt, string Text);

/// <param name="SegmentId">Null for the whole hearing.</param>
internal sealed record FiguresLine(
    SegmentId? SegmentId, int Interventions, double FloorSeconds, double? Gini, WaitingLine? Waiting, ImmutableArray<ShareLine> Shares, ImmutableArray<OverrunLine> Overruns,
    ImmutableArray<UntouchedLine> UntouchedTopics);

internal sealed record WaitingLine(int Reached, double MedianSeconds, double LargestSeconds);

/// <param name="Value">Code of a category or group, a language (BCP 47) or the id of a topic.</param>
internal sealed record ShareLine(FigureBy By, string Value, int Interventions, double FloorSeconds, int Requests, int Present);

internal sealed record OverrunLine(string Category, int Interventions, double MeanOverrunSeconds, double LargestOverrunSeconds);

internal sealed record UntouchedLine(SegmentId SegmentId, TopicId TopicId, string Topic);
