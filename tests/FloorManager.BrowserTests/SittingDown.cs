using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Seating is free, and the delegate's tablet has no camera.</summary>
public sealed class SittingDown(Chromium chromium) : InTheHall(chromium)
{
    [Theory]
    [InlineData("en-GB", ColorScheme.Light)]
    [InlineData("ar", ColorScheme.Dark)]
    public async Task A_code_is_typed_somebody_says_who_they_are_and_asks_about_a_topic(string language, ColorScheme scheme)
    {
        var (seat, who) = (await FreeSeat(), await Standing());
        var code = await TheSecretariatMakesACard(seat);
        var phone = await Open("/enter", new() { Locale = language, ColorScheme = scheme, ViewportSize = new() { Width = 320, Height = 640 } });
        await HasNoFault(phone);
        await phone.Locator("#enter-key").FillAsync(code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        await phone.Keyboard.PressAsync("Enter");
        await Expect(phone.Locator("html")).ToHaveAttributeAsync("dir", language == "ar" ? "rtl" : "ltr");

        await phone.Locator(".taking-name").FillAsync("wardé");
        await HasNoFault(phone);
        await phone.Keyboard.PressAsync("Enter");
        await Expect(phone.Locator(".taking-person")).ToBeFocusedAsync();
        await HasNoFault(phone);
        await phone.Keyboard.PressAsync("Enter");
        await Expect(phone.Locator(".taking-question")).ToContainTextAsync(who.FullName);
        await HasNoFault(phone);
        await phone.Keyboard.PressAsync("Enter");
        await Expect(phone.Locator(".seat-holder")).ToHaveTextAsync(who.FullName);

        await phone.Locator(".seat-topic-field").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await HasNoFault(phone);
        await phone.Locator(".seat-ask").ClickAsync();
        var topic = (await Server.Session()).State.OpenSegment!.Topics[1];
        await Expect(phone.Locator(".seat-about")).ToHaveTextAsync(topic.Text);
        Assert.Equal((seat, topic.Id), ((await RequestOf(seat)).Seat, (await RequestOf(seat)).Topic));
        Assert.Equal(0, await phone.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"));
        await Expect(phone.Locator(".taking")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Who_took_the_wrong_seat_leaves_it_and_it_may_be_taken_again()
    {
        var (seat, who) = (await FreeSeat(), await Standing());
        var phone = await Seat(seat);
        Assert.IsType<Web.Live.Answer.Done>(await Server.Hearings.Submit(
            FloorServer.Sample, new Grant(Guid.Empty, FloorServer.Sample, Role.System, seat), new(Guid.NewGuid()), new HearingCommand.TakeSeat(who.Id)));
        await phone.GetByRole(AriaRole.Button, new() { Name = "I do not sit here" }).ClickAsync();
        await Expect(phone.Locator(".taking-name")).ToBeVisibleAsync();
        await Expect(phone.Locator(".seat-ask")).ToBeHiddenAsync();
    }

    private async Task<SeatLabel> FreeSeat()
    {
        var state = (await Server.Session()).State;
        return state.Seats.Keys.Where(s => state.HolderOf(s) is null).OrderBy(s => s.Value, StringComparer.Ordinal).First();
    }

    private async Task<Participant> Standing()
    {
        var state = (await Server.Session()).State;
        var person = state.Participants.Values.First(p => p.Admitted) with { Id = new("standing-1"), FullName = "Wardé al-Ḥasan وردة الحسن", Delegation = "Confederación de Migrantes", Seat = null };
        await Server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), new HearingCommand.RegisterParticipants([person]));
        return person;
    }

    private async Task<string> TheSecretariatMakesACard(SeatLabel seat)
    {
        var desk = await Console(Role.Secretariat);
        await desk.GotoAsync($"/setup/{FloorServer.Sample}/seats");
        await desk.Locator("[data-field=find]").FillAsync(seat.Value);
        await Expect(desk.Locator(".seats-row")).ToHaveCountAsync(1);
        await Pass(TimeSpan.FromSeconds(1)); // A tap on a row that has just moved is taken for a slip.
        await desk.Locator(".seats-row", new() { Has = desk.GetByText(seat.Value, new() { Exact = true }) }).Locator("[data-act=renew]").ClickAsync();
        return await desk.Locator(".seat-print-code").InnerTextAsync();
    }
}
