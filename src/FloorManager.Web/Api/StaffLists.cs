using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
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
            List(hearing, context, hearings, texts, state => state.Meetings))
            .Produces<IEnumerable<Meeting>>().WithSummary("The meetings with their segments, podium and topics.");
        api.MapGet("/participants", (string hearing, string? query, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => ParticipantSearch.Find(state, query)))
            .Produces<IEnumerable<Participant>>().WithSummary("The participants, or those whom part of a name, a delegation or a seat finds.");
        api.MapGet("/seats", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => state.Seats.Values.OrderBy(s => s.Row).ThenBy(s => s.X).Select(s =>
                new SeatRow(s.Label, s.Row, s.X, s.Y, state.SeatHolders.TryGetValue(s.Label, out var holder) ? holder : null))))
            .Produces<IEnumerable<SeatRow>>().WithSummary("The seats, row by row, and who sits there.");
        api.MapGet("/requests", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => state.Requests.Values.OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).Select(r =>
                new RequestRow(r.Id, r.Participant, r.Segment, r.Seat, r.Channel, r.Kind, r.Topic, r.State, r.RaisedAt.ToUnixTimeMilliseconds()))))
            .Produces<IEnumerable<RequestRow>>().WithSummary("The requests of all panels, whatever has become of them, in the order they were made.");
    }

    private sealed record SeatRow(SeatLabel Seat, int Row, int X, int Y, ParticipantId? ParticipantId);

    private sealed record RequestRow(
        RequestId Id, ParticipantId ParticipantId, SegmentId SegmentId, SeatLabel? Seat, IntakeChannel Channel, FloorKind Kind, TopicId? TopicId,
        RequestState State, long RaisedAtUnixMs);

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
