using System.Globalization;
using FloorManager.Domain.Hearings;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>
/// What the last row can read, in parts of the image height: digits a fifth; name, delegation and word a fifteenth; nothing below a twentieth. Measured is the
/// height of a capital or a digit – in Noto Sans 0.714 of the size of the font.
/// </summary>
public sealed class SeeingTheChamberScreen(Chromium chromium) : InTheHall(chromium)
{
    private const string Short = "A-1";
    private const string LongestOfTheSample = "H-34";
    private const string Message = "Please address the theme of the panel, speak slowly for the interpreters, and leave your statement with the secretariat.";

    /// <summary>Every text that is shown: its class, the height of its capitals in parts of the image, and whether any of it is outside the image or cut.</summary>
    private const string Measure =
        """
        async () => {
          await document.fonts.ready; // The picture is fitted anew once its letters are there.
          await new Promise(requestAnimationFrame);
          return [...document.querySelectorAll("#floor :is(h1, p, .chamber-next-name)")]
          .filter((e) => e.textContent && e.checkVisibility() && !e.classList.contains("visually-hidden"))
          .map((e) => {
            const box = e.getBoundingClientRect(), ellipsis = e.matches(".chamber-delegation, .chamber-message");
            const inside = box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
            const whole = ellipsis || e.scrollWidth <= e.clientWidth + 1;
            return `${e.className} ${(0.714 * parseFloat(getComputedStyle(e).fontSize)) / innerHeight} ${inside && whole}`;
          });
        }
        """;

    public static TheoryData<int, int, string, string?> Views()
    {
        var views = new TheoryData<int, int, string, string?>();
        foreach (var (width, height) in new[] { (1280, 720), (1920, 1080), (3840, 2160), (1024, 768) })
        {
            views.Add(width, height, Short, null);
            views.Add(width, height, LongestOfTheSample, null);
            views.Add(width, height, LongestOfTheSample, Message);
            views.Add(width, height, LongestOfTheSample, string.Concat(Enumerable.Repeat("wwwww ", 33)).Trim());
        }

        return views;
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task The_last_row_reads_every_word_in_every_phase(int width, int height, string seat, string? message)
    {
        var chamber = await Chamber(new() { ViewportSize = new() { Width = width, Height = height } });
        if (message is not null) await Staff(Role.Chair, "show-message", new { text = message });
        await Staff(Role.Chair, "recognise", new { seat, start = true });
        await Expect(chamber.Locator(".chamber-name")).ToContainTextAsync((await HolderOf(new(seat))).FullName);

        foreach (var (time, phase) in new[] { (0, "Speaking"), (150, "Warning"), (31, "Expired") })
        {
            await Pass(TimeSpan.FromSeconds(time));
            await Expect(chamber.Locator("#floor")).ToHaveAttributeAsync("data-phase", phase);
            await EverythingIsLargeEnough(chamber, roomy: seat == Short && message is null && width > 1024);
        }
    }

    /// <summary>The words of a language may be twice as long, stand higher or run the other way.</summary>
    [Theory]
    [InlineData("ar", "rtl", "انتهى الوقت – يرجى الاختتام")]
    [InlineData("zh", "ltr", "时间到——请结束发言")]
    [InlineData("es", "ltr", "TIEMPO – concluya, por favor")]
    [InlineData("fr", "ltr", "Temps écoulé – veuillez conclure")]
    [InlineData("ru", "ltr", "ВРЕМЯ – просьба завершить")]
    public async Task The_last_row_reads_it_in_every_language(string language, string direction, string time)
    {
        var chamber = await Open($"/{Web.Tests.FloorServer.Sample}/screen?lang={language}", new() { ViewportSize = new() { Width = 1280, Height = 720 } });
        await Staff(Role.Chair, "recognise", new { seat = Short, start = true });
        foreach (var (seconds, phase) in new[] { (0, "Speaking"), (150, "Warning"), (31, "Expired") })
        {
            await Pass(TimeSpan.FromSeconds(seconds));
            await Expect(chamber.Locator("#floor")).ToHaveAttributeAsync("data-phase", phase);
            await EverythingIsLargeEnough(chamber, roomy: false);
        }

        await Expect(chamber.Locator(".chamber-word")).ToHaveTextAsync(time);
        await Expect(chamber.Locator(".chamber-digits")).ToHaveTextAsync("+0:01");
        Assert.Equal((language, direction, "ltr"), await chamber.EvaluateAsync<string[]>("() => [document.documentElement.lang, document.documentElement.dir, getComputedStyle(document.querySelector('.chamber-digits')).direction]") is [var l, var d, var digits] ? (l, d, digits) : default);
    }

    [Theory]
    [InlineData(1280, 720, null)]
    [InlineData(1024, 768, null)]
    [InlineData(1280, 720, Message)]
    public async Task The_last_row_reads_when_the_meeting_goes_on(int width, int height, string? message)
    {
        var chamber = await Chamber(new() { ViewportSize = new() { Width = width, Height = height } });
        if (message is not null) await Staff(Role.Chair, "show-message", new { text = message });
        await Staff(Role.Chair, "announce-resumption", new { at = Server.Time.GetUtcNow().AddHours(5) });
        await Expect(chamber.Locator(".chamber-resume")).ToHaveTextAsync("We resume at 15:00");
        var sizes = await chamber.EvaluateAsync<string[]>(Measure.Replace(".chamber-next-name", ".resume-time", StringComparison.Ordinal).Replace("message\")", "message, .chamber-title\")", StringComparison.Ordinal));
        Assert.DoesNotContain(sizes, t => t.EndsWith("false", StringComparison.Ordinal));
        foreach (var (name, least) in new[] { ("chamber-resume", 0.067), ("resume-time", message is null ? 0.2 : 0.067) })
            Assert.InRange(double.Parse(Assert.Single(sizes, t => t.StartsWith(name, StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture), least, 1);
    }

    private static async Task EverythingIsLargeEnough(IPage chamber, bool roomy)
    {
        var texts = await chamber.EvaluateAsync<string[]>(Measure);
        var sizes = texts.Select(t => t.Split(' ')).ToDictionary(t => t[0], t => double.Parse(t[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Assert.DoesNotContain(texts, t => t.EndsWith("false", StringComparison.Ordinal));
        Assert.InRange(sizes["chamber-digits"], roomy ? 0.35 - 0.001 : 0.2, 1);
        Assert.InRange(sizes["chamber-name"], roomy ? 0.08 - 0.001 : 0.067, 1);
        Assert.InRange(sizes["chamber-delegation"], 0.067, 1);
        Assert.InRange(sizes["chamber-word"], 0.067, 1);
        Assert.All(sizes.Values, s => Assert.InRange(s, 0.0499, 1));
    }
}
