using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Web.Screens.Setup;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>Tonatiuh Béjar Olmedo of Mexico, number 1045, asks that nothing be kept of him.</summary>
public sealed class ErasingAPerson : IAsyncLifetime
{
    private static readonly ParticipantId Who = new("1045");

    private readonly FloorServer _server = new();
    private Room _room = null!;

    public async ValueTask InitializeAsync() => _room = await Room.For(_server, Role.Secretariat);

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private static Task Tap(IRenderedComponent<ParticipantsPage> page, string selector) => Room.Tap(page, () => page.Find(selector));

    private static Task Find(IRenderedComponent<ParticipantsPage> page, string text) => page.InvokeAsync(() => page.Find("[data-field=find]").InputAsync(new() { Value = text }));

    private async Task<IRenderedComponent<ParticipantsPage>> Ask()
    {
        var page = _room.Open<ParticipantsPage>();
        await Find(page, "Tonatiuh");
        await Tap(page, "[data-act=edit]");
        await Tap(page, "[data-act=erase]");
        return page;
    }

    private static async Task Confirm(IRenderedComponent<ParticipantsPage> page, string reason)
    {
        await page.InvokeAsync(() => page.Find("[data-field=reason]").ChangeAsync(new() { Value = reason }));
        await page.Find("form[aria-labelledby=erase-form]").SubmitAsync();
    }

    [Fact]
    public async Task What_goes_and_what_stays_is_said_before_and_the_register_shows_nobody_afterwards()
    {
        await _room.Do(new ShowMessage("Tonatiuh, your card was found"));
        var page = await Ask();
        var asked = page.Find("form[aria-labelledby=erase-form]").TextContent;
        foreach (var said in new[] { "Tonatiuh Béjar Olmedo", "number 1045, delegation", "cannot be taken back", "Message on the screens: Tonatiuh, your card was found" }) Assert.Contains(said, asked, StringComparison.Ordinal);
        Assert.Equal("Tonatiuh Béjar Olmedo", (await _server.Session()).State.Participants[Who].FullName);

        await Confirm(page, "Asked for in writing");
        page.WaitForAssertion(() => Assert.Equal("The personal data of number 1045 is erased", page.Find("#erase-form").TextContent.Trim()));
        await Find(page, "Erased");
        page.WaitForAssertion(() => Assert.Contains("Erased, number 1045", page.Find(".people-row").TextContent, StringComparison.Ordinal));
        Assert.Contains("may still name", page.Find("form[aria-labelledby=erase-form]").TextContent, StringComparison.Ordinal);
        Assert.Contains(Participant.ErasedName, page.Find(".people-row").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Béjar", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".people-row [data-act=edit], .people-row [data-act=admit]"));
        await Tap(page, "[data-act=erased]");
        Assert.Empty(page.FindAll("#erase-form"));
    }

    [Fact]
    public async Task A_refusal_is_said_in_the_form_and_nothing_is_lost()
    {
        await _room.Do(new RaiseRequest(Who, SegmentId: new("panel-1")));
        var page = await Ask();
        await Confirm(page, "Asked for");
        page.WaitForAssertion(() => Assert.Contains("has the floor or may still be called", page.Find("form[aria-labelledby=erase-form] .setup-refused").TextContent, StringComparison.Ordinal));
        Assert.Equal("Tonatiuh Béjar Olmedo", (await _server.Session()).State.Participants[Who].FullName);
        await Confirm(page, "Mr. Béjar Olmedo asked");
        Assert.Empty((await _server.Session()).State.Erased);
    }
}
