using System.Globalization;

namespace FloorManager.Benchmarks;

/// <summary>How many files and connections this process may have open. .NET has raised the soft limit to the hard one by itself.</summary>
internal static class OpenFiles
{
    private const int OfTheProgram = 400;

    public static bool AllowFor(int connections) =>
        !OperatingSystem.IsLinux()
        || !int.TryParse(File.ReadLines("/proc/self/limits").First(l => l.StartsWith("Max open files", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture, out var most)
        || most >= connections + OfTheProgram;
}
