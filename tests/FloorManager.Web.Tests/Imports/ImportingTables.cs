using System.Collections.Immutable;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Seating;
using FloorManager.Web.Imports;
using Xunit;

namespace FloorManager.Web.Tests.Imports;

public class ImportingTables
{
    private const string Headings = "id,style,full_name,designation,delegation,category,regional_group,gender,language,seat,admitted\n";
    private const string Good = "1,Ms.,Ana,,Peru,MemberState,LatinAmericanAndCaribbean,Female,es,A-1,yes\n";

    private static readonly Hearing Room = Hearing.Empty with
    {
        Seats = ImmutableDictionary.CreateRange(new[] { "A-1", "A-2" }.Select(l => KeyValuePair.Create(new SeatLabel(l), new Seat(new(l), 1, 0, 0)))),
    };

    private static ImportResult<HearingCommand.RegisterParticipants> Read(string file) => ParticipantFile.Read(Encoding.UTF8.GetBytes(file), Room);

    private static Participant One(string file)
    {
        var read = Read(file);
        Assert.Empty(read.Faults);
        return Assert.Single(read.Value!.Participants);
    }

    // The good row comes first: it must not be imported without the bad one.
    public static TheoryData<string, int, string, string, string> BadRows => new()
    {
        { "2,,,,Peru,MemberState,,,,,yes", 3, "full_name", ImportCodes.MissingValue, "" },
        { ",,Bo,,Peru,MemberState,,,,,yes", 3, "id", ImportCodes.MissingValue, "" },
        { "1,,Bo,,Peru,MemberState,,,,,yes", 3, "id", ImportCodes.DuplicateId, "1" },
        { "2,,Bo,,Peru,Lobbyist,,,,,yes", 3, "category", ImportCodes.UnknownCategory, "Lobbyist" },
        { "2,,Bo,,Peru,MemberState,Atlantis,,,,yes", 3, "regional_group", ImportCodes.NotOneOf, "Atlantis" },
        { "2,,Bo,,Peru,MemberState,1,,,,yes", 3, "regional_group", ImportCodes.NotOneOf, "1" },
        { "2,,Bo,,Peru,MemberState,,Z,,,yes", 3, "gender", ImportCodes.NotOneOf, "Z" },
        { "2,,Bo,,Peru,MemberState,,,es_PE,,yes", 3, "language", ImportCodes.BadLanguage, "es_PE" },
        { "2,,Bo,,Peru,MemberState,,,,Z-9,yes", 3, "seat", ImportCodes.UnknownSeat, "Z-9" },
        { "2,,Bo,,Peru,MemberState,,,,a-2,yes", 3, "seat", ImportCodes.UnknownSeat, "a-2" },
        { "2,,Bo,,Peru,MemberState,,,,A-1,yes", 3, "seat", ImportCodes.SeatTaken, "A-1" },
        { "2,,Bo,,Peru,MemberState,,,,,perhaps", 3, "admitted", ImportCodes.NotYesOrNo, "perhaps" },
        { "2,,Bo,,Peru,MemberState,,,,", 3, "admitted", ImportCodes.MissingValue, "" },
        { "2,,Bo,,Peru,MemberState,,,,,yes,and more", 3, "", ImportCodes.CellWithoutHeading, "and more" },
        { "2,,Bo,,\"Peru,MemberState,,,,,yes", 3, "", ImportCodes.BadQuotes, "\"Peru,MemberState,,,,,yes" },
        { "2,,Bo \"B\" Li,,Peru,MemberState,,,,,yes", 3, "", ImportCodes.BadQuotes, "Bo \"B\" Li" },
        { "2,,\"Bo\" Li,,Peru,MemberState,,,,,yes", 3, "", ImportCodes.BadQuotes, "\"Bo\" Li" },
        { "\n\n2,,Bo,,Peru,MemberState,,,,A-1,yes", 5, "seat", ImportCodes.SeatTaken, "A-1" },
    };

    [Theory, MemberData(nameof(BadRows))]
    public void A_bad_row_is_told_by_its_row_and_column_and_nothing_is_imported(string row, int at, string column, string code, string value)
    {
        var read = Read(Headings + Good + row);

        Assert.Null(read.Value);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((at, column, code), (fault.Row, fault.Column, fault.Code));
        Assert.Equal(value, fault.Value);
    }

