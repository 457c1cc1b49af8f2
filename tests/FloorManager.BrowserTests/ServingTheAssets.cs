using System.Net;
using Xunit;

namespace FloorManager.BrowserTests;

/// <summary>A static asset that is registered but not found is answered with 200 and nothing, and the page stays black without a word.</summary>
public sealed class ServingTheAssets(Chromium chromium) : InTheHall(chromium)
{
    [Theory]
    [InlineData("assets/chamber.js")]
    [InlineData("assets/chamber.css")]
    [InlineData("assets/queue.js")]
    [InlineData("assets/seat.js")]
    [InlineData("assets/enter.js")]
    [InlineData("assets/console.js")]
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
}
