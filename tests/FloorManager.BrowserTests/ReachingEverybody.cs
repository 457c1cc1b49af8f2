using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>What a program can find of WCAG 2.2 AA on the screens and the consoles, in both colour schemes. It finds about half.</summary>
public sealed class ReachingEverybody(Chromium chromium) : InTheHall(chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_chamber_screen_with_nobody_and_in_every_phase(ColorScheme scheme)
    {
        var chamber = await Chamber(new() { ColorScheme = scheme });
        await Expect(chamber.Locator(".chamber-title")).ToBeVisibleAsync();
        await HasNoFault(chamber);
        await InEveryPhase(chamber);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_queue_with_nobody_and_in_every_phase(ColorScheme scheme)
    {
        var queue = await Open($"/{FloorServer.Sample}/queue", new() { ColorScheme = scheme });
        await Expect(queue.Locator(".queue-nobody")).ToBeVisibleAsync();
        await HasNoFault(queue);
        await InEveryPhase(queue);
    }

    [Theory]
    [InlineData(ColorScheme.Light, "en")]
    [InlineData(ColorScheme.Dark, "ar")]
    public async Task The_podium_with_questions_and_words_from_the_chair_in_every_phase(ColorScheme scheme, string language)
    {
        await Staff(Role.Chair, "note-question", new { to = "sinyolo", text = "By when?" });
        await Staff(Role.Chair, "note-question", new { text = "كيف يُموَّل ذلك؟" });
        await Staff(Role.Chair, "tell-podium", new { text = "Please conclude" });
        await Staff(Role.Chair, "raise-request", new { seat = (await Server.AdmittedSeat(2)).Value });
        await Staff(Role.Chair, "place-on-deck", new { requestId = (await RequestOf(await Server.AdmittedSeat(2))).Id.Value });
        var podium = (await Visit(new() { ColorScheme = scheme })).Page;
        await podium.GotoAsync($"/enter#{await Server.Token(Role.Display)}");
        await podium.GotoAsync($"/{FloorServer.Sample}/podium?lang={language}");
        await Expect(podium.Locator(".podium-told")).ToContainTextAsync("Please conclude");
        await Expect(podium.Locator(".podium-question")).ToHaveCountAsync(2);
        await HasNoFault(podium);
        await InEveryPhase(podium);
        await Expect(podium.Locator(".podium-told")).ToBeVisibleAsync();
        await Staff(Role.Chair, "end-intervention");
        await Expect(podium.Locator(".podium-told")).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_seat_free_waiting_and_in_every_phase(ColorScheme scheme)
    {
        var label = await Server.AdmittedSeat();
        var seat = await Seat(label, new() { ColorScheme = scheme, ViewportSize = new() { Width = 360, Height = 740 } });
        var ask = seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" });
        await Expect(ask).ToBeVisibleAsync();
        await HasNoFault(seat);
        await ask.ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Button, new() { Name = "Withdraw my request" })).ToBeVisibleAsync();
        await HasNoFault(seat);
        await InEveryPhase(seat);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_seat_and_the_desk_with_the_form_of_a_contribution_and_the_menu_of_the_intake(ColorScheme scheme)
    {
        var label = await Server.AdmittedSeat();
        var seat = await Seat(label, new() { ColorScheme = scheme, ViewportSize = new() { Width = 320, Height = 568 } });
        await seat.GetByRole(AriaRole.Button, new() { Name = "Ask for the floor" }).ClickAsync();
        await Expect(seat.GetByRole(AriaRole.Button, new() { Name = "Withdraw my request" })).ToBeVisibleAsync();
        await Staff(Role.Chair, "open-segment", new { segmentId = "panel-2" });
        await Staff(Role.Chair, "set-intake", new { segmentId = "panel-2", closesAt = Server.Time.GetUtcNow() });
        await seat.GetByRole(AriaRole.Button, new() { Name = "Write a contribution" }).ClickAsync();
        await seat.Locator(".written-text").FillAsync(new string('x', 10_001));
        await seat.GetByRole(AriaRole.Button, new() { Name = "Hand in" }).ClickAsync();
        await Expect(seat.Locator(".written-refusal")).ToBeVisibleAsync();
        await HasNoFault(seat);

        var desk = await Console(Role.Secretariat, new() { ColorScheme = scheme });
        await desk.Locator(".not-reached summary").PressAsync("Enter");
        await desk.Locator("[data-act=write]").PressAsync("Enter");
        await Expect(desk.Locator(".not-reached-form textarea")).ToBeFocusedAsync();
        await desk.Locator(".intake > summary").PressAsync("Enter");
        await Expect(desk.Locator(".intake-times")).ToBeVisibleAsync();
        await HasNoFault(desk);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_pages_where_a_hearing_is_set_up_with_their_forms_open(ColorScheme scheme)
    {
        var twice = (await HolderOf(await Server.AdmittedSeat())) with { Id = new("2001"), Seat = null };
        await Server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), new HearingCommand.RegisterParticipants([twice]));
        var secret = await Server.Services.GetRequiredService<Credentials>().Issue(Grant.Everywhere, Role.Secretariat);
        var setup = await Open($"/enter#{secret}", new() { ColorScheme = scheme });
        await setup.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        await Expect(setup.Locator(".setup-form")).ToBeVisibleAsync();
        await HasNoFault(setup);
        foreach (var (path, opens, shown) in new[]
        {
            ("", "[data-role=Chair]", ".setup-links input"), ("/programme", "[data-act=edit] >> nth=1", ".setup-form"), ("/participants", "[data-act=edit]", ".setup-form"),
            ("/participants", "[data-act=compare]", ".merge-table"),
            ("/seats", "[data-act=assign]", ".seats-assign"), ("/seats", "[data-act=renew]", ".seat-print"),
            ("/room", "#door-ticket", ".door-scan"),
        })
        {
            await setup.GotoAsync($"/setup/{FloorServer.Sample}{path}");
            await Expect(setup.Locator(opens).First).ToBeVisibleAsync();
            // By key: a click into a list that has only just been drawn is taken for a slip.
            if (path == "/room") await setup.Locator(opens).FillAsync("1045");
            await setup.Locator(opens).First.PressAsync("Enter");
            await Expect(setup.Locator(shown).First).ToBeVisibleAsync();
            await HasNoFault(setup);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_sign_in_page_with_a_key_that_is_not_accepted(ColorScheme scheme)
    {
        var visitor = await Visit(new() { ColorScheme = scheme });
        visitor.Provoked = "401 (Unauthorized)";
        await visitor.Page.GotoAsync("/enter");
        await HasNoFault(visitor.Page);
        await visitor.Page.GetByLabel("Code on your seat card, or from your link").FillAsync("AAAAAAAAAAAAAAAAAAAAAA");
        await visitor.Page.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(visitor.Page.GetByRole(AriaRole.Status)).Not.ToBeEmptyAsync();
        await HasNoFault(visitor.Page);
    }

    [Theory]
    [InlineData(ColorScheme.Light, Role.Chair)]
    [InlineData(ColorScheme.Dark, Role.Chair)]
    [InlineData(ColorScheme.Light, Role.Secretariat)]
    [InlineData(ColorScheme.Dark, Role.Secretariat)]
    public async Task The_consoles_empty_and_busy(ColorScheme scheme, Role role)
    {
        var console = await Console(role, new() { ColorScheme = scheme });
        await HasNoFault(console);
        for (var i = 1; i < 5; i++) await Staff(role, "raise-request", new { seat = (await Server.AdmittedSeat(i)).Value });
        await Staff(Role.Chair, "place-on-deck", new { requestId = (await RequestOf(await Server.AdmittedSeat(1))).Id.Value });
        await Staff(Role.Chair, "defer-request", new { requestId = (await RequestOf(await Server.AdmittedSeat(2))).Id.Value });
        await Staff(Role.Chair, "show-message", new { text = "We resume at 15:00" });
        await Expect(console.Locator(".row-aside")).ToBeVisibleAsync();
        await Expect(console.Locator(".room-shown")).ToBeVisibleAsync();
        await console.Locator(".more > summary").First.ClickAsync();
        await console.Locator(".segment", new() { HasText = "Panel 2" }).ClickAsync();
        await Expect(console.Locator(".segment-ask")).ToBeVisibleAsync();
        if (role == Role.Secretariat) await console.Locator("#log-find").FillAsync("example");
        else await console.Locator("#pool-find").FillAsync("brazil");
        await HasNoFault(console);
        await console.Locator(".preview summary").ClickAsync();
        await Expect(console.Locator(".preview-screen")).ToBeVisibleAsync();
        await Staff(Role.Chair, "announce-resumption", new { at = Server.Time.GetUtcNow().AddHours(5) });
        await console.GetByRole(AriaRole.Button, new() { Name = "Keyboard" }).ClickAsync();
        await HasNoFault(console);
        await console.Keyboard.PressAsync("Escape");
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        foreach (var (time, phase) in new[] { (0, "Speaking"), (150, "Warning"), (31, "Expired") })
        {
            await Pass(TimeSpan.FromSeconds(time));
            await Expect(console.Locator("floor-clock")).ToHaveAttributeAsync("data-phase", phase);
            await HasNoFault(console);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_chairs_console_with_suggestions_menus_a_round_and_the_seat_map(ColorScheme scheme)
    {
        await TakePointsOfOrder();
        for (var i = 1; i < 7; i++) await Staff(Role.Secretariat, "raise-request", new { seat = (await Server.AdmittedSeat(i)).Value });
        await Staff(Role.Secretariat, "raise-request", new { seat = (await Server.AdmittedSeat(7)).Value, kind = "PointOfOrder" });
        await Staff(Role.Chair, "set-round", new { size = 3 });
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        await Staff(Role.Chair, "note-question", new { to = "sinyolo", text = "By when?" });
        var chair = await Console(Role.Chair, new() { ColorScheme = scheme });
        await chair.Locator(".floor-order .give").ClickAsync();
        await Expect(chair.Locator(".floor-interrupted")).ToBeVisibleAsync();
        await Expect(chair.Locator(".suggestion")).ToHaveCountAsync(3);
        await HasNoFault(chair);
        foreach (var menu in new[] { ".steps .more", ".forecast-limit", ".pool-rows .more", ".correction", ".pool-filter" })
        {
            await chair.Locator($"{menu} > summary").First.ClickAsync();
            await Expect(chair.Locator(menu).First).ToHaveAttributeAsync("open", "");
            await HasNoFault(chair);
        }

        await chair.GetByRole(AriaRole.Button, new() { Name = "Seats", Exact = true }).ClickAsync();
        await Expect(chair.Locator(".seat-plan")).ToBeVisibleAsync();
        await HasNoFault(chair);
        await chair.Locator($".seat[aria-label^='{(await Server.AdmittedSeat(1)).Value},']").ClickAsync();
        await Expect(chair.Locator(".seat-ask .give")).ToBeVisibleAsync();
        await HasNoFault(chair);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task The_home_page_the_record_and_an_address_that_is_not_there(ColorScheme scheme)
    {
        await Staff(Role.Chair, "raise-request", new { seat = (await Server.AdmittedSeat(1)).Value });
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        await Staff(Role.Chair, "end-intervention");
        await Staff(Role.Chair, "open-segment", new { segmentId = "panel-2" });
        var visitor = await Visit(new() { ColorScheme = scheme });
        visitor.Provoked = "404 (Not Found)";
        await visitor.Page.GotoAsync($"/enter#{await Server.Token(Role.Chair)}");
        await visitor.Page.WaitForURLAsync("**/chair");
        foreach (var (path, shown) in new[] { ("/", ".home-places a"), ($"/{FloorServer.Sample}/record", ".record-missed"), ("/not/there", ".console-plain"), ("/elsewhere/desk", ".console-plain") })
        {
            await visitor.Page.GotoAsync(path);
            await Expect(visitor.Page.Locator(shown).First).ToBeVisibleAsync();
            await HasNoFault(visitor.Page);
        }
    }

    private async Task InEveryPhase(IPage page)
    {
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        foreach (var (time, phase) in new[] { (0, "Speaking"), (150, "Warning"), (31, "Expired") })
        {
            await Pass(TimeSpan.FromSeconds(time));
            await Expect(page.Locator("#floor")).ToHaveAttributeAsync("data-phase", phase);
            await HasNoFault(page);
        }
    }
}
