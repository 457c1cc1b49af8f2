using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Web.Journal;

/// <summary>The names under which events are stored. They are ours, not the types': a type may be renamed, a stored name never.</summary>
public static class EventNames
{
    public static FrozenDictionary<string, Type> Types { get; } = new Dictionary<string, Type>
    {
        ["hearing-set-up"] = typeof(HearingSetUp),
        ["hearing-changed"] = typeof(HearingChanged),
        ["hearing-archived"] = typeof(HearingArchived),
        ["programme-set"] = typeof(ProgrammeSet),
        ["participants-registered"] = typeof(ParticipantsRegistered),
        ["screen-named"] = typeof(ScreenNamed),
        ["seat-taken"] = typeof(SeatTaken),
        ["seat-left"] = typeof(SeatLeft),
        ["participant-checked-in"] = typeof(ParticipantCheckedIn),
        ["participant-checked-out"] = typeof(ParticipantCheckedOut),
        ["seat-plan-set"] = typeof(SeatPlanSet),
        ["segment-opened"] = typeof(SegmentOpened),
        ["phase-set"] = typeof(PhaseSet),
        ["request-raised"] = typeof(RequestRaised),
        ["request-withdrawn"] = typeof(RequestWithdrawn),
        ["request-deferred"] = typeof(RequestDeferred),
        ["request-declined"] = typeof(RequestDeclined),
        ["request-placed-on-deck"] = typeof(RequestPlacedOnDeck),
        ["request-taken-off-deck"] = typeof(RequestTakenOffDeck),
        ["requests-lapsed"] = typeof(RequestsLapsed),
        ["requests-restored"] = typeof(RequestsRestored),
        ["floor-given"] = typeof(FloorGiven),
        ["floor-interrupted"] = typeof(FloorInterrupted),
        ["floor-returned"] = typeof(FloorReturned),
        ["speaker-corrected"] = typeof(SpeakerCorrected),
        ["record-corrected"] = typeof(RecordCorrected),
        ["clock-started"] = typeof(ClockStarted),
        ["clock-paused"] = typeof(ClockPaused),
        ["clock-resumed"] = typeof(ClockResumed),
        ["clock-adjusted"] = typeof(ClockAdjusted),
        ["time-expired"] = typeof(TimeExpired),
        ["intervention-ended"] = typeof(InterventionEnded),
        ["message-shown"] = typeof(MessageShown),
        ["message-cleared"] = typeof(MessageCleared),
        ["podium-told"] = typeof(PodiumTold),
        ["blackout-set"] = typeof(BlackoutSet),
        ["room-blinked"] = typeof(RoomBlinked),
        ["resumption-announced"] = typeof(ResumptionAnnounced),
        ["limit-set"] = typeof(LimitSet),
        ["round-size-set"] = typeof(RoundSizeSet),
        ["question-noted"] = typeof(QuestionNoted),
        ["question-settled"] = typeof(QuestionSettled),
        ["recommendation-noted"] = typeof(RecommendationNoted),
        ["recommendation-reworded"] = typeof(RecommendationReworded),
        ["recommendation-struck"] = typeof(RecommendationStruck),
        ["intake-set"] = typeof(IntakeSet),
        ["contribution-handed-in"] = typeof(ContributionHandedIn),
        ["steps-undone"] = typeof(StepsUndone),
        ["request-joined"] = typeof(RequestJoined),
        ["request-left"] = typeof(RequestLeft),
        ["participants-merged"] = typeof(ParticipantsMerged),
        ["personal-data-erased"] = typeof(PersonalDataErased),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(t => t.Value, t => t.Key);

    /// <summary>Only what was decided is stored, never what follows from it; and names stand there as people read them.</summary>
    private static readonly JsonSerializerOptions Stored = new(HearingJson.Options)
    {
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(HearingEvent happened) => Names[happened.GetType()];

    public static string NameOf<T>() where T : HearingEvent => Names[typeof(T)];

    public static string Write(IEnumerable<HearingEvent> events)
    {
        var array = new JsonArray();
        foreach (var happened in events)
        {
            var fields = JsonSerializer.SerializeToNode(happened, happened.GetType(), Stored)!.AsObject();
            fields.Insert(0, "event", Names[happened.GetType()]);
            array.Add(fields);
        }

        return array.ToJsonString(Stored);
    }

    /// <exception cref="JsonException">The text is not what this or an earlier version of the program writes.</exception>
    public static ImmutableArray<HearingEvent> Read(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var events = ImmutableArray.CreateBuilder<HearingEvent>(1);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray) throw Unknown();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) events.Add((HearingEvent)JsonSerializer.Deserialize(ref reader, TypeOf(reader), Stored)!);
        return reader.Read() ? throw Unknown() : events.DrainToImmutable();
    }

    /// <summary>Looks ahead: the name is the first field, as <see cref="Write"/> puts it.</summary>
    private static Type TypeOf(Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.StartObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("event"u8)
        && reader.Read() && reader.TokenType == JsonTokenType.String && Types.TryGetValue(reader.GetString()!, out var type) ? type : throw Unknown();

    private static JsonException Unknown() => new("The journal holds an event that this version of the program does not know.");
}
