using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Wording;

namespace FloorManager.Web.Imports;

/// <summary>
/// A register in somebody else's columns against the register of a hearing. Whoever has a ticket number is known by it, everybody else by name and
/// delegation; what the file has no column for stays as it is.
/// </summary>
public sealed class ParticipantImport
{
    private readonly Grid grid;
    private readonly ParticipantMapping mapping;
    private readonly Hearing hearing;
    private readonly ParticipantWords words;
    private readonly Dictionary<string, string> headings;
    private readonly ILookup<string, Participant> byPerson;
    private readonly ILookup<int, GridMark> marks;

    private ParticipantImport(Grid grid, ImmutableArray<string> columns, ParticipantMapping mapping, Hearing hearing)
    {
        (this.grid, this.mapping, this.hearing, words) = (grid, mapping, hearing, new(hearing));
        headings = mapping.Columns.ToDictionary(c => c.Key, c => columns[c.Value], StringComparer.Ordinal);
        if (!headings.ContainsKey(ParticipantMapping.FullName)) headings[ParticipantMapping.FullName] = string.Join(", ", Parts.Select(p => headings.GetValueOrDefault(p)).OfType<string>());
        byPerson = hearing.Participants.Values.ToLookup(p => PersonKey.Of(p.FullName, p.Delegation), StringComparer.Ordinal);
        marks = grid.Marks.ToLookup(m => m.Row);
    }

    private static readonly string[] Parts = [ParticipantMapping.FirstName, ParticipantMapping.LastName];

