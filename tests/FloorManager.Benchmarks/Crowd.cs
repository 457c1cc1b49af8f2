using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace FloorManager.Benchmarks;

/// <summary>
/// Many screens at a hub, in a process of their own: the server's memory and open files are then the server's alone. Both processes read the
/// machine's one monotonic clock, so that their timestamps compare.
/// </summary>
internal sealed class Crowd : IDisposable
{
    public const string WatchTheChamber = $$"""
        "target":"Watch","arguments":["{{House.Sample}}","chamber"]
        """;

    private readonly ConcurrentDictionary<long, TaskCompletionSource<long>> _all = new();
    private readonly ConcurrentQueue<TaskCompletionSource<string>> _asked = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private Crowd(Process process) => _process = process;

    public static async Task<Crowd> Connect(Uri hub, int clients, string first)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(Crowd).Assembly.Location, "crowd", hub.ToString(), clients.ToString(CultureInfo.InvariantCulture), first })
            start.ArgumentList.Add(argument);
        var crowd = new Crowd(Process.Start(start)!);
        crowd._process.OutputDataReceived += (_, line) => crowd.Hear(line.Data);
        crowd._process.BeginOutputReadLine();
        await crowd._ready.Task;
        return crowd;
    }

    /// <summary>The timestamp at which the last of the crowd had this version.</summary>
    public Task<long> All(long version) => At(version).Task;

    /// <summary>Messages, their bytes, keep-alive pings and their bytes since the crowd connected, over all of it.</summary>
    public async Task<long[]> Received()
    {
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked.Enqueue(answer);
        await _process.StandardInput.WriteLineAsync("bytes");
        return [.. (await answer.Task).Split(' ').Skip(1).Select(n => long.Parse(n, CultureInfo.InvariantCulture))];
    }

    private TaskCompletionSource<long> At(long version) => _all.GetOrAdd(version, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private void Hear(string? line)
    {
        if (line?.Split(' ') is ["all", var version, var at])
            At(long.Parse(version, CultureInfo.InvariantCulture)).TrySetResult(long.Parse(at, CultureInfo.InvariantCulture));
        else if (line is "ready") _ready.TrySetResult();
        else if (line is null) GiveUp(new InvalidOperationException("The crowd is gone."));
        else if (line.StartsWith("bytes", StringComparison.Ordinal) && _asked.TryDequeue(out var asked)) asked.TrySetResult(line);
        else Console.Error.WriteLine(line);
    }

    private void GiveUp(Exception why)
    {
        _ready.TrySetException(why);
        foreach (var waiting in _all.Values) waiting.TrySetException(why);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
