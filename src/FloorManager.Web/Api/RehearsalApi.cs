using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Rehearsing;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>A hearing to rehearse in, for whoever may set hearings up on this server.</summary>
public static class RehearsalApi
{
    public static void MapRehearsals(this RouteGroupBuilder api) => api.MapPost("/rehearsals", Make).DisableAntiforgery()
        .WithSummary("Makes a copy of the hearing to rehearse in, which begins in a moment with all its lengths divided by the speed (1 to 36).")
        .Produces<Made>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);

    private sealed record Asked(string Name, int Speed);

    private sealed record Made(string Hearing, long Version);

    private static async Task<IResult> Make(string hearing, Asked asked, HttpContext context, Hearings hearings, Rehearsals rehearsals, Sentences say, IStringLocalizer<Texts> texts)
    {
        var grants = await Caller.Grants(context, hearings);
        if (grants.Count == 0) return await Caller.NotSignedIn(context, texts);
        if (await hearings.Find(hearing, context.RequestAborted) is not { } session) return FloorApi.Unknown(hearing, texts);
        if (Permissions.To(Right.ManageHearings, grants, Grant.Everywhere) is not { } by) return FloorApi.Problem(StatusCodes.Status403Forbidden, "denied", texts["Answer.Denied"]);
        if (!HearingDetails.IsShortName(asked.Name)) return FloorApi.Problem(StatusCodes.Status400BadRequest, "malformed", texts["Error.WrongValue", "name"]);
        if (asked.Speed is < 1 or > Rehearsals.Fastest) return FloorApi.Problem(StatusCodes.Status400BadRequest, "malformed", texts["Error.WrongValue", "speed"]);
        var answer = await rehearsals.Make(by with { Origin = Domain.Hearings.Origin.Api }, session.State, asked.Name, asked.Speed, context.RequestAborted);
        return answer is Answer.Done done ? Results.Created($"/api/v1/hearings/{asked.Name}/state", new Made(asked.Name, done.Version)) : FloorApi.Result(answer, say);
    }
}
