using System.Text.Encodings.Web;
using FloorManager.Domain.Hearings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
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
        services.AddSingleton<Credentials>();
        services.AddAuthorization();
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
    /// it stands in no log and no Referer.
    /// </summary>
    public static void MapSignIn(this IEndpointRouteBuilder app) => app.MapPost("/enter", async (
        Key body, HttpContext context, Credentials credentials, Microsoft.Extensions.Localization.IStringLocalizer<Resources.Texts> texts) =>
    {
        if (await credentials.Find(body.Secret ?? "", context.RequestAborted) is not { } grant)
            return Results.Problem(texts["Enter.Unknown"], statusCode: StatusCodes.Status401Unauthorized);
        var held = Grant.Of(context.User).Where(g => g.Credential != grant.Credential).TakeLast(15);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Grant.Principal([.. held, grant], CookieAuthenticationDefaults.AuthenticationScheme));
        return Results.Ok(new { location = HomeOf(grant) });
    });

    public static string HomeOf(Grant grant) => grant.Role switch
    {
        Role.Secretariat when grant.Hearing == Grant.Everywhere => "/setup",
        Role.Chair => $"/{grant.Hearing}/chair",
        Role.Secretariat => $"/{grant.Hearing}/desk",
        Role.Seat => "/seat",
        Role.Moderator => $"/{grant.Hearing}/queue",
        _ => $"/{grant.Hearing}/screen",
    };

    private sealed record Key([property: System.Text.Json.Serialization.JsonPropertyName("key")] string? Secret);

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
