using System.Text;
using Bunit;
using FloorManager.Domain.Participants;
using FloorManager.Web.Screens.Setup;
using Microsoft.AspNetCore.Components.Forms;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Screens;

/// <summary>A register comes as a file, in whatever columns it has.</summary>
public sealed class BringingARegister : AtASetupPage<ParticipantsPage>
{
    private const string Headings = "id,full_name,delegation,category,admitted\n";

    private void Upload(string csv) => Page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(csv, "register.csv"));

    private string Told => Page.Find("[role=status] .setup-refused").TextContent;

    [Fact]
    public async Task A_file_is_looked_at_first_and_a_second_reading_doubles_nobody()
    {
        var before = await State();
        Upload($"{Headings}w-1,Ana,Example State,MemberState,yes\n1001,Drita Kolëmarku,Albania,MemberState,no\n");
        Page.WaitForAssertion(() => Assert.Equal("“register.csv”: 1 new, 1 changed, 0 as they are. Nothing has been written yet.", Told));
        Assert.Equal(before.Version, (await State()).Version);
        await Tap("[data-act=confirm]");
        Page.WaitForAssertion(() => Assert.Contains("has been read", Told, StringComparison.Ordinal));
        var after = await State();
        Assert.Equal((before.Participants.Count + 1, false), (after.Participants.Count, after.Participants[new("1001")].Admitted));
        Upload($"{Headings}w-1,Ana,Example State,MemberState,yes\n");
        Page.WaitForAssertion(() => Assert.Equal("“register.csv”: 0 new, 0 changed, 1 as they are. Nothing has been written yet.", Told));
    }

    [Fact]
    public async Task A_workbook_is_read_like_a_text_and_a_formula_in_it_is_told_by_its_cell()
    {
        static string Row(params string[] cells) => $"<row>{string.Concat(cells.Select(c => $"<c t=\"str\"><v>{c}</v></c>"))}</row>";
        var headings = Row("id", "full_name", "delegation", "category", "admitted");
        void Choose(string rows) => Page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Imports.ReadingTablesOfEveryKind.Workbook(headings + rows), "register.xlsx"));
        Choose(Row("w-1", "نور", "Example State", "MemberState", "yes"));
        Page.WaitForAssertion(() => Assert.Contains("1 new, 0 changed", Told, StringComparison.Ordinal));
        await Tap("[data-act=confirm]");
        Page.WaitForAssertion(() => Assert.Contains("has been read", Told, StringComparison.Ordinal));
        Assert.Equal("نور", (await State()).Participants[new("w-1")].FullName);

        Choose("<row><c t=\"str\"><v>w-2</v></c><c t=\"str\"><f>A1</f><v>Ana</v></c><c t=\"str\"><v>State</v></c><c t=\"str\"><v>MemberState</v></c><c t=\"str\"><v>yes</v></c></row>");
        Page.WaitForAssertion(() => Assert.Contains("full_name", Page.Find(".setup-faults li").TextContent, StringComparison.Ordinal));
        Assert.Empty(Page.FindAll("[data-act=confirm]"));
    }

    [Fact]
    public async Task What_another_secretary_wrote_meanwhile_is_shown_before_it_is_written_over()
    {
        Upload($"{Headings}w-1,Ana,Example State,MemberState,yes\n");
        Page.WaitForAssertion(() => Assert.Contains("1 new, 0 changed", Told, StringComparison.Ordinal));
        var meanwhile = new Participant(new("w-1"), "", "Ana Maria", "", "Example State", "MemberState", RegionalGroups.None, null, "", null, Admitted: true);
        await Here.Do(new RegisterParticipants([meanwhile]));
        await Tap("[data-act=confirm]");
        Page.WaitForAssertion(() => Assert.Contains("0 new, 1 changed", Told, StringComparison.Ordinal));
        Assert.Equal(meanwhile, (await State()).Participants[new("w-1")]);
        await Tap("[data-act=confirm]");
        Page.WaitForAssertion(() => Assert.Contains("has been read", Told, StringComparison.Ordinal));
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
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".setup-faults li")));
        Assert.Empty(Page.FindAll("[data-act=confirm]"));
        Assert.Equal(before, (await State()).Version);
    }

    private const string Foreign = "N° de badge;Prénom;Nom;Pays;Groupe régional;Téléphone\n";

    /// <summary>And waits until it has been looked at.</summary>
    private Task Choose(string column, string value) => Page.InvokeAsync(() => Page.Find($"[data-field=column-{column}]").ChangeAsync(new() { Value = value }));

    private void Read(string sentence) => Page.WaitForAssertion(() => Assert.Equal(sentence, Told));

    private string[] Shown => [.. Page.FindAll(".import-row").Select(Line)];

    private static string Line(AngleSharp.Dom.IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task A_register_in_other_columns_is_mapped_completed_and_written()
    {
        Upload($"{Foreign}r-1;小明;王;中国;Asie et Pacifique;1\n1001;Drita;Kolëmarku;Albania;Afrique;2\n");
        Read("“register.csv”: a column is still to be chosen. Nothing has been written yet.");
        Assert.Equal("Choose the column that holds the category, or one category for everybody.", Page.Find(".setup-faults li").TextContent);
        Assert.Equal("true", Page.Find("[data-field=column-category]").GetAttribute("aria-invalid"));
        Assert.Contains("Not taken: Téléphone", Page.Find(".import-columns").TextContent, StringComparison.Ordinal);
        Assert.Empty(Page.FindAll("[data-act^=confirm]"));

        await Choose("category", "all:MemberState");
        Read("“register.csv”: 1 new, 1 changed, 0 as they are. Nothing has been written yet.");
        Assert.Contains(Shown, row => row.Contains("Regional group: before Eastern European → now African", StringComparison.Ordinal));
        await Choose("regional_group", "");
        Read("“register.csv”: 1 new, 0 changed, 1 as they are. Nothing has been written yet.");
        await Choose("admitted", "all");
        await Tap("[data-act=confirm]");
        Read("“register.csv” has been read: new 1, changed 0, left out 0.");
        var added = (await State()).Participants[new("r-1")];
        Assert.Equal(("王小明", "中国", "MemberState", true), (added.FullName, added.Delegation, added.Category, added.Admitted));
        Assert.Empty(Page.FindAll(".import-columns"));
    }

    [Fact]
    public async Task Rows_that_are_refused_are_shown_by_their_faults_and_may_be_left_out()
    {
        var before = await State();
        Upload($"{Headings}w-1,Ana,State,MemberState,yes\nw-2,Bo,State,Martian,perhaps\nw-3,,State,MemberState,yes\n");
        Read("“register.csv”: 1 new, 0 changed, 0 as they are, 2 refused. Nothing has been written yet.");
        Assert.Equal(2, Shown.Length);
        Assert.Contains("Row 3 Bo refusedcategory: The hearing has no category “Martian”", Shown[0], StringComparison.Ordinal);
        Assert.Contains("admitted: “perhaps” is neither yes nor no.", Shown[0], StringComparison.Ordinal);
        await Tap("[data-show=All]");
        Assert.Equal(3, Shown.Length);
        Assert.Empty(Page.FindAll("[data-act=confirm]"));
        Assert.Equal(before.Version, (await State()).Version);

        await Tap("[data-act=confirm-sound]");
        Read("“register.csv” has been read: new 1, changed 0, left out 2.");
        Assert.Equal(["w-1"], (await State()).Participants.Keys.Except(before.Participants.Keys).Select(id => id.Value));
    }

    [Fact]
    public async Task Of_two_secretaries_with_one_file_the_second_is_shown_what_the_first_wrote_and_asked_again()
    {
        var other = Here.Open<ParticipantsPage>();
        var before = await State();
        Upload($"{Headings}w-1,Ana,State,MemberState,yes\nw-2,Bo,State,MemberState,yes\n");
        other.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText($"{Headings}w-1,Ana Maria,State,MemberState,yes\nw-3,Cy,State,MemberState,yes\n", "other.csv"));
        Read("“register.csv”: 2 new, 0 changed, 0 as they are. Nothing has been written yet.");
        other.WaitForAssertion(() => Assert.NotEmpty(other.FindAll("[data-act=confirm]")));
        await Tap("[data-act=confirm]");
        Read("“register.csv” has been read: new 2, changed 0, left out 0.");
        var first = await State();

        await Room.Tap(other, () => other.Find("[data-act=confirm]"));
        other.WaitForAssertion(() => Assert.Contains("The register has changed since you looked: 1 row(s)", other.Find(".import-meanwhile").TextContent, StringComparison.Ordinal));
        Assert.Contains("Full name: before Ana → now Ana Maria", Line(other.Find(".import-row")), StringComparison.Ordinal);
        Assert.Equal(first.Version, (await State()).Version);
        await Room.Tap(other, () => other.Find("[data-act=confirm]"));
        other.WaitForAssertion(() => Assert.Empty(other.FindAll(".import-columns")));
        Assert.Equal(["Ana Maria", "Bo", "Cy"], (await State()).Participants.Where(p => !before.Participants.ContainsKey(p.Key)).Select(p => p.Value.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Another_encoding_is_chosen_where_the_letters_look_wrong()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding("windows-1256").GetBytes($"{Headings}w-1,نور,État,MemberState,yes\n");
        Page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(bytes, "register.csv"));
        Page.WaitForAssertion(() => Assert.NotEmpty(Page.FindAll(".import-row")));
        Page.Find("[data-field=encoding]").Change("windows-1252");
        Page.WaitForAssertion(() => Assert.Contains("äæÑ", Shown.Single(), StringComparison.Ordinal));
        Page.Find("[data-field=encoding]").Change("windows-1256");
        Page.WaitForAssertion(() => Assert.Contains("نور", Shown.Single(), StringComparison.Ordinal));
        Page.Find("[data-field=encoding]").Change("utf-8");
        Page.WaitForAssertion(() => Assert.Contains("not in the encoding utf-8", Page.Find(".setup-faults li").TextContent, StringComparison.Ordinal));
        Page.Find("[data-field=encoding]").Change("windows-1256");
        Page.WaitForAssertion(() => Assert.Contains("نور", Shown.Single(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_long_file_the_first_rows_are_drawn_and_more_when_asked_for()
    {
        Upload(Headings + string.Concat(Enumerable.Range(0, 300).Select(n => $"w-{n},Ana {n},State,MemberState,yes\n")));
        Read("“register.csv”: 300 new, 0 changed, 0 as they are. Nothing has been written yet.");
        Assert.Equal(50, Page.FindAll(".import-row").Count);
        await Tap("[data-act=more]");
        Assert.Equal(250, Page.FindAll(".import-row").Count);
    }

    [Fact]
    public async Task Columns_that_are_headed_alike_are_told_apart_by_their_place()
    {
        Upload("Name,Name,Country,Category\nWrong,Ana,State,Member State\n");
        Read("“register.csv”: a column is still to be chosen. Nothing has been written yet.");
        Assert.Contains("“Name” stands above 2 columns. If it is needed, choose below which one is meant.", Page.FindAll(".setup-faults li").Select(l => l.TextContent));
        Assert.Contains("Name (column B) – Ana", Page.Find("[data-field=column-full_name]").TextContent, StringComparison.Ordinal);
        await Choose("full_name", "1");
        Read("“register.csv”: 1 new, 0 changed, 0 as they are. Nothing has been written yet.");
        await Tap("[data-act=confirm]");
        Read("“register.csv” has been read: new 1, changed 0, left out 0.");
        Assert.Contains((await State()).Participants.Values, p => p is { FullName: "Ana", Delegation: "State" });
    }
}
