using System.Collections.Immutable;

namespace FloorManager.Domain.Programme;

/// <summary>The order of a meeting and its times. Pure: a meeting in, a meeting out.</summary>
public static class ProgrammeOrder
{
    /// <summary>
    /// The meeting with one of its segments at another place. Each keeps its length, and the pauses stay where they are in the day: what is moved
    /// before the first begins when that began. A place beyond the ends is the end.
    /// </summary>
    public static Meeting Moved(Meeting meeting, SegmentId segment, int place)
    {
        var from = meeting.Segments.FirstOrDefault(s => s.Id == segment) is { } moved ? meeting.Segments.IndexOf(moved) : -1;
        var to = Math.Clamp(place, 0, Math.Max(0, meeting.Segments.Length - 1));
        if (from < 0 || from == to) return meeting;
        var pauses = meeting.Segments.Zip(meeting.Segments.Skip(1), (one, next) => next.StartsAt - one.EndsAt).ToArray();
        var order = meeting.Segments.RemoveAt(from).Insert(to, meeting.Segments[from]);
        var segments = ImmutableArray.CreateBuilder<Segment>(order.Length);
        var at = meeting.Segments[0].StartsAt;
        foreach (var (index, next) in order.Index())
        {
            var end = at + (next.EndsAt - next.StartsAt);
            segments.Add(next with { StartsAt = at, EndsAt = end });
            at = end + (index < pauses.Length ? pauses[index] : TimeSpan.Zero);
        }

        return meeting with { Segments = segments.MoveToImmutable() };
    }

    /// <summary>
    /// The time between a segment and the one before it: below zero they overlap; above it, within a meeting, nothing is planned. Null for the first
    /// of the programme, and between two meetings that do not overlap.
    /// </summary>
    public static TimeSpan? PauseBefore(IReadOnlyCollection<Meeting> meetings, SegmentId segment)
    {
        var all = meetings.SelectMany(m => m.Segments.Select(s => (Meeting: m, Segment: s))).ToArray();
        var place = Array.FindIndex(all, s => s.Segment.Id == segment);
        if (place <= 0) return null;
        var pause = all[place].Segment.StartsAt - all[place - 1].Segment.EndsAt;
        return pause < TimeSpan.Zero || ReferenceEquals(all[place].Meeting, all[place - 1].Meeting) ? pause : null;
    }
}
