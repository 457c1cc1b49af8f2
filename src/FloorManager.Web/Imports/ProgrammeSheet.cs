using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Wording;
using static FloorManager.Web.Imports.ProgrammeColumns;

namespace FloorManager.Web.Imports;

/// <summary>
/// The programme as a spreadsheet (CSV or XLSX): one row a meeting, a segment, somebody on its podium or a topic, in the order of the day; times as the clocks at
/// the place of the hearing show them. The rows become the objects of the JSON file, and what is wrong with those is told by row and column.
/// </summary>
public sealed partial class ProgrammeSheet
{
    private readonly Hearing hearing;
    private readonly ImportFaults faults;
    private readonly Dictionary<string, string> headings = new(StringComparer.Ordinal);

    /// <summary>Where each object of the programme stands, by its path.</summary>
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);
    private readonly List<(string Title, List<SegmentNode> Segments)> meetings = [];
    private readonly ProgrammeIds ids;
    private string day = "";

    private ProgrammeSheet(Hearing hearing, ImportFaults faults) => (this.hearing, this.faults, ids) = (hearing, faults, new(hearing));

    /// <summary>Nothing of a file with faults is taken.</summary>
    /// <param name="hearing">Whose programme it would be: its time zone, its rules where a row leaves one open, and its ids where a row has none.</param>
    public static ImportResult<HearingCommand.SetProgramme> Read(byte[] file, Hearing hearing)
    {
        var opened = Grid.Open(file);
        if (!opened.Succeeded) return new(null, opened.Faults);
        var faults = new ImportFaults();
        var meetings = new ProgrammeSheet(hearing, faults).Read(opened.Value);
        return faults.Result(() => new HearingCommand.SetProgramme(meetings));
    }

    private ImmutableArray<Meeting> Read(Grid grid)
    {
        var columns = ColumnsOf(grid.Rows[0]);
        if (faults.Any) return [];
        foreach (var mark in grid.Marks) faults.Add(mark.Row, columns.ElementAtOrDefault(mark.Column) is { } column ? headings[column] : "", mark.Code, mark.Value);
        var isText = grid.Encoding.Length > 0;
        var table = grid.Rows[1..].Select(row => TableRow.Of(row.Number, columns, isText ? [.. row.Cells.Select(InertText.Read)] : row.Cells, faults, headings)).ToArray();
        ids.Take(table.Select(row => row.Text(Id, longest: 64)));
        foreach (var row in table)
        {
            if (faults.Full) return [];
            Add(row);
        }

        // What a cell says must be known before anything can be said of a programme.
        return faults.Any ? [] : new ProgrammeMeetings(new ProgrammeFields(Place, faults), LocalTimes.Zone(hearing.Details?.TimeZone ?? "") ?? TimeZoneInfo.Utc).Read([.. meetings.Select(m => new MeetingNode(m.Title, [.. m.Segments]))]);
    }

    private string?[] ColumnsOf(GridRow head)
    {
        var columns = new string?[head.Cells.Length];
        foreach (var (at, cell) in head.Cells.Select(CleanText.Of).Index().Where(c => c.Item.Length > 0))
        {
            columns[at] = ProgrammeColumns.Of(cell);
            if (columns[at] is not { } column) faults.Add(head.Number, cell, ImportCodes.UnknownColumn, cell);
            else if (!headings.TryAdd(column, cell)) faults.Add(head.Number, cell, ImportCodes.DuplicateColumn, cell);
        }

        foreach (var needed in Needed.Where(n => !headings.ContainsKey(n))) faults.Add(head.Number, "", ImportCodes.MissingColumn, HeadingOf(needed));
        return columns;
    }

    private void Add(TableRow row)
    {
        var what = row.Text(What, longest: 60, required: true);
        var kind = KindOf(what);
        if (kind is null && what.Length > 0) row.Fault(What, ImportCodes.NotOneOf, what, string.Join(", ", Kinds.Select(WordFor)));
        else if (kind == MeetingRow)
        {
            rows[$"meetings[{meetings.Count}]"] = row.Number;
            meetings.Add((Cell(row, Title) ?? "", []));
        }
        else if (kind is Moderator or Panellist or Speaker or Topic) AddTo(row, kind);
        else if (kind is not null) AddSegment(row, kind);
    }

    private void AddSegment(TableRow row, string kind)
    {
        if (meetings.Count == 0)
        {
            row.Fault(What, ImportCodes.MeetingFirst, WordFor(kind), WordFor(MeetingRow));
            return;
        }

        day = SheetTimes.Day(row, Day) ?? day;
        rows[$"meetings[{meetings.Count - 1}].segments[{meetings[^1].Segments.Count}]"] = row.Number;
        meetings[^1].Segments.Add(new(
            ids.Segment(Cell(row, Id), kind, Cell(row, Title)), kind, Cell(row, Title), Cell(row, Theme), SheetTimes.Instant(row, Starts, day), SheetTimes.Instant(row, Ends, day), Rules(row)));
    }

    /// <summary>Somebody on the podium of the segment above, or one of its topics.</summary>
    private void AddTo(TableRow row, string kind)
    {
        if (meetings.LastOrDefault().Segments is not { Count: > 0 } segments)
        {
            row.Fault(What, ImportCodes.SegmentFirst, WordFor(kind));
            return;
        }

        var (segment, path) = (segments[^1], $"meetings[{meetings.Count - 1}].segments[{segments.Count - 1}]");
        if (kind == Topic)
        {
            rows[$"{path}.topics[{segment.Topics?.Length ?? 0}]"] = row.Number;
            segments[^1] = segment with { Topics = [.. segment.Topics ?? [], new(ids.Topic(Cell(row, Id), segment.Id!, Cell(row, Title)), Cell(row, Title))] };
            return;
        }

        var speaker = new PodiumNode(
            ids.OnPodium(Cell(row, Id), segment.Id!, Cell(row, Title)), Cell(row, Address), Cell(row, Title), Cell(row, Affiliation), row.IsMarked(ToBeConfirmed), Cell(row, Length));
        if (kind == Moderator && segment.Moderator is not null) row.Fault(What, ImportCodes.SecondModerator, Cell(row, Title) ?? "");
        rows[kind switch
        {
            Moderator => $"{path}.moderator",
            Panellist => $"{path}.panellists[{segment.Panellists?.Length ?? 0}]",
            _ => $"{path}.speakers[{segment.Speakers?.Length ?? 0}]",
        }] = row.Number;
        segments[^1] = kind switch
        {
            Moderator => segment with { Moderator = speaker },
            Panellist => segment with { Panellists = [.. segment.Panellists ?? [], speaker] },
            _ => segment with { Speakers = [.. segment.Speakers ?? [], speaker] },
        };
    }

    /// <summary>Null where the row says nothing: the hearing's rules hold. What it leaves open is the hearing's.</summary>
    private RulesNode? Rules(TableRow row)
    {
        if (new[] { Limit, Warning, StartsAtOnce, PointsOfOrder, ReplyRule, Grace }.All(column => Cell(row, column) is null)) return null;
        var usual = hearing.Details?.Rules ?? FloorRules.Default;
        if (LocalTimes.Length(Cell(row, Limit) ?? "") is { } limit) usual = usual.Within(limit);
        return new(
            Cell(row, Limit) ?? LocalTimes.Text(usual.Limit), Cell(row, Warning) ?? LocalTimes.Text(usual.Warning), YesOrNo(StartsAtOnce) ?? usual.StartsAtOnce,
            YesOrNo(PointsOfOrder) ?? usual.PointsOfOrder, Cell(row, ReplyRule) ?? usual.RightsOfReply.ToString(), Cell(row, Grace) ?? LocalTimes.Text(usual.GraceTime));

        bool? YesOrNo(string column) => Cell(row, column) is null ? null : row.YesOrNo(column);
    }

    private static string? Cell(TableRow row, string column) => row.Text(column, Grid.LongestCell) is { Length: > 0 } text ? text : null;

    /// <summary>The row of the nearest object that a path leads to, and what the file calls the column of its field.</summary>
    private (int Row, string Column) Place(string path)
    {
        var known = path;
        while (known.Length > 0 && !rows.ContainsKey(known)) known = known[..Math.Max(0, known.LastIndexOfAny(['.', '[']))];
        var column = path[(path.LastIndexOf('.') + 1)..] switch
        {
            "kind" => What,
            "name" or "text" => Title,
            "toBeConfirmed" => ToBeConfirmed,
            "rightsOfReply" => ReplyRule,
            var field => field,
        };
        return (rows.GetValueOrDefault(known), headings.GetValueOrDefault(column, ""));
    }
}
