using System.Diagnostics;
using System.Globalization;
using FloorManager.BrowserTests;
using Microsoft.Playwright;

namespace FloorManager.Benchmarks;

/// <summary>Consoles in a browser that another process has opened: what is kept here about a browser is then no memory of the server.</summary>
internal sealed class ConsoleProcess : IDisposable
{
    private readonly Process _process;

    private ConsoleProcess(Process process) => _process = process;

    public static async Task<ConsoleProcess> Open(Uri link, int consoles)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(ConsoleProcess).Assembly.Location, "consoles", link.ToString(), consoles.ToString(CultureInfo.InvariantCulture) })
            start.ArgumentList.Add(argument);
        var opened = new ConsoleProcess(Process.Start(start)!);
        return await opened._process.StandardOutput.ReadLineAsync() is "ready" ? opened : throw new InvalidOperationException("The consoles could not be opened.");
    }

    /// <summary>The other side: it stays until nobody listens to it any more.</summary>
    public static async Task<int> Run(string link, int consoles)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await InstalledChromium.Launch(playwright);
        for (var i = 0; i < consoles; i++)
        {
            var page = await browser.NewPageAsync();
            await page.GotoAsync(link);
            await page.Locator(".pool-rows .row .give").First.WaitForAsync();
        }

        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        return 0;
    }

    /// <summary>The browser goes with the process that opened it.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
