using System.Text.Json;

namespace FloorManager.Web.Rehearsing;

/// <summary>What simulated delegates say, as the desk writes it down.</summary>
public sealed record RehearsalWords(string[] Recommendations, string[] Questions, string[] Contributions, string Suspended, string EnteredWrongly, string PutRight)
{
    public static RehearsalWords Read() =>
        JsonSerializer.Deserialize<RehearsalWords>(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Sample", "rehearsal.json")), JsonSerializerOptions.Web)!;
}
