using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Imports;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>The audit as a file, written while it is read. Filters are those of the page.</summary>
public static class AuditFiles
{
    private static readonly string[] Headings = ["version", "at_utc", "role", "origin", "actor", "seat", "credential", "command_id", "events", "details"];

    private static readonly byte[] NewLine = "\n"u8.ToArray();

    public static void MapAuditFiles(this RouteGroupBuilder api)
    {
        api.MapGet("/audit.csv", ([AsParameters] Asked asked) => asked.Answer("text/csv; charset=utf-8", "audit.csv", Csv))
            .Produces<Stream>(contentType: "text/csv").ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("Every accepted command of the hearing, with who, by which door and what happened.");
        api.MapGet("/audit.jsonl", ([AsParameters] Asked asked) => asked.Answer("application/x-ndjson", "audit.jsonl", Lines))
            .Produces<Stream>(contentType: "application/x-ndjson").ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("The same, a JSON object a line.");
        api.MapGet("/journal.json", ([AsParameters] Asked asked) => asked.Answer("application/json", "journal.json", Whole))
            .Produces<JournalDocument>().ProducesProblem(StatusCodes.Status400BadRequest).WithSummary("The same as one JSON document, which docs/record.md explains.");
    }

    /// <param name="Kind">Stored name of an event.</param>
    private sealed record Asked(
        string Hearing, Role? Role, Origin? Origin, string? Kind, DateTimeOffset? From, DateTimeOffset? To, string? Text,
        HttpContext Context, Hearings Hearings, AuditTrail Audit, IStringLocalizer<Texts> Texts)
    {
        public async Task<IResult> Answer(string type, string file, Func<string, IAsyncEnumerable<AuditLine>, Stream, CancellationToken, Task> write)
        {
            var stop = Context.RequestAborted;
            var grants = await Caller.Grants(Context, Hearings);
            if (grants.Count == 0) return await Caller.NotSignedIn(Context, Texts);
            if (await Hearings.Find(Hearing, stop) is null) return FloorApi.Unknown(Hearing, Texts);
            var by = Permissions.To(Right.ReadAudit, grants, Hearing);
            if (by is null || await Audit.Export(by, Hearing, new(Role, Origin, Kind, From, To, Text), file, stop) is not { } lines)
                return FloorApi.Problem(StatusCodes.Status403Forbidden, "denied", Texts["Answer.Denied"]);
            Context.Response.Headers.CacheControl = "no-store";
            return Results.Stream(to => write(Hearing, lines, to, stop), type, $"{Hearing}-{file}");
        }
    }

    /// <summary>With the mark by which spreadsheet programs know UTF-8.</summary>
    private static async Task Csv(string hearing, IAsyncEnumerable<AuditLine> lines, Stream to, CancellationToken stop)
    {
        await using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" });
        foreach (var heading in Headings) csv.WriteField(heading);
        await csv.NextRecordAsync();
        await foreach (var line in lines.WithCancellation(stop))
        {
            string[] cells =
            [
                $"{line.Version}", At(line), $"{line.Role}", $"{line.Origin}", line.Actor, line.Seat ?? "", $"{line.Credential}", $"{line.Command}", string.Join(' ', line.Kinds), line.Events,
            ];
            foreach (var cell in cells) csv.WriteField(InertText.Write(cell));
            await csv.NextRecordAsync();
        }
    }

    private static async Task Lines(string hearing, IAsyncEnumerable<AuditLine> lines, Stream to, CancellationToken stop)
    {
        await foreach (var line in lines.WithCancellation(stop))
        {
            await JsonSerializer.SerializeAsync(to, Of(line), HearingJson.Options, stop);
            await to.WriteAsync(NewLine, stop);
        }
    }

    /// <summary>One document with one array, and still never in memory as a whole.</summary>
    private static async Task Whole(string hearing, IAsyncEnumerable<AuditLine> lines, Stream to, CancellationToken stop)
    {
        var before = $$"""{"format":"{{JournalDocument.CurrentFormat}}","hearing":{{JsonSerializer.Serialize(hearing)}},"entries":[""" + "\n";
        await foreach (var line in lines.WithCancellation(stop))
        {
            await to.WriteAsync(Encoding.UTF8.GetBytes(before), stop);
            await JsonSerializer.SerializeAsync(to, Of(line), HearingJson.Options, stop);
            before = ",\n";
        }

        await to.WriteAsync(Encoding.UTF8.GetBytes(before is ",\n" ? "\n]}\n" : $"{before}]}}\n"), stop);
    }

    private sealed record JournalDocument(string Format, string Hearing, IReadOnlyList<Line> Entries)
    {
        public const string CurrentFormat = "floormanager.journal/1";
    }

    private static Line Of(AuditLine line) =>
        new(line.Version, At(line), line.Role, line.Origin, line.Actor, line.Seat, line.Credential, line.Command, JsonSerializer.Deserialize<JsonElement>(line.Events));

    private sealed record Line(long Version, string AtUtc, Role Role, Origin? Origin, string Actor, string? Seat, Guid? Credential, Guid CommandId, JsonElement Events);

    private static string At(AuditLine line) => line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
