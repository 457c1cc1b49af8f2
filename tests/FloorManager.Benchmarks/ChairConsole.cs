using System.Globalization;
using FloorManager.BrowserTests;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace FloorManager.Benchmarks;

/// <summary>
/// The chair's console of a large panel in a real browser on this machine: until it may be worked with, until a recognition is painted, and what a
/// console that is open costs the server. Times are read from the page's own clock.
/// </summary>
internal static class ChairConsole
{
    private const int Participants = 2_000;
    private const int Requests = 500;
    private const int Few = 5;
    private const int Opens = 5;
    private const int Samples = 30;
    private const int ToWarmUp = 3;
    private const double OpenGoalMs = 1_000;
    private const double RepaintGoalMs = 100;

    public static async IAsyncEnumerable<Row> Measure()
    {
        await using var house = new House();
        foreach (var requests in new[] { Few, Requests }) await BusyPanel.SetUp(house, NameOf(requests), Participants, requests);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await InstalledChromium.Launch(playwright);

        var (few, many) = (new List<double[]>(), new List<double[]>());
        for (var round = 0; round <= Opens; round++)
        {
            var (small, large) = (await Open(house, browser, Few), await Open(house, browser, Requests));
            if (round == 0) continue; // To warm up: the server has run nothing of a console yet.
            few.Add(small);
            many.Add(large);
        }

        yield return Row.Known($"console with {Requests} requests of {Participants:N0} people, opened, drawn", Median(many, 0), "ms");
        yield return Row.AtMost($"console with {Requests} requests of {Participants:N0} people, opened, first act answered", Median(many, 1), "ms", OpenGoalMs);
        yield return Row.Known($"console with {Few} requests, opened, first act answered", Median(few, 1), "ms");
        yield return Row.Known("ratio", many.Zip(few, (m, f) => m[1] / f[1]).Median(), "×");

        var (quick, slow) = (await Repaints(house, browser, Few), await Repaints(house, browser, Requests));
        yield return Row.AtMost($"a recognition tapped with {Requests} requests, painted, p95", slow.Painted.Percentile(95), "ms", RepaintGoalMs);
        yield return Row.Known("the same, median", slow.Painted.Median(), "ms");
        yield return Row.Known("the same, in the page but not yet painted, p95", slow.Shown.Percentile(95), "ms");
        yield return Row.Known("the same, median", slow.Shown.Median(), "ms");
        yield return Row.Known($"a recognition tapped with {Few} requests, painted, median", quick.Painted.Median(), "ms");
        yield return Row.Known("ratio of the medians", slow.Painted.Median() / quick.Painted.Median(), "×");
        yield return Row.Known($"a recognition from elsewhere with {Requests} requests, painted, p95", slow.FromElsewhere.Percentile(95), "ms");
        yield return await Memory(house);
    }

    private static string NameOf(int requests) => string.Create(CultureInfo.InvariantCulture, $"console-{requests}");

    private static double Median(List<double[]> all, int which) => all.Select(a => a[which]).Median();

    /// <summary>A browser of its own that is signed in.</summary>
    private static async Task<IBrowserContext> SignedIn(House house, IBrowser browser, string hearing)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = house.Address.ToString(), ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/enter#{await house.Services.GetRequiredService<Credentials>().Issue(hearing, Role.Chair)}");
        await page.WaitForURLAsync("**/chair");
        await page.CloseAsync();
        return context;
    }

    private static async Task<double[]> Open(House house, IBrowser browser, int requests)
    {
        await using var signedIn = await SignedIn(house, browser, NameOf(requests));
        await using var context = await browser.NewContextAsync(new()
        {
            BaseURL = house.Address.ToString(),
            ViewportSize = new() { Width = 1440, Height = 900 },
            StorageState = await signedIn.StorageStateAsync(),
        });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(InThePage.WatchTheOpening);
        await page.GotoAsync($"/{NameOf(requests)}/chair");
        return await page.EvaluateAsync<double[]>("() => window.opened");
    }

    /// <summary>By tap, and by another console, whose command is sent from here: from then on until this console has painted it.</summary>
    private static async Task<(List<double> Shown, List<double> Painted, List<double> FromElsewhere)> Repaints(House house, IBrowser browser, int requests)
    {
        var (hearing, credentials) = (NameOf(requests), house.Services.GetRequiredService<Credentials>());
        var another = await credentials.Find(await credentials.Issue(hearing, Role.Chair));
        await using var context = await SignedIn(house, browser, hearing);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/{hearing}/chair");
        await page.Locator(".pool-rows .row .give").First.WaitForAsync();
        var (shown, painted, elsewhere) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < ToWarmUp + Samples; i++)
        {
            var tapped = await Shown(page, () => page.EvaluateAsync(InThePage.GiveTheFirst));
            await TakeBack(house, hearing, page);
            var sent = DateTimeOffset.MinValue;
            var came = await Shown(page, () =>
            {
                sent = TimeProvider.System.GetUtcNow();
                return house.Do(hearing, new HearingCommand.Recognise(RequestId: house.State(hearing).Requests.Values.First(r => r.IsWaiting).Id), another);
            });
            await TakeBack(house, hearing, page);
            if (i < ToWarmUp) continue;
            shown.Add(tapped[0]);
            painted.Add(tapped[1]);
            elsewhere.Add(came[2] - (sent - DateTimeOffset.UnixEpoch).TotalMilliseconds);
        }

        return (shown, painted, elsewhere);
    }

    private static async Task<double[]> Shown(IPage page, Func<Task> recognise)
    {
        await page.EvaluateAsync(InThePage.WatchTheFloor);
        await recognise();
        return await page.EvaluateAsync<double[]>("() => window.given");
    }

    /// <summary>So that the next one finds as many requests.</summary>
    private static async Task TakeBack(House house, string hearing, IPage page)
    {
        await house.Do(hearing, new HearingCommand.Undo(house.State(hearing).Steps[^1].Command));
        await page.WaitForFunctionAsync(InThePage.FloorIsFree);
    }

    private static async Task<Row> Memory(House house)
    {
        const int more = 20;
        var hearing = NameOf(Requests);
        var link = new Uri(house.Address, $"/enter#{await house.Services.GetRequiredService<Credentials>().Issue(hearing, Role.Chair)}");
        // The first ones bring what is there once, whatever the number.
        using var few = await ConsoleProcess.Open(link, 3);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var consoles = await ConsoleProcess.Open(link, more);
        var after = GC.GetTotalMemory(forceFullCollection: true);
        return Row.Known($"managed memory of the server a console with {Requests} requests", (after - before) / 1024.0 / more, "kB");
    }
}
