using System.Text.Json;
using System.Text.Json.Serialization;

namespace FloorManager.Web.Journal;

/// <summary>How values of a hearing are written as JSON, in the journal, on the hub and in the API: camel case, enums by name, ids bare.</summary>
public static class HearingJson
{
    public const int LongestId = 64;

    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new IdConverters());
        options.NumberHandling = JsonNumberHandling.Strict;
        return options;
    }

    /// <summary>Whether an id is written as a UUID or as a text; null for what is no id.</summary>
    public static Type? WrittenAs(Type type) =>
        type.IsValueType && type.Namespace?.StartsWith("FloorManager.Domain", StringComparison.Ordinal) == true
        && type.GetProperties() is [{ Name: "Value" } only] && (only.PropertyType == typeof(Guid) || only.PropertyType == typeof(string))
            ? only.PropertyType
            : null;

    /// <summary>Writes <c>SegmentId</c>, <c>RequestId</c> and their like – a struct around one <c>Value</c> – as that value.</summary>
    private sealed class IdConverters : JsonConverterFactory
    {
        public override bool CanConvert(Type type) => WrittenAs(type) is not null;

        public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance((WrittenAs(type) == typeof(Guid) ? typeof(GuidId<>) : typeof(TextId<>)).MakeGenericType(type))!;
    }

    private sealed class TextId<T> : JsonConverter<T> where T : struct
    {
        private static readonly Func<string, T> Make = Maker<T, string>();

        private static readonly Func<T, string> Read_ = Reader<T, string>();

        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: > 0 and <= LongestId } text
                ? Make(text)
                : throw new JsonException($"an id is a text of 1 to {LongestId} characters");

        public override void Write(Utf8JsonWriter writer, T id, JsonSerializerOptions options) => writer.WriteStringValue(Read_(id));
    }

    private sealed class GuidId<T> : JsonConverter<T> where T : struct
    {
        private static readonly Func<Guid, T> Make = Maker<T, Guid>();

        private static readonly Func<T, Guid> Read_ = Reader<T, Guid>();

        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var id) ? Make(id) : throw new JsonException("an id is a UUID");

        public override void Write(Utf8JsonWriter writer, T id, JsonSerializerOptions options) => writer.WriteStringValue(Read_(id));
    }

    private static Func<TValue, T> Maker<T, TValue>()
    {
        var constructor = typeof(T).GetConstructor([typeof(TValue)])!;
        var value = System.Linq.Expressions.Expression.Parameter(typeof(TValue));
        return System.Linq.Expressions.Expression.Lambda<Func<TValue, T>>(System.Linq.Expressions.Expression.New(constructor, value), value).Compile();
    }

    private static Func<T, TValue> Reader<T, TValue>() => typeof(T).GetProperty("Value")!.GetMethod!.CreateDelegate<RefReader<T, TValue>>() is var read
        ? id => read(ref id)
        : throw new InvalidOperationException();

    private delegate TValue RefReader<T, TValue>(ref T id);
}
