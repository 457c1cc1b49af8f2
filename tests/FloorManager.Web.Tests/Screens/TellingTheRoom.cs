using System.Net;
using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Screens.Chair;
using FloorManager.Web.Screens.Desk;
using Xunit;

namespace FloorManager.Web.Tests.Screens;

public sealed class TellingTheRoom : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private Room _room = null!;

    public async ValueTask InitializeAsync() => _room = await Room.For(_server, Role.Chair);

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static void Becomes(IRenderedComponent<ChairPage> page, Func<Hearing, bool> met) => page.WaitForAssertion(() => Assert.True(met(page.Instance.Live.State!)));

    private static void Announce(IRenderedComponent<ChairPage> page, string time)
    {
        page.Find("#room-resume").Change(time);
        page.Find(".room-resume").Submit();
    }

    [Fact]
    public async Task The_podium_is_told_something_that_is_not_on_the_screens_and_it_is_taken_away()
    {
        var page = _room.Open<ChairPage>();
        await page.InvokeAsync(() => page.Find("#podium-text").InputAsync(new() { Value = "Please conclude" }));
        await Room.Tap(page, () => page.Find("[data-act=tell-podium]"));
        Becomes(page, s => s is { PodiumMessage: "Please conclude", Message: null });
        page.WaitForAssertion(() => Assert.Contains("At the podium: Please conclude", page.Find(".room-podium").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("", page.Find("#podium-text").GetAttribute("value") ?? ""));
        await Room.Tap(page, () => page.Find("[data-act=clear-podium]"));
        Becomes(page, s => s.PodiumMessage is null);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".room-podium")));
    }

    /// <summary>It is 14:00 UTC, ten o'clock in New York.</summary>
    [Fact]
    public async Task The_room_is_told_when_the_meeting_goes_on_by_the_chambers_own_clock_and_it_is_taken_back()
    {
        var page = _room.Open<ChairPage>();
        Announce(page, "15:00");
        Becomes(page, s => s.ResumesAt == new DateTimeOffset(2017, 7, 26, 19, 0, 0, TimeSpan.Zero));
        page.WaitForAssertion(() => Assert.Contains("We resume at 15:00", page.Find(".room-shown").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal("", page.Find("#room-resume").GetAttribute("value")));
        await Room.Tap(page, () => page.Find(".room-shown button"));
        Becomes(page, s => s.ResumesAt is null);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".room-shown")));
    }

    [Fact]
    public async Task A_time_that_has_passed_is_explained_and_not_told()
    {
        var page = _room.Open<ChairPage>();
        var before = (await _server.Session()).State.Version;
        Announce(page, "09:30");
        page.WaitForAssertion(() => Assert.StartsWith("09:30 has passed: it is 10:00 in the chamber.", page.Find("#room-past").TextContent, StringComparison.Ordinal));
        Assert.Equal(("true", "09:30"), (page.Find("#room-resume").GetAttribute("aria-invalid"), page.Find("#room-resume").GetAttribute("value")));
        Assert.Equal(before, (await _server.Session()).State.Version);

        await page.InvokeAsync(() => page.Find("#room-resume").ChangeAsync(new() { Value = "10:01" }));
        Assert.Equal("", page.Find("#room-past").TextContent);
        await page.InvokeAsync(() => page.Find(".room-resume").SubmitAsync());
        Becomes(page, s => s.ResumesAt is not null);
    }

    [Fact]
    public async Task Nothing_is_told_by_an_empty_field()
    {
        var page = _room.Open<ChairPage>();
        var before = (await _server.Session()).State.Version;
        await page.InvokeAsync(() => page.Find(".room-resume").SubmitAsync());
        Announce(page, "");
        Announce(page, "15:00");
        Becomes(page, s => s.ResumesAt == new DateTimeOffset(2017, 7, 26, 19, 0, 0, TimeSpan.Zero));
        Assert.Equal(before + 1, (await _server.Session()).State.Version);
    }

    [Fact]
    public async Task The_screens_are_made_to_blink_by_the_desk_as_well()
    {
        var page = _room.Open<ChairPage>();
        await Room.Tap(page, () => page.FindAll(".room-acts button")[0]);
        Becomes(page, s => s.Blinks == 1);
        await using var desk = await Room.For(_server, Role.Secretariat);
        var console = desk.Open<DeskPage>();
        await Room.Tap(console, () => console.FindAll(".room-acts button")[0]);
        Becomes(page, s => s.Blinks == 2);
    }

    [Fact]
    public async Task The_chamber_screen_is_shown_small_only_while_somebody_looks_and_nobody_can_stray_into_it()
    {
        var page = _room.Open<ChairPage>();
        Assert.Empty(page.FindAll("iframe"));
        await Room.Tap(page, () => page.Find(".preview summary"));
        var screen = page.Find(".preview[open] iframe");
        Assert.Equal("/gcm-2017/screen", screen.GetAttribute("src"));
        Assert.Equal(("true", "-1", true), (screen.GetAttribute("aria-hidden"), screen.GetAttribute("tabindex"), screen.HasAttribute("inert")));
        Assert.False(string.IsNullOrEmpty(screen.GetAttribute("title")));
        await Room.Tap(page, () => page.Find(".preview summary"));
        Assert.Empty(page.FindAll("iframe, .preview[open]"));
    }

    [Theory]
    [InlineData("/gcm-2017/screen", "SAMEORIGIN", "'self'")]
    [InlineData("/gcm-2017/chair", "DENY", "'none'")]
    [InlineData("/gcm-2017/queue", "DENY", "'none'")]
    [InlineData("/gcm-2017/overlay", "DENY", "'none'")]
    [InlineData("/seat", "DENY", "'none'")]
    [InlineData("/", "DENY", "'none'")]
    public async Task Only_the_chamber_screen_may_be_framed_and_only_by_us(string path, string allowed, string ancestors)
    {
        using var answer = await _server.CreateClient().GetAsync(path, Xunit.TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, allowed), (answer.StatusCode, Assert.Single(answer.Headers.GetValues("X-Frame-Options"))));
        Assert.EndsWith($"; frame-ancestors {ancestors}", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }
}
