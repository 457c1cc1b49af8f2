using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Exports;
using FloorManager.Web.Imports;
using FloorManager.Web.Live;
using FloorManager.Web.Logs;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>The record as a file, for whoever may open it as a page. Each is written from one snapshot, however the hearing goes on meanwhile.</summary>
public static class RecordFiles
{
    private const string Html = "text/html; charset=utf-8";

    public static void MapRecordFiles(this RouteGroupBuilder api)
    {
        api.MapGet("/record.csv", ([AsParameters] Asked asked, string? lang) => asked.Answer("text/csv; charset=utf-8", "record.csv", (state, to, stop) => RecordWriter.Csv(state, lang, to, stop), lang))
            .Produces<Stream>(contentType: "text/csv").WithSummary("The interventions of the record as a table, one row each; lang=en, fr, es, ru, zh or ar, else the hearing's first language.");
        api.MapGet("/record.xlsx", ([AsParameters] Asked asked, string? lang) => asked.Answer(Workbook.MediaType, "record.xlsx", (state, to, stop) => RecordWriter.Xlsx(state, lang, to, stop), lang))
            .Produces<Stream>(contentType: Workbook.MediaType).WithSummary("The whole record as a workbook: interventions, corrections, recommendations, questions, who was not heard, written contributions, figures.");
        api.MapGet("/record.json", ([AsParameters] Asked asked) => asked.Answer("application/json", "record.json", RecordWriter.Json))
            .Produces<RecordDocument>().WithSummary("The whole record by stable names, which docs/record.md explains.");
        api.MapGet("/record.docx", ([AsParameters] Asked asked, string? lang) => asked.Answer(PaperDocx.MediaType, "record.docx", (state, to, stop) => RecordWriter.Docx(state, lang, to, stop), lang))
            .Produces<Stream>(contentType: PaperDocx.MediaType).WithSummary("The whole record as a document for word processors.");
        api.MapGet("/record.html", ([AsParameters] Asked asked, string? lang) => asked.Answer(Html, "record.html", (state, to, stop) => RecordWriter.Page(state, lang, to, stop), isPage: true))
            .Produces<Stream>(contentType: "text/html").WithSummary("The same as a page to be printed.");
        api.MapGet("/record.ics", ([AsParameters] Asked asked, string? lang) => asked.Answer("text/calendar; charset=utf-8", "record.ics", (state, to, stop) => RecordWriter.Calendar(state, lang, to, stop), lang))
            .Produces<Stream>(contentType: "text/calendar").WithSummary("Segments and interventions as they really were, for calendars.");
        api.MapGet("/summary.docx", ([AsParameters] Asked asked, string? lang) => asked.Answer(PaperDocx.MediaType, "summary.docx", (state, to, stop) => RecordWriter.SummaryDocx(state, lang, to, stop), lang))
            .Produces<Stream>(contentType: PaperDocx.MediaType).WithSummary("What the President's summary is drafted from, by panel and topic, as a document for word processors.");
        api.MapGet("/summary.html", ([AsParameters] Asked asked, string? lang) => asked.Answer(Html, "summary.html", (state, to, stop) => RecordWriter.SummaryPage(state, lang, to, stop), isPage: true))
            .Produces<Stream>(contentType: "text/html").WithSummary("The same as a page to be printed.");
    }

    private sealed record Asked(string Hearing, HttpContext Context, Hearings Hearings, SecurityLog Security, IStringLocalizer<Texts> Texts)
    {
        /// <param name="language">That was asked for: files in two of them do not overwrite each other.</param>
        /// <param name="isPage">Is opened where it was asked for; else it is saved.</param>
        public async Task<IResult> Answer(string type, string file, Func<Hearing, Stream, CancellationToken, Task> write, string? language = null, bool isPage = false)
        {
            var stop = Context.RequestAborted;
            var grants = await Caller.Grants(Context, Hearings);
            if (grants.Count == 0) return await Caller.NotSignedIn(Context, Texts);
            if (await Hearings.Find(Hearing, stop) is not { } session) return FloorApi.Unknown(Hearing, Texts);
            if (Permissions.To(Right.OpenRecord, grants, Hearing) is not { } by) return FloorApi.Problem(StatusCodes.Status403Forbidden, "denied", Texts["Answer.Denied"]);
            Security.Exported(by, Hearing, file);
            var state = session.State;
            return Results.Stream(to => write(state, to, stop), type, isPage ? null : $"{Hearing}-{(Languages.Spoken(language) is { } tag ? file.Replace(".", $".{tag}.", StringComparison.Ordinal) : file)}");
        }
    }
}
