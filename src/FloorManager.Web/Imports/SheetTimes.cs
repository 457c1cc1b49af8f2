using System.Globalization;

namespace FloorManager.Web.Imports;

/// <summary>Days and times of the day as people and spreadsheet programs write them.</summary>
internal static class SheetTimes
{
    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy/M/d", "d.M.yyyy", "d MMMM yyyy", "d MMM yyyy", "dddd d MMMM yyyy", "dddd, d MMMM yyyy"];

    private static readonly string[] Clocks = ["H:mm", "HH:mm:ss", "H:mm:ss", "H.mm", "H'h'mm", "H' h 'mm", "h:mm tt", "h:mmtt"];

    private static readonly CultureInfo[] Languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("fr")];

    /// <summary>Where a day cannot be read: told once, and not again for every time of it.</summary>
    private const string NoDay = "0001-01-01";

    /// <summary>Years, months and days as the programme has them; null for an empty cell, some day where it is a fault.</summary>
    public static string? Day(TableRow row, string column)
    {
        var text = row.Text(column, longest: 60);
        if (text.Length == 0) return null;
        foreach (var language in Languages)
            if (DateOnly.TryParseExact(text, Days, language, DateTimeStyles.None, out var day)) return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        // 3/4 is the fourth of March to some and the third of April to others: only a day that cannot be a month is understood.
        if (text.Split('/') is [var first, var second, { Length: 4 } year] && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var a) && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var b)
            && (a > 12 || b > 12 || a == b) && DateOnly.TryParse(string.Create(CultureInfo.InvariantCulture, $"{year}-{(a > 12 ? b : a):00}-{(a > 12 ? a : b):00}"), CultureInfo.InvariantCulture, out var certain))
            return certain.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        row.Fault(column, ImportCodes.BadDay, text);
        return NoDay;
    }

    /// <summary>As the JSON file writes it; null for an empty cell. A cell may hold the day as well.</summary>
    public static string? Instant(TableRow row, string column, string day)
    {
        var text = row.Text(column, longest: 60);
        if (text.Length == 0) return null;
        foreach (var separator in new[] { ' ', 'T' })
            if (text.Split(separator, 2) is [{ Length: 10 } date, var clock] && DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) (day, text) = (date, clock);
        if (!TimeOnly.TryParseExact(text.Replace('\u202F', ' ').ToUpperInvariant().Replace('H', 'h'), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) row.Fault(column, ImportCodes.BadClock, text);
        else if (day.Length == 0) row.Fault(column, ImportCodes.NoDay, text);
        else return string.Create(CultureInfo.InvariantCulture, $"{day}T{time:HH:mm}");
        return null;
    }
}
