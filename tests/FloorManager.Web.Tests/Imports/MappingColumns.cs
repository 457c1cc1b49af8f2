using System.Collections.Immutable;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Seating;
using FloorManager.Web.Imports;
using FloorManager.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace FloorManager.Web.Tests.Imports;

/// <summary>Registers in the columns of whatever system wrote them.</summary>
public sealed class MappingColumns
{
    private static readonly IStringLocalizer<ImportTexts> Texts =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<ImportTexts>>();

    private static readonly Hearing Room = Hearing.Empty with
    {
        Seats = ImmutableDictionary.CreateRange(new[] { "A-1", "A-2" }.Select(l => KeyValuePair.Create(new SeatLabel(l), new Seat(new(l), 1, 0, 0)))),
    };

    private static Hearing With(params Participant[] people) => Room with
    {
        Participants = Room.Participants.SetItems(people.Select(p => KeyValuePair.Create(p.Id, p))),
        SeatHolders = Room.SeatHolders.SetItems(people.Where(p => p.Seat is not null).Select(p => KeyValuePair.Create(p.Seat!.Value, p.Id))),
    };

    private static Participant Ana => new(new("7"), "Ms.", "Ana Núñez", "Counsellor", "Peru", "MemberState", "LatinAmericanAndCaribbean", Gender.Female, "es", new("A-1"), Admitted: true, "AH-na");

    private static ParticipantPreview Look(string file, Hearing? hearing = null, Func<ParticipantMapping, ParticipantMapping>? choose = null)
    {
        var grid = Grid.Open(Encoding.UTF8.GetBytes(file)).Value!;
        var mapping = ParticipantMapping.Guess(grid.Headings);
        return ParticipantImport.Look(grid, grid.Columns(Texts), choose?.Invoke(mapping) ?? mapping, hearing ?? Room);
    }

    private static string Told(ParticipantPreview preview) => string.Join(" | ", preview.Rows.Select(r => $"{r.Number} {r.Effect} {string.Join(',', r.Effect == RowEffect.Refused ? r.Faults.Select(f => $"{f.Column}:{f.Code}") : r.Changed)}".Trim()));

    private static readonly Func<ParticipantMapping, ParticipantMapping> AllStates = m => m with { CategoryForAll = "MemberState" };

    [Theory]
    [InlineData("Ticket No.;Salutation;First Name;Surname;Job Title;Organisation;Registration type;Approved;Phone", "0 1 - 2 3 4 5 6 - - - - 7")]
    [InlineData("N° de billet;Civilité;PRÉNOM;Nom;Fonction;Entité;Catégorie;Groupe régional;Genre;Langue;Siège;Admis", "0 1 - 2 3 4 5 6 7 8 9 10 11")]
    [InlineData("Nom;Pays;Type", "- - 0 - - - 1 2 - - - - -")]
    [InlineData("First name;Country", "- - - 0 - - 1 - - - - - -")]
    [InlineData("Name;First name;Last name;Country", "- - 0 - - - 3 - - - - - -")]
    [InlineData("Anything;Else", "- - - - - - - - - - - - -")]
    public void Columns_are_guessed_from_what_stands_above_them(string headings, string places)
    {
        var columns = ParticipantMapping.Guess(headings.Split(';')).Columns;
        Assert.Equal(places, string.Join(' ', ParticipantMapping.Fields.Take(13).Select(f => columns.TryGetValue(f, out var at) ? $"{at}" : "-")));
    }

    [Theory]
    [InlineData("Ngũgĩ", "", "Ngũgĩ")]
    [InlineData("", "Suryaningsih", "Suryaningsih")]
    [InlineData("Zoë", "Müller-Ångström", "Zoë Müller-Ångström")]
    [InlineData("小明", "王", "王小明")]
    [InlineData("نذير", "بن يوسف الورتلاني", "نذير بن يوسف الورتلاني")]
    public void A_name_in_two_columns_is_put_together_as_it_is_said(string first, string last, string name)
    {
        var row = Assert.Single(Look($"title,first name,last name,country,category\nH.E. Mr.,{first},{last},Peru,MemberState\n").Rows);
        Assert.Equal((RowEffect.New, name, "H.E. Mr."), (row.Effect, row.Participant!.FullName, row.Participant.Style));
    }

    [Theory]
    [InlineData("Member State;African;female;Arabic;yes", "MemberState African Female ar True")]
    [InlineData("état membre;Afrique;femme;arabe;oui", "MemberState African Female ar True")]
    [InlineData("NGO (ECOSOC);Asia-Pacific;M;zh-Hans;approved", "EcosocNgo AsiaPacific Male zh-Hans True")]
    [InlineData("institution des droits de l’homme;Amérique latine et Caraïbes;autre;中文;en attente", "NationalHumanRightsInstitution LatinAmericanAndCaribbean Other zh False")]
    [InlineData("PRIVATESECTOR;;prefer not to say;;no", "PrivateSector None   False")]
    [InlineData("Lobbyist;Atlantis;Martian;x_y;perhaps", "category:unknown-category,region:not-one-of,gender:not-one-of,language:bad-language,admitted:not-yes-or-no")]
    public void Words_of_either_language_are_understood_as_the_codes_are(string cells, string read)
    {
        var row = Assert.Single(Look($"name;country;category;region;gender;language;admitted\nAna;Peru;{cells}\n").Rows);
        Assert.Equal(read, row.Participant is { } p ? $"{p.Category} {p.RegionalGroup} {p.Gender} {p.Language} {p.Admitted}" : string.Join(',', row.Faults.Select(f => $"{f.Column}:{f.Code}")));
    }

