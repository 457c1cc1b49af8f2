using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CsCheck;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Web.Imports;
using FloorManager.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace FloorManager.Web.Tests.Imports;

/// <summary>The programme goes out as a table that a secretary edits, and comes in again.</summary>
public sealed class ProgrammeInASpreadsheet
{
    private static readonly IStringLocalizer<ImportTexts> Texts =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<ImportTexts>>();

    private static readonly Hearing InNairobi = Hearing.Empty with { Details = HearingDetails.Named("eau-2026", "Audition sur l’eau") with { TimeZone = "Africa/Nairobi" } };

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static ImmutableArray<Meeting> Read(byte[] file, Hearing hearing)
    {
        var read = ProgrammeSheet.Read(file, hearing);
        Assert.Equal("", string.Join(" | ", read.Faults.Select(f => f.Sentence(Texts))));
        return read.Value!.Meetings;
    }

    /// <summary>The faults as they are told, in English.</summary>
    private static string Told(string csv, Hearing? hearing = null)
    {
        var read = ProgrammeSheet.Read(Utf8(csv), hearing ?? InNairobi);
        Assert.Null(read.Value);
        return string.Join(" | ", read.Faults.Select(f => f.Sentence(Texts)));
    }

    private static void Under(string language, Action work)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            work();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task The_samples_programme_comes_back_as_it_went_out_whoever_reads_it(string language)
    {
        await using var server = new FloorServer();
        var state = (await server.Session()).State;
        byte[] csv = [];
        Under(language, () => csv = ProgrammeSheet.Csv(state));
        // Read by somebody else, in the other language.
        Under("en", () => Assert.Equivalent(state.Meetings, Read(csv, state), strict: true));
        Assert.Equal(language == "fr" ? "Ligne;Titre ou nom" : "Row,Title or name", new string([.. Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Take(language == "fr" ? 18 : 17)]));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), csv[..3]);
        Assert.Equivalent(state.Meetings, Read(await ProgrammeSheet.Xlsx(state), state), strict: true);
    }

    [Fact]
    public async Task The_workbook_is_one_that_every_program_opens()
    {
        await using var server = new FloorServer();
        var state = (await server.Session()).State;
        using var book = SpreadsheetDocument.Open(new MemoryStream(await ProgrammeSheet.Xlsx(state)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(book).Select(e => $"{e.Path?.XPath} {e.Description}"));
        Assert.Equal("Programme", book.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value);
        Assert.Empty(book.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>());
    }

    // Any programme.

    private static readonly string[] Nasty =
    [
        "=1+1", "'=1+1", "''@x", "-", "+41", "@home", "'quoted'", "a,b;c\"d\"", "\"", "Accès à l’eau", "حقوق الإنسان", "人权", "x | y", "Été", "=HYPERLINK(\"http://x\")", "N° 1", "1:00",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Nasty.Length - 1].Select(n => Nasty[n]);

    private static readonly Gen<TimeSpan> Lengths = Gen.Int[10, 3_600].Select(s => TimeSpan.FromSeconds(s));

    private static readonly Gen<FloorRules?> Rules = Gen.Select(Gen.Bool, Lengths, Gen.Int[0, 10], Gen.Bool, Gen.Bool, Gen.Enum<RightsOfReply>(), Gen.Int[0, 300], (own, limit, warning, starts, orders, replies, grace) =>
        own ? new FloorRules(limit, TimeSpan.FromSeconds(warning), starts, orders, replies, TimeSpan.FromSeconds(grace)) : null);

    private static readonly Gen<(PodiumRole Role, string Style, string Name, string Affiliation, bool Open, TimeSpan Length)> Speakers =
        Gen.Select(Gen.Enum<PodiumRole>(), Gen.OneOf(Gen.Const(""), Words), Words, Gen.OneOf(Gen.Const(""), Words), Gen.Bool, Lengths, (r, s, n, a, o, l) => (r, s, n, a, o, l));

    private static readonly Gen<ImmutableArray<Meeting>> Programmes = Gen.Select(
        Gen.Select(Gen.Enum<SegmentKind>(), Words, Words, Rules, Speakers.Array[0, 4], Words.Array[0, 3], Gen.Int[1, 200], (k, t, th, r, p, q, m) => (k, t, th, r, p, q, m)).Array[1, 6], Words, Words, ImmutableArray<Meeting> (segments, first, second) =>
    {
        var (at, number) = (new DateTimeOffset(2026, 12, 1, 7, 0, 0, TimeSpan.Zero), 0);
        var made = segments.Select(s =>
        {
            var (starts, id, panel) = (at, $"s-{++number}", s.k == SegmentKind.Panel);
            at = at.AddMinutes(s.m);
            var podium = s.p.Select((p, n) => new PodiumSpeaker(new($"{id}-p{n}"), panel ? n == 0 && p.Role == PodiumRole.Moderator ? PodiumRole.Moderator : PodiumRole.Panellist : PodiumRole.OpeningSpeaker, p.Style, p.Name, p.Affiliation, p.Open, p.Length));
            return new Segment(new(id), s.k, s.t, panel ? s.th : "", starts, at, s.r, [.. podium], panel ? [.. s.q.Select((q, n) => new SuggestedTopic(new($"{id}-t{n}"), q))] : []);
        }).ToArray();
        return [new Meeting(first, [.. made[..^1]]), new Meeting(second, [made[^1]])];
    });

    [Fact]
    public Task Any_programme_comes_back_as_it_went_out_as_text_and_as_a_workbook() => Programmes.SampleAsync(
        async meetings =>
        {
            var hearing = InNairobi with { Meetings = meetings };
            Assert.Equivalent(meetings, Read(ProgrammeSheet.Csv(hearing), hearing), strict: true);
            Assert.Equivalent(meetings, Read(await ProgrammeSheet.Xlsx(hearing), hearing), strict: true);
        },
        iter: 60);

    [Fact]
    public void Nothing_in_the_text_is_a_formula_to_a_spreadsheet()
    {
        var hearing = InNairobi with { Meetings = [new("=cmd|' /C calc'!A0", [new(new("b"), SegmentKind.Break, "@x", "", new(2026, 12, 1, 7, 0, 0, default), new(2026, 12, 1, 8, 0, 0, default), null, [], [])])] };
        foreach (var cell in Encoding.UTF8.GetString(ProgrammeSheet.Csv(hearing)).TrimStart('\uFEFF').Split(["\r\n", ","], StringSplitOptions.None))
            Assert.DoesNotContain(cell.TrimStart('"').FirstOrDefault(), "=+-@\t\r");
    }

    // What people write.

    private const string ByHand =
        "Ligne;Titre ou nom;Thème;Date;Début;Fin;Temps de parole;Affiliation;À confirmer\r\n" +
        "Séance;Séance du matin;;;;;;;\r\n" +
        "ouverture;Ouverture;;01.12.2026;9h30;10:00;;;\r\n" +
        "Table ronde;Table ronde 1;Accès à l’eau;;10:00;11 h 30;5:00;;\r\n" +
        "Modérateur;نور الدين;;;;;;Université;oui\r\n" +
        "Intervenante;Aimé Ndiaye;;;;;;;\r\n" +
        "question directrice;Qui paie ?;;;;;;;\r\n" +
        "Table ronde;Table ronde 2;;2 décembre 2026;14:00;15:00;;;\r\n";

    [Fact]
    public void A_table_written_by_hand_in_French_is_a_programme()
    {
        var meeting = Assert.Single(Read(Utf8(ByHand), InNairobi));
        Assert.Equal(
            ["opening-1 Opening 2026-12-01 06:30–07:00", "panel-1 Panel 2026-12-01 07:00–08:30", "panel-2 Panel 2026-12-02 11:00–12:00"],
            meeting.Segments.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Id} {s.Kind} {s.StartsAt:yyyy-MM-dd HH:mm}–{s.EndsAt:HH:mm}")));
        var panel = meeting.Segments[1];
        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30), "Accès à l’eau"), (panel.Rules!.Limit, panel.Rules.Warning, panel.Theme));
        Assert.Equal([("panel-1-speaker-1", PodiumRole.Moderator, "نور الدين", true), ("panel-1-speaker-2", PodiumRole.Panellist, "Aimé Ndiaye", false)], panel.Podium.Select(p => (p.Id.Value, p.Role, p.FullName, p.ToBeConfirmed)));
        Assert.Equal(("panel-1-topic-1", "Qui paie ?"), (panel.Topics.Single().Id.Value, panel.Topics.Single().Text));
        Assert.Null(meeting.Segments[2].Rules);
    }

    [Fact]
    public void Without_ids_what_has_the_same_name_is_the_same_and_its_requests_stay_with_it()
    {
        var before = InNairobi with { Meetings = Read(Utf8(ByHand), InNairobi) };
        var renumbered = before with { Meetings = [before.Meetings[0] with { Segments = [.. before.Meetings[0].Segments.Select(s => s with { Id = new($"old-{s.Id}") })] }] };
        var again = Read(Utf8(ByHand.Replace("11 h 30", "11:15", StringComparison.Ordinal).Replace("Table ronde 2", "Une autre", StringComparison.Ordinal)), renumbered)[0].Segments;
        Assert.Equal(["old-opening-1", "old-panel-1", "panel-1"], again.Select(s => s.Id.Value));
        Assert.Equal(["panel-1-speaker-1", "panel-1-speaker-2"], again[1].Podium.Select(p => p.Id.Value));
        Assert.Equal("panel-1-topic-1", again[1].Topics.Single().Id.Value);
    }

    [Fact]
    public void A_row_that_names_one_rule_leaves_the_others_to_the_hearing()
    {
        var strict = InNairobi with { Details = InNairobi.Details! with { Rules = new(TimeSpan.FromMinutes(2), TimeSpan.FromSeconds(45), StartsAtOnce: true, PointsOfOrder: false, RightsOfReply.NotTaken, TimeSpan.FromSeconds(5)) } };
        var rules = Read(Utf8("Row,Title,Day,Starts,Ends,Speaking-time limit\nMeeting,M,,,,\nPanel,P,2026-12-01,10:00,11:00,0:30\n"), strict)[0].Segments[0].Rules;
        Assert.Equal(new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30), StartsAtOnce: true, PointsOfOrder: false, RightsOfReply.NotTaken, TimeSpan.FromSeconds(5)), rules);
    }

    [Theory]
    [InlineData("2026-12-01", "2026-12-01")]
    [InlineData("13/12/2026", "2026-12-13")]
    [InlineData("12/13/2026", "2026-12-13")]
    [InlineData("12/12/2026", "2026-12-12")]
    [InlineData("3.12.2026", "2026-12-03")]
    [InlineData("Tuesday, 1 December 2026", "2026-12-01")]
    [InlineData("mardi 1 décembre 2026", "2026-12-01")]
    public void A_day_is_read_as_people_write_it(string written, string day) => Assert.Equal(
        day, Read(Utf8($"Row;Title;Day;Starts;Ends\nMeeting;M;;;\nBreak;B;{written};10:00;10:30\n"), InNairobi)[0].Segments[0].StartsAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("10:05", "10.45")]
    [InlineData("10h05", "10 h 45")]
    [InlineData("10:05:00", "10:45 am")]
    [InlineData("2026-12-01 10:05", "2026-12-01T10:45")]
    public void A_time_of_the_day_is_read_as_people_and_spreadsheets_write_it(string starts, string ends)
    {
        var segment = Read(Utf8($"Row;Title;Day;Starts;Ends\nMeeting;M;;;\nBreak;B;2026-12-01;{starts};{ends}\n"), InNairobi)[0].Segments[0];
        Assert.Equal(("07:05", "07:45"), (segment.StartsAt.ToString("HH:mm", CultureInfo.InvariantCulture), segment.EndsAt.ToString("HH:mm", CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("oui", true)]
    [InlineData("X", true)]
    [InlineData("to be confirmed", true)]
    [InlineData("TBC", true)]
    [InlineData("0", false)]
    [InlineData("non", false)]
    [InlineData("", false)]
    public void Whoever_is_to_be_confirmed_is_marked_in_any_way(string written, bool toBeConfirmed) => Assert.Equal(
        toBeConfirmed, Read(Utf8($"Row;Title;Day;Starts;Ends;To be confirmed\nMeeting;M;;;;\nPanel;P;2026-12-01;10:00;11:00;\nPanellist;A;;;;{written}\n"), InNairobi)[0].Segments[0].Podium.Single().ToBeConfirmed);

    // What is wrong is told where it stands.

    [Theory]
    [InlineData("Panel;P;2026-12-01;10:00;11:00", "row 2, Row: “Panel” stands in no meeting: a row “Meeting” comes before it.")]
    [InlineData("Meeting;M;;;\nTopic;Why?;;;", "row 3, Row: “Topic” belongs to a panel or another segment: the row of that comes before it.")]
    [InlineData("Meeting;M;;;\nLunch talk;T;;;", "row 3, Row: “Lunch talk” is not known here. Possible are: Meeting, Opening, Panel, Break, Closing, Moderator, Panellist, Speaker, Topic.")]
    [InlineData("Meeting;M;;;\nBreak;B;03/04/2026;10:00;11:00", "row 3, Day: “03/04/2026” is no date, or can be read in more ways than one. Write 2017-07-26.")]
    [InlineData("Meeting;M;;;\nBreak;B;;10:00;11:00", "row 3, Starts: No day stands in this row or above it.")]
    [InlineData("Meeting;M;;;\nBreak;B;2026-12-01;ten;11:00", "row 3, Starts: “ten” is no time of the day such as 10:15.")]
    [InlineData("Meeting;M;;;\nBreak;B;2026-12-01;11:00;10:00", "row 3, Ends: 2026-12-01T10:00 is not after the start.")]
    [InlineData("Meeting;M;;;\nPanel;P;2026-12-01;10:00;11:00\nModerator;A;;;\nModerator;B;;;", "row 5, Row: This segment has a moderator already; “B” would be a second.")]
    [InlineData("Meeting;M;;;\nBreak;;2026-12-01;10:00;11:00", "row 3, Title: ")]
    [InlineData("Meeting;M;;;\nPanel;P;2026-12-01;10:00;11:00\nTopic;;;;", "row 4, Title: ")]
    [InlineData("Meeting;M;;;\nPanel;P;2026-12-01;10:00;11:00\nTopic;Why?;;;\nPanellist;;;;", "row 5, Title: ")]
    [InlineData("Meeting;M;;;\nBreak;B;2026-12-01;10:00;11:00\nTopic;Why?;;;", "row 3: Only a panel has the field “topics”.")]
    [InlineData("Meeting;M;;;\nBreak;B;2026-12-01;10:00;11:00;more", "row 3: ")]
    public void A_fault_names_its_row_and_its_column_as_the_file_calls_it(string rows, string told) =>
        Assert.Contains(told, Told($"Row;Title;Day;Starts;Ends\n{rows}\n"), StringComparison.Ordinal);

    [Fact]
    public void Every_row_is_told_at_once() => Assert.Equal(
        "row 3, Jour: “1/2/2026” is no date, or can be read in more ways than one. Write 2017-07-26. | row 3, Début: “?” is no time of the day such as 10:15. | row 4, À confirmer: “peut-être” is neither yes nor no. | row 5, Ligne: “Chose” is not known here. Possible are: Meeting, Opening, Panel, Break, Closing, Moderator, Panellist, Speaker, Topic.",
        Told("Ligne;Titre;Jour;Début;Fin;À confirmer\nSéance;S;;;;\nPanel;P;1/2/2026;?;11:00;\nModérateur;M;;;;peut-être\nChose;C;;;;\n"));

    [Theory]
    [InlineData("Row;Title;Room\nMeeting;M;7\n", "row 1, Room: There is no column “Room” in this kind of file.")]
    [InlineData("Row;Title;Titre\nMeeting;M;N\n", "row 1, Titre: ")]
    [InlineData("Day;Starts\n2026-12-01;10:00\n", "row 1: The column “Row” is missing. | row 1: The column “Title or name” is missing.")]
    [InlineData("Row;Title\n", "")]
    [InlineData("\"Row;Title\nMeeting", "")]
    public void A_file_that_is_no_programme_is_refused_with_what_it_lacks(string file, string told) => Assert.StartsWith(told, Told(file), StringComparison.Ordinal);

    [Fact]
    public void A_formula_in_a_workbook_is_not_evaluated_and_not_taken()
    {
        var file = ReadingTablesOfEveryKind.Workbook("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Row</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Title</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Meeting</t></is></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row>");
        Assert.Equal(("Title", 2, ImportCodes.Formula), ProgrammeSheet.Read(file, InNairobi).Faults.Select(f => (f.Column, f.Row, f.Code)).Single());
    }
}
