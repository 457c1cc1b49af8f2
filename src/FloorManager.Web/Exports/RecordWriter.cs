using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Imports;
using FloorManager.Web.Journal;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace FloorManager.Web.Exports;

/// <summary>Writes the record of a state into a stream. The same state gives the same rows in every format.</summary>
internal static class RecordWriter
{
    /// <summary>Every list, by the names that <c>docs/record.md</c> explains.</summary>
    public static Task Json(Hearing state, Stream to, CancellationToken stop) => JsonSerializer.SerializeAsync(to, RecordExtract.Of(state), HearingJson.Options, stop);

    /// <summary>The interventions alone, with the mark by which spreadsheet programs know UTF-8, and separated as the language of the file has it.</summary>
    public static async Task Csv(Hearing state, string? language, Stream to, CancellationToken stop)
    {
        var (sheets, words) = Of(state, language);
        var culture = words.Culture;
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(culture) { Delimiter = culture.TextInfo.ListSeparator, NewLine = "\r\n" });
        foreach (var row in sheets.Interventions.Rows.Prepend([.. sheets.Interventions.Headings]))
        {
            stop.ThrowIfCancellationRequested();
            foreach (var cell in row)
            {
                csv.WriteField(cell switch
                {
                    null => "",
                    string written => InertText.Write(written),
                    DateTime wall => wall.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                    var number => Convert.ToString(number, culture),
                });
            }

            await csv.NextRecordAsync();
        }
    }

    /// <summary>A sheet a list. Its texts are texts, which no program evaluates; numbers and wall-clock times are cells of their kind.</summary>
    public static async Task Xlsx(Hearing state, string? language, Stream to, CancellationToken stop)
    {
        var (sheets, _) = Of(state, language);
        // The archive is closed synchronously, which a response refuses; packed, the record of a long day is some hundred kilobytes.
        using var packed = new MemoryStream();
        await using var book = await Spreadsheet.CreateNewAsync(packed, cancellationToken: stop);
        var bold = book.AddStyle(new Style { Font = { Bold = true } });
        foreach (var sheet in sheets.All)
        {
            var options = new WorksheetOptions { FrozenRows = 1 };
            for (var column = 1; column <= sheet.Headings.Length; column++) options.Column(column).Width = 20;
            await book.StartWorksheetAsync(sheet.Name, options, stop);
            await book.AddRowAsync([.. sheet.Headings.Select(h => new StyledCell(h, bold))], stop);
            foreach (var row in sheet.Rows) await book.AddRowAsync([.. row.Select(Cell)], stop);
        }

        await book.FinishAsync(stop);
        packed.Position = 0;
        await packed.CopyToAsync(to, stop);
    }

    /// <summary>All of it for word processors.</summary>
    public static Task Docx(Hearing state, string? language, Stream to, CancellationToken stop) => PaperDocx.Write(Papers(state, language).Record, to, stop);

    /// <summary>All of it to be printed.</summary>
    public static Task Page(Hearing state, string? language, Stream to, CancellationToken stop) => PaperPage.Write(Papers(state, language).Record, to, stop);

    /// <summary>What the President's summary is drafted from, for word processors.</summary>
    public static Task SummaryDocx(Hearing state, string? language, Stream to, CancellationToken stop) => PaperDocx.Write(Papers(state, language).Summary, to, stop);

    /// <summary>The same to be printed.</summary>
    public static Task SummaryPage(Hearing state, string? language, Stream to, CancellationToken stop) => PaperPage.Write(Papers(state, language).Summary, to, stop);

    /// <summary>When what happened, for calendars.</summary>
    public static Task Calendar(Hearing state, string? language, Stream to, CancellationToken stop)
    {
        var record = RecordExtract.Of(state);
        return RecordCalendar.Write(record, RecordWords.In(language, record.Languages), to, stop);
    }

    private static RecordPapers Papers(Hearing state, string? language)
    {
        var record = RecordExtract.Of(state);
        return new(record, RecordWords.In(language, record.Languages));
    }

    private static (RecordSheets Sheets, RecordWords Words) Of(Hearing state, string? language)
    {
        var record = RecordExtract.Of(state);
        var words = RecordWords.In(language, record.Languages);
        return (new(record, words), words);
    }

    private static Cell Cell(object? value) => value switch
    {
        null => default,
        DateTime wall => new(wall),
        double number => new(number),
        int number => new(number),
        _ => new((string)value),
    };
}