    [Theory]
    [InlineData("Anything,Country\nAna,Peru\n", "full_name,category")]
    [InlineData("Name,Category\nAna,Member State\n", "delegation")]
    [InlineData("Name,Country\nAna,Peru\n", "category")]
    public void A_mapping_that_leaves_out_what_is_needed_imports_nobody(string file, string missing)
    {
        var preview = Look(file);
        Assert.Equal(missing, string.Join(',', preview.Missing));
        Assert.Null(preview.Command);
    }

    [Fact]
    public void Of_columns_with_the_same_heading_none_is_guessed_and_each_is_known_by_its_place()
    {
        const string file = "Name,Name,Country,\nWrong,Ana,Peru,x\n";
        var grid = Grid.Open(Encoding.UTF8.GetBytes(file)).Value!;
        Assert.Equal(["Name (column A)", "Name (column B)", "Country", "column D"], grid.Columns(Texts));
        Assert.Equal(["full_name", "category"], Look(file).Missing);
        Assert.Equal("Ana", Look(file, choose: m => AllStates(m).With("full_name", 1)).Rows.Single().Name);
        Assert.Equal("Name (column B):missing-value", Look("Name,Name,Country\nx,,Peru\n", choose: m => AllStates(m).With("full_name", 1)).Rows.Single() is var row ? string.Join(',', row.Faults.Select(f => $"{f.Column}:{f.Code}")) : "");
    }

    [Fact]
    public void Columns_that_nobody_takes_are_left_out_with_whatever_is_wrong_in_them() =>
        Assert.Equal("2 New", Told(Look($"Name,Phone,Country\nAna,{new string('9', 500)},Peru\n", choose: AllStates)));

    [Fact]
    public void Whoever_has_no_ticket_number_is_found_again_by_name_and_delegation_however_they_are_written()
    {
        var first = Look("name,country\nAna Núñez,Côte d’Ivoire\n", choose: AllStates).Rows.Single().Participant!;
        foreach (var again in new[] { "Ana Núñez,Côte d’Ivoire", "ANA NUN\u0303EZ,COTE D'IVOIRE", "ana nunez,Cote d’Ivoire" })
        {
            var row = Look($"name,country\n{again}\n", With(first), AllStates).Rows.Single();
            Assert.Equal(first.Id, row.Known?.Id);
        }

        Assert.Equal(first.Id, Look("name,country\nAna Núñez,Côte d’Ivoire\n", choose: AllStates).Rows.Single().Participant!.Id);
        Assert.Equal("2 New", Told(Look("name,country\nAna Núñez,Peru\n", With(first), AllStates)));
        // The spelling of the register stays; a name that was corrected to another is found by its number, and shown.
        Assert.Equal("2 Unchanged", Told(Look("name,country\nANA NUNEZ,PERU\n", With(Ana), AllStates)));
        Assert.Equal("2 Changed full_name", Told(Look("name,country\nAna Núñez,Côte d’Ivoire\n", With(first with { FullName = "Ana Pérez" }), AllStates)));
        // In Devanagari a mark is a vowel: another vowel is another person.
        Assert.NotEqual(Look("name,country\nकिरण,India\n", choose: AllStates).Rows.Single().Participant!.Id, Look("name,country\nकुरण,India\n", choose: AllStates).Rows.Single().Participant!.Id);
        Assert.NotEqual(Look("name,country\n王小明,中国\n", choose: AllStates).Rows.Single().Participant!.Id, Look("name,country\n王大明,中国\n", choose: AllStates).Rows.Single().Participant!.Id);
    }

    [Fact]
    public void What_the_file_has_no_column_for_stays_and_what_it_says_is_told()
    {
        var preview = Look("ticket,name,country,category,function,seat\n7,Ana Núñez,Peru,MemberState,Ambassador,\n", With(Ana));
        Assert.Equal("2 Changed designation,seat", Told(preview));
        Assert.Equal(Ana with { Designation = "Ambassador", Seat = null }, preview.Command!.Participants.Single());
        Assert.Equal("2 Unchanged", Told(Look("ticket,name,country,category\n7,Ana Núñez,Peru,Member State\n", With(Ana))));
    }

