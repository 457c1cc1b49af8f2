using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FloorManager.Web.Imports;
using FloorManager.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;
using static FloorManager.Web.Tests.Imports.ReadingTablesOfEveryKind;

namespace FloorManager.Web.Tests.Imports;

/// <summary>Every file that is refused is refused by one sentence, at once, without filling the memory.</summary>
public sealed class RefusingWhatNobodyShouldSend
{
    private const string Rows = """<row><c t="str"><v>name</v></c><c t="str"><v>country</v></c></row><row><c t="str"><v>Ana</v></c><c t="str"><v>Peru</v></c></row>""";

    private static readonly IStringLocalizer<ImportTexts> Texts =
        new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider().GetRequiredService<IStringLocalizer<ImportTexts>>();

    public static TheoryData<string, string, string> Files => new()
    {
        { "million rows", ImportCodes.TooManyRows, "row 20002: The file has more than 20000 rows." },
        { "million short rows", ImportCodes.TooManyRows, "row 20002: The file has more than 20000 rows." },
        { "quote never closed", ImportCodes.CellTooLong, "row 2: A cell holds more than 32767 characters; perhaps a quotation mark is not closed. Nothing was read." },
        { "stray quote", ImportCodes.BadQuotes, "row 2: A quotation mark is out of place near “A\"na”. Everything after it is unclear, so nothing was read." },
        { "ten megabytes in a cell", ImportCodes.CellTooLong, "row 2: A cell holds more than 32767 characters; perhaps a quotation mark is not closed. Nothing was read." },
        { "ten megabytes in a cell of a workbook", ImportCodes.CellTooLong, "row 2: A cell holds more than 32767 characters; perhaps a quotation mark is not closed. Nothing was read." },
        { "million rows in a workbook", ImportCodes.TooManyRows, "row 20002: The file has more than 20000 rows." },
        { "bomb", ImportCodes.ArchiveTooLarge, "The workbook unpacks to far more than a register holds. Nothing was read." },
        { "bomb in many parts", ImportCodes.ArchiveTooLarge, "The workbook unpacks to far more than a register holds. Nothing was read." },
        { "bomb that claims to be small", ImportCodes.BrokenWorkbook, "The workbook is damaged or incomplete. Open it in a spreadsheet program and save it again as XLSX." },
        { "bomb that claims to be a register", ImportCodes.BrokenWorkbook, "The workbook is damaged or incomplete. Open it in a spreadsheet program and save it again as XLSX." },
        { "thousands of parts", ImportCodes.ArchiveTooLarge, "The workbook unpacks to far more than a register holds. Nothing was read." },
        { "macros", ImportCodes.Macros, "The workbook holds macros. Save it as XLSX, without macros." },
        { "document type", ImportCodes.BrokenWorkbook, "The workbook is damaged or incomplete. Open it in a spreadsheet program and save it again as XLSX." },
        { "truncated", ImportCodes.BrokenWorkbook, "The workbook is damaged or incomplete. Open it in a spreadsheet program and save it again as XLSX." },
        { "no sheet", ImportCodes.BrokenWorkbook, "The workbook is damaged or incomplete. Open it in a spreadsheet program and save it again as XLSX." },
        { "password", ImportCodes.OldOrEncrypted, "The workbook is protected by a password or in the old XLS format. Save it as XLSX without a password." },
    };

    [Theory, MemberData(nameof(Files))]
    public void It_is_told_by_one_sentence_in_less_than_a_second_and_fifty_megabytes(string name, string code, string sentence)
    {
        Grid.Open(Workbook(Rows));
        Grid.Open("a,b\n1,2\n"u8.ToArray());
        var file = Make(name);
        var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var read = Grid.Open(file);
        var (allocated, took) = (GC.GetAllocatedBytesForCurrentThread() - before, clock.Elapsed);

        Assert.Null(read.Value);
        var fault = Assert.Single(read.Faults);
        Assert.Equal(code, fault.Code);
        Assert.Equal(sentence, fault.Sentence(Texts));
        Assert.InRange(allocated / 1e6, 0, 50);
        // A second on a quiet machine; what is not bounded takes many.
        Assert.InRange(took.TotalSeconds, 0, 5);
    }

