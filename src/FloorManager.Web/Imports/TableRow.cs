using System.Globalization;

namespace FloorManager.Web.Imports;

/// <summary>One row of a table. Whoever asks for a value gets one to go on with; what was wrong with it is among the faults.</summary>
internal sealed class TableRow
{
    private readonly Dictionary<string, string> cells = new(StringComparer.Ordinal);
    private readonly ImportFaults faults;

    private TableRow(int number, ImportFaults faults) => (Number, this.faults) = (number, faults);

    /// <summary>As a spreadsheet counts: the headings are row 1.</summary>
    public int Number { get; }

    public static TableRow Of(int number, ReadOnlySpan<string?> headings, ReadOnlySpan<string> cells, ImportFaults faults)
    {
        var row = new TableRow(number, faults);
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = CleanText.Of(cells[i]);
            if (i < headings.Length && headings[i] is { } heading) row.cells[heading] = cell;
            // Mostly a separator inside a name that was not quoted: everything after it has slipped by one column.
            else if (cell.Length > 0) faults.Add(number, "", ImportCodes.CellWithoutHeading, cell);
        }

        return row;
    }

    public void Fault(string column, string code, string value = "", string allowed = "") => faults.Add(Number, column, code, value, allowed);

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

    public bool YesOrNo(string column)
    {
        var text = Text(column, longest: 20, required: true).ToLowerInvariant();
        if (text is not ("" or "yes" or "true" or "1" or "oui" or "no" or "false" or "0" or "non")) Fault(column, ImportCodes.NotYesOrNo, text);
        return text is "yes" or "true" or "1" or "oui";
    }

    /// <summary>One of the names of an enumeration, never its number; null when the cell is empty.</summary>
    public T? OneOf<T>(string column) where T : struct, Enum
    {
        var text = Text(column, longest: 60);
        if (text.Length == 0) return null;
        if (Enum.GetNames<T>().FirstOrDefault(n => n.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name) return Enum.Parse<T>(name);
        Fault(column, ImportCodes.NotOneOf, text, string.Join(", ", Enum.GetNames<T>()));
        return null;
    }
}
