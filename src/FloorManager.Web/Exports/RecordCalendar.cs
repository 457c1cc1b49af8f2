using System.Text;
using FloorManager.Domain.Wording;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace FloorManager.Web.Exports;

/// <summary>
/// What really happened, for calendars (RFC 5545), in UTC: an event for each segment, from when the floor was first given in it until it was last taken back, and
/// one for each intervention, from when its clock first ran. The same record is the same file. In a segment in which nobody spoke nothing happened.
/// </summary>
internal static class RecordCalendar
{
    private const int Buffer = 8 * 1024;

    /// <summary>An event at a time: a calendar that holds all of them takes as much memory as the hearing.</summary>
    public static async Task Write(RecordDocument record, RecordWords words, Stream to, CancellationToken stop)
    {
        var calendar = new Calendar { ProductId = "-//FloorManager//EN" };
        calendar.AddProperty("X-WR-CALNAME", $"{words.Subject("Paper.Record", record)} – {record.Title}");
        var around = new CalendarSerializer().SerializeToString(calendar)!;
        var end = around.LastIndexOf("END:VCALENDAR", StringComparison.Ordinal);
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Buffer, leaveOpen: true);
        await text.WriteAsync(around.AsMemory(0, end), stop);
        var events = new EventSerializer();
        foreach (var happened in Events(record, words)) await text.WriteAsync(events.SerializeToString(happened).AsMemory(), stop);
        await text.WriteAsync(around.AsMemory(end), stop);
    }

    private static IEnumerable<CalendarEvent> Events(RecordDocument record, RecordWords words)
    {
        foreach (var segment in record.Segments)
        {
            var spoken = record.Interventions.Where(i => i.SegmentId == segment.Id).ToArray();
            if (spoken.Length == 0) continue;
            // The programme's own event, by the name of the segment alone, stays beside it.
            yield return Of($"{segment.Id}.held", spoken.Min(i => i.RecognisedAt.Wall), spoken.Max(End), string.Join(" – ", new[] { segment.Title, segment.Theme }.Where(t => t.Length > 0)),
                words.Filled("Paper.Planned", $"{words.Day(segment.StartsAt)} {words.Time(segment.StartsAt)}", words.Time(segment.EndsAt), record.TimeZone));
            foreach (var i in spoken)
            {
                yield return Of($"{i.Id}", (i.StartedAt ?? i.RecognisedAt).Wall, End(i), FormOfAddress.With(i.Speaker.Style, i.Speaker.Name),
                    string.Join('\n', new[] { words[$"Kind.{i.Kind}"], i.Speaker.Delegation, i.Topic }.Where(t => t?.Length > 0)));
            }
        }

        static DateTimeOffset End(InterventionLine i) => (i.EndedAt ?? i.RecognisedAt).Wall;

        CalendarEvent Of(string id, DateTimeOffset start, DateTimeOffset end, string what, string told) => new()
        {
            Uid = $"{id}@{record.Hearing}",
            DtStamp = new CalDateTime(record.AsOf.Wall.UtcDateTime),
            Start = new CalDateTime(start.UtcDateTime),
            End = new CalDateTime(end.UtcDateTime),
            Summary = what,
            Location = record.Place,
            // A calendar that takes the events in keeps nothing of the file's name.
            Description = record.IsRehearsal ? $"{words["Rehearsal.Tag"]}\n{told}" : told,
        };
    }
}
