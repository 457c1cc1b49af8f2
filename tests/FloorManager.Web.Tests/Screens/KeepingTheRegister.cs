using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Web.Screens.Setup;
using Microsoft.AspNetCore.Components.Forms;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

public sealed class KeepingTheRegister : IAsyncLifetime
{
    private const string Headings = "id,full_name,delegation,category,admitted\n";

    private readonly FloorServer _server = new();
    private Room _room = null!;
    private IRenderedComponent<ParticipantsPage> _page = null!;

    public async ValueTask InitializeAsync()
    {
        _room = await Room.For(_server, Role.Secretariat);
        _page = _room.Open<ParticipantsPage>();
    }

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<Hearing> State() => (await _server.Session()).State;

    private Task Tap(string selector) => Room.Tap(_page, () => _page.Find(selector));

    private Task Type(string field, string text) => _page.InvokeAsync(() => _page.Find($"[data-field={field}]").ChangeAsync(new() { Value = text }));

    private Task Find(string text) => _page.InvokeAsync(() => _page.Find("[data-field=find]").InputAsync(new() { Value = text }));

    private void Upload(string csv) => _page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(csv, "register.csv"));

    private string Told => _page.Find("[role=status] .setup-refused").TextContent;

    [Fact]
    public async Task Who_was_registered_twice_is_pointed_out_and_merged_into_the_one_that_others_know()
    {
        var known = (await State()).Participants.Values.First(p => p is { Admitted: true, Seat: not null });
        Assert.Empty(_page.FindAll(".merge"));
        await _room.Do(new RegisterParticipants([known with { Id = new("twice"), FullName = known.FullName.ToUpperInvariant(), Seat = null, Admitted = false, Pronunciation = "as written" }]));
        await _room.Do(new RaiseRequest(known.Id));
        _page.WaitForAssertion(() => Assert.Equal(2, _page.FindAll(".merge-one").Count));
        Assert.Contains("Comes over to the one who stays: How the name is said.", _page.Find(".merge").TextContent, StringComparison.Ordinal);
        await Tap("[data-act=merge]");
        _page.WaitForAssertion(() => Assert.Empty(_page.FindAll(".merge")));
        var state = await State();
        Assert.Equal((known.FullName, "as written"), (state.Participants[known.Id].FullName, state.Participants[known.Id].Pronunciation));
        Assert.Equal(known.Id, state.NumberOf(new("twice")));
    }

    [Fact]
    public async Task Two_of_one_name_stay_two_when_a_secretary_says_so()
    {
        var known = (await State()).Participants.Values.First();
        await _room.Do(new RegisterParticipants([known with { Id = new("twice"), Delegation = "Elsewhere", Seat = null }]));
        _page.WaitForElement("[data-act=not-same]");
        await Tap("[data-act=not-same]");
        Assert.Empty(_page.FindAll(".merge"));
        Assert.Contains(new("twice"), (await State()).Participants.Keys);
    }

    [Fact]
    public async Task Any_two_are_picked_by_hand_and_the_one_that_stays_is_chosen()
    {
        await Tap("[data-act=same]");
        var first = (await State()).Participants.Values.OrderBy(p => p.Delegation, StringComparer.Ordinal).First();
        Assert.Contains("Find and choose who is the same person as", _page.Markup, StringComparison.Ordinal);
        await Tap("[data-act=this]");
        await _page.InvokeAsync(() => _page.FindAll(".merge-one input")[1].Change("on"));
        var count = (await State()).Participants.Count;
        await Tap("[data-act=merge]");
        _page.WaitForAssertion(() => Assert.Empty(_page.FindAll(".merge")));
        Assert.Equal(count - 1, (await State()).Participants.Count);
        Assert.DoesNotContain(first.Id, (await State()).Participants.Keys);
    }

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
        await _page.InvokeAsync(() => _page.Find("[data-field=admitted]").Change(true));
        await _page.Find(".setup-form").SubmitAsync();
        _page.WaitForAssertion(() => Assert.Empty(_page.FindAll(".setup-form")));
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
        await _page.Find(".setup-form").SubmitAsync();
        Assert.Contains(sentence, _page.Find(".setup-form .setup-refused").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Ana", text), (_page.Find("[data-field=name]").GetAttribute("value"), _page.Find($"[data-field={field}]").GetAttribute("value") ?? ""));
        Assert.Equal(before, (await State()).Version);
    }

    [Fact]
    public async Task Two_secretaries_who_change_different_things_of_one_person_lose_neither()
    {
        await Find("Drita");
        await Tap("[data-act=edit]");
        await Type("designation", "Ambassador");
        var person = (await State()).Participants[new("1001")];
        await _room.Do(new RegisterParticipants([person with { Pronunciation = "DREE-ta" }]));
        await _page.Find(".setup-form").SubmitAsync();
        _page.WaitForAssertion(() => Assert.Empty(_page.FindAll(".setup-form")));
        var saved = (await State()).Participants[new("1001")];
        Assert.Equal(person with { Designation = "Ambassador", Pronunciation = "DREE-ta" }, saved);
    }

    [Fact]
    public async Task Whoever_is_not_admitted_is_marked_found_and_admitted_in_place()
    {
        var person = (await State()).Participants[new("1001")];
        await _room.Do(new RegisterParticipants([person with { Admitted = false }]));
        await Find("Drita");
        _page.WaitForAssertion(() => Assert.Equal("not admitted", _page.Find(".people-row .tag").TextContent));
        await Tap("[data-act=admit]");
        _page.WaitForAssertion(() => Assert.Empty(_page.FindAll(".people-row .tag")));
        Assert.Equal(person, (await State()).Participants[new("1001")]);
    }

    [Fact]
    public async Task A_file_is_looked_at_first_and_a_second_reading_doubles_nobody()
    {
        var before = await State();
        Upload($"{Headings}w-1,Ana,Example State,MemberState,yes\n1001,Drita Kolëmarku,Albania,MemberState,no\n");
        _page.WaitForAssertion(() => Assert.Equal("“register.csv”: 1 new, 1 changed, 0 as they are. Nothing has been written yet.", Told));
        Assert.Equal(before.Version, (await State()).Version);
        await Tap("[data-act=confirm]");
        _page.WaitForAssertion(() => Assert.Contains("has been read", Told, StringComparison.Ordinal));
        var after = await State();
        Assert.Equal((before.Participants.Count + 1, false), (after.Participants.Count, after.Participants[new("1001")].Admitted));
        Upload($"{Headings}w-1,Ana,Example State,MemberState,yes\n");
        _page.WaitForAssertion(() => Assert.Equal("“register.csv”: 0 new, 0 changed, 1 as they are. Nothing has been written yet.", Told));
    }

    [Fact]
    public async Task A_workbook_is_read_like_a_text_and_a_formula_in_it_is_told_by_its_cell()
    {
        static string Row(params string[] cells) => $"<row>{string.Concat(cells.Select(c => $"<c t=\"str\"><v>{c}</v></c>"))}</row>";
        var headings = Row("id", "full_name", "delegation", "category", "admitted");
        void Choose(string rows) => _page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Imports.ReadingTablesOfEveryKind.Workbook(headings + rows), "register.xlsx"));
        Choose(Row("w-1", "نور", "Example State", "MemberState", "yes"));
        _page.WaitForAssertion(() => Assert.Contains("1 new, 0 changed", Told, StringComparison.Ordinal));
        await Tap("[data-act=confirm]");
        _page.WaitForAssertion(() => Assert.Contains("has been read", Told, StringComparison.Ordinal));
        Assert.Equal("نور", (await State()).Participants[new("w-1")].FullName);

        Choose("<row><c t=\"str\"><v>w-2</v></c><c t=\"str\"><f>A1</f><v>Ana</v></c><c t=\"str\"><v>State</v></c><c t=\"str\"><v>MemberState</v></c><c t=\"str\"><v>yes</v></c></row>");
        _page.WaitForAssertion(() => Assert.Contains("full_name", _page.Find(".setup-faults li").TextContent, StringComparison.Ordinal));
        Assert.Empty(_page.FindAll("[data-act=confirm]"));
    }

    [Fact]
    public async Task What_another_secretary_wrote_meanwhile_is_shown_before_it_is_written_over()
    {
        Upload($"{Headings}w-1,Ana,Example State,MemberState,yes\n");
        _page.WaitForAssertion(() => Assert.Contains("1 new, 0 changed", Told, StringComparison.Ordinal));
        var meanwhile = new Participant(new("w-1"), "", "Ana Maria", "", "Example State", "MemberState", RegionalGroups.None, null, "", null, Admitted: true);
        await _room.Do(new RegisterParticipants([meanwhile]));
        await Tap("[data-act=confirm]");
        _page.WaitForAssertion(() => Assert.Contains("0 new, 1 changed", Told, StringComparison.Ordinal));
        Assert.Equal(meanwhile, (await State()).Participants[new("w-1")]);
        await Tap("[data-act=confirm]");
        _page.WaitForAssertion(() => Assert.Contains("has been read", Told, StringComparison.Ordinal));
        Assert.Equal("Ana", (await State()).Participants[new("w-1")].FullName);
    }

    [Theory]
    [InlineData("id,full_name\n1,Ana\n")]
    [InlineData(Headings + "1,Ana,State,Martian,yes\n")]
    [InlineData(Headings + "1,Ana,State,MemberState,perhaps\n")]
    [InlineData(Headings + "1,\"Ana,State,MemberState,yes\n")]
    public async Task A_file_with_a_fault_is_told_row_by_row_and_nothing_of_it_is_written(string csv)
    {
        var before = (await State()).Version;
        Upload(csv);
        _page.WaitForAssertion(() => Assert.NotEmpty(_page.FindAll(".setup-faults li")));
        Assert.Empty(_page.FindAll("[data-act=confirm]"));
        Assert.Equal(before, (await State()).Version);
    }
}
