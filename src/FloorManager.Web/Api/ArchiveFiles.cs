using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>A hearing's whole journal as one file, written while it is read.</summary>
public static class ArchiveFiles
{
    public static void MapArchiveFile(this RouteGroupBuilder api) =>
        api.MapGet("/archive", Answer).Produces<Stream>(contentType: ArchiveFile.MediaType).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("The whole journal of the hearing with its chain of hashes, as a ZIP that another server brings back; docs/archive.md explains it.");

    private static async Task<IResult> Answer(string hearing, HttpContext context, Hearings hearings, Archives archives, IStringLocalizer<Texts> texts, IStringLocalizer<ScreenTexts> words)
    {
        var stop = context.RequestAborted;
        var grants = await Caller.Grants(context, hearings);
        if (grants.Count == 0) return await Caller.NotSignedIn(context, texts);
        if (await hearings.Find(hearing, stop) is null) return FloorApi.Unknown(hearing, texts);
        if (Permissions.To(Right.ReadAudit, grants, hearing) is not { } by || await archives.Export(by, hearing, "archive", stop) is not { } export)
            return FloorApi.Problem(StatusCodes.Status403Forbidden, "denied", texts["Answer.Denied"]);
        if (export.Write is not { } write) return FloorApi.Problem(StatusCodes.Status409Conflict, "journal-broken", words.Verified(export.Check));
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(to => write(to, stop), ArchiveFile.MediaType, $"{hearing}.floormanager.zip");
    }
}