    private const string WithNotes = "id,full_name,delegation,category,admitted,pronunciation,accommodation\n1,Ana,Peru,MemberState,yes,";

    [Fact]
    public void How_a_name_is_said_and_agreed_extra_time_are_read_where_they_stand()
    {
        var one = One(WithNotes + "AH-nah,1:30\n");
        Assert.Equal(("AH-nah", TimeSpan.FromSeconds(90)), (one.Pronunciation, one.Accommodation));
        Assert.Null(One(WithNotes + ",\n").Accommodation);
    }

    [Theory]
    [InlineData("a minute", ImportCodes.BadLength)]
    [InlineData("0:00", ImportCodes.OutOfBounds)]
    [InlineData("10:01", ImportCodes.OutOfBounds)]
    public void Extra_time_that_cannot_be_agreed_is_told(string time, string code)
    {
        var fault = Assert.Single(Read(WithNotes + "," + time).Faults);
        Assert.Equal((2, "accommodation", code, time), (fault.Row, fault.Column, fault.Code, fault.Value));
    }

    [Fact]
    public void Every_fault_of_every_row_is_told_at_once()
    {
        var read = Read(Headings + "1,,,,,Lobbyist,,,,Z-9,\n1,,Bo,,Peru,MemberState,,,,A-1,no\n");

        Assert.Equal(
            ["2 admitted missing-value", "2 category unknown-category", "2 delegation missing-value", "2 full_name missing-value", "2 seat unknown-seat", "3 id duplicate-id"],
            read.Faults.Select(f => $"{f.Row} {f.Column} {f.Code}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", 0, "", ImportCodes.FileEmpty)]
    [InlineData(" \r\n\t\n", 0, "", ImportCodes.FileEmpty)]
    [InlineData("\uFEFF", 0, "", ImportCodes.FileEmpty)]
    [InlineData(",,,\n", 0, "", ImportCodes.FileEmpty)]
    [InlineData(Headings, 0, "", ImportCodes.NoRows)]
    [InlineData("id,full_name,delegation,admitted\n1,Ana,Peru,yes\n", 1, "category", ImportCodes.MissingColumn)]
    [InlineData("id,full_name,Full Name,delegation,category,admitted\n1,Ana,Ana,Peru,MemberState,yes\n", 1, "full_name", ImportCodes.DuplicateColumn)]
    [InlineData("id,full_name,delegation,category,admitted,genders\n1,Ana,Peru,MemberState,yes,Female\n", 1, "genders", ImportCodes.UnknownColumn)]
    [InlineData("\"id,full_name\n1,Ana\n", 1, "", ImportCodes.BadQuotes)]
    public void A_file_without_sound_headings_is_refused_with_one_fault(string file, int row, string column, string code)
    {
        var read = Read(file);

        Assert.Null(read.Value);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((row, column, code), (fault.Row, fault.Column, fault.Code));
    }

    [Fact]
    public void A_value_may_be_as_long_as_the_hearing_takes_it_and_a_fault_quotes_only_its_beginning()
    {
        Assert.Equal(200, One(Headings + Good.Replace("Ana", new string('a', 200))).FullName.Length);

        var fault = Assert.Single(Read(Headings + Good.Replace("Ana", new string('a', 59) + string.Concat(Enumerable.Repeat("😀", 100)))).Faults);
        Assert.Equal((2, "full_name", ImportCodes.TooLong, "200"), (fault.Row, fault.Column, fault.Code, fault.Allowed));
        Assert.Equal(new string('a', 59) + "…", fault.Value);
    }

    [Fact]
    public void A_seat_of_somebody_outside_the_file_is_taken_unless_the_holder_moves()
    {
        var room = Room with { SeatHolders = Room.SeatHolders.Add(new("A-1"), new("1")) };
        var newcomer = Headings + "2,,Bo,,Peru,MemberState,,,,A-1,yes\n";

        Assert.Equal(ImportCodes.SeatTaken, Assert.Single(ParticipantFile.Read(Encoding.UTF8.GetBytes(newcomer), room).Faults).Code);
        Assert.Empty(ParticipantFile.Read(Encoding.UTF8.GetBytes(newcomer + Good.Replace("A-1", "A-2")), room).Faults);
    }

    [Theory]
    [InlineData(",", "")]
    [InlineData(";", "")]
    [InlineData("\t", "")]
    [InlineData(",", "\uFEFF")]
    [InlineData(";", "\uFEFF")]
    [InlineData("\t", "\uFEFF")]
    public void Comma_semicolon_and_tab_are_told_apart_with_or_without_a_byte_order_mark(string delimiter, string mark)
    {
        var rows = (Headings + Good).Replace(",", delimiter).Replace("Ana", "\"Ana, of; here\"").Replace("\n", "\r\n");

        var ana = One(mark + rows);

        Assert.Equal(("1", "Ana, of; here", new SeatLabel("A-1"), true), (ana.Id.Value, ana.FullName, ana.Seat, ana.Admitted));
    }

    [Fact]
    public void Headings_are_found_in_any_order_case_and_spacing()
    {
        var ana = One("ADMITTED,Full Name,Category,  delegation ,regional group,ID\noui,Ana,memberstate,Peru,latinamericanandcaribbean,7\n");

        Assert.Equal(("7", "Ana", "MemberState", "LatinAmericanAndCaribbean", true), (ana.Id.Value, ana.FullName, ana.Category, ana.RegionalGroup, ana.Admitted));
        Assert.Null(ana.Seat);
    }

    [Theory]
    [InlineData("Jose\u0301", "José")]
    [InlineData("  Ana\u00A0\u3000 Li ", "Ana Li")]
    [InlineData("\"Ana\r\nLi\"", "Ana Li")]
    [InlineData("A\0n\u0007a", "Ana")]
    [InlineData("\u202EanA\u202C\u2066\u2069", "anA")]
    [InlineData("A\u200Bn\u200Da\uFEFF\u2060\U000E0041", "Ana")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0646", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0646")]
    [InlineData("\u0DC1\u0DCA\u200D\u0DBB\u0DD3", "\u0DC1\u0DCA\u200D\u0DBB\u0DD3")]
    [InlineData("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0")]
    [InlineData("<b>Ana</b>", "<b>Ana</b>")]
    public void Names_are_composed_and_lose_what_cannot_be_seen(string written, string read) =>
        Assert.Equal(read, One(Headings + Good.Replace("Ana", written)).FullName);

