using System.Globalization;

namespace FloorManager.Web.Imports;

/// <summary>A number of a workbook as text: dates as years, months and days, ticket numbers with the zeros before them.</summary>
internal static class CellFormat
{
    private const string Day = "yyyy-mm-dd", Clock = "h:mm:ss";

    public static string BuiltIn(string? id) => id switch
    {
        "14" or "15" or "16" or "17" or "22" => Day,
        "18" or "19" or "20" or "21" or "45" or "46" or "47" => Clock,
        _ => "",
    };

    public static string Show(string value, string format)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return value;
        if (format.Length > 0 && format.All(c => c == '0') && number >= 0) return ((decimal)number).ToString(format, CultureInfo.InvariantCulture);
        if (IsTime(format) && number is >= 0 and < 2_958_466)
        {
            var time = DateTime.FromOADate(number);
            return number < 1 ? time.ToString("H:mm:ss", CultureInfo.InvariantCulture)
                : time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }

        // A ticket number of sixteen digits is no measurement: it is never shown with an exponent.
        return Math.Abs(number) < 1e15 && number == Math.Truncate(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);
    }

    /// <summary>Letters of a date or a clock outside of quoted text and colours.</summary>
    private static bool IsTime(string format)
    {
        var (quoted, bracket) = (false, false);
        foreach (var c in format)
        {
            if (c == '"') quoted = !quoted;
            else if (c is '[' or ']') bracket = c == '[';
            else if (!quoted && !bracket && "ymdhs".Contains(char.ToLowerInvariant(c))) return true;
        }

        return false;
    }
}
