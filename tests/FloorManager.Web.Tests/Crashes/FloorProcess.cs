using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace FloorManager.Web.Tests.Crashes;

/// <summary>The built program as a process of its own, on a port that the system chooses. Killing it is SIGKILL: nothing of it runs any more.</summary>
internal sealed partial class FloorProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _said = new();
    private readonly Process _process;

    /// <summary>
    /// Becomes the program, and beside it waits for a word of ours: where it reads none, because a test run was killed, it kills the program too.
    /// </summary>
    private const string DyingWithUs = """exec 3<&0 </dev/null; (read -r word <&3 || kill -9 $$) >/dev/null 2>&1 & exec "$@" 3<&-""";

    private FloorProcess(string[] arguments)
    {
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "FloorManager.Web.dll"), .. arguments];
        string[] run = OperatingSystem.IsWindows() ? program : ["/bin/sh", "-c", DyingWithUs, "sh", .. program];
        var start = new ProcessStartInfo(run[0], run[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
    }

    /// <summary>Everything it wrote so far.</summary>
    public string Said
    {
        get { lock (_said) return _said.ToString(); }
    }

    public Uri Address => _listening.Task.Result;

    /// <summary>Begins to start the program; it can be killed before it listens.</summary>
    public static FloorProcess Begin(string data) => With("--data", data, "--urls", "http://127.0.0.1:0", "--links", "false");

    public static FloorProcess With(params string[] arguments)
    {
        var program = new FloorProcess(arguments);
        program._process.Start();
        program._process.BeginOutputReadLine();
        program._process.BeginErrorReadLine();
        return program;
    }

    /// <summary>Starts the program and returns when it listens.</summary>
    public static async Task<FloorProcess> Start(string data, CancellationToken stop)
    {
        var program = Begin(data);
        try
        {
            await program.Listens(stop);
            return program;
        }
        catch
        {
            await program.DisposeAsync();
            throw;
        }
    }

    public Task Listens(CancellationToken stop) => _listening.Task.WaitAsync(LongestStart, TimeProvider.System, stop);

    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    /// <summary>Waits until the program has ended by itself.</summary>
    public async Task<int> End(CancellationToken stop)
    {
        await _process.WaitForExitAsync(stop).WaitAsync(LongestStart, TimeProvider.System, stop);
        return _process.ExitCode;
    }

    /// <summary>Asks the program to end, as a service manager does, and waits until all it wrote has been read.</summary>
    public async Task<int> Stop(CancellationToken stop)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        return await End(stop);
    }

    private void Hear(string? line)
    {
        Note(line);
        if (line is null) _listening.TrySetException(new InvalidOperationException($"The program ended before it listened: {Said}"));
        else if (Listening().Match(line) is { Success: true } match) _listening.TrySetResult(new Uri(match.Groups[1].Value));
    }

    private void Note(string? line)
    {
        lock (_said) _said.AppendLine(line);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        if (!OperatingSystem.IsWindows()) await _process.StandardInput.WriteLineAsync("done");
        _process.StandardInput.Close();
        _process.Dispose();
        _ = _listening.Task.Exception; // Looked at, so that a program killed before it listened is no unobserved fault.
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listening();
}
