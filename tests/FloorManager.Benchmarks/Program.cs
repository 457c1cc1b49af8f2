using System.Globalization;

namespace FloorManager.Benchmarks;

/// <summary>Runs the measurements that are named, or all that need no browser, and prints one table. A goal that is missed is told and fails nothing.</summary>
internal static class Benchmarks
{
    private static readonly (string Name, Func<IAsyncEnumerable<Row>> Measure)[] All =
    [
        ("replay", Replay.Measure), // First, because a restart reads the journal in a process that has run nothing yet.
        ("fan-out", FanOut.Measure),
        ("raises", Raises.Measure),
        ("throughput", Throughput.Measure),
        ("quiet-clock", QuietClock.Measure),
        ("memory", Memory.Measure),
        ("import", Import.Measure),
        ("record", Record.Measure),
        ("archive", Archive.Measure),
        (NeedsABrowser, ChairConsole.Measure),
    ];

    /// <summary>Runs only when it is named, so that the others need none.</summary>
    private const string NeedsABrowser = "console";

    public static async Task<int> Main(string[] args)
    {
        if (args is ["crowd", var hub, var clients, var first]) return await CrowdProcess.Run(new Uri(hub), int.Parse(clients, CultureInfo.InvariantCulture), first);
        if (args is ["consoles", var link, var consoles]) return await ConsoleProcess.Run(link, int.Parse(consoles, CultureInfo.InvariantCulture));
        if (args.FirstOrDefault(a => All.All(m => m.Name != a)) is { } unknown)
        {
            Console.WriteLine($"There is no measurement “{unknown}”. There are: {string.Join(", ", All.Select(m => m.Name))}.");
            return 0;
        }

        Row.PrintHead();
        foreach (var (name, measure) in All.Where(m => args.Length == 0 ? m.Name != NeedsABrowser : args.Contains(m.Name)))
        {
            try
            {
                await foreach (var row in measure()) row.Print(name);
            }
            catch (Exception e)
            {
                Console.WriteLine($"{name} could not be measured to its end: {e.GetBaseException().Message}");
            }
        }

        return 0;
    }
}
