using FloorManager.Domain.Hearings;

namespace FloorManager.Benchmarks;

/// <summary>What a screen is sent while somebody speaks and nothing else happens. Screens count by themselves: nothing but keep-alive pings is due.</summary>
internal static class QuietClock
{
    private const int Clients = 20;

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
    }
}
