using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace FloorManager.Web.Imports;

/// <summary>The programme for people's calendars (RFC 5545): one event a segment, in UTC, so that each calendar shows it by its own clock.</summary>
public static class ProgrammeCalendar
{
    public static string Write(Hearing hearing, DateTimeOffset now)
    {
        var details = hearing.Details!;
        var calendar = new Calendar { ProductId = "-//FloorManager//EN" };
        calendar.AddProperty("X-WR-CALNAME", details.Title);
        foreach (var segment in hearing.Segments)
        {
            calendar.Events.Add(new CalendarEvent
            {
                // A calendar that reads the programme again moves the event it has.
                Uid = $"{segment.Id}@{details.ShortName}",
                DtStamp = new CalDateTime(now.UtcDateTime),
                Start = new CalDateTime(segment.StartsAt.UtcDateTime),
                End = new CalDateTime(segment.EndsAt.UtcDateTime),
                Summary = segment.Theme.Length > 0 ? $"{segment.Title}: {segment.Theme}" : segment.Title,
                Location = details.Place,
                Description = string.Join('\n', segment.Podium.Select(Told)),
            });
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static string Told(PodiumSpeaker p) => string.Join(", ", new[] { $"{p.Style} {p.FullName}".Trim(), p.Affiliation }.Where(part => part.Length > 0));
}
