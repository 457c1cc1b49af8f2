using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;
using static FloorManager.Web.Imports.ProgrammeColumns;

namespace FloorManager.Web.Imports;

// The same table the other way round: what is written here is read above as the same programme.
public sealed partial class ProgrammeSheet
{
    private static readonly Dictionary<string, double> Widths = new(StringComparer.Ordinal) { [What] = 14, [Title] = 60, [Theme] = 40, [Day] = 12, [Affiliation] = 40, [Id] = 24 };

    /// <summary>With the mark by which spreadsheet programs know UTF-8, and separated as the reader's language has it.</summary>
    public static byte[] Csv(Hearing hearing)
    {
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = CultureInfo.CurrentUICulture.TextInfo.ListSeparator, NewLine = "\r\n" }))
            foreach (var row in Rows(hearing))
            {
                foreach (var cell in row) csv.WriteField(InertText.Write(cell));
                csv.NextRecord();
            }

        return bytes.ToArray();
    }

    /// <summary>As a workbook; its cells are texts, which no program evaluates.</summary>
    public static async Task<byte[]> Xlsx(Hearing hearing)
    {
        using var to = new MemoryStream();
        var options = new WorksheetOptions { FrozenRows = 1 };
        foreach (var (at, column) in All.Index()) options.Column(at + 1).Width = Widths.GetValueOrDefault(column, 16);
        await using (var book = await Spreadsheet.CreateNewAsync(to))
        {
            await book.StartWorksheetAsync(HeadingOf("name"), options);
            var bold = book.AddStyle(new Style { Font = { Bold = true } });
            foreach (var (at, row) in Rows(hearing).Index()) await book.AddRowAsync([.. row.Select(cell => new StyledCell(cell, at == 0 ? bold : null))]);
            await book.FinishAsync();
        }

        return to.ToArray();
    }

    private static IEnumerable<string[]> Rows(Hearing hearing)
    {
        yield return [.. All.Select(HeadingOf)];
        foreach (var meeting in hearing.Meetings)
        {
            yield return Row((What, WordFor(MeetingRow)), (Title, meeting.Title));
            foreach (var segment in meeting.Segments)
            {
                yield return Of(hearing, segment);
                foreach (var speaker in segment.Podium.OrderBy(p => p.Role == PodiumRole.Moderator ? 0 : 1)) yield return Of(speaker);
                foreach (var topic in segment.Topics) yield return Row((What, WordFor(Topic)), (Title, topic.Text), (Id, topic.Id.Value));
            }
        }
    }

    private static string[] Of(Hearing hearing, Segment s)
    {
        var (starts, ends) = (hearing.Local(s.StartsAt), hearing.Local(s.EndsAt));
        var day = starts.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Row(
            (What, WordFor(s.Kind.ToString())), (Title, s.Title), (Theme, s.Theme), (Day, day), (Starts, starts.ToString("HH:mm", CultureInfo.InvariantCulture)),
            (Ends, ends.ToString(ends.Date == starts.Date ? "HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)), (Id, s.Id.Value),
            (Limit, s.Rules is { } r ? LocalTimes.Text(r.Limit) : ""), (Warning, s.Rules is { } w ? LocalTimes.Text(w.Warning) : ""), (Grace, s.Rules is { } g ? LocalTimes.Text(g.GraceTime) : ""),
            (StartsAtOnce, s.Rules is { } o ? YesOrNo(o.StartsAtOnce) : ""), (PointsOfOrder, s.Rules is { } p ? YesOrNo(p.PointsOfOrder) : ""), (ReplyRule, s.Rules?.RightsOfReply.ToString() ?? ""));
    }

    private static string[] Of(PodiumSpeaker p) => Row(
        (What, WordFor(p.Role switch { PodiumRole.Moderator => Moderator, PodiumRole.Panellist => Panellist, _ => Speaker })), (Title, p.FullName), (Address, p.Style), (Affiliation, p.Affiliation),
        (ToBeConfirmed, p.ToBeConfirmed ? YesOrNo(yes: true) : ""), (Length, LocalTimes.Text(p.AnnouncedLength)), (Id, p.Id.Value));

    private static string[] Row(params ReadOnlySpan<(string Column, string Text)> cells)
    {
        var row = new string[All.Length];
        Array.Fill(row, "");
        foreach (var (column, text) in cells) row[All.IndexOf(column)] = text;
        return row;
    }

    private static string YesOrNo(bool yes) => HeadingOf(yes ? "yes" : "no");
}
