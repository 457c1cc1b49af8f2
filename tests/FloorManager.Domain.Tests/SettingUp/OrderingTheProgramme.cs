using CsCheck;
using FloorManager.Domain.Programme;
using Xunit;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests.SettingUp;

public sealed class OrderingTheProgramme
{
    /// <summary>10:00 half an hour, five minutes of pause, an hour, then a quarter of an hour at once.</summary>
    private static readonly Meeting Morning = new("Morning",
    [
        At("a", 0, 30), At("b", 35, 95), At("c", 95, 110),
    ]);

    private static Segment At(string id, int from, int to) =>
        Segment(new(id), SegmentKind.Panel, 0) with { StartsAt = TenOClock.AddMinutes(from), EndsAt = TenOClock.AddMinutes(to) };

    private static string Told(Meeting meeting) => string.Join(' ', meeting.Segments.Select(s => $"{s.Id} {(s.StartsAt - TenOClock).TotalMinutes}-{(s.EndsAt - TenOClock).TotalMinutes}"));

    [Theory]
    [InlineData("c", 0, "c 0-15 a 20-50 b 50-110")]
    [InlineData("a", 1, "b 0-60 a 65-95 c 95-110")]
    [InlineData("a", 9, "b 0-60 c 65-80 a 80-110")]
    [InlineData("b", -1, "b 0-60 a 65-95 c 95-110")]
    [InlineData("b", 1, "a 0-30 b 35-95 c 95-110")]
    [InlineData("z", 0, "a 0-30 b 35-95 c 95-110")]
    public void A_segment_that_is_moved_keeps_its_length_and_the_pauses_keep_their_place(string segment, int place, string told) =>
        Assert.Equal(told, Told(ProgrammeOrder.Moved(Morning, new(segment), place)));

    [Fact]
    public void Whatever_is_moved_the_meeting_begins_and_ends_when_it_did() => Gen.Select(Gen.Int[0, 2], Gen.Int[-1, 4]).Sample((which, place) =>
    {
        var moved = ProgrammeOrder.Moved(Morning, Morning.Segments[which].Id, place);
        Assert.Equal((Morning.Segments[0].StartsAt, Morning.Segments[^1].EndsAt), (moved.Segments[0].StartsAt, moved.Segments[^1].EndsAt));
        Assert.Equal(Morning.Segments.Select(s => (s.Id, s.EndsAt - s.StartsAt)).ToHashSet(), moved.Segments.Select(s => (s.Id, s.EndsAt - s.StartsAt)).ToHashSet());
    });

    [Fact]
    public void A_meeting_without_segments_stays_as_it_is() => Assert.Empty(ProgrammeOrder.Moved(new("Empty", []), new("a"), 0).Segments);

    [Fact]
    public void Gaps_are_told_within_a_meeting_and_overlaps_everywhere()
    {
        Meeting[] day = [Morning, new("Afternoon", [At("d", 180, 200)]), new("Evening", [At("e", 190, 300)])];
        Assert.Equal(
            [null, Minutes(5), TimeSpan.Zero, null, Minutes(-10)],
            new[] { "a", "b", "c", "d", "e" }.Select(id => ProgrammeOrder.PauseBefore(day, new(id))));
        Assert.Null(ProgrammeOrder.PauseBefore(day, new("z")));
    }
}
