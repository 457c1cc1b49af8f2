using System.Collections.Frozen;
using System.Collections.Immutable;
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
        ["programme-set"] = typeof(ProgrammeSet),
        ["participants-registered"] = typeof(ParticipantsRegistered),
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
        ["clock-started"] = typeof(ClockStarted),
        ["clock-paused"] = typeof(ClockPaused),
        ["clock-resumed"] = typeof(ClockResumed),
        ["clock-adjusted"] = typeof(ClockAdjusted),
        ["time-expired"] = typeof(TimeExpired),
        ["intervention-ended"] = typeof(InterventionEnded),
        ["message-shown"] = typeof(MessageShown),
        ["message-cleared"] = typeof(MessageCleared),
        ["blackout-set"] = typeof(BlackoutSet),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, string> Names = Types.ToFrozenDictionary(t => t.Value, t => t.Key);

    public static string Write(IEnumerable<HearingEvent> events)
    {
        var array = new JsonArray();
        foreach (var happened in events)
        {
            var fields = JsonSerializer.SerializeToNode(happened, happened.GetType(), HearingJson.Options)!.AsObject();
            fields.Insert(0, "event", Names[happened.GetType()]);
            array.Add(fields);
        }

        return array.ToJsonString(HearingJson.Options);
    }

    /// <exception cref="JsonException">The text is not what this or an earlier version of the program writes.</exception>
    public static ImmutableArray<HearingEvent> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static HearingEvent Read(JsonElement fields) =>
        fields.TryGetProperty("event", out var name) && Types.TryGetValue(name.GetString() ?? "", out var type)
            ? (HearingEvent)fields.Deserialize(type, HearingJson.Options)!
            : throw new JsonException("The journal holds an event that this version of the program does not know.");
}
