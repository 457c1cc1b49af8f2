using FloorManager.Domain.Hearings;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Somebody's data is erased, and the audit tells that it was: by keyboard alone, in light and dark, on a desk and on a phone.</summary>
public sealed class ReadingTheAudit(Chromium chromium) : InTheHall(chromium)
{
    [Fact]
    public async Task Somebody_is_erased_by_keyboard_and_the_audit_tells_it()
    {
        var page = await Open($"/enter#{await Server.Token(Role.Administrator)}");
        await page.WaitForURLAsync("**/setup/gcm-2017");
        await page.GotoAsync($"/setup/{FloorServer.Sample}/participants");
        await page.Locator("[data-field=find]").FillAsync("Tonatiuh");
        await Expect(page.Locator(".people-row")).ToHaveCountAsync(1);
        await page.Locator("[data-act=edit]").PressAsync("Enter");
        await page.Locator("[data-act=erase]").PressAsync("Enter");
        await Expect(page.Locator("#erase-form")).ToBeFocusedAsync();
        await HasNoFault(page);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Asked for in writing");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#erase-form")).ToHaveTextAsync("The personal data of number 1045 is erased");
        await Expect(page.Locator("#erase-form")).ToBeFocusedAsync();
        await HasNoFault(page);

        await page.GetByRole(AriaRole.Link, new() { Name = "Audit", Exact = true }).PressAsync("Enter");
        await Expect(page.Locator(".audit-row strong").First).ToHaveTextAsync("Personal data erased");
        await page.Locator(".audit-row summary").First.PressAsync("Enter");
        await Expect(page.Locator(".audit-row code").First).ToContainTextAsync("Asked for in writing");
        await page.Locator("[data-field=kind]").SelectOptionAsync("participants-registered");
        await page.Locator("[data-act=search]").PressAsync("Enter");
        await Expect(page.Locator("#audit-entries")).ToBeFocusedAsync();
        await Expect(page.Locator(".audit-row strong").First).ToHaveTextAsync("Register changed");
        await page.Locator(".audit-row summary").First.PressAsync("Enter");
        await Expect(page.Locator(".audit-row code").First).ToContainTextAsync("Erased person");
        await HasNoFault(page);
        await page.SetViewportSizeAsync(390, 844);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        var saving = page.WaitForDownloadAsync();
        await page.Locator("a[download]").First.PressAsync("Enter");
        Assert.Equal("gcm-2017-audit.csv", (await saving).SuggestedFilename);
    }
}
