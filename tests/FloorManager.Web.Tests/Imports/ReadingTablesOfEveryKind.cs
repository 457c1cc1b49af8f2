using System.IO.Compression;
using System.Text;
using FloorManager.Web.Imports;
using Xunit;

namespace FloorManager.Web.Tests.Imports;

/// <summary>The files of registration systems as they are, and files that nobody should have sent.</summary>
public sealed class ReadingTablesOfEveryKind
{
    internal const string Start = """<?xml version="1.0" encoding="UTF-8"?>""";
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static (Grid? Grid, ImportFault? Fault) Read(byte[] file, string? encoding = null)
    {
        var faults = new ImportFaults();
        var grid = Grid.Read(file, faults, encoding);
        return (grid, grid is null ? Assert.Single(faults.Result<Grid>(() => throw new InvalidOperationException()).Faults) : null);
    }

    private static byte[] Encoded(string encoding, string text)
    {
        _ = TextEncoding.Names;
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var known = Encoding.GetEncoding(encoding);
        return known.GetBytes(text);
    }

    [Theory]
    [InlineData("utf-8", "Zoë Müller-Ångström", "utf-8")]
    [InlineData("utf-16", "Zoë Müller-Ångström", "utf-16")]
    [InlineData("utf-16BE", "Zoë Müller-Ångström", "utf-16BE")]
    [InlineData("windows-1252", "Zoë Müller, élève à l’École française de Genève, né le 3 février", "windows-1252")]
    [InlineData("windows-1256", "نذير بن يوسف الورتلاني سفير الجمهورية الجزائرية الديمقراطية الشعبية لدى الأمم المتحدة", "windows-1256")]
    [InlineData("GB18030", "王小明 中华人民共和国常驻联合国代表团一等秘书 张伟 李娜", "GB18030")]
    public void An_encoding_is_found_out_by_what_is_written(string encoding, string name, string found)
    {
        var file = Encoded(encoding, string.Concat("name;delegation\n", $"{name};X\n", $"{name};Y\n"));
        var (grid, _) = Read(file);
        Assert.Equal((found, name), (grid!.Encoding, grid.Rows[1].Cells[0]));
        Assert.Equal(name, Read(file, encoding).Grid!.Rows[1].Cells[0]);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_separator_is_the_one_between_the_headings(char separator)
    {
        var (grid, _) = Read(Encoding.UTF8.GetBytes($"\"Name, first; last\"{separator}Pays\nÅsa{separator}\"a{separator}b\"\n"));
        Assert.Equal(["Name, first; last", "Pays"], grid!.Rows[0].Cells);
        Assert.Equal(["Åsa", $"a{separator}b"], grid.Rows[1].Cells);
    }

    [Fact]
    public void A_choice_of_encoding_that_does_not_fit_is_told() =>
        Assert.Equal(ImportCodes.WrongEncoding, Read(Encoded("windows-1252", "name\nZoë\n"), "utf-8").Fault!.Code);

    [Fact]
    public void A_cell_of_ten_megabytes_and_too_many_columns_are_refused()
    {
        Assert.Equal((2, ImportCodes.CellTooLong), Read(Encoding.UTF8.GetBytes("name\n" + new string('a', 10_000_000))).Fault is { } f ? (f.Row, f.Code) : default);
        Assert.Equal(ImportCodes.TooManyColumns, Read(Encoding.UTF8.GetBytes(new string(',', 5_000) + "a\nb\n")).Fault!.Code);
        Assert.Equal(ImportCodes.FileTooLarge, Read(new byte[FileText.MostBytesOfATable + 1]).Fault!.Code);
    }

    /// <summary>The parts of a workbook with one sheet of these rows.</summary>
    /// <param name="shared">Null where <paramref name="also"/> writes that part itself.</param>
    internal static byte[] Workbook(string rows, string? shared = "", Action<ZipArchive>? also = null, string type = "")
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "xl/workbook.xml", $"""{Start}{type}<workbook {Main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Cover" sheetId="1" r:id="r1"/><sheet name="People" sheetId="2" r:id="r2"/></sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""{Start}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>""");
            Add(zip, "xl/styles.xml", $"""{Start}<styleSheet {Main}><numFmts><numFmt numFmtId="164" formatCode="000000"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>""");
            if (shared is not null) Add(zip, "xl/sharedStrings.xml", $"{Start}<sst {Main}>{shared}</sst>");
            Add(zip, "xl/worksheets/sheet1.xml", $"{Start}<worksheet {Main}><sheetData/></worksheet>");
            Add(zip, "xl/worksheets/sheet2.xml", $"{Start}<worksheet {Main}><sheetData>{rows}</sheetData></worksheet>");
            also?.Invoke(zip);
        }

        return bytes.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open());
        part.Write(text);
    }

    private const string TwoRows = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Ticket</t></is></c><c r="D1" t="inlineStr"><is><t>Born</t></is></c></row>
        <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>42</v></c><c r="D3" s="2"><v>42942</v></c></row>
        """;

    private const string TwoStrings = "<si><t>Nom</t></si><si><r><t xml:space=\"preserve\">نذير </t></r><r><t>يوسف</t></r><rPh><t>x</t></rPh></si>";

    [Fact]
    public void The_first_sheet_that_holds_anything_is_read_as_it_is_shown()
    {
        var (grid, fault) = Read(Workbook(TwoRows, TwoStrings));
        Assert.Null(fault);
        Assert.Equal(["Nom", "Ticket", "", "Born"], grid!.Rows[0].Cells);
        Assert.Equal((3, "نذير يوسف|000042||2017-07-26"), (grid.Rows[1].Number, string.Join('|', grid.Rows[1].Cells)));
    }

    [Fact]
    public void A_formula_is_told_by_its_cell()
    {
        var (grid, _) = Read(Workbook("""<row><c t="str"><v>Nom</v></c></row><row><c t="str"><f>A1&amp;"x"</f><v>Nomx</v></c></row>"""));
        Assert.Equal(new GridMark(2, 0, ImportCodes.Formula, "Nomx"), Assert.Single(grid!.Marks));
    }

    [Fact]
    public void Macros_document_types_passwords_and_torn_files_are_refused_with_a_sentence()
    {
        Assert.Equal(ImportCodes.Macros, Read(Workbook(TwoRows, TwoStrings, zip => Add(zip, "xl/vbaProject.bin", "x"))).Fault!.Code);
        Assert.Equal(ImportCodes.BrokenWorkbook, Read(Workbook(TwoRows, TwoStrings, type: "<!DOCTYPE lol [<!ENTITY a \"aaaa\">]>")).Fault!.Code);
        Assert.Equal(ImportCodes.OldOrEncrypted, Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).Fault!.Code);
        foreach (var begins in new byte[][] { [.. "%PDF-1.7\n"u8], [0xFF, 0xD8, 0xFF, 0xE0], [0x89, 0x50, 0x4E, 0x47], [.. "GIF89a"u8] })
            Assert.Equal(ImportCodes.NoTable, Read([.. begins, .. "a;b\n1;2\n"u8]).Fault!.Code);
        var sound = Workbook(TwoRows, TwoStrings);
        Assert.Equal(ImportCodes.BrokenWorkbook, Read(sound[..(sound.Length / 2)]).Fault!.Code);
    }

    [Fact]
    public void What_is_unpacked_is_counted_whatever_the_archive_declares()
    {
        using var stream = new CountedStream(new MemoryStream(new byte[2_000]), new UnpackBudget(1_500));
        Assert.Equal(1_000, stream.Read(new byte[1_000], 0, 1_000));
        Assert.Throws<ArchiveTooLarge>(() => stream.Read(new byte[1_000], 0, 1_000));
    }
}
