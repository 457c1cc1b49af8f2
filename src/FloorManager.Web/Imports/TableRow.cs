using System.Globalization;
using FloorManager.Domain.Wording;

namespace FloorManager.Web.Imports;

/// <summary>One row of a table. Whoever asks for a value gets one to go on with; what was wrong with it is among the faults.</summary>
internal sealed class TableRow
{
    private readonly Dictionary<string, string> cells;
    private readonly IReadOnlyDictionary<string, string>? headings;
    private readonly ImportFaults faults;

    /// <param name="cells">Clean texts by the names of their columns.</param>
    /// <param name="headings">What stands above a column in the file, where that is another name; faults are told by it.</param>
    public TableRow(int number, Dictionary<string, string> cells, IReadOnlyDictionary<string, string>? headings, ImportFaults faults) =>
        (Number, this.cells, this.headings, this.faults) = (number, cells, headings, faults);

    /// <summary>As a spreadsheet counts: the headings are row 1.</summary>
    public int Number { get; }

    /// <param name="columns">For each cell of a row the name of its column, null under a blank heading.</param>
    /// <param name="headings">As in the constructor.</param>
    public static TableRow Of(
        int number, ReadOnlySpan<string?> columns, ReadOnlySpan<string> cells, ImportFaults faults, IReadOnlyDictionary<string, string>? headings = null)
    {
        var row = new TableRow(number, new(StringComparer.Ordinal), headings, faults);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = CleanText.Of(cells[i]);
            if (i < columns.Length && columns[i] is { } column) row.cells[column] = cell;
            // Mostly a separator inside a name that was not quoted: everything after it has slipped by one column.
            else if (cell.Length > 0) faults.Add(number, "", ImportCodes.CellWithoutHeading, cell);
        }

        return row;
    }

    /// <summary>Whether the file has such a column; what it has not says nothing about anybody.</summary>
    public bool Has(string column) => cells.ContainsKey(column);

    public void Fault(string column, string code, string value = "", string allowed = "") =>
        faults.Add(Number, headings?.GetValueOrDefault(column) ?? column, code, value, allowed);

    /// <summary>Empty when the cell is empty or too long, or the column or the end of the row is missing.</summary>
    public string Text(string column, int longest, bool required = false)
    {
        var text = cells.GetValueOrDefault(column, "");
        if (required && text.Length == 0) Fault(column, ImportCodes.MissingValue);
        if (text.Length <= longest) return text;
        Fault(column, ImportCodes.TooLong, text, $"{longest}");
        return "";
    }

    public int Whole(string column, int least, int most)
    {
        var text = Text(column, longest: 20, required: true);
        if (text.Length == 0) return 0;
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) Fault(column, ImportCodes.NotANumber, text);
        else if (number < least || number > most) Fault(column, ImportCodes.OutOfBounds, text, $"{least}…{most}");
        return number;
    }

    /// <summary>A length such as <c>1:00</c>; null when the cell is empty.</summary>
    public TimeSpan? Length(string column, TimeSpan most)
    {
        var text = Text(column, longest: 20);
        if (text.Length == 0) return null;
        if (LocalTimes.Length(text) is not { } length) Fault(column, ImportCodes.BadLength, text);
        else if (length <= TimeSpan.Zero || length > most) Fault(column, ImportCodes.OutOfBounds, text, $"0:01…{most:m\\:ss}");
        else return length;
        return null;
    }

    /// <summary>A tick of any kind; an empty cell is none.</summary>
    public bool IsMarked(string column)
    {
        var text = Text(column, longest: 60);
        switch (ParticipantMapping.Plain(text))
        {
            case "" when text.Length == 0: return false;
            case "no" or "non" or "false" or "0": return false;
            case "yes" or "oui" or "true" or "1" or "x": return true;
            default:
                if (ProgrammeColumns.Of(text) == column) return true;
                Fault(column, ImportCodes.NotYesOrNo, text);
                return false;
        }
    }

    public bool YesOrNo(string column)
    {
        var text = Text(column, longest: 20, required: true);
        if (text.Length == 0) return false;
        if (ParticipantWords.YesOrNo(text) is { } said) return said;
        Fault(column, ImportCodes.NotYesOrNo, text);
        return false;
    }
}
