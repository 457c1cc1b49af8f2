using System.Net;
using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Push;
using FloorManager.Web.Screens.Setup;
using Microsoft.AspNetCore.Mvc.Testing;
using Xunit;

namespace FloorManager.Web.Tests.Screens;

/// <summary>A quarter of an hour before the meeting: is the room ready, and what does a short address lead to?</summary>
public sealed class CheckingTheRoom : AtASetupPage<ScreensPage>
{
    private Task Type(string field, string text) => Page.InvokeAsync(() => Page.Find($"[data-field={field}]").InputAsync(new() { Value = text }));

    private RoomScreen Screen(string view, Hearing state, DateTimeOffset now) =>
        new($"c-{view}", FloorServer.Sample, $"id-{view}", view, $"/{FloorServer.Sample}/{view}?lang=fr", state.Version, 4, now, GoneAt: null);

    private async Task<(Hearing State, DateTimeOffset Now, RoomScreen[] All)> Room()
    {
        var (state, now) = (await State(), Server.Time.GetUtcNow().AddMinutes(10));
        return (state, now, [Screen("screen", state, now), Screen("queue", state, now), Screen("podium", state, now)]);
    }

    private static string[] Faults(Hearing state, RoomScreen[] screens, DateTimeOffset now) =>
        [.. RoomCheck.Of(state, screens, now).Where(c => !c.Ready).Select(c => $"{c.Key} {string.Join(' ', c.Facts)}".Trim())];

    [Fact]
    public async Task It_is_ready_when_each_view_is_there_and_up_to_date_and_knows_the_time()
    {
        var (state, now, all) = await Room();
        Assert.Empty(Faults(state, all, now));
        Assert.Equal(["Check.There.screen", "Check.There.queue", "Check.There.podium"], RoomCheck.Of(state, all, now).Select(c => c.Key));
        Assert.Empty(Faults(state, [.. all, Screen("overlay", state, now)], now));
    }

    [Fact]
    public async Task What_is_missing_and_what_is_wrong_with_a_screen_is_told_by_its_number()
    {
        var (state, now, all) = await Room();
        Assert.Equal(["Check.Missing.screen", "Check.Missing.queue", "Check.Missing.podium"], Faults(state, [], now));
        Assert.Equal(["Check.Clock 1 251"], Faults(state, [all[0] with { UncertaintyMs = 250.4 }, all[1], all[2]], now));
        Assert.Equal([$"Check.Behind 2 {state.Version - 1} {state.Version}"], Faults(state, [all[0], all[1] with { Version = state.Version - 1 }, all[2]], now));
        Assert.StartsWith("Check.Silent 3 ", Assert.Single(Faults(state, [all[0], all[1], all[2] with { SeenAt = now.AddMinutes(-3), Version = 1 }], now)), StringComparison.Ordinal);
        var gone = Faults(state, [all[0], all[1], all[2], all[0] with { GoneAt = now }], now);
        Assert.StartsWith("Check.Gone 4 ", Assert.Single(gone), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_that_reported_before_the_last_change_is_not_called_behind()
    {
        var (state, _, all) = await Room();
        var before = all.Select(s => s with { SeenAt = state.LastAt, Version = state.Version - 1 }).ToArray();
        Assert.Empty(Faults(state, before, state.LastAt.AddSeconds(30)));
    }

    [Fact]
    public async Task An_address_is_saved_under_a_short_name_and_led_to_from_there()
    {
        await Type("saved-name", "left-wall");
        await Type("saved-view", $"http://room.example/{FloorServer.Sample}/screen?lang=fr&show=next,message");
        await Tap("[data-act=save]");
        Page.WaitForAssertion(() => Assert.Contains("/gcm-2017/to/left-wall", Page.Find("#screens-saved").ParentElement!.TextContent, StringComparison.Ordinal));
        using var visitor = Server.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var answer = await visitor.GetAsync($"/{FloorServer.Sample}/to/left-wall", Xunit.TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.Found, $"/{FloorServer.Sample}/screen?lang=fr&show=next,message"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        Assert.True(answer.Headers.CacheControl?.NoStore);
        await Tap("[data-act=forget]");
        Page.WaitForAssertion(() => Assert.Empty(Page.FindAll("[data-act=forget]")));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/{FloorServer.Sample}/to/left-wall", Xunit.TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("Left wall", "screen", "A name has small letters")]
    [InlineData("left", "/other-hearing/screen", "This is no address of a screen")]
    [InlineData("left", "chair", "This is no address of a screen")]
    public async Task What_is_no_name_or_no_screen_is_told_and_stays_where_it_was_typed(string name, string view, string told)
    {
        await Type("saved-name", name);
        await Type("saved-view", view);
        await Tap("[data-act=save]");
        Page.WaitForAssertion(() => Assert.Contains(told, Page.Find("#screens-saved ~ [role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal((name, view), (Page.Find("[data-field=saved-name]").GetAttribute("value"), Page.Find("[data-field=saved-view]").GetAttribute("value")));
        Assert.Empty((await State()).NamedScreens);
    }
}
