using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;

namespace FloorManager.Benchmarks;

/// <summary>What a screen is sent while somebody speaks and nothing else happens. Screens count by themselves: nothing but keep-alive pings is due.</summary>
internal static class QuietClock
{
    private const int Clients = 20, Speakers = 15, AskedEach = 6;

    private static readonly TimeSpan Span = TimeSpan.FromSeconds(15);

    public static async IAsyncEnumerable<Row> Measure()
    {
        await using var house = new House();
        await house.Do(House.Sample, new HearingCommand.OpenSegment(new("panel-1")));
        using var screens = await Crowd.Connect(new Uri(house.Address, "/hubs/floor"), Clients, Crowd.WatchTheChamber);
        var speaker = house.State(House.Sample).Participants.Values.First(p => p.Admitted).Id;
        await screens.All(await house.Do(House.Sample, new HearingCommand.Recognise(ParticipantId: speaker, Start: true)));
        var before = await screens.Received();
        await Task.Delay(Span, TimeProvider.System);
        var after = await screens.Received();
        var perMinute = after.Zip(before, (a, b) => (a - b) / Span.TotalMinutes / Clients).ToArray();
        yield return Row.AtMost("views sent to a client a minute while a clock runs", perMinute[0], "frames", 0);
        yield return Row.AtMost("their bytes", perMinute[1], "B", 0);
        yield return Row.Known("keep-alive pings to a client a minute", perMinute[2], "frames");
        yield return Row.Known("their bytes", perMinute[3], "B");
        yield return Row.Known("bytes to a screen an hour in which nothing happens", (perMinute[1] + perMinute[3]) * 60, "B");
        var (changes, bytes) = await BusyHour(house, screens);
        yield return Row.Known($"bytes to a screen in an hour of {changes} changes", bytes + (perMinute[3] * 60), "B");
    }

    /// <summary>An hour of a panel, in one go: fifteen speak, six ask for each, and the chair says something to the room now and then.</summary>
    private static async Task<(int Changes, double Bytes)> BusyHour(House house, Crowd screens)
    {
        var before = await screens.Received();
        var people = new Queue<ParticipantId>(house.State(House.Sample).Participants.Values.Where(p => p.Admitted).DistinctBy(p => p.Delegation.ToUpperInvariant()).Select(p => p.Id).Skip(1));
        var changes = 0;
        await Change(new HearingCommand.EndIntervention());
        for (var speaker = 0; speaker < Speakers; speaker++)
        {
            for (var asked = 0; asked < AskedEach; asked++) await Change(new HearingCommand.RaiseRequest(people.Dequeue()));
            var next = house.State(House.Sample).Requests.Values.First(r => r.IsWaiting).Id;
            await Change(new HearingCommand.PlaceOnDeck(next));
            await Change(new HearingCommand.Recognise(next, Start: true));
            await Change(new HearingCommand.AdjustClock(Seconds: 15));
            await Change(new HearingCommand.EndIntervention());
            if (speaker % 3 == 0) await Change(new HearingCommand.ShowMessage($"Please keep to three minutes ({speaker})"));
        }

        var after = await screens.Received();
        return (changes, (after[1] - before[1]) / (double)Clients);

        async Task Change(HearingCommand command)
        {
            await screens.All(await house.Do(House.Sample, command));
            changes++;
        }
    }
}
