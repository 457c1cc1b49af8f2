using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;

namespace FloorManager.Web.Imports;

/// <summary>
/// The ids of a programme whose rows have none: a segment that is called as one of the hearing's is that one, so that requests and record stay with it; so are its
/// speakers and topics. Everything else gets an id that nothing has.
/// </summary>
internal sealed class ProgrammeIds(Hearing hearing)
{
    private readonly Dictionary<string, Segment> before = hearing.Segments.ToDictionary(s => s.Id.Value, StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> known =
        [.. hearing.Segments.SelectMany(s => s.Podium.Select(p => p.Id.Value).Concat(s.Topics.Select(t => t.Id.Value)).Append(s.Id.Value))];

    /// <summary>Those that the file has are nobody else's.</summary>
    public void Take(IEnumerable<string> written) => taken.UnionWith(written.Where(id => id.Length > 0));

    public string Segment(string? written, string kind, string? title) =>
        written ?? Same(hearing.Segments.Where(s => s.Kind.ToString() == kind && s.Title == title).Select(s => s.Id.Value)) ?? Free(kind.ToLowerInvariant());

    public string OnPodium(string? written, string segment, string? name) =>
        written ?? Same((before.GetValueOrDefault(segment)?.Podium ?? []).Where(p => p.FullName == name).Select(p => p.Id.Value)) ?? Free($"{segment}-speaker");

    public string Topic(string? written, string segment, string? text) =>
        written ?? Same((before.GetValueOrDefault(segment)?.Topics ?? []).Where(t => t.Text == text).Select(t => t.Id.Value)) ?? Free($"{segment}-topic");

    private string? Same(IEnumerable<string> ids) => ids.FirstOrDefault(taken.Add);

    private string Free(string name) => Free(name, taken, known);

    /// <summary>The first number behind a name that nothing has; it is taken then.</summary>
    /// <param name="known">Had by something, and not to be taken.</param>
    public static string Free(string name, ISet<string> taken, IReadOnlySet<string>? known = null)
    {
        for (var n = 1; ; n++)
            if (string.Create(CultureInfo.InvariantCulture, $"{name}-{n}") is var id && known?.Contains(id) != true && taken.Add(id)) return id;
    }
}
