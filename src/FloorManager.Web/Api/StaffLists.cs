using FloorManager.Domain.Hearings;
using FloorManager.Domain.Requests;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>What the ids in commands refer to, for staff tokens.</summary>
public static class StaffLists
{
    public static void MapStaffLists(this RouteGroupBuilder api)
    {
        api.MapGet("/programme", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => state.Meetings));
        api.MapGet("/participants", (string hearing, string? query, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => ParticipantSearch.Find(state, query)));
        api.MapGet("/seats", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => state.Seats.Values.OrderBy(s => s.Row).ThenBy(s => s.X).Select(s => new
            {
                seat = s.Label,
                s.Row,
                s.X,
                s.Y,
                participantId = state.SeatHolders.TryGetValue(s.Label, out var holder) ? holder.Value : null,
            })));
        api.MapGet("/requests", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => state.Requests.Values.OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).Select(Row)));
    }

    private static object Row(FloorRequest r) => new
    {
        r.Id,
        participantId = r.Participant,
        segmentId = r.Segment,
        r.Seat,
        r.Channel,
        r.Kind,
        topicId = r.Topic,
        r.State,
        raisedAtUnixMs = r.RaisedAt.ToUnixTimeMilliseconds(),
    };

    private static async Task<IResult> List<T>(
        string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts, Func<Hearing, T> list)
    {
        var grants = await Caller.Grants(context, hearings);
        if (grants.Count == 0) return await Caller.NotSignedIn(context, texts);
        if (await hearings.Find(hearing, context.RequestAborted) is not { } session) return FloorApi.Unknown(hearing, texts);
        return Permissions.Staff(grants, hearing, Role.Chair, Role.Secretariat, Role.Moderator) is null
            ? FloorApi.Problem(StatusCodes.Status403Forbidden, "denied", texts["Answer.Denied"])
            : Results.Json(list(session.State));
    }
}
