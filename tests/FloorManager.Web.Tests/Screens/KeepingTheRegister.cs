using Bunit;
using FloorManager.Web.Screens.Setup;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

public sealed class KeepingTheRegister : AtASetupPage<ParticipantsPage>
{
    private Task Type(string field, string text) => Page.InvokeAsync(() => Page.Find($"[data-field={field}]").ChangeAsync(new() { Value = text }));

    private Task Find(string text) => Page.InvokeAsync(() => Page.Find("[data-field=find]").InputAsync(new() { Value = text }));

    [Theory]
    [InlineData("Suryaningsih")]
    [InlineData("نور الدين بن علي")]
    [InlineData("王小明")]
    [InlineData("Ngũgĩ Ọ̀ṣun-Đặng")]
    public async Task Somebody_is_added_under_the_name_as_they_write_it(string name)
    {
        await Tap("[data-act=add]");
        await Type("style", "H.E. Ms.");
        await Type("name", name);
        await Type("delegation", "Example State");
        await Type("accommodation", "1:30");
        await Page.InvokeAsync(() => Page.Find("[data-field=admitted]").Change(true));
        await Page.Find(".setup-form").SubmitAsync();
        Page.WaitForAssertion(() => Assert.Empty(Page.FindAll(".setup-form")));
        var added = (await State()).Participants[new("n-1")];
        Assert.Equal(("H.E. Ms.", name, true, TimeSpan.FromSeconds(90)), (added.Style, added.FullName, added.Admitted, added.Accommodation));
    }

    [Theory]
    [InlineData("delegation", "", "“Delegation” is needed.")]
    [InlineData("seat", "Z-99", "“Seat”: there is no such seat in the plan.")]
    [InlineData("seat", "A-1", "Seat A-1 is Drita Kolëmarku’s.")]
    [InlineData("language", "fr ench", "“Language they will speak” is a code such as fr or ar.")]
    [InlineData("accommodation", "long", "“Agreed extra time” is written as minutes and seconds")]
    [InlineData("id", "1001", "The ticket number 1001 is somebody else’s.")]
    public async Task What_is_not_right_is_explained_and_stays_typed(string field, string text, string sentence)
    {
        var before = (await State()).Version;
        await Tap("[data-act=add]");
        await Type("name", "Ana");
        await Type("delegation", "Example State");
        await Type(field, text);
        await Page.Find(".setup-form").SubmitAsync();
        Assert.Contains(sentence, Page.Find(".setup-form .setup-refused").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Ana", text), (Page.Find("[data-field=name]").GetAttribute("value"), Page.Find($"[data-field={field}]").GetAttribute("value") ?? ""));
        Assert.Equal(before, (await State()).Version);
    }

    [Fact]
    public async Task Two_secretaries_who_change_different_things_of_one_person_lose_neither()
    {
        await Find("Drita");
        await Tap("[data-act=edit]");
        await Type("designation", "Ambassador");
        var person = (await State()).Participants[new("1001")];
        await Here.Do(new RegisterParticipants([person with { Pronunciation = "DREE-ta" }]));
        await Page.Find(".setup-form").SubmitAsync();
        Page.WaitForAssertion(() => Assert.Empty(Page.FindAll(".setup-form")));
        var saved = (await State()).Participants[new("1001")];
        Assert.Equal(person with { Designation = "Ambassador", Pronunciation = "DREE-ta" }, saved);
    }

    [Fact]
    public async Task Whoever_is_not_admitted_is_marked_found_and_admitted_in_place()
    {
        var person = (await State()).Participants[new("1001")];
        await Here.Do(new RegisterParticipants([person with { Admitted = false }]));
        await Find("Drita");
        Page.WaitForAssertion(() => Assert.Equal("not admitted", Page.Find(".people-row .tag").TextContent));
        await Tap("[data-act=admit]");
        Page.WaitForAssertion(() => Assert.Empty(Page.FindAll(".people-row .tag")));
        Assert.Equal(person, (await State()).Participants[new("1001")]);
    }
}
