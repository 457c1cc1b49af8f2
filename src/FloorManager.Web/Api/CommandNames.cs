using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Journal;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Api;

/// <summary>The commands of the HTTP API by the names of the contract, and how one is read from a request's body.</summary>
public static class CommandNames
{
    public static FrozenDictionary<string, Type> Types { get; } = new Dictionary<string, Type>
    {
        ["open-segment"] = typeof(OpenSegment),
        ["set-phase"] = typeof(SetPhase),
        ["raise-request"] = typeof(RaiseRequest),
        ["erase-participant"] = typeof(ErasePersonalData),
        ["check-in"] = typeof(CheckIn),
        ["check-out"] = typeof(CheckOut),
        ["name-screen"] = typeof(NameScreen),
        ["take-seat"] = typeof(TakeSeat),
        ["leave-seat"] = typeof(LeaveSeat),
        ["withdraw-request"] = typeof(WithdrawRequest),
        ["defer-request"] = typeof(DeferRequest),
        ["decline-request"] = typeof(DeclineRequest),
        ["place-on-deck"] = typeof(PlaceOnDeck),
        ["take-off-deck"] = typeof(TakeOffDeck),
        ["recognise"] = typeof(Recognise),
        ["start-clock"] = typeof(StartClock),
        ["pause-clock"] = typeof(PauseClock),
        ["resume-clock"] = typeof(ResumeClock),
        ["adjust-clock"] = typeof(AdjustClock),
        ["end-intervention"] = typeof(EndIntervention),
        ["correct-intervention"] = typeof(CorrectIntervention),
        ["correct-record"] = typeof(CorrectRecord),
        ["undo"] = typeof(Undo),
        ["set-limit"] = typeof(SetLimit),
        ["set-round"] = typeof(SetRound),
        ["note-question"] = typeof(NoteQuestion),
        ["settle-question"] = typeof(SettleQuestion),
        ["note-recommendation"] = typeof(NoteRecommendation),
        ["reword-recommendation"] = typeof(RewordRecommendation),
        ["strike-recommendation"] = typeof(StrikeRecommendation),
        ["set-intake"] = typeof(SetIntake),
        ["hand-in-contribution"] = typeof(HandInContribution),
        ["show-message"] = typeof(ShowMessage),
        ["clear-message"] = typeof(ClearMessage),
        ["tell-podium"] = typeof(TellPodium),
        ["blackout"] = typeof(Blackout),
        ["blink"] = typeof(Blink),
        ["announce-resumption"] = typeof(AnnounceResumption),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads <c>{ "id": …, "type": …, fields }</c>. What is wrong is told as the key of a sentence and the field it is about.</summary>
    public static (CommandId Id, HearingCommand? Command, string? Fault, string? Field) Read(ReadOnlySpan<byte> body)
    {
        if (Parse(body) is not { } fields) return (default, null, "Error.NotJson", null);
        if (Text(fields, "id") is not { } id) return (default, null, fields.ContainsKey("id") ? "Error.WrongValue" : "Error.MissingField", "id");
        if (!Guid.TryParseExact(id, "D", out var commandId)) return (default, null, "Error.WrongValue", "id");
        if (Text(fields, "type") is not { } name) return (default, null, fields.ContainsKey("type") ? "Error.WrongValue" : "Error.MissingField", "type");
        if (!Types.TryGetValue(name, out var type)) return (default, null, "Error.UnknownCommand", name.Length > 40 ? name[..40] : name);
        var known = Fields(type);
        foreach (var (field, _) in fields)
            if (field is not ("id" or "type") && !known.Any(p => NameOf(p) == field)) return (default, null, "Error.UnknownField", field.Length > 40 ? field[..40] : field);
        foreach (var parameter in known)
            if (Fault(parameter, fields) is { } fault) return (default, null, fault, NameOf(parameter));
        fields.Remove("id");
        fields.Remove("type");
        return (new CommandId(commandId), (HearingCommand)fields.Deserialize(type, HearingJson.Options)!, null, null);
    }

    /// <summary>The fields of a command beside <c>id</c> and <c>type</c>: those without a default are required.</summary>
    public static ParameterInfo[] Fields(Type type) => type.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();

    public static string NameOf(ParameterInfo parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);

    private static string? Text(JsonObject fields, string name)
    {
        try
        {
            return fields[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null; // A string that is none: half a character, which the parser lets stand.
        }
    }

    private static JsonObject? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var node = JsonNode.Parse(body, documentOptions: new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            _ = (node as JsonObject)?.Count; // Builds the object now, so that a duplicate field is found here.
            return node as JsonObject;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Fault(ParameterInfo parameter, JsonObject fields)
    {
        if (!fields.TryGetPropertyValue(NameOf(parameter), out var value)) return parameter.HasDefaultValue ? null : "Error.MissingField";
        try
        {
            if (value is null && !(parameter.HasDefaultValue && parameter.DefaultValue is null)) return "Error.WrongValue";
            _ = value?.Deserialize(parameter.ParameterType, HearingJson.Options);
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return "Error.WrongValue";
        }
    }
}
