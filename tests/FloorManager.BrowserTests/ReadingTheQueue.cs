using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Tests;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>The hearing publishes who waits, and there are more of them than a screen has room for.</summary>
public sealed class ReadingTheQueue(Chromium chromium) : InTheHall(chromium)
{
    [Theory]
    [InlineData(1280, 720, "", ColorScheme.Light)]
    [InlineData(1920, 1080, "?lang=ar", ColorScheme.Dark)]
    public async Task Nobody_scrolls_the_clock_stays_in_sight_and_names_that_have_no_room_are_counted(int width, int height, string search, ColorScheme scheme)
    {
        var state = (await Server.Session()).State;
        Assert.IsType<Answer.Done>(await Server.Hearings.Submit(
            FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), new HearingCommand.ChangeHearing(state.Details! with { PublicViews = ["queue", HearingDetails.WaitingNames] })));
        foreach (var person in state.Participants.Values.Where(p => p.Admitted).DistinctBy(p => p.Delegation.ToUpperInvariant()).Take(26))
            await Staff(Role.Secretariat, "raise-request", new { participantId = person.Id.Value });
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        var waiting = (await Server.Session()).State.Requests.Values.Count(r => r.IsWaiting);

        var queue = await Open($"/{FloorServer.Sample}/queue{search}", new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = scheme });
        await Expect(queue.Locator(".queue-digits")).ToHaveTextAsync("3:00");
        await Expect(queue.Locator(".queue-pool .queue-more")).ToBeVisibleAsync();
        Assert.Equal(0, await queue.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollHeight - innerHeight)"));
        var shown = await queue.Locator(".queue-name-of:visible").CountAsync();
        Assert.InRange(shown, 2, waiting - 1);
        Assert.Contains((waiting - shown).ToString(CultureInfo.InvariantCulture), await queue.Locator(".queue-pool .queue-more").InnerTextAsync(), StringComparison.Ordinal);
        await HasNoFault(queue);
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(1920, 1080)]
    public async Task However_many_are_announced_and_whatever_the_room_is_told_the_clock_stays_in_sight(int width, int height)
    {
        for (var seat = 1; seat <= 5; seat++) await Staff(Role.Secretariat, "raise-request", new { seat = (await Server.AdmittedSeat(seat)).Value });
        foreach (var request in (await Server.Session()).State.Requests.Values.Where(r => r.IsWaiting).Take(5)) await Staff(Role.Chair, "place-on-deck", new { requestId = request.Id.Value });
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        await Staff(Role.Chair, "show-message", new { text = "Please address the theme of the panel, speak slowly for the interpreters, and leave your statement with the secretariat." });

        var queue = await Open($"/{FloorServer.Sample}/queue", new() { ViewportSize = new() { Width = width, Height = height } });
        await Expect(queue.Locator(".queue-digits")).ToHaveTextAsync("3:00");
        await Expect(queue.Locator(".queue-message")).ToBeVisibleAsync();
        Assert.Equal(0, await queue.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollHeight - innerHeight)"));
        var (announced, digits) = (await queue.Locator(".queue-next-one:visible").CountAsync(), await queue.Locator(".queue-digits").BoundingBoxAsync());
        Assert.InRange(announced, 1, 5);
        if (announced < 5) await Expect(queue.Locator(".queue-follow .queue-more")).ToContainTextAsync((5 - announced).ToString(CultureInfo.InvariantCulture));
        Assert.InRange(digits!.Y + digits.Height, 0, height);
        Assert.True(digits.Height > 0.1 * height, $"the digits are {digits.Height} of {height} px high");
    }
}
