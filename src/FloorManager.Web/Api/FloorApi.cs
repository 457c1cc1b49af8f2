using System.Globalization;
using System.Text.Json.Serialization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Views;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Logs;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Api;

/// <summary>The HTTP API of version 1: commands by POST, state by GET. It decides nothing; it carries to the door and back.</summary>
public static class FloorApi
{
    private const int LargestBodyKb = 32;

    public static void MapFloorApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/hearings/{hearing}").RequireRateLimiting(Limits.PerCredential).AllowAnonymous()
            .AddOpenApiOperationTransformer(Description.Token)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status500InternalServerError);
        // Blazor has a GET for whatever may be a file, by which routing would answer one here with 404.
        api.Map("/commands", WrongMethod);
        api.MapPost("/commands", Command).WithSummary("Submits a command; a repeat of the same id answers the same.").DisableAntiforgery()
            .AddOpenApiOperationTransformer(Description.Commands)
            .Produces<Accepted>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/state", State).WithSummary("The view of an audience, for audience=seat with the seat's own request; the ETag is its version.")
            .AddOpenApiOperationTransformer(Description.OrNone).Produces<FloorView>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapSeatPeople();
        api.MapStaffLists();
        api.MapAuditFiles();
        api.MapArchiveFile();
        api.MapRecordFiles();
        api.MapRehearsals();
    }

    private static async Task<IResult> Command(string hearing, HttpContext context, Hearings hearings, SecurityLog security, Sentences say, IStringLocalizer<Texts> texts)
    {
        var grants = await Caller.Grants(context, hearings);
        if (grants.Count == 0) return await Caller.NotSignedIn(context, texts);
        if (await Body(context.Request) is not { } body) return Problem(StatusCodes.Status413PayloadTooLarge, "body-too-large", texts["Error.BodyTooLarge", LargestBodyKb]);
        var (id, command, fault, field) = CommandNames.Read(body);
        if (command is null) return Problem(StatusCodes.Status400BadRequest, "malformed", texts[fault!, field ?? ""]);
        if (await hearings.Find(hearing, context.RequestAborted) is not { } session) return Unknown(hearing, texts);
        if (By(grants, hearing, command) is not { } by)
        {
            security.Answered(grants[^1] with { Origin = Origin(context) }, hearing, command, new Answer.Denied());
            return Result(new Answer.Denied(), say);
        }

        var answer = await hearings.Submit(hearing, by with { Origin = Origin(context) }, id, command, context.RequestAborted);
        return answer is Answer.Done done && command is HearingCommand.ErasePersonalData erase
            ? Results.Ok(new Accepted(done.Version, session.State.Erased.GetValueOrDefault(session.State.WhoIs(erase.ParticipantId))))
            : Result(answer, say);
    }

    /// <summary>A page of ours has a cookie; whoever has a token is a script.</summary>
    private static Origin Origin(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0 ? Domain.Hearings.Origin.Api : Domain.Hearings.Origin.Seat;

    /// <param name="StillNamed">After an erasure: the free texts that might name the person, where somebody has to look.</param>
    private sealed record Accepted(long Version, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Mention>? StillNamed = null);

    private static IResult WrongMethod(HttpContext context)
    {
        context.Response.Headers.Allow = HttpMethods.Post;
        return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
    }

    /// <summary>The visitor's grant for this: the newest that the table allows, and for a seat that is named the one of that seat.</summary>
    private static Grant? By(IReadOnlyList<Grant> grants, string hearing, HearingCommand command)
    {
        var allowed = grants.Where(g => g.Covers(hearing) && Permissions.Allows(g.Role, command.GetType())).ToArray();
        var seat = command switch { HearingCommand.RaiseRequest c => c.Seat, HearingCommand.TakeSeat c => c.Seat, HearingCommand.LeaveSeat c => c.Seat, _ => null };
        return allowed.LastOrDefault(g => seat is not null && g.Seat == seat) ?? allowed.LastOrDefault();
    }

    private static async Task<IResult> State(
        string hearing, HttpContext context, Hearings hearings, SteadyClock clock, IStringLocalizer<Texts> texts, string audience = "chamber", string? seat = null)
    {
        if (await hearings.Find(hearing, context.RequestAborted) is not { } session) return Unknown(hearing, texts);
        if (!Permissions.IsAudience(audience)) return Problem(StatusCodes.Status400BadRequest, "unknown-audience", texts["Error.UnknownAudience", audience]);
        var grants = await Caller.Grants(context, hearings);
        var grant = Permissions.ToWatch(grants.Where(g => seat is null || g.Seat?.Value == seat), session.State, audience, out var published);
        if (grant is null && !published)
        {
            return grants.Count == 0
                ? await Caller.NotSignedIn(context, texts)
                : Problem(StatusCodes.Status403Forbidden, "may-not-watch", texts["Error.MayNotWatch"]);
        }

        var state = session.State;
        var room = FloorView.Of(state, clock.UtcNow);
        context.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{state.Version}\"");
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json<object>(room.For(audience, audience == "seat" ? grant!.Seat : null, state));
    }

    internal static IResult Result(Answer answer, Sentences say) => answer switch
    {
        Answer.Done done => Results.Ok(new Accepted(done.Version)),
        Answer.Refused refused => Problem(StatusCodes.Status409Conflict, Sentences.Reason(refused.Refusal), say.Of(refused.Refusal)),
        Answer.Denied => Problem(StatusCodes.Status403Forbidden, "denied", say.Of(answer)),
        Answer.UnknownHearing => Problem(StatusCodes.Status404NotFound, "unknown-hearing", say.Of(answer)),
        Answer.NotSaved => Problem(StatusCodes.Status503ServiceUnavailable, "not-saved", say.Of(answer)),
        _ => Problem(StatusCodes.Status429TooManyRequests, "busy", say.Of(answer)),
    };

    internal static IResult Unknown(string hearing, IStringLocalizer<Texts> texts) =>
        Problem(StatusCodes.Status404NotFound, "unknown-hearing", texts["Error.UnknownHearing", hearing.Length > 40 ? hearing[..40] : hearing]);

    internal static IResult Problem(int status, string reason, string? sentence) =>
        Results.Problem(sentence, statusCode: status, extensions: new Dictionary<string, object?> { ["reason"] = reason });

    private static async Task<byte[]?> Body(HttpRequest request)
    {
        const int most = LargestBodyKb * 1024;
        if (request.ContentLength > most) return null;
        var buffer = new byte[most + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, request.HttpContext.RequestAborted);
        return length > most ? null : buffer[..length];
    }
}
