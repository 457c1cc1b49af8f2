using System.Net;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>A static asset that is registered but not found is answered with 200 and nothing, and the page stays black without a word.</summary>
public sealed class ServingTheAssets(Chromium chromium) : InTheHall(chromium)
{
    [Theory]
    [InlineData("assets/chamber.js")]
    [InlineData("assets/seat.webmanifest")]
    [InlineData("assets/chamber.css")]
    [InlineData("assets/queue.js")]
    [InlineData("assets/seat.js")]
    [InlineData("assets/enter.js")]
    [InlineData("assets/console.js")]
    [InlineData("assets/print.css")]
    [InlineData("assets/console.css")]
    [InlineData("assets/icon.svg")]
    [InlineData("assets/fonts/noto-sans-latin-wght-normal.woff2")]
    [InlineData("assets/fonts/noto-sans-arabic-arabic-wght-normal.woff2")]
    [InlineData("assets/han.css")]
    [InlineData("assets/fonts/noto-sans-sc-119-wght-normal.woff2")]
    [InlineData("_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("_framework/blazor.web.js")]
    public async Task Every_asset_has_a_body(string path)
    {
        using var client = Server.CreateClient();
        var answer = await client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length > 100, $"{path} is as good as empty.");
    }

    /// <summary>As an old phone on the network of a conference loads it, with nothing in its cache.</summary>
    [Fact]
    public async Task A_seat_page_is_loaded_for_the_first_time_with_less_than_150_kB_beside_its_fonts()
    {
        var seat = await Seat(await Server.AdmittedSeat());
        await Expect(seat.Locator(".seat-ask")).ToBeVisibleAsync();
        var loaded = await seat.EvaluateAsync<Dictionary<string, int>>(
            """
            () => Object.fromEntries(
              [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
                .filter(({ name }) => !name.includes("/fonts/")).map(({ name, encodedBodySize }) => [new URL(name).pathname, encodedBodySize]))
            """);
        TestContext.Current.TestOutputHelper!.WriteLine($"{loaded.Values.Sum() / 1000.0:0.0} kB: {string.Join(", ", loaded.Select(l => $"{l.Key} {l.Value}"))}");
        Assert.Contains(loaded, l => l.Key.Contains("seat", StringComparison.Ordinal) && l.Value > 10_000);
        Assert.InRange(loaded.Values.Sum(), 10_000, 150_000);
    }
}
