using System.Collections.Immutable;
using FloorManager.Domain.Programme;

namespace FloorManager.Web.Exports;

/// <param name="Rows">A cell is a text, a number, an instant by the wall clock, or null for nothing.</param>
internal sealed record RecordSheet(string Name, ImmutableArray<string> Headings, IEnumerable<object?[]> Rows);

/// <summary>The columns of a table of the record, from left to right. What has a code has its word before it; an instant stands by both clocks.</summary>
internal sealed class Columns<T>(RecordDocument record, RecordWords words)
{
    /// <summary>A rehearsal is told in each row of each table, which may be copied away from the others; the table of a hearing has no such column.</summary>
    private readonly List<(string Heading, Func<T, object?> Of)> _all = record.IsRehearsal ? [(words["Rehearsal.Tag"], _ => words["Sheet.yes"])] : [];

    public Columns<T> Cell(string key, Func<T, object?> of) => Add(words[$"Export.{key}"], of);

    public Columns<T> Coded(string key, Func<T, string?> word, Func<T, object?> code) =>
        Cell(key, word).Add(InBrackets(key, words["Export.Code"]), row => code(row)?.ToString());

    public Columns<T> When(string key, Func<T, Moment?> of) => Add(InBrackets(key, "UTC"), row => of(row)?.Utc).Add(InBrackets(key, record.TimeZone), row => of(row)?.Wall.DateTime);

    public Columns<T> In(Func<T, SegmentId?> of, string none = "") => Coded(
        "Segment", row => of(row) is { } id ? record.Segments.Where(s => s.Id == id).Select(s => string.Join(" – ", new[] { s.Title, s.Theme }.Where(t => t.Length > 0))).FirstOrDefault() : none, row => of(row));

    public Columns<T> Who(Func<T, PersonLine?> of) => Cell("Style", row => of(row)?.Style).Cell("Name", row => of(row)?.Name).Cell("Designation", row => of(row)?.Designation).Cell("Delegation", row => of(row)?.Delegation)
        .Coded("Category", row => words.Category(of(row)?.Category), row => of(row)?.Category).Coded("Region", row => words.Region(of(row)?.RegionalGroup), row => of(row)?.RegionalGroup);

    /// <summary>The first door by its word; all of them, each with its instant, in one cell.</summary>
    public Columns<T> Asked(Func<T, ImmutableArray<DoorLine>> doors, Func<T, Moment?> at) =>
        Cell("Channel", row => doors(row) is [var first, ..] ? words[$"Channel.{first.Channel}"] : null).Cell("Channels", row => string.Join("; ", doors(row).Select(d => $"{d.Channel} {d.At.Utc}"))).When("AskedAt", at);

    public RecordSheet Sheet(string key, IEnumerable<T> rows) =>
        new(words[$"Export.Sheet.{key}"], [.. _all.Select(c => c.Heading)], rows.Select(row => _all.Select(c => c.Of(row)).ToArray()));

    private string InBrackets(string key, string what) => words.Filled("Paper.InBrackets", words[$"Export.{key}"], what);

    private Columns<T> Add(string heading, Func<T, object?> of)
    {
        _all.Add((heading, of));
        return this;
    }
}
