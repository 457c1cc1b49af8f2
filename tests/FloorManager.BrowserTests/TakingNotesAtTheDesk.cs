using FloorManager.Domain.Hearings;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>Two secretaries write down what is recommended while somebody speaks.</summary>
public sealed class TakingNotesAtTheDesk(Chromium chromium) : InTheHall(chromium)
{
    [Fact]
    public async Task A_recommendation_is_noted_by_the_keyboard_saved_by_itself_and_seen_by_the_other_at_once()
    {
        await Staff(Role.Chair, "recognise", new { seat = (await Server.AdmittedSeat()).Value, start = true });
        var (one, two) = (await Console(Role.Secretariat), await Console(Role.Secretariat));
        await one.Locator("#log-find").PressAsync("Escape");
        await one.EvaluateAsync("document.activeElement.blur()");
        await one.Keyboard.PressAsync("n");
        await Expect(one.Locator("#note-new")).ToBeFocusedAsync();
        await one.Keyboard.TypeAsync("Ratify both conventions");
        // Nobody presses anything: a pause saves it.
        await Pass(TimeSpan.FromSeconds(3));
        await Expect(two.Locator(".notes-list textarea")).ToHaveValueAsync("Ratify both conventions");
        await one.Keyboard.TypeAsync(".");
        await one.Keyboard.PressAsync("Enter");
        await Expect(one.Locator("#note-new")).ToHaveValueAsync("");
        await Expect(two.Locator(".notes-list textarea")).ToHaveValueAsync("Ratify both conventions.");

        // Both on the same sentence: neither is written over unseen.
        await one.Locator(".notes-list textarea").FocusAsync();
        await one.Keyboard.PressAsync("End");
        await one.Keyboard.TypeAsync(" By 2020.");
        await two.Locator(".notes-list textarea").FillAsync("Ratify both conventions at once.");
        await two.Locator(".notes-list textarea").BlurAsync();
        await Expect(one.Locator(".note-meanwhile")).ToContainTextAsync("Ratify both conventions at once.");
        await Expect(one.Locator(".notes-list textarea")).ToHaveValueAsync("Ratify both conventions. By 2020.");
        await HasNoFault(one);
        await one.Locator("[data-act=mine]").PressAsync("Enter");
        await Expect(two.Locator(".notes-list textarea")).ToHaveValueAsync("Ratify both conventions. By 2020.");

        // A question to the podium stands beside them, and everything is in the record.
        await two.Locator("#question-text").FillAsync("By when?");
        await two.Locator("#question-text").PressAsync("Enter");
        await Expect(one.Locator(".question")).ToContainTextAsync("By when?");
        await HasNoFault(two);
        await Staff(Role.Chair, "end-intervention");
        await one.GotoAsync("/gcm-2017/record");
        await Expect(one.Locator(".record-notes")).ToContainTextAsync("Ratify both conventions. By 2020.");
    }

    [Fact]
    public async Task Whose_words_they_are_is_what_the_desk_reads_whoever_has_the_floor_by_then()
    {
        var desk = await Console(Role.Secretariat);
        var speakers = new List<string>();
        for (var n = 0; n < 3; n++)
        {
            var label = await Server.AdmittedSeat(n);
            speakers.Add((await HolderOf(label)).FullName);
            await Staff(Role.Chair, "recognise", new { seat = label.Value, start = true });
            await Expect(desk.Locator(".notes-of select option").First).ToContainTextAsync(speakers[^1]);
            // Somebody goes back to the first one's; the third gets the floor meanwhile.
            if (n == 1) await desk.Locator(".notes-of select").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Index = 1 });
            if (n < 2) await Staff(Role.Chair, "end-intervention");
        }

        Assert.Contains(speakers[0], await desk.Locator(".notes-of select").EvaluateAsync<string>("list => list.selectedOptions[0].textContent"), StringComparison.Ordinal);
        await desk.Locator("#note-new").FillAsync("Ratify.");
        await desk.Keyboard.PressAsync("Enter");
        await Expect(desk.Locator(".notes-list textarea")).ToHaveValueAsync("Ratify.");
        var (state, holder) = ((await Server.Session()).State, await HolderOf(await Server.AdmittedSeat()));
        Assert.Equal(holder.Id, state.FindIntervention(Assert.Single(state.Recommendations).Intervention)!.Speaker.Participant);
    }
}
