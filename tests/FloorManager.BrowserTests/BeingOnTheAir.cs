using FloorManager.Domain.Hearings;
using FloorManager.Web.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>The lower third as a webcast mixer loads it: a transparent page that shows who has the floor.</summary>
public sealed class BeingOnTheAir(Chromium chromium) : InTheHall(chromium)
{
    [Fact]
    public async Task It_is_transparent_set_up_by_its_address_and_whole_again_whenever_it_is_loaded()
    {
        var overlay = await Open($"/{FloorServer.Sample}/overlay?position=end&clock=on&ink=ffffff&ground=00507a&lang=ar", new() { ViewportSize = new() { Width = 1280, Height = 720 } });
        var third = overlay.Locator(".overlay-third");
        await Expect(third).ToHaveCSSAsync("opacity", "0");
        Assert.Equal(["rgba(0, 0, 0, 0)", "rgba(0, 0, 0, 0)"], await overlay.EvaluateAsync<string[]>("() => [document.documentElement, document.body].map((e) => getComputedStyle(e).backgroundColor)"));

        var label = await Server.AdmittedSeat();
        await Staff(Role.Chair, "recognise", new { seat = label.Value, start = true });
        for (var load = 0; load < 2; load++)
        {
            await Expect(third).ToHaveCSSAsync("opacity", "1");
            await Expect(overlay.Locator(".overlay-name")).ToContainTextAsync((await HolderOf(label)).FullName);
            await Expect(overlay.Locator(".overlay-delegation")).ToHaveTextAsync((await HolderOf(label)).Delegation);
            await Expect(overlay.Locator(".overlay-digits")).ToHaveTextAsync("3:00");
            await Expect(third).ToHaveCSSAsync("background-color", "rgb(0, 80, 122)");
            // At the end of a page in Arabic, which is its left.
            Assert.InRange((await third.BoundingBoxAsync())!.X, 0, 100);
            await HasNoFault(overlay);
            await overlay.ReloadAsync();
        }

        await Staff(Role.Chair, "end-intervention");
        await Expect(third).ToHaveCSSAsync("opacity", "0");
    }
}