    [Fact]
    public void Nobody_is_admitted_or_shut_out_by_a_file_that_does_not_say_so()
    {
        const string file = "ticket,name,country,category\n7,Ana Núñez,Peru,MemberState\n8,Bo,Peru,MemberState\n";
        Assert.Equal([true, false], Look(file, With(Ana)).Rows.Select(r => r.Participant!.Admitted));
        Assert.Equal([true, true], Look(file, With(Ana with { Admitted = false }), m => m with { AdmittedForAll = true }).Rows.Select(r => r.Participant!.Admitted));
        Assert.Equal("2 Refused admitted:missing-value", Told(Look("name,country,category,admitted\nAna,Peru,MemberState,\n")));
    }

    [Fact]
    public void A_namesake_with_another_ticket_number_is_new_and_pointed_out()
    {
        var row = Look("ticket,name,country,category\n99,ana nuñez,Peru,MemberState\n", With(Ana)).Rows.Single();
        Assert.Equal((RowEffect.New, "99", "7"), (row.Effect, row.Participant!.Id.Value, row.Namesake!.Id.Value));
    }

    [Fact]
    public void Whoever_stands_there_twice_is_refused_where_it_cannot_be_told_who_is_who()
    {
        Assert.Equal("2 New | 3 Refused name:duplicate-person", Told(Look("name,country\nAna,Peru\nANA,Peru\n", choose: AllStates)));
        Assert.Equal("2 New | 3 Refused ticket:duplicate-id", Told(Look("ticket,name,country\n1,Ana,Peru\n1,Bo,Peru\n", choose: AllStates)));
        Assert.Equal("2 Refused name:several-on-register", Told(Look("name,country\nAna Núñez,Peru\n", With(Ana, Ana with { Id = new("8"), Seat = null }), AllStates)));
    }

    [Fact]
    public void The_sound_rows_alone_seat_nobody_on_a_chair_that_a_refused_row_does_not_leave()
    {
        // Ana was to move to A-2; she is refused, so she still sits on A-1, and whoever wanted it is refused as well – and whoever wanted theirs.
        var bo = Ana with { Id = new("8"), FullName = "Bo", Seat = new("A-2") };
        var preview = Look("id,name,country,category,seat,gender\n7,Ana Núñez,Peru,MemberState,,Martian\n8,Bo,Peru,MemberState,A-1,\n9,Cy,Peru,MemberState,A-2,\n10,Di,Peru,MemberState,,\n", With(Ana, bo));
        Assert.Equal("2 Refused gender:not-one-of | 3 Refused seat:seat-taken | 4 Refused seat:seat-taken | 5 New", Told(preview));
        Assert.Equal("10", preview.Command!.Participants.Single().Id.Value);
    }

    [Fact]
    public void A_formula_is_a_fault_of_its_row_only_in_a_column_that_is_taken()
    {
        const string rows = """<row><c t="str"><v>Name</v></c><c t="str"><v>Country</v></c><c t="str"><v>Fee</v></c></row><row><c t="str"><v>Ana</v></c><c t="str"><v>Peru</v></c><c><f>1+1</f><v>2</v></c></row><row><c t="str"><f>A2</f><v>Bo</v></c><c t="str"><v>Peru</v></c></row>""";
        var grid = Grid.Open(ReadingTablesOfEveryKind.Workbook(rows)).Value!;
        var preview = ParticipantImport.Look(grid, grid.Columns(Texts), AllStates(ParticipantMapping.Guess(grid.Headings)), Room);
        Assert.Equal("2 New | 3 Refused Name:formula", Told(preview));
    }

    [Fact]
    public void A_cell_beyond_the_headings_is_told_it_has_slipped() =>
        Assert.Equal("2 Refused :cell-without-heading", Told(Look("name,country\nAna,Peru,of there\n", choose: AllStates)));

    [Fact]
    public void Faults_of_a_hopeless_file_do_not_fill_the_memory()
    {
        var preview = Look("name,country,category\n" + string.Concat(Enumerable.Range(0, 5_000).Select(n => $"A{n},Peru,Martian\n")));
        Assert.Equal((5_000, ImportFaults.Most), (preview.Count(RowEffect.Refused), preview.Rows.Count(r => !r.Faults.IsEmpty)));
    }

    [Fact]
    public void A_long_file_tells_how_far_it_is_and_stops_when_nobody_waits()
    {
        var file = Encoding.UTF8.GetBytes("name,country\n" + string.Concat(Enumerable.Range(0, 5_000).Select(n => $"A{n},Peru\n")));
        var (read, looked) = (new Heard(), new Heard());
        var grid = Grid.Open(file, progress: read).Value!;
        var mapping = AllStates(ParticipantMapping.Guess(grid.Headings));
        ParticipantImport.Look(grid, grid.Columns(Texts), mapping, Room, looked);
        Assert.Equal(Enumerable.Range(1, 10).Select(n => n * 500), read.Rows);
        Assert.Equal(Enumerable.Range(1, 10).Select(n => n * 500), looked.Rows);

        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Grid.Open(file, stop: stop.Token));
        Assert.Throws<OperationCanceledException>(() => ParticipantImport.Look(grid, grid.Columns(Texts), mapping, Room, stop: stop.Token));
    }

    private sealed class Heard : IProgress<int>
    {
        public List<int> Rows { get; } = [];

        public void Report(int value) => Rows.Add(value);
    }
}
