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
    public static void MapRecordFiles(this RouteGroupBuilder api)
    {
        api.MapGet("/record.csv", ([AsParameters] Asked asked, string? lang) => asked.Answer("text/csv; charset=utf-8", "record.csv", (state, to, stop) => RecordWriter.Csv(state, lang, to, stop)))
            .Produces<Stream>(contentType: "text/csv").WithSummary("The interventions of the record as a table, one row each; lang=en or fr, else the hearing's first language.");
        api.MapGet("/record.xlsx", ([AsParameters] Asked asked, string? lang) => asked.Answer(Workbook.MediaType, "record.xlsx", (state, to, stop) => RecordWriter.Xlsx(state, lang, to, stop)))
            .Produces<Stream>(contentType: Workbook.MediaType).WithSummary("The whole record as a workbook: interventions, recommendations, questions, who was not heard, written contributions, figures.");
        api.MapGet("/record.json", ([AsParameters] Asked asked) => asked.Answer("application/json", "record.json", RecordWriter.Json))
            .Produces<RecordDocument>().WithSummary("The whole record by stable names, which docs/record.md explains.");
    }

    private sealed record Asked(string Hearing, HttpContext Context, Hearings Hearings, SecurityLog Security, IStringLocalizer<Texts> Texts)
    {
        public async Task<IResult> Answer(string type, string file, Func<Hearing, Stream, CancellationToken, Task> write)
        {
            var stop = Context.RequestAborted;
            var grants = await Caller.Grants(Context, Hearings);
            if (grants.Count == 0) return await Caller.NotSignedIn(Context, Texts);
            if (await Hearings.Find(Hearing, stop) is not { } session) return FloorApi.Unknown(Hearing, Texts);
            if (Permissions.To(Right.OpenRecord, grants, Hearing) is not { } by) return FloorApi.Problem(StatusCodes.Status403Forbidden, "denied", Texts["Answer.Denied"]);
            Security.Exported(by, Hearing, file);
            var state = session.State;
            return Results.Stream(to => write(state, to, stop), type, $"{Hearing}-{file}");
        }
    }
}
