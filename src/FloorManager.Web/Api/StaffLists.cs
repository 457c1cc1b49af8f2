using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Imports;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;
using Microsoft.AspNetCore.Http.HttpResults;
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
        api.MapGet("/programme.json", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            Answer(hearing, context, hearings, texts, state => Results.File(ProgrammeFile.Write(state), "application/json", $"{hearing}-programme.json")))
            .Produces<FileContentHttpResult>(contentType: "application/json").WithSummary("Hearing and programme as the file that the importer reads.");
        api.MapGet("/programme.csv", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            Answer(hearing, context, hearings, texts, state => Results.File(ProgrammeSheet.Csv(state), "text/csv; charset=utf-8", $"{hearing}-programme.csv")))
            .Produces<FileContentHttpResult>(contentType: "text/csv").WithSummary("The programme as a table that the importer reads, one row a meeting, segment, speaker on the podium or topic.");
        api.MapGet("/programme.xlsx", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            Answer(hearing, context, hearings, texts, state => Results.Stream(async to => await to.WriteAsync(await ProgrammeSheet.Xlsx(state)), Workbook.MediaType, $"{hearing}-programme.xlsx")))
            .Produces<FileContentHttpResult>(contentType: Workbook.MediaType).WithSummary("The same table as a workbook.");
        api.MapGet("/programme.ics", (string hearing, HttpContext context, Hearings hearings, SteadyClock clock, IStringLocalizer<Texts> texts) =>
            Answer(hearing, context, hearings, texts, state => Results.File(Encoding.UTF8.GetBytes(ProgrammeCalendar.Write(state, clock.UtcNow)), "text/calendar", $"{hearing}-programme.ics")))
            .Produces<FileContentHttpResult>(contentType: "text/calendar").WithSummary("The programme as an iCalendar.");
        api.MapGet("/participants", (string hearing, string? query, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => ParticipantSearch.Find(state, query)))
            .Produces<IEnumerable<Participant>>().WithSummary("The participants, or those whom part of a name, a delegation or a seat finds.");
        api.MapGet("/room", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => state.InTheRoom.OrderBy(p => p.Value).ThenBy(p => p.Key.Value, StringComparer.Ordinal).Select(p =>
                new InTheRoomRow(p.Key, p.Value.ToUnixTimeMilliseconds()))))
            .Produces<IEnumerable<InTheRoomRow>>().WithSummary("Who has been checked in and is in the room, in the order they came.");
        api.MapGet("/seats", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => state.Seats.Values.OrderBy(s => s.Row).ThenBy(s => s.X).Select(s =>
                new SeatRow(s.Label, s.Row, s.X, s.Y, state.SeatHolders.TryGetValue(s.Label, out var holder) ? holder : null))))
            .Produces<IEnumerable<SeatRow>>().WithSummary("The seats, row by row, and who sits there.");
        api.MapGet("/requests", (string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts) =>
            List(hearing, context, hearings, texts, state => state.Requests.Values.OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).Select(r =>
                new RequestRow(r.Id, r.Participant, r.Segment, r.Seat, r.Channel, r.Kind, r.Topic, r.State, r.RaisedAt.ToUnixTimeMilliseconds(),
                    r.Doors.Select(d => new DoorRow(d.Channel, d.At.ToUnixTimeMilliseconds(), d.Participant, d.Seat, d.Topic))))))
            .Produces<IEnumerable<RequestRow>>().WithSummary("The requests of all panels, whatever has become of them, in the order they were made.");
    }

    private sealed record InTheRoomRow(ParticipantId ParticipantId, long SinceUnixMs);

    private sealed record SeatRow(SeatLabel Seat, int Row, int X, int Y, ParticipantId? ParticipantId);

    private sealed record RequestRow(
        RequestId Id, ParticipantId ParticipantId, SegmentId SegmentId, SeatLabel? Seat, IntakeChannel Channel, FloorKind Kind, TopicId? TopicId,
        RequestState State, long RaisedAtUnixMs, IEnumerable<DoorRow> Doors);

    /// <summary>One of the doors a request came through; the first is the one that the request itself tells.</summary>
    private sealed record DoorRow(IntakeChannel Channel, long RaisedAtUnixMs, ParticipantId ParticipantId, SeatLabel? Seat, TopicId? TopicId);

    private static Task<IResult> List<T>(string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts, Func<Hearing, T> list) =>
        Answer(hearing, context, hearings, texts, state => Results.Json(list(state)));

    private static async Task<IResult> Answer(
        string hearing, HttpContext context, Hearings hearings, IStringLocalizer<Texts> texts, Func<Hearing, IResult> answer)
    {
        var grants = await Caller.Grants(context, hearings);
        if (grants.Count == 0) return await Caller.NotSignedIn(context, texts);
        if (await hearings.Find(hearing, context.RequestAborted) is not { } session) return FloorApi.Unknown(hearing, texts);
        return Permissions.To(Right.ReadLists, grants, hearing) is null
            ? FloorApi.Problem(StatusCodes.Status403Forbidden, "denied", texts["Answer.Denied"])
            : answer(session.State);
    }
}
