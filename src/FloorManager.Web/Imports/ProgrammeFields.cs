using FloorManager.Domain.Programme;
using FloorManager.Domain.Wording;
using static FloorManager.Web.Imports.JsonLines;

namespace FloorManager.Web.Imports;

/// <summary>
/// Reads the fields of a programme. Whoever asks for a value gets one to go on with; what was wrong with it is among the faults.
/// </summary>
/// <param name="place">Where whoever mends the file finds what a path leads to: the row and the column, or the line and the path itself.</param>
internal sealed class ProgrammeFields(Func<string, (int Row, string Column)> place, ImportFaults faults)
{
    private const string Lengths = "0:05…60:00";

    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public void Fault(string path, string code, string value = "", string allowed = "")
    {
        var (row, column) = place(path);
        faults.Add(row, column, code, value, allowed);
    }

    public void RefuseUnknown(ProgrammeNode? node, string path)
    {
        foreach (var field in node?.Unknown?.Keys ?? Enumerable.Empty<string>()) Fault(Inside(path, field), ImportCodes.UnknownField, field);
    }

    /// <summary>Empty when the text is missing or too long.</summary>
    public string Text(string path, string? text, int longest, bool required = true)
    {
        var clean = CleanText.Of(text ?? "");
        if (required && clean.Length == 0) Fault(path, ImportCodes.MissingValue);
        if (clean.Length <= longest) return clean;
        Fault(path, ImportCodes.TooLong, clean, $"{longest}");
        return "";
    }

    /// <summary>An id that nothing else in the programme has.</summary>
    public string Id(string path, string? text)
    {
        var id = Text(path, text, longest: 64);
        if (id.Length > 0 && !ids.Add(id)) Fault(path, ImportCodes.DuplicateId, id);
        return id;
    }

    /// <summary>Elements that are there, with their paths; <c>null</c> in a list is a fault and not an element.</summary>
    public IEnumerable<(T Node, string Path)> Each<T>(string path, T?[]? list) where T : class
    {
        for (var i = 0; i < (list?.Length ?? 0); i++)
        {
            var here = $"{path}[{i}]";
            if (list![i] is not { } node) Fault(here, ImportCodes.MissingValue);
            else
            {
                RefuseUnknown(node as ProgrammeNode, here);
                yield return (node, here);
            }
        }
    }

    public TimeSpan AnnouncedLength(string path, string? text)
    {
        if (text is null) return TimeSpan.FromMinutes(5);
        var length = Length(path, text);
        if (length is { } known && (known < FloorRules.ShortestLimit || known > FloorRules.LongestLimit)) Fault(path, ImportCodes.OutOfBounds, text, Lengths);
        return length ?? default;
    }

    public FloorRules? Rules(string path, RulesNode? node)
    {
        if (node is null) return null;
        RefuseUnknown(node, path);
        var limit = node.Limit is null ? FloorRules.Default.Limit : Length(Inside(path, "limit"), node.Limit);
        var warning = node.Warning is null ? FloorRules.Default.Warning : Length(Inside(path, "warning"), node.Warning);
        var grace = node.Grace is null ? null : Length(Inside(path, "grace"), node.Grace);
        if (limit is not { } l || warning is not { } w || (grace is null && node.Grace is not null)) return null;
        if (grace > FloorRules.LongestGrace) Fault(Inside(path, "grace"), ImportCodes.OutOfBounds, node.Grace!, "0:00…5:00");
        var usual = FloorRules.Default;
        var rules = new FloorRules(
            l, w, node.StartsAtOnce ?? usual.StartsAtOnce, node.PointsOfOrder ?? usual.PointsOfOrder,
            node.RightsOfReply is null ? usual.RightsOfReply : OneOf<RightsOfReply>(Inside(path, "rightsOfReply"), node.RightsOfReply),
            grace > FloorRules.LongestGrace ? null : grace);
        if (!rules.AreWithinBounds && !(rules with { Warning = default }).AreWithinBounds) Fault(Inside(path, "limit"), ImportCodes.OutOfBounds, node.Limit ?? "", Lengths);
        else if (!rules.AreWithinBounds) Fault(Inside(path, "warning"), ImportCodes.OutOfBounds, node.Warning ?? "", $"0:00…{node.Limit}");
        return rules;
    }

    private T OneOf<T>(string path, string text) where T : struct, Enum
    {
        if (Enum.GetNames<T>().Contains(text)) return Enum.Parse<T>(text);
        Fault(path, ImportCodes.NotOneOf, text, string.Join(", ", Enum.GetNames<T>()));
        return default;
    }

    private TimeSpan? Length(string path, string text)
    {
        var length = LocalTimes.Length(CleanText.Of(text));
        if (length is null) Fault(path, ImportCodes.BadLength, text);
        return length;
    }
}
