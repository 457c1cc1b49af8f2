using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Every page as the browser meets it under the content security policy, with data on it. A <see cref="Visitor"/> fails by whatever stands on the console.</summary>
public sealed class KeepingToThePolicy(Chromium chromium) : InTheHall(chromium)
{
    private const string Watch =
        """
        window.violations = [];
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => window.violations.push(`${violatedDirective} ${blockedURI} ${sample}`));
        """;

    /// <summary>With what shows that its scripts have run.</summary>
    private static readonly (string Path, string Shows)[] Pages =
    [
        ("/", ".home-places"), ("/setup", "main h1"), ("/setup/gcm-2017", "main h1"), ("/setup/gcm-2017/participants", ".people-row"), ("/setup/gcm-2017/programme", "main h1"),
        ("/setup/gcm-2017/seats", "main h1"), ("/setup/gcm-2017/room", "#door-ticket"), ("/setup/gcm-2017/screens", "main h1"), ("/gcm-2017/chair", ".pool .row"), ("/gcm-2017/desk", ".pool .row"),
        ("/gcm-2017/record", "main h1"), ("/api/v1/hearings/gcm-2017/record.html", "#print"), ("/api/v1/hearings/gcm-2017/summary.html", "#print"), ("/gcm-2017/queue", ".queue-count"), ("/gcm-2017/screen?chime=on", ".chamber-title"), ("/gcm-2017/podium", "#floor > *"), ("/gcm-2017/overlay", "#floor > *"),
        ("/setup/gcm-2017/audit", ".audit-row"), ("/accounts", ".setup-form"), ("/account", "main h1"), ("/sign-in", "#name"), ("/join", "main h1"), ("/seat", "#floor > *"), ("/enter", "#enter-key"), ("/not-found", "main h1"),
    ];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        await Staff(Role.Secretariat, "raise-request", new { seat = (await Server.AdmittedSeat(1)).Value });
    }

    [Fact]
    public async Task No_page_asks_for_what_the_policy_does_not_allow()
    {
        var visitor = await Visit();
        var page = visitor.Page;
        await page.AddInitScriptAsync(Watch);
        var credentials = Server.Services.GetRequiredService<Credentials>();
        foreach (var secret in new[] { await Server.Token(Role.Seat, await Server.AdmittedSeat()), await Server.Token(Role.Chair), await credentials.Issue(Grant.Everywhere, Role.Secretariat), await credentials.Issue(Grant.Everywhere, Role.Administrator) })
        {
            await page.GotoAsync($"/enter#{secret}");
            await page.WaitForURLAsync(address => !address.Contains("/enter", StringComparison.Ordinal));
        }

        foreach (var (path, shows) in Pages)
        {
            await page.GotoAsync(path);
            await Expect(page.Locator(shows).First).ToBeAttachedAsync();
            if (path.EndsWith("/chair", StringComparison.Ordinal))
            {
                await page.Keyboard.PressAsync("?");
                await Expect(page.Locator("dialog[open], [role=dialog]").First).ToBeVisibleAsync();
                await page.Keyboard.PressAsync("Escape");
                await page.Locator(".preview summary").ClickAsync();
                await Expect(page.FrameLocator(".preview-screen").Locator(".chamber-title, #floor > *").First).ToBeAttachedAsync();
            }

            var violations = await page.EvaluateAsync<string[]>("() => window.violations");
            Assert.True(violations.Length == 0, $"{path}: {string.Join(" | ", violations)}");
        }
    }

    /// <summary>That the watching sees anything at all, and that what somebody slips into a page does not run.</summary>
    [Theory]
    [InlineData("/gcm-2017/screen")]
    [InlineData("/gcm-2017/chair")]
    public async Task A_script_that_is_slipped_in_does_not_run(string path)
    {
        var visitor = await Visit();
        visitor.Provoked = "Content Security Policy";
        await visitor.Page.AddInitScriptAsync(Watch);
        await visitor.Page.GotoAsync(path);
        await visitor.Page.EvaluateAsync(
            """
            () => {
              const script = document.createElement("script");
              script.textContent = "window.ran = true";
              document.body.append(script);
              document.body.insertAdjacentHTML("beforeend", "<img src='data:,' onerror='window.ran = true'>");
            }
            """);
        await visitor.Page.WaitForFunctionAsync("() => window.violations.length >= 2");
        Assert.False(await visitor.Page.EvaluateAsync<bool>("() => window.ran === true"));
    }
}
