using FloorManager.Domain.Hearings;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>The record's page as the secretariat has it after the meeting.</summary>
public sealed class CorrectingTheRecord(Chromium chromium) : InTheHall(chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task A_row_is_found_opened_and_put_right_by_the_keyboard(ColorScheme scheme, int width)
    {
        for (var n = 0; n < 2; n++)
        {
            await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat(n)).Value, start = true });
            await Pass(TimeSpan.FromSeconds(100));
            await Staff(Role.Chair, "end-intervention");
        }

        var page = await Console(Role.Secretariat, new() { ViewportSize = new() { Width = width, Height = 800 }, ColorScheme = scheme });
        await page.GotoAsync("/gcm-2017/record");
        var holder = await HolderOf(await Server.AdmittedSeat(1));
        await page.Locator("[data-field=find]").PressSequentiallyAsync(holder.FullName);
        await Expect(page.Locator(".record-table [data-act=trail]")).ToHaveCountAsync(1);
        await page.WaitForURLAsync(url => url.Contains("/record?q=", StringComparison.Ordinal));
        await Expect(page.Locator("[data-field=find]")).ToBeFocusedAsync();
        await Expect(page.Locator("[data-field=find]")).ToHaveValueAsync(holder.FullName);

        await page.Locator("[data-act=trail]").PressAsync("Enter");
        await Expect(page.Locator(".trail li")).ToHaveCountAsync(3);
        await page.Locator("[data-act=correct]").PressAsync("Enter");
        await Expect(page.Locator(".record-correct h3")).ToBeFocusedAsync();
        await HasNoFault(page);
        await page.Locator("[data-field=who]").FillAsync((await HolderOf(await Server.AdmittedSeat(2))).FullName);
        await page.Locator("[data-field=who]").PressAsync("Enter");
        await page.Locator("[data-field=reason]").FillAsync("The seats were exchanged");
        await page.Locator("[data-field=reason]").PressAsync("Enter");
        await Expect(page.Locator(".record-find [role=status]")).ToContainTextAsync("0 of 2"); // It is not theirs any more.
        await page.Locator("[data-act=find-all]").PressAsync("Enter");
        await Expect(page.Locator(".record-corrections")).ToContainTextAsync("The seats were exchanged");
        await page.Locator(".time-line-numbers summary").PressAsync("Enter");
        await Expect(page.Locator(".time-line-numbers tbody tr")).ToHaveCountAsync(4);
        await HasNoFault(page);
        await LayOut(page);
        Assert.Equal(0, await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth"));
    }
}
