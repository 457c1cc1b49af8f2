using System.Text.Json;
using FloorManager.Web.Journal;
using MessagePack;
using MessagePack.Formatters;
using MessagePack.Resolvers;

namespace FloorManager.Web.Push;

/// <summary>
/// MessagePack with the very fields of the JSON protocol, so that there is one wire format to know: what we send is written as JSON and converted.
/// </summary>
public sealed class SameAsJson : IFormatterResolver
{
    public static MessagePackSerializerOptions Options { get; } =
        MessagePackSerializerOptions.Standard.WithResolver(CompositeResolver.Create(new SameAsJson(), StandardResolver.Instance))
            .WithSecurity(MessagePackSecurity.UntrustedData);

    public IMessagePackFormatter<T>? GetFormatter<T>() =>
        typeof(T).Namespace is { } space && space.StartsWith("FloorManager.", StringComparison.Ordinal) ? ByJson<T>.Instance : null;

    private sealed class ByJson<T> : IMessagePackFormatter<T>
    {
        public static readonly ByJson<T> Instance = new();

        public void Serialize(ref MessagePackWriter writer, T value, MessagePackSerializerOptions options) =>
            writer.WriteRaw(MessagePackSerializer.ConvertFromJson(JsonSerializer.Serialize(value, HearingJson.Options)));

        public T Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) =>
            throw new MessagePackSerializationException("Screens send no views.");
    }
}