    public static TheoryData<string, byte[]> OtherEncodings => new()
    {
        { "UTF-16 with its mark", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Headings + Good)] },
        { "UTF-16 without", Encoding.Unicode.GetBytes(Headings + Good) },
        { "UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes(Headings + Good) },
        { "Latin-1", Encoding.Latin1.GetBytes(Headings + Good.Replace("Ana", "José")) },
    };

    [Theory, MemberData(nameof(OtherEncodings))]
    public void Other_encodings_are_read_as_well(string encoding, byte[] file)
    {
        var read = ParticipantFile.Read(file, Room);

        Assert.True(read.Succeeded && read.Value.Participants.Single().FullName is "Ana" or "José", encoding);
    }

    [Fact]
    public void A_programme_in_another_encoding_is_told_as_such() =>
        Assert.Equal(ImportCodes.NotUtf8, Assert.Single(ProgrammeFile.Read(Encoding.Unicode.GetBytes("{}")).Faults).Code);

    [Theory]
    [InlineData("label,row,x,y\nA-1,1,0,10\nA-1,1,70,10\n", 3, "label", ImportCodes.DuplicateSeat)]
    [InlineData("label,row,x,y\nA-1,1,0,10\nA-2,one,70,10\n", 3, "row", ImportCodes.NotANumber)]
    [InlineData("label,row,x,y\nA-1,1,0,10\nA-2,1,70.5,10\n", 3, "x", ImportCodes.NotANumber)]
    [InlineData("label,row,x,y\nA-1,1,0,10\nA-2,0,70,10\n", 3, "row", ImportCodes.OutOfBounds)]
    [InlineData("label,row,x,y\nA-1,1,0,10\nA-2,1,70,\n", 3, "y", ImportCodes.MissingValue)]
    [InlineData("label,row,x,y\nA-1,1,0,10\nA-23456789-1234567,1,70,10\n", 3, "label", ImportCodes.TooLong)]
    [InlineData("label,row,x\nA-1,1,0\n", 1, "y", ImportCodes.MissingColumn)]
    public void A_bad_seat_is_told_by_its_row_and_column(string file, int row, string column, string code)
    {
        var read = SeatFile.Read(Encoding.UTF8.GetBytes(file));

        Assert.Null(read.Value);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((row, column, code), (fault.Row, fault.Column, fault.Code));
    }
}
