using FloorManager.Domain.Participants;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>
/// Whom a seat that nobody has may be taken by. It hears of nobody but those whose name it knows, and of them no more than what stands on a badge: who
/// is seated, waits or is not admitted is not among them.
/// </summary>
public static class SeatPeople
{
    private const int LeastLetters = 2, Most = 5;

    public static void MapSeatPeople(this RouteGroupBuilder api) =>
        api.MapGet("/people", Find).Produces<IEnumerable<PersonRow>>().WithSummary("For a seat that nobody has: up to five of those without a seat whose names begin so.");

    private sealed record PersonRow(ParticipantId ParticipantId, string Name, string Delegation);

    private static async Task<IResult> Find(string hearing, string? query, string? seat, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts)
    {
        var grants = await Caller.Grants(context, hearings);
        if (grants.Count == 0) return await Caller.NotSignedIn(context, texts);
        if (await hearings.Find(hearing, context.RequestAborted) is not { } session) return FloorApi.Unknown(hearing, texts);
        var state = session.State;
        var own = Permissions.To(Right.FindOwnName, grants.Where(g => seat is null || g.Seat?.Value == seat), hearing);
        if (own is not { Seat: { } free } || !state.Seats.ContainsKey(free) || state.HolderOf(free) is not null)
            return FloorApi.Problem(StatusCodes.Status403Forbidden, "denied", texts["Answer.Denied"]);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(ParticipantSearch.Named(state, query ?? "", LeastLetters).Where(state.MaySitDown).Take(Most)
            .Select(p => new PersonRow(p.Id, p.FullName, p.Delegation)));
    }
}
