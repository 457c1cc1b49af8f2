using System.Diagnostics;
using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace FloorManager.Benchmarks;

/// <summary>
/// From the submission of a recognition – decided, on disk, cut, serialised, sent – to the last screen that has it, against a bare hub that sends
/// the same bytes to all. Both crowds stand all the time; rounds alternate.
/// </summary>
internal static class FanOut
{
    private const int Rounds = 3;
    private const int Sends = 15;
    private const double Goal = 1.3;

    public static async IAsyncEnumerable<Row> Measure()
    {
        await using var house = new House();
        await using var bare = await BareHub.Start();
        await house.Do(House.Sample, new HearingCommand.OpenSegment(new("panel-1")));
        foreach (var clients in new[] { 100, 1_000, 5_000 })
        {
            if (!OpenFiles.AllowFor(2 * clients)) yield return new Row($"{clients} screens: this machine allows too few open files", "–");
            else foreach (var row in await Of(clients, house, bare)) yield return row;
        }
    }

    private static async Task<IEnumerable<Row>> Of(int clients, House house, WebApplication bare)
    {
        using var screens = await Crowd.Connect(new Uri(house.Address, "/hubs/floor"), clients, Crowd.WatchTheChamber);
        using var others = await Crowd.Connect(new Uri(new Uri(bare.Urls.First()), "/hub"), clients, "");
        var seats = house.State(House.Sample).SeatHolders.Where(s => house.State(House.Sample).Participants[s.Value].Admitted).Select(s => s.Key).ToArray();
        var hub = bare.Services.GetRequiredService<IHubContext<BareHub>>();
        FloorView view = null!;
        var (ours, theirs, next) = (new List<double>(), new List<double>(), 0L);

        async Task<double> Recognise(int i)
        {
            var began = Stopwatch.GetTimestamp();
            var version = await house.Do(House.Sample, new HearingCommand.Recognise(Seat: seats[i], Start: true));
            var took = Stopwatch.GetElapsedTime(began, await screens.All(version));
            view = FloorView.Of(house.State(House.Sample), TimeProvider.System.GetUtcNow());
            await screens.All(await house.Do(House.Sample, new HearingCommand.EndIntervention()));
            return took.TotalMilliseconds;
        }

        async Task<double> Send(int i)
        {
            var sent = view with { Version = 1_000_000 + next++ };
            var began = Stopwatch.GetTimestamp();
            await hub.Clients.All.SendAsync("FloorChanged", sent);
            return Stopwatch.GetElapsedTime(began, await others.All(sent.Version)).TotalMilliseconds;
        }

        for (var round = 0; round <= Rounds; round++)
        {
            var (our, their) = (await Round(Recognise), await Round(Send));
            if (round == 0) continue; // To warm up.
            ours.Add(our);
            theirs.Add(their);
        }

        var many = clients.ToString("N0", CultureInfo.InvariantCulture);
        var ratio = ours.Zip(theirs, (o, t) => o / t).Median();
        return
        [
            Row.Known($"a recognition to {many} screens", ours.Median(), "ms"),
            Row.Known($"a bare hub, the same bytes to {many} clients", theirs.Median(), "ms"),
            clients == 1_000 ? Row.AtMost($"ratio at {many}", ratio, "×", Goal) : Row.Known($"ratio at {many}", ratio, "×"),
        ];
    }

    private static async Task<double> Round(Func<int, Task<double>> once)
    {
        var times = new List<double>();
        for (var i = 0; i < Sends; i++) times.Add(await once(i));
        return times.Median();
    }
}
