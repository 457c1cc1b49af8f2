using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Two consoles of the chair are open, and neither knows what the other is about to do.</summary>
public sealed class TwoChairsAtOnce(Chromium chromium) : InTheHall(chromium)
{
    [Fact]
    public async Task Both_give_the_floor_one_wins_and_the_other_reads_who_did_what()
    {
        Participant[] called = [await HolderOf(await Server.AdmittedSeat()), await HolderOf(await Server.AdmittedSeat(1))];
        foreach (var seat in new[] { 0, 1 }) await Staff(Role.Secretariat, "raise-request", new { seat = (await Server.AdmittedSeat(seat)).Value });
        IPage[] chairs = [await Console(Role.Chair), await Console(Role.Chair)];
        foreach (var (chair, who) in chairs.Zip(called))
            await chair.Locator(".pool .row", new() { HasText = who.FullName }).Locator(".give").FocusAsync();
        await Task.WhenAll(chairs.Select(chair => chair.Keyboard.PressAsync("Enter")));

        await Expect(chairs[0].Locator("#floor-label")).ToHaveTextAsync("Intervention");
        var speaker = (await Server.Session()).State.Floor?.Speaker.Participant;
        var won = Array.FindIndex(called, c => c.Id == speaker);
        var (winner, loser) = (chairs[won], chairs[1 - won]);
        await Expect(loser.Locator(".console-notice")).ToContainTextAsync($"Meanwhile the chair gave the floor to {called[won].FullName} (");
        await Expect(winner.Locator(".console-notice")).ToBeHiddenAsync();
        foreach (var chair in chairs)
        {
            await Expect(chair.Locator(".floor-name")).ToContainTextAsync(called[won].FullName);
            await Expect(chair.Locator(".pool .row")).ToHaveCountAsync(1);
        }

        foreach (var (chair, who) in new[] { (winner, "you"), (loser, "the chair") })
        {
            await chair.Locator(".steps .more > summary").ClickAsync();
            await Expect(chair.Locator(".steps-done button").First).ToContainTextAsync(who);
        }
    }

    [Fact]
    public async Task Each_sees_that_the_other_is_there_and_no_longer_when_it_has_gone()
    {
        var one = await Console(Role.Chair);
        await Expect(one.Locator(".console-others")).ToBeHiddenAsync();
        var other = await Console(Role.Chair);
        await Expect(one.Locator(".console-others")).ToHaveTextAsync("Also at work: the chair");
        await Expect(other.Locator(".console-others")).ToHaveTextAsync("Also at work: the chair");
        var desk = await Console(Role.Secretariat);
        await Expect(one.Locator(".console-others")).ToHaveTextAsync("Also at work: the chair, the desk");
        await Expect(desk.Locator(".console-others")).ToHaveTextAsync("Also at work: 2 × the chair");
        await other.GotoAsync("about:blank");
        await Expect(one.Locator(".console-others")).ToHaveTextAsync("Also at work: the desk");
    }
}
