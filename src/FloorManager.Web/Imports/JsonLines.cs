using System.Text.Json;

namespace FloorManager.Web.Imports;

/// <summary>On which line of a JSON text each field stands, because a path alone is hard to find in a long file.</summary>
internal static class JsonLines
{
    /// <summary>Lines by path, such as <c>meetings[0].title</c>; a field that is there twice is a fault, as its reader would see only one.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static Dictionary<string, int> Of(ReadOnlySpan<byte> utf8, ImportFaults faults)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        // The objects and arrays around the reader, each with the index of its next element; objects need none.
        var around = new Stack<(string Path, int? Next)>();
        var reader = new Utf8JsonReader(utf8);
        var (line, counted, path) = (1, 0, "");
        while (reader.Read())
        {
            line += utf8[counted..(int)reader.TokenStartIndex].Count((byte)'\n');
            counted = (int)reader.TokenStartIndex;
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                around.Pop();
                continue;
            }

            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                path = Inside(around.Peek().Path, reader.GetString()!);
                if (!lines.TryAdd(path, line)) faults.Add(line, path, ImportCodes.DuplicateField, reader.GetString()!);
                continue;
            }

            if (around.TryPeek(out var list) && list.Next is { } index)
            {
                path = $"{list.Path}[{index}]";
                lines.TryAdd(path, line);
                around.Pop();
                around.Push((list.Path, index + 1));
            }

            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                around.Push((path, reader.TokenType == JsonTokenType.StartArray ? 0 : null));
        }

        return lines;
    }

    /// <summary>The path of a field inside an object.</summary>
    public static string Inside(string path, string field) => path.Length == 0 ? field : $"{path}.{field}";
}
