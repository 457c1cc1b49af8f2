using FloorManager.Domain.Screens;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;

namespace FloorManager.Domain.Tests.SettingUp;

/// <summary>What a screen shows is kept under a short name, so that somebody types no more than that on the machine in the room.</summary>
public sealed class NamingScreens : Specification
{
    private static readonly AHearing Named = AHearing.SetUp.Had(new NameScreen("left-wall", "screen?lang=fr"));

    [Fact]
    public void A_view_is_kept_changed_and_let_go()
    {
        Given(AHearing.SetUp).When(new NameScreen("left-wall", "screen?lang=fr")).Then(new ScreenNamed("left-wall", "screen?lang=fr"));
        Given(Named).When(new NameScreen("left-wall", "screen?lang=fr")).ThenNothing();
        Given(Named).When(new NameScreen("left-wall", "queue")).Then(new ScreenNamed("left-wall", "queue"));
        Given(Named).When(new NameScreen("left-wall", null)).Then(new ScreenNamed("left-wall", null));
        Assert.Empty(Named.Had(new NameScreen("left-wall", null)).State.NamedScreens);
        Given(AHearing.SetUp).When(new NameScreen("left-wall", null)).ThenNothing();
    }

    [Fact]
    public void What_is_no_name_or_leads_elsewhere_is_refused()
    {
        foreach (var name in new[] { "", "Left wall", "left_wall", "left\n", new string('x', 41) })
            Given(AHearing.SetUp).When(new NameScreen(name, "screen")).ThenRefused(new OutOfBounds("name", "1", "40"));
        foreach (var view in new[] { "chair", "screen/../chair", "//evil.example/screen", "screen#x", "screen?a b", "screen?note=Tribüne", "" })
            Given(AHearing.SetUp).When(new NameScreen("left", view)).ThenRefused(new NoSuchView(view));
        Given(AHearing.SetUp).When(new NameScreen("left", "screen?" + new string('x', 300))).ThenRefused(new NoSuchView("screen?" + new string('x', 93)));
    }

    [Fact]
    public void A_hearing_keeps_sixty_and_changes_them_all_the_same()
    {
        var full = Enumerable.Range(1, ScreenAddress.Most).Aggregate(AHearing.SetUp, (hearing, n) => hearing.Had(new NameScreen($"s-{n}", "queue")));
        Given(full).When(new NameScreen("one-more", "queue")).ThenRefused(new OutOfBounds("screens", "0", "60"));
        Given(full).When(new NameScreen("s-1", "screen")).Then(new ScreenNamed("s-1", "screen"));
    }

    [Theory]
    [InlineData("http://room.example:5080/gcm-2017/screen?lang=fr", "screen?lang=fr")]
    [InlineData(" /gcm-2017/overlay ", "overlay")]
    [InlineData("queue?show=next", "queue?show=next")]
    [InlineData("https://room.example/other/screen", null)]
    [InlineData("/gcm-2017/chair", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("", null)]
    public void What_somebody_copied_from_a_screen_is_understood(string typed, string? view) => Assert.Equal(view, ScreenAddress.In(typed, "gcm-2017"));
}
