using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using Xunit;

namespace FloorManager.Web.Tests.Crashes;

/// <summary>
/// The program is killed – as a power cut, a container that is out of memory or a hasty administrator would – while somebody speaks and commands
/// come in, and is started again on the same data.
/// </summary>
public sealed class BeingKilled : IAsyncDisposable
{
    private const int Kills = 20;
    private const int Busy = 8;

    /// <summary>Seconds taken from three minutes: the kill falls on a speaker in time, on one who is warned, on one whose time is up.</summary>
    private static readonly int[] Cuts = [0, -155, -179];

    private static readonly TimeSpan Near = TimeSpan.FromSeconds(1);

    private readonly string _data = Directory.CreateTempSubdirectory("floormanager-kill-").FullName;
    private readonly Random _random = new(20170726);
    private readonly JournalOnDisk _journal;
    private FloorProcess? _program;

    public BeingKilled() => _journal = new JournalOnDisk(_data);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_program is not null) await _program.DisposeAsync();
        await _journal.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Twenty_kills_lose_nothing_acknowledged_and_move_no_countdown()
    {
        _program = await FloorProcess.Start(_data, Stop);
        var driver = new Driver(await _journal.Token(Role.Chair));
        driver.ServerIsAt(_program.Address);
        await driver.Submit("open-segment", new { segmentId = "panel-1" }, Stop);
        await driver.Submit("set-phase", new { phase = "InteractiveExchange" }, Stop);
        var seats = SeatsOfDelegations(await _journal.Replay(Stop));

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var producers = Enumerable.Range(0, Busy).Select(i => Produce(driver, seats[Kills + i], enough.Token)).ToArray();
        try
        {
            for (var kill = 0; kill < Kills; kill++) await KillWhileSpeaking(_program, driver, seats[kill]);
        }
        finally
        {
            await enough.CancelAsync();
            await Task.WhenAll(producers);
        }

        await _journal.IsSound(Stop);
        JournalOnDisk.Agrees(await _journal.Replay(Stop), driver.Acknowledged, driver.Refused.Keys);
    }

    private async Task KillWhileSpeaking(FloorProcess program, Driver driver, string seat)
    {
        // A desk may have been faster: then that speaker is thanked first.
        while (await driver.Submit("recognise", new { seat, start = true }, Stop) is null) await driver.Submit("end-intervention", null, Stop, changes: false);
        if (Cuts[_random.Next(Cuts.Length)] is var seconds and not 0) await driver.Submit("adjust-clock", new { seconds }, Stop);
        var (before, askedBefore, toldBefore) = await Look(driver);

        await driver.More(_random.Next(5, 80), Stop);
        await Task.Delay(TimeSpan.FromMilliseconds(_random.Next(0, 15)), TimeProvider.System, Stop);
        driver.ServerWillGo();
        await program.Kill();
        var acknowledged = driver.Acknowledged.ToDictionary();
        var refused = driver.Refused.Keys.ToArray();
        await program.DisposeAsync();

        _program = await FloorProcess.Start(_data, Stop);
        driver.ServerIsAt(_program.Address);
        var (after, askedAfter, toldAfter) = await Look(driver);
        await _journal.IsSound(Stop);
        JournalOnDisk.Agrees(await _journal.Replay(Stop), acknowledged, refused);
        // The real time between the two pictures is known between two bounds.
        TheSameSpeakerGoesOn(before, after, TimeProvider.System.GetElapsedTime(toldBefore, askedAfter), TimeProvider.System.GetElapsedTime(askedBefore, toldAfter));
        await driver.Submit("end-intervention", null, Stop);
    }

    private static void TheSameSpeakerGoesOn(JsonObject before, JsonObject after, TimeSpan least, TimeSpan most)
    {
        Assert.Equal($"{before["speaker"]}", $"{after["speaker"]}");
        Assert.Equal($"{before["segment"]}", $"{after["segment"]}");
        Assert.InRange(Remaining(before) - Remaining(after), least - Near, most + Near);
        Assert.Equal("Running", (string?)after["clock"]!["state"]);
        var phase = Remaining(after) <= TimeSpan.Zero ? "Expired" : Remaining(after) <= TimeSpan.FromSeconds(30) ? "Warning" : "Speaking";
        Assert.Equal(phase, (string?)after["clock"]!["phase"]);
    }

    private static async Task<(JsonObject State, long Asked, long Told)> Look(Driver driver)
    {
        var asked = TimeProvider.System.GetTimestamp();
        return (await driver.State(Stop), asked, TimeProvider.System.GetTimestamp());
    }

    private static TimeSpan Remaining(JsonObject state) => TimeSpan.FromMilliseconds((long)state["clock"]!["remainingMs"]!);

    private static string[] SeatsOfDelegations(Hearing state) =>
        [.. state.SeatHolders.Where(s => state.Participants[s.Value].Admitted).DistinctBy(s => state.Participants[s.Value].Delegation)
            .Select(s => s.Key.Value).Order(StringComparer.Ordinal).Take(Kills + Busy)];

    /// <summary>One busy desk of many, which also tries to give the floor to somebody else.</summary>
    private static async Task Produce(Driver driver, string seat, CancellationToken stop)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await driver.Submit("show-message", new { text = $"{seat}, {i}" }, stop);
                if (await driver.Submit("raise-request", new { seat }, stop) is not { } requestId) continue;
                await driver.Submit("recognise", new { requestId, start = true }, stop, changes: false);
                await driver.Submit("withdraw-request", new { requestId }, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The day is over.
        }
    }
}