    /// <param name="columns">What the columns are called in faults, as <see cref="Grid.Columns"/> has it.</param>
    /// <param name="progress">Told the rows looked at so far.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ParticipantPreview Look(
        Grid grid, ImmutableArray<string> columns, ParticipantMapping mapping, Hearing hearing, IProgress<int>? progress = null, CancellationToken stop = default) =>
        mapping.Missing is { IsEmpty: false } missing ? new(missing, []) : new([], new ParticipantImport(grid, columns, mapping, hearing).Look(new(progress, stop)));

    private ImmutableArray<PreviewRow> Look(Reading reading)
    {
        var entries = new List<Entry>(grid.Rows.Length);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in grid.Rows[1..])
        {
            var entry = Read(row);
            entries.Add(entry);
            if ((entry.IdIsWritten || !entry.Faults.Any) && !ids.Add(entry.Number))
            {
                if (entry.IdIsWritten) entry.Row.Fault("id", ImportCodes.DuplicateId, entry.Number);
                else entry.Row.Fault(ParticipantMapping.FullName, ImportCodes.DuplicatePerson, entry.Participant.FullName);
            }

            reading.At(entries.Count);
        }

        Together(entries);
        // Whoever is refused does not move: somebody else who was to have their seat is refused as well, until nothing changes any more.
        for (var sound = -1; entries.Count(e => !e.Faults.Any) is var now && now != sound; sound = now)
            ParticipantRow.CheckSeats([.. entries.Where(e => !e.Faults.Any && !e.IsSaidElsewhere).Select(e => (e.Row, e.Participant))], hearing);

        var (refused, odd) = (0, Odd(entries));
        return [.. entries.Select(e => e.Shown(keepsFaults: !e.Faults.Any || ++refused <= ImportFaults.Most, odd))];
    }

    private Entry Read(GridRow row)
    {
        var faults = new ImportFaults();
        var cells = CellsOf(row);
        var table = new TableRow(row.Number, cells, headings, faults);
        CheckCells(row, table);
        var (name, delegation) = (cells[ParticipantMapping.FullName], cells["delegation"]);
        var person = PersonKey.Of(name, delegation);
        var written = cells.GetValueOrDefault("id") is { Length: > 0 };
        var same = byPerson[person].ToArray();
        if (!written)
        {
            if (same.Length > 1) table.Fault(ParticipantMapping.FullName, ImportCodes.SeveralOnRegister, name);
            cells["id"] = PersonKey.Id(person);
            // The same name in capitals or without its accents is no news: whoever spelled it on the register knew better.
            if (same is [var one]) (cells["id"], cells[ParticipantMapping.FullName], cells["delegation"]) = (one.Id.Value, one.FullName, one.Delegation);
        }

        var number = cells["id"];
        var known = hearing.Participants.GetValueOrDefault(hearing.WhoIs(new(number)));
        if (known is not null) cells["id"] = known.Id.Value;
        if (!cells.ContainsKey(ParticipantMapping.Category)) cells[ParticipantMapping.Category] = mapping.CategoryForAll!;
        if (!cells.ContainsKey(ParticipantMapping.Admitted) && (mapping.AdmittedForAll || known is null)) cells[ParticipantMapping.Admitted] = mapping.AdmittedForAll ? "yes" : "no";
        var read = ParticipantRow.Read(table, words, known);
        // A number that was merged into another is mostly the poorer entry: what it leaves empty is not emptied.
        if (known is not null && known.Id.Value != number) read = read.FilledFrom(known) with { Admitted = read.Admitted };
        // An empty seat in a file says nothing of where they sat down since.
        if (known?.Seat is { } seat && read.Seat is null && hearing.IsTaken(seat)) read = read with { Seat = seat };
        return new(number, table, faults, read, known, written, written && known is null ? same.FirstOrDefault() : null)
        {
            IsSaidElsewhere = known is not null && hearing.Erased.ContainsKey(known.Id),
        };
    }

    /// <summary>Names that look alike once the file is read: beside those in it, those who are on the register and not in it.</summary>
    private ImmutableDictionary<ParticipantId, LookAlike> Odd(List<Entry> entries) =>
        LookAlikes.Among(hearing.Participants.SetItems(entries.Where(e => !e.Faults.Any && !e.IsSaidElsewhere).Select(e => KeyValuePair.Create(e.Participant.Id, e.Participant))).Values);

    /// <summary>Where both numbers of somebody who was merged are in the file, the row of their own says who they are, and the other fills in what is empty.</summary>
    private static void Together(List<Entry> entries)
    {
        foreach (var rows in Enumerable.Range(0, entries.Count).Where(at => !entries[at].Faults.Any).GroupBy(at => entries[at].Participant.Id).Where(g => g.Count() > 1).ToArray())
        {
            var own = rows.OrderBy(at => entries[at].Number != entries[at].Participant.Id.Value).First();
            foreach (var other in rows.Where(at => at != own))
            {
                entries[own] = entries[own] with { Participant = entries[own].Participant.FilledFrom(entries[other].Participant) };
                entries[other] = entries[other] with { IsSaidElsewhere = true };
            }
        }
    }

    private Dictionary<string, string> CellsOf(GridRow row)
    {
        string At(string field) => mapping.Columns.TryGetValue(field, out var column) && column < row.Cells.Length ? CleanText.Of(row.Cells[column]) : "";
        var cells = new Dictionary<string, string>(mapping.Columns.Count + 3, StringComparer.Ordinal);
        foreach (var (field, _) in mapping.Columns) cells[field] = At(field);
        if (cells.GetValueOrDefault(ParticipantMapping.FullName, "").Length == 0) cells[ParticipantMapping.FullName] = Together(At(ParticipantMapping.FirstName), At(ParticipantMapping.LastName));
        return cells;
    }

    /// <summary>A mononym stands in either column. Chinese, Japanese and Korean names begin with the family's, and nothing stands between.</summary>
    private static string Together(string first, string last) =>
        first.Length == 0 ? last : last.Length == 0 ? first : (first + last).All(IsEastAsian) ? last + first : $"{first} {last}";

    private static bool IsEastAsian(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(c);

    private void CheckCells(GridRow row, TableRow table)
    {
        foreach (var mark in marks[row.Number])
            foreach (var (field, _) in mapping.Columns.Where(c => c.Value == mark.Column)) table.Fault(field, mark.Code, mark.Value);
        // Mostly a separator inside a name that was not quoted: everything after it has slipped by one column.
        if (row.Cells.Skip(grid.Rows[0].Cells.Length).Select(CleanText.Of).FirstOrDefault(cell => cell.Length > 0) is { } slipped)
            table.Fault("", ImportCodes.CellWithoutHeading, slipped);
    }

    /// <param name="Number">As the file has it; of a person without one, what stands for it.</param>
    private sealed record Entry(string Number, TableRow Row, ImportFaults Faults, Participant Participant, Participant? Known, bool IdIsWritten, Participant? Namesake)
    {
        /// <summary>Another row says it, or nobody may any more, because the data of whoever it was is erased.</summary>
        public bool IsSaidElsewhere { get; init; }

        public PreviewRow Shown(bool keepsFaults, ImmutableDictionary<ParticipantId, LookAlike> odd) => Faults.Any
            ? new(Row.Number, Participant.FullName, RowEffect.Refused, null, Known, null, null, keepsFaults ? Faults.Found : [])
            : IsSaidElsewhere ? new(Row.Number, Participant.FullName, RowEffect.Unchanged, Known, Known, null, null, [])
            : new(Row.Number, Participant.FullName, Known is null ? RowEffect.New : Known == Participant ? RowEffect.Unchanged : RowEffect.Changed, Participant, Known, Namesake, odd.GetValueOrDefault(Participant.Id), []);
    }
}
