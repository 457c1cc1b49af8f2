using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using FloorManager.Domain.Hearings;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Doors;

/// <summary>A phone that was tampered with sends as many commands as it can.</summary>
public sealed class FloodingTheDoor : IDisposable
{
    /// <summary>What the limits let one seat have: at once, and each second.</summary>
    private const int AtOnce = 20, EachSecond = 5;

    private readonly FloorServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_seat_that_floods_is_told_to_wait_and_neither_the_chair_nor_another_seat_notices()
    {
        var (chair, flooding) = (await _server.Client(Role.Chair), await _server.Client(Role.Seat, await _server.AdmittedSeat()));
        var (answers, done, began) = (new ConcurrentBag<HttpStatusCode>(), false, Stopwatch.GetTimestamp());
        var flood = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            while (answers.Count < 1_000 || !Volatile.Read(ref done)) answers.Add((await Post(flooding, "raise-request")).StatusCode);
        })).ToArray();

        var took = new List<double>();
        for (var i = 0; i < 100; i++)
        {
            var sent = Stopwatch.GetTimestamp();
            Assert.Equal(HttpStatusCode.OK, (await Post(chair, "show-message", new { text = $"Good morning {i}" })).StatusCode);
            took.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        }

        for (var i = 1; i <= 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await Post(await _server.Client(Role.Seat, await _server.AdmittedSeat(i)), "raise-request")).StatusCode);
        Volatile.Write(ref done, true);
        await Task.WhenAll(flood);

        var (seconds, p95) = (Stopwatch.GetElapsedTime(began).TotalSeconds, took.Order().ElementAt(95));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{answers.Count / seconds:0} commands/s from one seat for {seconds:0.0} s: the chair's commands p95 {p95:0.0} ms"));
        Assert.InRange(answers.Count(a => a != HttpStatusCode.TooManyRequests), 1, AtOnce + EachSecond * (seconds + 2));
        Assert.InRange(p95, 0, 2_000); // The goal is 200; a test machine may have other work.
    }
}
