using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Views;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>What the chair does at the console and the room sees at once: a round with its replies, and a point of order.</summary>
public sealed class LeadingAPanelInTheRoom(Chromium chromium) : InTheHall(chromium)
{
    [Fact]
    public async Task A_round_is_taken_the_panel_replies_and_its_question_is_ticked_off()
    {
        var speakers = new List<Participant>();
        for (var seat = 0; seat < 3; seat++) speakers.Add(await Asks(seat));
        var (chair, chamber) = (await Console(Role.Chair), await Chamber());
        var (round, questions) = (chair.Locator(".round"), chair.Locator(".podium h3"));
        await chair.Locator(".round-size select").SelectOptionAsync("2");
        await Expect(round).ToContainTextAsync("0 of 2");

        await Speaks(chair, chamber, speakers[0]);
        await chair.Locator(".podium-person", new() { HasText = "Sinyolo" }).Locator(".podium-ask").ClickAsync();
        await Expect(chair.Locator("#question-text")).ToBeFocusedAsync();
        await chair.Keyboard.PressAsync("Enter");
        await Expect(questions).ToHaveTextAsync("Questions, unanswered: 1");
        await Expect(chair.Locator(".question")).ToContainTextAsync($"from {speakers[0].Delegation}");
        await chair.Locator("#question-text").FillAsync("By when?");
        await chair.Keyboard.PressAsync("Enter");
        await Expect(questions).ToHaveTextAsync("Questions, unanswered: 2");
        await Ends(chair, chamber);
        await Expect(round).ToContainTextAsync("1 of 2");
        await Speaks(chair, chamber, speakers[1]);
        await Expect(round).ToContainTextAsync("full – the panel replies");
        await Ends(chair, chamber);

        await chair.Locator(".podium-person", new() { HasText = "Sinyolo" }).Locator(".podium-give").ClickAsync();
        await Starts(chair, chamber, "Mr. Dennis Sinyolo");
        await Expect(chamber.Locator(".chamber-word")).ToHaveTextAsync("Reply");
        await Expect(round).ToContainTextAsync("the panel replies");
        await chair.Locator(".question", new() { HasText = "Sinyolo" }).Locator("input").CheckAsync();
        await Expect(questions).ToHaveTextAsync("Questions, unanswered: 1");
        await Expect(chair.Locator(".question", new() { HasText = "By when?" }).Locator("input")).Not.ToBeCheckedAsync();
        await Ends(chair, chamber);

        await Speaks(chair, chamber, speakers[2]);
        await Expect(round).ToContainTextAsync("Round 2");
        await Expect(round).ToContainTextAsync("1 of 2");
    }

    [Fact]
    public async Task A_point_of_order_takes_the_screen_and_then_the_first_clock_goes_on_where_it_was()
    {
        await TakePointsOfOrder();
        var (speaker, other) = (await Asks(0), await HolderOf(await Server.AdmittedSeat(1)));
        var (chair, chamber) = (await Console(Role.Chair), await Chamber());
        var digits = chamber.GetByRole(AriaRole.Timer);
        await Speaks(chair, chamber, speaker);
        await Pass(TimeSpan.FromSeconds(60));
        await Expect(digits).ToHaveTextAsync("2:00");

        await Staff(Role.Secretariat, "raise-request", new { seat = (await Server.AdmittedSeat(1)).Value, kind = "PointOfOrder" });
        await chair.Locator(".floor-order .give").ClickAsync();
        await Expect(chamber.Locator(".chamber-name")).ToHaveTextAsync(Called(other));
        await Expect(chamber.Locator(".chamber-delegation")).ToHaveTextAsync(other.Delegation);
        await Expect(chamber.Locator(".chamber-word")).ToHaveTextAsync("Point of order");
        await Expect(chair.Locator(".floor-interrupted")).ToContainTextAsync($"{speaker.FullName} is interrupted with 2:00 left.");
        await Pass(TimeSpan.FromSeconds(45));

        await chair.GetByRole(AriaRole.Button, new() { Name = $"Settle and return to {speaker.FullName}" }).ClickAsync();
        await Expect(chamber.Locator(".chamber-name")).ToHaveTextAsync(Called(speaker));
        await Expect(digits).ToHaveTextAsync("2:00");
        await Expect(chair.GetByRole(AriaRole.Timer)).ToContainTextAsync("2:00");
        await Pass(TimeSpan.FromSeconds(1));
        await Expect(digits).ToHaveTextAsync("1:59");
        await Ends(chair, chamber);
        var spoke = HearingRecord.Of((await Server.Session()).State).Segments.SelectMany(s => s.Interventions).Single(r => r.Intervention.Kind == FloorKind.Intervention).Spoke;
        Assert.Equal(TimeSpan.FromSeconds(62), spoke); // The second in which the chair looks up for the next step is counted, the point of order is not.
    }

    private async Task<Participant> Asks(int number)
    {
        var label = await Server.AdmittedSeat(number);
        await Staff(Role.Secretariat, "raise-request", new { seat = label.Value });
        return await HolderOf(label);
    }

    private async Task Speaks(IPage chair, IPage chamber, Participant who)
    {
        await chair.Locator(".pool .row", new() { HasText = who.FullName }).GetByRole(AriaRole.Button, new() { Name = "Give the floor" }).ClickAsync();
        await Expect(chair.Locator(".pool .row", new() { HasText = who.FullName })).ToBeHiddenAsync();
        await Starts(chair, chamber, Called(who));
    }

    private async Task Starts(IPage chair, IPage chamber, string name)
    {
        await Expect(chair.Locator(".step").First).ToContainTextAsync("Start");
        await Pass(TimeSpan.FromSeconds(1)); // The chair looks up: a step that has only just appeared is not taken.
        await chair.Locator(".step").First.ClickAsync();
        await Expect(chair.Locator(".step").First).ToHaveTextAsync("Thank and end");
        await Expect(chamber.Locator(".chamber-name")).ToHaveTextAsync(name);
        await Expect(chamber.Locator("#floor")).ToHaveAttributeAsync("data-state", "Running");
    }

    private async Task Ends(IPage chair, IPage chamber)
    {
        await Pass(TimeSpan.FromSeconds(1));
        await chair.Locator(".step", new() { HasText = "Thank and end" }).ClickAsync();
        await Expect(chair.Locator("#floor-label")).ToHaveTextAsync("Nobody has the floor");
        await Expect(chamber.Locator(".chamber-name")).ToBeHiddenAsync();
    }

    private static string Called(Participant who) => who.FullName.StartsWith(who.Style, StringComparison.Ordinal) ? who.FullName : $"{who.Style} {who.FullName}";
}
