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

    /// <summary>A message to the server that is longer carries a part of a file.</summary>
    private const int Piece = 10_000;

    private const string Programme =
        "Ligne;Titre ou nom;Thème;Date;Début;Fin;Titre de civilité\n" +
        "Séance;Séance du matin;;;;;\n" +
        "Table ronde;Table ronde 1;Accès à l'eau;1.12.2026;10h00;11h00;\n" +
        "Modérateur;نور;;;;;\n" +
        "Intervenant;Aimé Ndiaye;;;;;M.\n";

    private static async Task GoTo(IPage setup, string part)
    {
        await setup.GetByRole(AriaRole.Link, new() { Name = part, Exact = true }).ClickAsync();
        await Expect(setup.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(part == "What is settled" ? "Set up" : part);
    }

    private static Task Choose(IPage page, string name, string text) =>
        page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });

    /// <summary>The field for files listens once the page has answered for the first time; nobody chooses a file sooner.</summary>
    private static async Task Answers(IPage participants)
    {
        await participants.Locator("[data-field=find]").FillAsync("Drita");
        await Expect(participants.Locator(".people-row")).ToHaveCountAsync(1);
    }

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
        await Choose(setup, "programme.csv", Programme);
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

        await chair.Locator(".step").First.PressAsync("Enter");
        await Expect(chamber.Locator(".chamber-title")).ToHaveTextAsync("Table ronde 1");
        await setup.GotoAsync("/eau-2026/record");
        var spoken = setup.Locator("tbody tr", new() { HasText = "نور الدين بن علي" });
        await Expect(spoken).ToContainTextAsync("État exemple");
        await Expect(spoken).ToContainTextAsync("1:01");
    }

    [Fact]
    public async Task The_columns_of_a_registration_system_are_chosen_once_and_known_again_by_the_keyboard_alone()
    {
        const string register = "Delegate;Represents;Phone\nนิรันดร์;Thailand;1\nSuryani;Indonesia;2\n";
        var setup = await Open($"/enter#{await Server.Token(Role.Secretariat)}");
        await setup.WaitForURLAsync("**/desk");
        await setup.GotoAsync($"/setup/{FloorServer.Sample}/participants");
        await Answers(setup);
        await Choose(setup, "export.csv", register);
        await Expect(setup.Locator("main [role=status]")).ToContainTextAsync("Choose the column that holds “Delegation”.");
        await setup.Locator("[data-field=column-full_name]").SelectOptionAsync("0");
        await setup.Locator("[data-field=column-delegation]").SelectOptionAsync("1");
        await setup.Locator("[data-field=column-category]").SelectOptionAsync("all:MemberState");
        await Expect(setup.Locator("main [role=status]")).ToContainTextAsync("2 new, 0 changed");
        await Expect(setup.Locator(".import-row")).ToHaveCountAsync(2);
        await Expect(setup.Locator("[data-act=confirm]:not([aria-disabled])")).ToBeVisibleAsync();
        await setup.Locator("[data-act=confirm]").PressAsync("Enter");
        await Expect(setup.Locator("main [role=status]")).ToContainTextAsync("has been read");

        await setup.ReloadAsync();
        await Answers(setup);
        await Choose(setup, "export-of-the-next-day.csv", register + "Ana;Peru;3\n");
        await Expect(setup.Locator("main [role=status]")).ToContainTextAsync("1 new, 0 changed, 2 as they are");
        await setup.Locator(".import-columns > summary").PressAsync("Enter");
        await Expect(setup.Locator(".import-columns")).ToContainTextAsync("Chosen as you did last time.");
        await setup.Locator("[data-show=New]").PressAsync("Enter");
        await Expect(setup.Locator(".import-row")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_long_file_shows_how_far_it_is_and_is_stopped()
    {
        var setup = (await Visit()).Page;
        var pieces = 0;
        // The line takes some of it and then no more: how far it is stands there until somebody stops it.
        await setup.RouteWebSocketAsync("**/_blazor?*", line =>
        {
            var server = line.ConnectToServer();
            line.OnMessage(frame =>
            {
                if (frame.Binary is not { } bytes) server.Send(frame.Text!);
                else if (bytes.Length < Piece || Interlocked.Increment(ref pieces) <= 100) server.Send(bytes);
            });
        });
        await setup.GotoAsync($"/enter#{await Server.Token(Role.Secretariat)}");
        await setup.WaitForURLAsync("**/desk");
        await setup.GotoAsync($"/setup/{FloorServer.Sample}/participants");
        await Answers(setup);
        var before = (await Server.Session()).State.Version;
        await Choose(setup, "long.csv", "name,country,category\n" + string.Concat(Enumerable.Repeat($"Ana,{new string('a', 900)},MemberState\n", 13_000)));
        await Expect(setup.Locator(".import-far progress")).ToBeVisibleAsync();
        await Expect(setup.Locator(".import-far")).ToContainTextAsync("“long.csv” is on its way:");
        await setup.Locator("[data-act=stop]").PressAsync("Enter");
        await Expect(setup.Locator("main [role=status]")).ToContainTextAsync("Stopped. Nothing of “long.csv” was written.");
        await Expect(setup.Locator(".import-far")).ToHaveCountAsync(0);
        Assert.Equal(before, (await Server.Session()).State.Version);
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
