using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace FloorManager.BrowserTests;

/// <summary>
/// Somebody with a browser of their own: cookies, window and clock. Whatever their pages complain about on the console or fail with is kept, and
/// fails the test in the end, unless the test said beforehand that it provokes it.
/// </summary>
public sealed class Visitor : IAsyncDisposable
{
    /// <summary>
    /// Stops the clock that the pages count by. Only that one: SignalR's client and the retries wake up by timers, which go on, so that a jump of
    /// two minutes is not taken for two minutes of silence on the line. (Playwright's own clock moves both.) The pages look again
    /// at least once a second of real time.
    /// </summary>
    private const string StopTheClock =
        """
        let now = performance.now();
        performance.now = () => now;
        window.moveTheClock = (ms) => { now += ms; };
        """;

    /// <summary>A list of Blazor's asks the server for its rows when it is first painted, and fails where a test has taken the line away by then.</summary>
    private const string HungUp = "Cannot send data if the connection is not in the 'Connected' State";

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly IBrowserContext _context;

    private Visitor(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        context.WebError += (_, error) =>
        {
            if (Provoked is null || !error.Error.Contains(HungUp, StringComparison.Ordinal)) _faults.Enqueue(error.Error);
        };
        context.Console += (_, said) =>
        {
            var fault = $"{said.Text} ({said.Location})";
            if (said.Type == "error" && (Provoked is null || !fault.Contains(Provoked, StringComparison.Ordinal))) _faults.Enqueue(fault);
        };
    }

    public IPage Page { get; }

    /// <summary>Part of what the test makes the browser complain about.</summary>
    public string? Provoked { get; set; }

    public static async Task<Visitor> Come(Chromium chromium, Uri address, bool timeStands, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = address.ToString();
        var context = await chromium.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        if (timeStands) await context.AddInitScriptAsync(StopTheClock);
        return new(context, await context.NewPageAsync());
    }

    public Task MoveTheClock(TimeSpan by) => Page.EvaluateAsync("ms => window.moveTheClock(ms)", by.TotalMilliseconds);

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        Assert.True(_faults.IsEmpty, $"The browser complained: {string.Join(Environment.NewLine, _faults)}");
    }
}
