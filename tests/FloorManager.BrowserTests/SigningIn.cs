using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Each test has a new data folder and a new browser: the link is the first thing that ever happens in both.</summary>
public sealed class SigningIn(Chromium chromium) : InTheHall(chromium)
{
    [Theory]
    [InlineData(WaitUntilState.DOMContentLoaded)]
    [InlineData(WaitUntilState.Load)]
    public async Task Whoever_has_opened_the_link_is_signed_in_at_the_next_page(WaitUntilState opened)
    {
        var label = await Server.AdmittedSeat();
        var page = (await Visit()).Page;
        await page.GotoAsync($"/enter#{await Server.Token(Role.Seat, label)}", new() { WaitUntil = opened });
        await page.GotoAsync("/seat");
        await Expect(page.Locator("#floor")).ToHaveAttributeAsync("data-seat", label.Value);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_secret_stands_in_no_address_and_in_no_header()
    {
        var secret = await Server.Token(Role.Seat, await Server.AdmittedSeat());
        var page = (await Visit()).Page;
        var requests = new ConcurrentBag<IRequest>();
        var addressAtSignIn = "";
        page.Request += (_, request) =>
        {
            if (request.Method == "POST" && request.Url.EndsWith("/enter", StringComparison.Ordinal)) addressAtSignIn = page.Url;
        };
        // Only what was answered: of a request that the change of page cut off, the browser never tells the headers.
        page.RequestFinished += (_, request) => requests.Add(request);
        await page.GotoAsync($"/enter#{secret}");
        await page.WaitForURLAsync("**/seat");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" })).ToBeVisibleAsync();
        Assert.Contains(requests, r => r.PostData?.Contains(secret, StringComparison.Ordinal) == true);
        Assert.EndsWith("/enter", addressAtSignIn, StringComparison.Ordinal);
        foreach (var request in requests)
        {
            Assert.DoesNotContain(secret, request.Url, StringComparison.Ordinal);
            // Not AllHeadersAsync, which waits for an answer that a request which was given up never gets.
            Assert.DoesNotContain(request.Headers.Values, v => v.Contains(secret, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_phone_without_a_link_is_told_where_to_find_one_and_led_to_where_a_code_is_typed()
    {
        var phone = await Open("/seat");
        await Expect(phone.Locator(".mark-sentence")).ToHaveTextAsync("This browser is not signed in for a seat. Scan the code on your desk, or ask the secretariat.");
        await phone.GetByRole(AriaRole.Link, new() { Name = "Sign in with a code" }).ClickAsync();
        await Expect(phone.GetByLabel("Code on your seat card, or from your link")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_better_link_pasted_into_the_same_tab_is_taken()
    {
        var visitor = await Visit();
        visitor.Provoked = "401 (Unauthorized)";
        await visitor.Page.GotoAsync("/enter#AAAAAAAAAAAAAAAAAAAAAA");
        await Expect(visitor.Page.GetByRole(AriaRole.Status)).Not.ToBeEmptyAsync();
        await visitor.Page.GotoAsync($"/enter#{await Server.Token(Role.Display)}");
        await Expect(visitor.Page.Locator(".chamber-title")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_phone_gets_in_by_its_code_where_somebody_in_the_hall_tries_codes_out()
    {
        var label = await Server.AdmittedSeat();
        var credentials = Server.Services.GetRequiredService<Credentials>();
        var card = Assert.Single((await credentials.RenewSeats((await credentials.Find(await Server.Token(Role.Secretariat)))!, FloorServer.Sample, [label]))!);
        var guesser = Server.CreateClient();
        for (var i = 0; i < WrongCodes.Burst; i++) await guesser.PostAsJsonAsync("/enter", new { key = "2222-2222" }, TestContext.Current.CancellationToken);

        var visitor = await Visit(new() { Locale = "fr-CH" });
        visitor.Provoked = "429 (Too Many Requests)";
        var phone = visitor.Page;
        await phone.GotoAsync("/enter");
        await phone.EvaluateAsync(
            """
            () => new MutationObserver(() => sessionStorage.setItem("said", document.getElementById("enter-status").textContent))
              .observe(document.getElementById("enter-status"), { childList: true })
            """);
        await phone.Locator("#enter-key").FillAsync(SeatCode.Printed(card.Code).ToLowerInvariant());
        var began = Stopwatch.GetTimestamp();
        await phone.Keyboard.PressAsync("Enter");
        await phone.WaitForURLAsync("**/seat", new() { Timeout = 120_000 }); // Luck has a part in it.
        TestContext.Current.TestOutputHelper?.WriteLine($"in after {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms");
        await Expect(phone.Locator("#floor")).ToHaveAttributeAsync("data-seat", label.Value);
        await Expect(phone.GetByRole(AriaRole.Button, new() { Name = "Demander la parole" })).ToBeVisibleAsync();
        Assert.Equal("Un instant – vérification…", await phone.EvaluateAsync<string>("() => sessionStorage.getItem('said')"));
    }
}
