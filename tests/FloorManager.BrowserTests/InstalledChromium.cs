using Microsoft.Playwright;

namespace FloorManager.BrowserTests;

/// <summary>The browser of the tests and of the benchmarks: the installed Chromium that <c>CHROMIUM</c> names or that is found, else Playwright's own.</summary>
internal static class InstalledChromium
{
    // No sandbox: the tests run as root in containers. The others keep the browser from looking for hosts of its maker.
    private static readonly string[] Arguments =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Usual =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
    ];

    public static Task<IBrowser> Launch(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path(), Args = Arguments });

    private static string? Path() =>
        Environment.GetEnvironmentVariable("CHROMIUM") switch
        {
            null => Usual.FirstOrDefault(File.Exists),
            "" => null, // The script has looked and found none that runs.
            var named => named,
        };
}
