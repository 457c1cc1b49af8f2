using FloorManager.BrowserTests;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace FloorManager.BrowserTests;

/// <summary>One browser for all tests: the installed Chromium that <c>CHROMIUM</c> names or that is found, else Playwright's own.</summary>
public sealed class Chromium : IAsyncLifetime
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

    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // How long an expectation may take to come true on a busy machine; one that holds costs nothing.
        Assertions.SetDefaultExpectTimeout(20_000);
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Installed(), Args = Arguments });
    }

    private static string? Installed() =>
        Environment.GetEnvironmentVariable("CHROMIUM") switch
        {
            null => Usual.FirstOrDefault(File.Exists),
            "" => null, // The script has looked and found none that runs.
            var named => named,
        };

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null) await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
