using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using OtpNet;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Staff with accounts of their own, or of their organisation, from the first link to the last sign-out. The time is the machine's: cookies of another year are none.</summary>
public sealed class SigningInByName(Chromium chromium) : InTheHall(chromium, timeStands: false)
{
    private const string Password = "seven lanterns by the river";

    private Organisation _organisation = null!;

    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["FloorManager:OpenIdConnect:Authority"] = _organisation.Address,
        ["FloorManager:OpenIdConnect:ClientId"] = Organisation.Client,
        ["FloorManager:OpenIdConnect:ClientSecret"] = Organisation.Secret,
        ["FloorManager:OpenIdConnect:Name"] = "the organisation",
        ["FloorManager:OpenIdConnect:Roles:chairs of hearings"] = "gcm-2017:chair",
        ["FloorManager:OpenIdConnect:Roles:moderators"] = "gcm-2017:moderator",
    };

    public override async ValueTask InitializeAsync()
    {
        _organisation = await Organisation.Open();
        await base.InitializeAsync();
    }

    private async Task<IPage> Join(string link, string name, string called, IPage? on = null)
    {
        var page = on ?? (await Visit()).Page;
        await page.GotoAsync(link);
        await page.GetByLabel("Your name, as others see it").FillAsync(called);
        await page.GetByLabel("Sign-in name").FillAsync(name);
        await page.GetByLabel("New password").FillAsync(Password);
        await HasNoFault(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your account" })).ToBeVisibleAsync();
        Assert.DoesNotContain('#', page.Url);
        return page;
    }

    private Task<IPage> FirstAdministrator() => Task.Run(async () =>
        await Join($"/join#{await Server.Services.GetRequiredService<Accounts>().FirstAdministrator()}", "ada@example.org", "Ada Admin"));

    private static async Task SignIn(IPage page, string name, string password = Password)
    {
        await page.GetByLabel("Sign-in name").FillAsync(name);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).PressAsync("Enter");
    }

    private static async Task<string> Invite(IPage accounts, string called, string name, Role role)
    {
        await accounts.Locator("[data-field=called]").FillAsync(called);
        await accounts.Locator("[data-field=name]").FillAsync(name);
        await accounts.Locator("[data-field=hearing]").SelectOptionAsync(FloorServer.Sample);
        await accounts.Locator("[data-field=role]").SelectOptionAsync(role.ToString());
        await accounts.GetByRole(AriaRole.Button, new() { Name = "Invite", Exact = true }).PressAsync("Enter");
        await Expect(accounts.Locator($"[data-account='{name}']")).ToBeVisibleAsync();
        return await accounts.Locator("[data-link]").InputValueAsync();
    }

    private static async Task<IPage> Accounts(IPage administrator)
    {
        await administrator.GotoAsync("/accounts");
        await Expect(administrator.Locator("[data-account]").First).ToBeVisibleAsync();
        return administrator;
    }

    [Fact]
    public async Task The_first_administrator_invites_the_chair_who_leads_until_the_role_is_taken()
    {
        var accounts = await Accounts(await FirstAdministrator());
        await HasNoFault(accounts);
        var link = await Invite(accounts, "Ms. Cleo Chair", "cleo", Role.Chair);
        var visitor = await Visit();
        visitor.Provoked = "/"; // It complains of the line that it loses.
        var chair = await Join(new Uri(link).PathAndQuery + new Uri(link).Fragment, "cleo", "Ms. Cleo Chair", visitor.Page);
        await chair.GetByRole(AriaRole.Link, new() { Name = "chair · gcm-2017" }).ClickAsync();
        await Expect(chair.Locator(".pool")).ToBeVisibleAsync();

        await accounts.Locator("[data-account=cleo] [data-act=take]").PressAsync("Enter");
        await accounts.Locator("[data-account=cleo] [data-act=take-now]").PressAsync("Enter");
        await Expect(chair.GetByRole(AriaRole.Heading, new() { Name = "Sign in first" })).ToBeVisibleAsync();
        await Expect(accounts.Locator("[data-account=cleo] [data-act=take]")).ToHaveCountAsync(0);

        // The link was good once.
        var late = await Open(new Uri(link).PathAndQuery + new Uri(link).Fragment);
        await Expect(late.GetByText("This link is not good any more")).ToBeVisibleAsync();
        await HasNoFault(late);
    }

    [Fact]
    public async Task The_line_of_an_open_console_is_closed_after_it_has_said_why()
    {
        var accounts = await Accounts(await FirstAdministrator());
        var link = new Uri(await Invite(accounts, "Ms. Cleo Chair", "cleo", Role.Chair));
        await (await Join(link.PathAndQuery + link.Fragment, "cleo", "Ms. Cleo Chair")).CloseAsync();
        var visitor = await Visit();
        visitor.Provoked = "/"; // It complains of the line that it loses.
        var chair = visitor.Page;
        var closed = new TaskCompletionSource();
        chair.WebSocket += (_, line) => line.Close += (_, _) => closed.TrySetResult();
        await chair.GotoAsync($"/sign-in?to=/{FloorServer.Sample}/chair");
        await SignIn(chair, "cleo");
        await Expect(chair.Locator(".pool")).ToBeVisibleAsync();
        await accounts.Locator("[data-account=cleo] [data-act=take]").PressAsync("Enter");
        await accounts.Locator("[data-account=cleo] [data-act=take-now]").PressAsync("Enter");
        var began = TimeProvider.System.GetTimestamp();
        await Expect(chair.GetByText("your account has no role here")).ToBeVisibleAsync();
        // Five seconds are promised; what would go wrong here takes a minute.
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine($"closed after {TimeProvider.System.GetElapsedTime(began).TotalMilliseconds:F0} ms");
        await Expect(chair.GetByText("your account has no role here")).ToBeVisibleAsync();
        await Expect(chair.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_second_factor_is_set_up_and_asked_for_at_the_door()
    {
        var page = await FirstAdministrator();
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up a second factor" }).PressAsync("Enter");
        var key = (await page.Locator("[data-key]").GetAttributeAsync("data-key"))!;
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code" })).ToBeVisibleAsync();
        await HasNoFault(page);
        string Code(int steps) => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));
        async Task Confirm(string code)
        {
            await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
            await page.Locator("#on-password").FillAsync(Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Switch it on" }).PressAsync("Enter");
        }

        await Confirm("000000");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The code is not right");
        await Confirm(Code(0));
        await Expect(page.Locator(".account-codes li")).ToHaveCountAsync(10);
        var recovery = await page.Locator(".account-codes li").First.InnerTextAsync();
        await HasNoFault(page);

        async Task ByCode(string code)
        {
            await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).PressAsync("Enter");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).PressAsync("Enter");
        await SignIn(page, "ada@example.org");
        await Expect(page.GetByLabel("Code", new() { Exact = true })).ToBeFocusedAsync();
        await HasNoFault(page);
        await ByCode("000000");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The code is not right");
        await ByCode(Code(1));
        await page.WaitForURLAsync("**/setup");
        await page.GotoAsync("/account");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).PressAsync("Enter");
        await SignIn(page, "ada@example.org");
        await ByCode(recovery);
        await page.WaitForURLAsync("**/setup");
    }

    [Fact]
    public async Task Whoever_guesses_locks_the_account_and_the_chair_gets_in_where_they_did_before()
    {
        var accounts = await Accounts(await FirstAdministrator());
        var link = new Uri(await Invite(accounts, "Ms. Cleo Chair", "cleo", Role.Chair));
        var chair = await Join(link.PathAndQuery + link.Fragment, "cleo", "Ms. Cleo Chair");
        await chair.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).PressAsync("Enter");

        var guesser = await Open("/sign-in");
        for (var n = 0; n < 5; n++)
        {
            await SignIn(guesser, "cleo", $"wrong {n}");
            await Expect(guesser.GetByRole(AriaRole.Alert)).ToContainTextAsync("Name or password are not right.");
            await Expect(guesser.GetByLabel("Password")).ToHaveValueAsync("");
        }

        await HasNoFault(guesser);
        await SignIn(guesser, "cleo");
        await Expect(guesser.GetByRole(AriaRole.Alert)).ToContainTextAsync("Name or password are not right.");

        await SignIn(chair, "cleo");
        await chair.WaitForURLAsync("**/chair");

        await Accounts(accounts);
        await accounts.Locator("[data-account=cleo] [data-act=unlock]").PressAsync("Enter");
        await Expect(accounts.GetByText("Ms. Cleo Chair may try again.")).ToBeVisibleAsync();
        await SignIn(guesser, "cleo");
        await guesser.WaitForURLAsync("**/chair");
    }

    [Fact]
    public async Task The_organisation_says_who_somebody_is_and_what_they_may_do_each_time()
    {
        _organisation.Staff["Olga"] = ["chairs of hearings", "moderators", "cleaning", "*:administrator"];
        var olga = await Open($"/{FloorServer.Sample}/chair");
        async Task ByOrganisation(string who)
        {
            await olga.GetByRole(AriaRole.Link, new() { Name = "Sign in by the organisation" }).ClickAsync();
            await olga.GetByRole(AriaRole.Link, new() { Name = who }).ClickAsync();
        }

        await olga.GetByRole(AriaRole.Link, new() { Name = "Staff: sign in by name" }).ClickAsync();
        await ByOrganisation("Olga");
        await Expect(olga.Locator(".pool")).ToBeVisibleAsync();
        await olga.GotoAsync("/account");
        await Expect(olga.Locator(".account-roles li")).ToHaveTextAsync(["chair · gcm-2017", "moderator · gcm-2017"], new() { UseInnerText = true });
        await HasNoFault(olga);

        await olga.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).PressAsync("Enter");
        _organisation.Staff["Olga"] = ["moderators"];
        await ByOrganisation("Olga");
        await olga.GotoAsync("/account");
        await Expect(olga.Locator(".account-roles li")).ToHaveTextAsync(["moderator · gcm-2017"]);

        await olga.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).PressAsync("Enter");
        await ByOrganisation("Nobody");
        await Expect(olga.GetByRole(AriaRole.Alert)).ToContainTextAsync("Your organisation did not sign you in.");
        await HasNoFault(olga);
    }
}
