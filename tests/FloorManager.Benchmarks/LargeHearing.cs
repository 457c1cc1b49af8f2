using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Seating;

namespace FloorManager.Benchmarks;

/// <summary>A hearing with one panel, as many seats as asked for, and on each a participant of a delegation of its own.</summary>
internal static class LargeHearing
{
    public static readonly SegmentId Panel = new("panel-1");

    public static HearingCommand[] Commands(string name, int seats)
    {
        var labels = Enumerable.Range(1, seats).Select(n => new SeatLabel($"S-{n}")).ToArray();
        var starts = new DateTimeOffset(2017, 7, 26, 14, 15, 0, TimeSpan.Zero);
        return
        [
            new HearingCommand.SetUpHearing(HearingDetails.Named(name, "A large hearing")),
            new HearingCommand.SetProgramme([new Meeting("Meeting", [new Segment(Panel, SegmentKind.Panel, "Panel", "A theme", starts, starts.AddHours(1), null, [], [])])]),
            new HearingCommand.SetSeatPlan([.. labels.Select((label, i) => new Seat(label, i / 25, i % 25 * 60, i / 25 * 90))]),
            new HearingCommand.RegisterParticipants([.. labels.Select((label, i) => new Participant(
                new ParticipantId($"p-{i}"), "Ms.", $"Participant {i}", "Counsellor", $"Delegation {i}", "EcosocNgo", RegionalGroups.None, null, "en", label, Admitted: true))]),
            new HearingCommand.OpenSegment(Panel),
        ];
    }

    public static async Task SetUp(House house, string name, int seats)
    {
        foreach (var command in Commands(name, seats)) await house.Do(name, command);
    }
}
