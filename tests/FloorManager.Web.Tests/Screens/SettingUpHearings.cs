using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Screens.Setup;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>A secretary sets a hearing up without a developer.</summary>
public sealed class SettingUpHearings : IAsyncLifetime
{
    private readonly FloorServer _server = new();
    private Room _room = null!;

    public async ValueTask InitializeAsync() => _room = await Room.For(_server, Role.Secretariat, Grant.Everywhere);

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<Hearing> Find(string hearing) => (await _server.Hearings.Find(hearing, Xunit.TestContext.Current.CancellationToken))!.State;

    private static void Type(IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> page, string field, string text) => page.Find($"[data-field={field}]").Change(text);

    [Fact]
    public async Task A_new_hearing_is_made_and_leads_to_its_own_page()
    {
        var page = _room.Render<SetupPage>();
        await page.InvokeAsync(() => page.Find("[data-act=new]").ClickAsync(new()));
        Type(page, "title", "Hearing on water");
        Type(page, "short-name", "water-2026");
        Type(page, "time-zone", "Africa/Nairobi");
        Type(page, "limit", "5:00");
        await page.Find(".setup-form").SubmitAsync();
        var details = (await Find("water-2026")).Details!;
        Assert.Equal(("Hearing on water", "Africa/Nairobi", TimeSpan.FromMinutes(5)), (details.Title, details.TimeZone, details.Rules.Limit));
        Assert.EndsWith("/setup/water-2026", _room.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short-name", "Water 2026", "“Water 2026” cannot be the short name")]
    [InlineData("short-name", "gcm-2017", "already set up")]
    [InlineData("time-zone", "Mars", "No time zone is called “Mars”")]
    [InlineData("limit", "three", "“Limit” is written as minutes and seconds")]
    [InlineData("limit", "90:00", "must lie between")]
    public async Task What_is_refused_is_explained_and_what_was_typed_stays(string field, string text, string sentence)
    {
        var page = _room.Render<SetupPage>();
        await page.InvokeAsync(() => page.Find("[data-act=new]").ClickAsync(new()));
        Type(page, "title", "Hearing on water");
        Type(page, "short-name", "water-2026");
        Type(page, field, text);
        await page.Find(".setup-form").SubmitAsync();
        Assert.Contains(sentence, page.Find(".setup-refused").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Hearing on water", text), (page.Find("[data-field=title]").GetAttribute("value"), page.Find($"[data-field={field}]").GetAttribute("value")));
        Assert.Single(_server.Hearings.All);
    }

    [Fact]
    public async Task A_copy_takes_programme_and_seats_along_to_another_day()
    {
        await _room.Do(new HearingCommand.SetIntake(new("panel-1"), ClosesAt: _server.Time.GetUtcNow().AddHours(1)));
        var page = _room.Render<SetupPage>();
        await page.InvokeAsync(() => page.FindAll(".setup-hearings button")[0].ClickAsync(new()));
        Type(page, "short-name", "again");
        await page.InvokeAsync(() => page.Find("input[type=date]").ChangeAsync(new() { Value = "2026-12-01" }));
        await page.Find(".setup-form").SubmitAsync();
        var (copy, from) = (await Find("again"), await Find(FloorServer.Sample));
        Assert.Equal(from.Segments.Select(s => (s.Id, $"{from.Local(s.StartsAt):HH:mm}")), copy.Segments.Select(s => (s.Id, $"{copy.Local(s.StartsAt):HH:mm}")));
        Assert.Equal("2026-12-01 10:00", $"{copy.Local(copy.Segments.First().StartsAt):yyyy-MM-dd HH:mm}");
        Assert.Equal((from.Seats.Count, 0), (copy.Seats.Count, copy.Participants.Count));
        // A time of that day is none of this one's.
        Assert.Empty(copy.Intakes);
    }

    [Fact]
    public async Task Two_secretaries_who_change_different_things_lose_neither()
    {
        var page = _room.Open<HearingSetupPage>();
        Type(page, "place", "Conference Room 4");
        var details = (await Find(FloorServer.Sample)).Details!;
        await _room.Do(new ChangeHearing(details with { Title = "Renamed meanwhile", Rules = details.Rules with { Limit = TimeSpan.FromMinutes(2) } }));
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Saved.", page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        var saved = (await Find(FloorServer.Sample)).Details!;
        Assert.Equal(("Conference Room 4", "Renamed meanwhile", TimeSpan.FromMinutes(2)), (saved.Place, saved.Title, saved.Rules.Limit));
    }

    [Fact]
    public async Task A_category_that_is_needed_does_not_go_and_a_new_one_comes()
    {
        var page = _room.Open<HearingSetupPage>();
        await page.FindAll(".setup-categories .quiet")[0].ClickAsync(new());
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("“MemberState” cannot go", page.Find(".console-notice").TextContent, StringComparison.Ordinal));

        await page.InvokeAsync(() => page.FindAll(".setup-acts .quiet")[0].ClickAsync(new()));
        await page.Find(".setup-add").ClickAsync(new());
        await page.InvokeAsync(() => page.FindAll(".setup-categories input.field")[^1].ChangeAsync(new() { Value = "Trade union" }));
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Saved.", page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        Assert.Contains(new("Trade union", IsStakeholder: true), (await Find(FloorServer.Sample)).Details!.Categories);
    }

    [Fact]
    public async Task Regional_groups_are_the_hearings_own()
    {
        var page = _room.Open<HearingSetupPage>();
        await page.Find("[data-act=add-region]").ClickAsync(new());
        await page.InvokeAsync(() => page.Find("[data-field=region]").ChangeAsync(new() { Value = "Océan Indien" }));
        await page.Find(".setup-form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Saved.", page.Find(".setup-refused").TextContent, StringComparison.Ordinal));
        Assert.Equal("Océan Indien", (await Find(FloorServer.Sample)).Details!.RegionalGroups[^1]);

        var register = _room.Open<ParticipantsPage>();
        await register.InvokeAsync(() => register.Find("[data-act=add]").ClickAsync(new()));
        foreach (var (field, text) in new[] { ("name", "Aisha"), ("delegation", "Comoros"), ("category", "MemberState"), ("id", "c-1"), ("region", "Océan Indien") }) Type(register, field, text);
        await register.Find(".setup-form").SubmitAsync();
        register.WaitForAssertion(() => Assert.Contains("Océan Indien", register.Markup, StringComparison.Ordinal));
        Assert.Equal("Océan Indien", (await Find(FloorServer.Sample)).Participants[new("c-1")].RegionalGroup);

        var form = _room.Open<HearingSetupPage>();
        await form.FindAll("[data-list=regions] .quiet")[^1].ClickAsync(new());
        await form.Find(".setup-form").SubmitAsync();
        form.WaitForAssertion(() => Assert.Contains("“Océan Indien” cannot go", form.Find(".console-notice").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Putting_a_hearing_away_asks_first_and_can_be_taken_back()
    {
        var page = _room.Open<HearingSetupPage>();
        await Room.Tap(page, () => page.FindAll(".setup-acts .quiet")[^1]);
        Assert.False((await Find(FloorServer.Sample)).IsArchived);
        await Room.Tap(page, () => page.FindAll(".setup-acts .give")[^1]);
        page.WaitForAssertion(() => Assert.Contains("Take out of the archive", page.Markup, StringComparison.Ordinal));
        Assert.True((await Find(FloorServer.Sample)).IsArchived);
        await Room.Tap(page, () => page.Find(".card > .quiet"));
        page.WaitForAssertion(() => Assert.DoesNotContain("Take out of the archive", page.Markup, StringComparison.Ordinal));
        Assert.False((await Find(FloorServer.Sample)).IsArchived);
    }

    [Fact]
    public async Task A_link_for_the_chair_is_made_for_this_hearing_alone()
    {
        var page = _room.Open<HearingSetupPage>();
        await Room.Tap(page, () => page.Find("[data-role=Chair]"));
        page.WaitForElement(".setup-links input");
        var link = page.Find(".setup-links input").GetAttribute("value")!;
        var grant = await _server.Services.GetRequiredService<Credentials>().Find(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..], Xunit.TestContext.Current.CancellationToken);
        Assert.Equal((Role.Chair, FloorServer.Sample), (grant?.Role, grant?.Hearing));
    }

    [Fact]
    public async Task The_secretariat_of_one_hearing_changes_it_and_makes_no_other()
    {
        await using var room = await Room.For(_server, Role.Secretariat);
        Assert.Contains("not signed in", room.Render<SetupPage>().Markup, StringComparison.Ordinal);
        Assert.NotEmpty(room.Open<HearingSetupPage>().FindAll(".setup-form"));
        await using var chair = await Room.For(_server, Role.Chair);
        Assert.Empty(chair.Open<HearingSetupPage>().FindAll(".setup-form"));
    }
}
