using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace FloorManager.Benchmarks;

/// <summary>Five hundred seats ask for the floor in the same moment: until when each is told that it is on the list and on disk.</summary>
internal static class Raises
{
    private const int Seats = 500;
    private const int Rounds = 3;
    private const double GoalMs = 250;

    private sealed record Seat(string Hearing, Grant Grant, string Token);

    public static async IAsyncEnumerable<Row> Measure()
    {
        await using var house = new House();
        using var http = new HttpClient { BaseAddress = new Uri(house.Address, "/api/v1/hearings/") };
        var door = await AtOnce(house, "door", async (seat, id) =>
            await house.Hearings.Submit(seat.Hearing, seat.Grant, new CommandId(id), new HearingCommand.RaiseRequest()) is Answer.Done);
        var api = await AtOnce(house, "http", async (seat, id) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{seat.Hearing}/commands") { Content = JsonContent.Create(new { id, type = "raise-request" }) };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", seat.Token);
            using var answer = await http.SendAsync(request);
            return answer.IsSuccessStatusCode;
        });
        yield return Row.AtMost($"{Seats} seats ask at once at the door, p95", door.P95, "ms", GoalMs);
        yield return Row.Known($"{Seats} seats ask at once at the door, the last", door.Last, "ms");
        yield return Row.AtMost($"{Seats} seats ask at once over HTTP, p95", api.P95, "ms", GoalMs);
        yield return Row.Known($"{Seats} seats ask at once over HTTP, the last", api.Last, "ms");
    }

    private static async Task<(double P95, double Last)> AtOnce(House house, string name, Func<Seat, Guid, Task<bool>> raise)
    {
        var (p95, last) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            // A hearing a round: a seat asks once.
            var seats = await SetUp(house, $"{name}-{round}");
            var began = Stopwatch.GetTimestamp();
            var times = await Task.WhenAll(seats.Select(seat => Task.Run(async () =>
                await raise(seat, Guid.NewGuid()) ? Stopwatch.GetElapsedTime(began).TotalMilliseconds : throw new InvalidOperationException("A seat was refused."))));
            if (round == 0) continue; // To warm up; over HTTP it also opens the connections, as the phones in the hall have theirs.
            p95.Add(times.Percentile(95));
            last.Add(times.Max());
        }

        return (p95.Median(), last.Median());
    }

    private static async Task<List<Seat>> SetUp(House house, string hearing)
    {
        await LargeHearing.SetUp(house, hearing, Seats);
        var (credentials, seats) = (house.Services.GetRequiredService<Credentials>(), new List<Seat>());
        foreach (var label in house.State(hearing).SeatHolders.Keys)
        {
            var token = await credentials.Issue(hearing, Role.Seat, label);
            seats.Add(new Seat(hearing, (await credentials.Find(token))!, token));
        }

        return seats;
    }
}
