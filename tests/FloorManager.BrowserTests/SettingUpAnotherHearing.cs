using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>A hearing that is not like the sample – two panels, French and Arabic names, five minutes each – from nothing to its first speaker, without a developer.</summary>
public sealed class SettingUpAnotherHearing(Chromium chromium) : InTheHall(chromium)
{
    private const string Register =
        "id;style;full_name;delegation;category;admitted;seat\n" +
        "1;M.;Étienne Lefèvre-Ñoño;Réseau exemple des villes;CivilSociety;yes;A-1\n" +
        "2;S.E. M.;نور الدين بن علي;État exemple;MemberState;yes;A-2\n";

    private const string Programme = """
        { "hearing": { "shortName": "eau-2026", "title": "Audition sur l'eau", "timeZone": "Africa/Nairobi" },
          "meetings": [ { "title": "Séance du matin", "segments": [
            { "id": "acces", "kind": "Panel", "title": "Table ronde 1", "theme": "Accès à l'eau", "starts": "2026-12-01T10:00", "ends": "2026-12-01T11:00",
              "moderator": { "id": "nour", "name": "نور" }, "panellists": [ { "id": "aime", "style": "M.", "name": "Aimé Ndiaye" } ] } ] } ] }
        """;

    private static async Task GoTo(IPage setup, string part)
    {
        await setup.GetByRole(AriaRole.Link, new() { Name = part, Exact = true }).ClickAsync();
        await Expect(setup.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(part == "What is settled" ? "Set up" : part);
    }

    private static Task Choose(IPage page, string name, string text) =>
        page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });

    private static Task<string> LinkOf(IPage setup) => setup.Locator(".setup-links input").First.InputValueAsync();

    [Fact]
    public async Task It_is_made_filled_from_files_and_by_hand_and_somebody_speaks_in_it()
    {
        var credentials = Server.Services.GetRequiredService<Credentials>();
        var setup = await Open($"/enter#{await credentials.Issue(Grant.Everywhere, Role.Secretariat)}");
        await setup.WaitForURLAsync("**/setup");
        await setup.GetByRole(AriaRole.Button, new() { Name = "New hearing" }).ClickAsync();
        await setup.Locator("[data-field=title]").FillAsync("Audition sur l’eau");
        await setup.Locator("[data-field=short-name]").FillAsync("eau-2026");
        await setup.Locator("[data-field=time-zone]").FillAsync("Africa/Nairobi");
        await setup.Locator("[data-field=limit]").FillAsync("5:00");
        await setup.GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        await setup.WaitForURLAsync("**/setup/eau-2026");

        await GoTo(setup, "Seats");
        await setup.Locator("[data-field=rows]").FillAsync("2");
        await setup.Locator("[data-field=in-a-row]").FillAsync("6");
        await setup.GetByRole(AriaRole.Button, new() { Name = "Draw this plan" }).ClickAsync();
        await setup.Locator("[data-act=replace]").ClickAsync();
        await Expect(setup.Locator(".seats-row")).ToHaveCountAsync(12);

        await GoTo(setup, "Participants");
        await Choose(setup, "registre.csv", Register);
        await Expect(setup.Locator("main [role=status]")).ToContainTextAsync("2 new, 0 changed");
        await setup.Locator("[data-act=confirm]").ClickAsync();
        await Expect(setup.Locator(".people-row")).ToHaveCountAsync(2);

        await GoTo(setup, "Programme");
        await Choose(setup, "programme.json", Programme);
        await setup.Locator("[data-act=replace]").ClickAsync();
        await setup.Locator("[data-act=add]").ClickAsync();
        await Expect(setup.Locator("#segment-form")).ToBeFocusedAsync();
        await setup.Locator("[data-field=title]").FillAsync("Table ronde 2");
        await Expect(setup.Locator("[data-field=starts]")).ToHaveValueAsync("11:00");
        await setup.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(setup.Locator(".setup-segment")).ToHaveCountAsync(2);
        await Expect(setup.Locator(".setup-form")).ToHaveCountAsync(0);
        await setup.Locator("[data-act=edit]").First.ClickAsync();
        await setup.Locator("[data-field=ends]").FillAsync("11:30");
        await setup.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(setup.Locator(".setup-overlap")).ToHaveTextAsync("Overlaps with what comes before by 30 min.");
        await setup.Locator("button[title=Later]").First.ClickAsync();
        await Expect(setup.Locator(".setup-segment").First).ToContainTextAsync("Table ronde 2");

        await GoTo(setup, "What is settled");
        await setup.Locator("[data-role=Chair]").ClickAsync();
        var chair = await Open(await LinkOf(setup));
        await chair.WaitForURLAsync("**/eau-2026/chair");
        await chair.Locator(".segment", new() { HasText = "Table ronde 1" }).ClickAsync();
        await chair.GetByRole(AriaRole.Button, new() { Name = "Open it" }).ClickAsync();
        await chair.Locator("#pool-find").FillAsync("نور");
        await chair.Locator(".pool .give").ClickAsync();
        await Pass(TimeSpan.FromSeconds(1));
        await chair.GetByRole(AriaRole.Button, new() { Name = "Start 5:00" }).ClickAsync();

        var chamber = await Open("/eau-2026/screen");
        await Expect(chamber.Locator(".chamber-name")).ToContainTextAsync("نور الدين بن علي");
        await Expect(chamber.Locator(".chamber-delegation")).ToHaveTextAsync("État exemple");
        await Expect(chamber.GetByRole(AriaRole.Timer)).ToContainTextAsync("5:00");
        await Pass(TimeSpan.FromSeconds(61));
        await Expect(chamber.GetByRole(AriaRole.Timer)).ToContainTextAsync("3:59");
        Assert.Null((await Server.Session()).State.Floor);
    }

    [Fact]
    public async Task A_new_seat_card_is_printed_by_the_browser()
    {
        var setup = await Open($"/enter#{await Server.Token(Role.Secretariat)}");
        await setup.WaitForURLAsync("**/desk");
        await setup.GotoAsync($"/setup/{FloorServer.Sample}/seats");
        await Expect(setup.Locator(".seats-row").First).ToBeVisibleAsync();
        // By key: a click into a list that has only just been drawn is taken for a slip.
        await setup.Locator("[data-act=renew]").First.PressAsync("Enter");
        await Expect(setup.Locator(".seat-print")).ToHaveCountAsync(1);
        Assert.Equal(1, await setup.EvaluateAsync<int>("() => { let printed = 0; window.print = () => { printed++; }; document.querySelector('[data-print]').click(); return printed; }"));
    }
}