    /// <summary>Thirty-five columns, twenty thousand rows, no cell like another: the most that is taken.</summary>
    [Fact]
    public void The_largest_register_that_is_taken_fits_into_a_hundred_megabytes()
    {
        var file = Encoding.UTF8.GetBytes($"name,country,category,{string.Join(',', Enumerable.Range(1, 32).Select(n => $"more {n}"))}\n" + string.Concat(Enumerable.Range(0, 20_000).Select(n => $"Ana {n},Peru,MemberState,{string.Join(',', Enumerable.Range(0, 32).Select(c => $"Consei {n:00000} {c:000}"))}\n")));
        Assert.InRange(file.Length / 1e6, 11, FileText.MostBytesOfATable / 1e6);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var grid = Grid.Open(file).Value!;
        var read = GC.GetAllocatedBytesForCurrentThread() - before;
        var preview = ParticipantImport.Look(grid, grid.Columns(Texts), ParticipantMapping.Guess(grid.Headings), FloorManager.Domain.Hearings.Hearing.Empty);
        var looked = GC.GetAllocatedBytesForCurrentThread() - before - read;
        Assert.Equal(20_000, preview.Count(RowEffect.New));
        // More than is ever held at once: what is garbage by the end counts as well.
        Assert.InRange(read / 1e6, 0, 60);
        Assert.InRange(looked / 1e6, 0, 90);
    }

    private static byte[] Make(string name) => name switch
    {
        "million rows" => Encoding.UTF8.GetBytes("name,country\n" + string.Concat(Enumerable.Repeat("Ana,Peru\n", 1_000_000))),
        "million short rows" => Encoding.UTF8.GetBytes("n\n" + string.Concat(Enumerable.Repeat("1\n", 1_000_000))),
        "quote never closed" => Encoding.UTF8.GetBytes("name,country\n\"Ana,Peru\n" + string.Concat(Enumerable.Repeat("Ana,Peru\n", 100_000))),
        "stray quote" => Encoding.UTF8.GetBytes("name,country\nA\"na,Peru\n"),
        "ten megabytes in a cell" => Encoding.UTF8.GetBytes("name,country\n" + new string('a', 10_000_000) + ",Peru\n"),
        "ten megabytes in a cell of a workbook" => Workbook(Rows[..Rows.IndexOf("</row>", StringComparison.Ordinal)] + "</row><row><c t=\"str\"><v>" + string.Concat(Enumerable.Range(0, 1_250_000).Select(n => n.ToString("00000000", CultureInfo.InvariantCulture))) + "</v></c></row>"),
        "million rows in a workbook" => Workbook(string.Concat(Enumerable.Range(0, 1_000_000).Select(n => $"<row><c><v>{n}</v></c></row>"))),
        "bomb" => Bomb(parts: 1),
        "bomb in many parts" => Bomb(parts: 60),
        "bomb that claims to be small" => Bomb(parts: 1, claimed: 1_000),
        "bomb that claims to be a register" => Bomb(parts: 1, claimed: 40_000_000),
        "thousands of parts" => Workbook(Rows, also: zip => Enumerable.Range(0, 3_000).ToList().ForEach(n => zip.CreateEntry($"xl/media/{n}"))),
        "macros" => Workbook(Rows, also: zip => zip.CreateEntry("xl/vbaProject.bin")),
        "document type" => Workbook(Rows, type: "<!DOCTYPE lol [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"),
        "truncated" => Workbook(Rows)[..^200],
        "no sheet" => NoSheet(),
        "password" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    private static byte[] NoSheet()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) zip.CreateEntry("readme.txt");
        return bytes.ToArray();
    }

    /// <summary>One letter three hundred million times, a thousand to one, in one part or in sixty; or one that claims to be small.</summary>
    private static byte[] Bomb(int parts, int? claimed = null)
    {
        var piece = new byte[1_000_000];
        piece.AsSpan().Fill((byte)'a');
        var file = Workbook(Rows, shared: null, also: zip =>
        {
            for (var part = 0; part < parts; part++)
            {
                using var into = zip.CreateEntry(part == 0 ? Part : $"xl/worksheets/more{part}.xml").Open();
                into.Write("<sst><si><t>"u8);
                for (var megabytes = 0; megabytes < 300 / parts; megabytes++) into.Write(piece);
            }
        });
        return claimed is { } size ? Claiming(file, size) : file;
    }

    private const string Part = "xl/sharedStrings.xml";

    /// <summary>The size unpacked stands 24 bytes into an entry of the central directory, which begins with PK 1 2 and has its name 46 bytes in.</summary>
    private static byte[] Claiming(byte[] file, int size)
    {
        var name = Encoding.UTF8.GetBytes(Part);
        for (var at = 0; at < file.Length - 46 - name.Length; at++)
            if (file.AsSpan(at).StartsWith("PK\u0001\u0002"u8) && file.AsSpan(at + 46).StartsWith(name)) BitConverter.TryWriteBytes(file.AsSpan(at + 24), size);
        return file;
    }
}
