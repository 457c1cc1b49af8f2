using System.Globalization;

namespace FloorManager.Web.Imports;

/// <summary>Times of the programme as the clocks on the wall show them at the place of the hearing.</summary>
internal static class LocalTimes
{
    /// <summary>Null for a name that is not an IANA time zone known to this machine.</summary>
    public static TimeZoneInfo? Zone(string name) =>
        // The characters of IANA names: nothing else may go looking through the zone files.
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '-' or '+')
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone : null;

    /// <summary>The code of what is wrong, or null and the instant.</summary>
    public static string? ToUtc(string text, TimeZoneInfo zone, out DateTimeOffset instant)
    {
        instant = default;
        if (!DateTime.TryParseExact(text, "yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)) return ImportCodes.BadTime;
        // When the clocks change, one local hour of the year does not exist and one comes twice.
        if (zone.IsInvalidTime(local)) return ImportCodes.TimeSkipped;
        if (zone.IsAmbiguousTime(local)) return ImportCodes.TimeAmbiguous;
        instant = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(local, zone), TimeSpan.Zero);
        return null;
    }

    /// <summary>A length as it is read below.</summary>
    public static string Text(TimeSpan length) => string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalMinutes}:{length.Seconds:00}");

    /// <summary>Minutes and seconds as a countdown shows them, such as <c>3:00</c>; up to 999 minutes.</summary>
    public static TimeSpan? Length(string text) =>
        text.Split(':') is [{ Length: >= 1 and <= 3 } minutes, { Length: 2 } seconds]
        && int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
        && int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s < 60
            ? new TimeSpan(0, m, s)
            : null;
}
