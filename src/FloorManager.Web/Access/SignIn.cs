using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using FloorManager.Domain.Hearings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace FloorManager.Web.Access;

/// <summary>A credential comes as a cookie (people's browsers, by way of a sign-in link) or as a bearer token (scripts).</summary>
public static class SignIn
{
    public const string Bearer = "Bearer";
    private const string Either = "Either";

    public static IServiceCollection AddSignIn(this IServiceCollection services, string dataFolder)
    {
        // The keys lie with the database, so that a restart in the middle of a meeting signs nobody out.
        services.AddDataProtection().SetApplicationName("FloorManager").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys")));
        services.AddSingleton(new SeatCode(Path.Combine(dataFolder, "keys"))).AddSingleton<Revocations>().AddSingleton<Credentials>();
        services.AddSingleton<WrongCodes>().AddSingleton<ProofOfWork>().AddSingleton<TypedCodes>();
        // What was mapped without saying who may come in lets nobody in.
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(c => c.Resource is HttpContext context && context.GetEndpoint() is null).Build());
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0 ? Bearer : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenAuthentication>(Bearer, null)
            .AddCookie(o =>
            {
                o.Cookie.Name = "floormanager";
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.Cookie.HttpOnly = true;
                o.Cookie.MaxAge = TimeSpan.FromDays(2);
                o.ExpireTimeSpan = TimeSpan.FromDays(2);
                o.Events.OnRedirectToLogin = o.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                };
            });
        return services;
    }

    /// <summary>
    /// <c>POST /enter</c> exchanges the secret of a sign-in link for a cookie. The link carries it behind a <c>#</c>, which browsers never send, so that
    /// it stands in no log and no Referer. A seat's code is taken as well. No limit by address: a hall has one, and whoever uses it up locks all others out.
    /// </summary>
    public static void MapSignIn(this IEndpointRouteBuilder app) => app.MapPost("/enter", async (
        Key body, HttpContext context, Credentials credentials, TypedCodes codes, Live.Hearings hearings, IStringLocalizer<Resources.Texts> texts) =>
    {
        var (grant, asked) = SeatCode.Read(body.Secret ?? "") is { } code
            ? await codes.Find(context.Connection.RemoteIpAddress, code, body.Challenge, body.Nonce, context.RequestAborted)
            : (await credentials.Find(body.Secret ?? "", context.RequestAborted), null);
        if (asked is not null) return Prove(asked, texts["Enter.Prove"]);
        if (grant is null || !await hearings.Stands(grant, context.RequestAborted)) return Results.Problem(texts["Enter.Unknown"], statusCode: StatusCodes.Status401Unauthorized);
        var held = Grant.Of(context.User).Where(g => g.Credential != grant.Credential).TakeLast(15);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Grant.Principal([.. held, grant], CookieAuthenticationDefaults.AuthenticationScheme));
        return Results.Ok(new { location = HomeOf(grant) });
    }).AllowAnonymous();

    private static IResult Prove(ProofAsked asked, string sentence) => Results.Problem(sentence, statusCode: StatusCodes.Status429TooManyRequests,
        extensions: new Dictionary<string, object?> { ["reason"] = "prove", ["challenge"] = asked.Challenge, ["bits"] = asked.Bits });

    public static string HomeOf(Grant grant) => grant.Role switch
    {
        Role.Secretariat when grant.Hearing == Grant.Everywhere => "/setup",
        Role.Chair => $"/{grant.Hearing}/chair",
        Role.Secretariat => $"/{grant.Hearing}/desk",
        Role.Seat => "/seat",
        Role.Moderator => $"/{grant.Hearing}/queue",
        _ => $"/{grant.Hearing}/screen",
    };

    private sealed record Key([property: JsonPropertyName("key")] string? Secret, string? Challenge, string? Nonce);

    private sealed class TokenAuthentication(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Credentials credentials)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var header = Request.Headers.Authorization.ToString();
            if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
            return await credentials.Find(header["Bearer ".Length..].Trim(), Context.RequestAborted) is { } grant
                ? AuthenticateResult.Success(new AuthenticationTicket(Grant.Principal([grant], Scheme.Name), Scheme.Name))
                : AuthenticateResult.Fail("unknown token");
        }
    }
}
