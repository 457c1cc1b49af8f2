using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using FloorManager.Domain.Hearings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace FloorManager.Web.Access;

/// <summary>A credential comes as a cookie (people's browsers, by way of a sign-in link) or as a bearer token (scripts).</summary>
public static class SignIn
{
    public const string Bearer = "Bearer";

    private const string KnownCookie = "floormanager.known";

    /// <summary>What this browser keeps where its owner has signed in before; null where it keeps nothing.</summary>
    public static string? Known(HttpContext context) => context.Request.Cookies[HostCookies.NameOf(context, KnownCookie)];

    private const string Either = "Either";

    public static IServiceCollection AddSignIn(this IServiceCollection services, string dataFolder, IConfiguration settings)
    {
        // The keys lie with the database, so that a restart in the middle of a meeting signs nobody out.
        services.AddDataProtection().SetApplicationName("FloorManager").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(dataFolder, "keys")));
        services.AddSingleton(new SeatCode(Path.Combine(dataFolder, "keys"))).AddSingleton<Revocations>().AddSingleton<Sessions>().AddSingleton<Credentials>();
        AddAccounts(services);
        services.AddSingleton<WrongCodes>().AddSingleton<ProofOfWork>().AddSingleton<TypedCodes>();
        // What was mapped without saying who may come in lets nobody in.
        services.AddAuthorization(o => o.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(c => c.Resource is HttpContext context && context.GetEndpoint() is null).Build());
        HostCookies.Add(services).AddAuthentication(Either)
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
            })
            .AddOrganisation(settings);
        return services;
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentityCore<Account>(o =>
        {
            o.Password = new() { RequiredLength = PasswordRules.Shortest, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 1 };
            o.Lockout = new() { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15), AllowedForNewUsers = true };
        }).AddUserManager<AccountManager>().AddPasswordValidator<PasswordRules>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000); // What OWASP asks of PBKDF2 with HMAC-SHA512.
        services.AddScoped<OwnAccount>().AddScoped<IUserStore<Account>>(scope => new UserOnlyStore<Account, Journal.JournalDbContext, Guid>(scope.GetRequiredService<Journal.JournalDbContext>()));
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>().AddSingleton<SecondFactor>().AddSingleton<Accounts>().AddSingleton<StaffSignIn>();
        services.AddSingleton<IClaimsTransformation, RolesOfSession>();
    }

    /// <summary>Whoever is signed in by name may do what their roles allow at this moment, and not what they allowed when they signed in.</summary>
    private sealed class RolesOfSession(Sessions sessions) : IClaimsTransformation
    {
        public async Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            if (Grant.SessionOf(principal) is not { } session || await sessions.Behind(session) is not { } staff) return principal;
            return new ClaimsPrincipal([.. principal.Identities, Grant.Identity(staff.Grants, CookieAuthenticationDefaults.AuthenticationScheme)]);
        }
    }

    /// <summary>Signs a browser in to an account; what it holds by links it keeps.</summary>
    public static async Task<IReadOnlyList<Grant>> Begin(HttpContext context, Guid account, StaffSignIn door)
    {
        var begun = await Begun(context, account);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, begun);
        context.Response.Cookies.Append(HostCookies.NameOf(context, KnownCookie), door.Known(account), new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = TimeSpan.FromDays(180) });
        return (await context.RequestServices.GetRequiredService<Sessions>().Behind(Grant.SessionOf(begun)!.Value, context.RequestAborted))?.Grants ?? [];
    }

    /// <summary>Signs a browser out of everything: of the account, and of what it held by links.</summary>
    public static async Task End(HttpContext context)
    {
        var sessions = context.RequestServices.GetRequiredService<Sessions>();
        if (Grant.SessionOf(context.User) is { } session && await sessions.Behind(session) is { } staff)
        {
            await sessions.End(staff.Account, one: session);
            context.RequestServices.GetRequiredService<Logs.SecurityLog>().StaffChanged(staff.Account, "signed out");
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>The same where somebody else writes the cookie.</summary>
    internal static async Task<ClaimsPrincipal> Begun(HttpContext context, Guid account)
    {
        var services = context.RequestServices;
        var (sessions, scheme) = (services.GetRequiredService<Sessions>(), CookieAuthenticationDefaults.AuthenticationScheme);
        // Asked for here: the provider's answer comes before anybody has looked at the cookie.
        var visitor = (await context.AuthenticateAsync(scheme)).Principal;
        // Whoever was here before is out: the browser is another's now.
        if (Grant.SessionOf(visitor) is { } before && await sessions.Behind(before) is { } left) await sessions.End(left.Account, one: before);
        var session = await sessions.Begin(account, context.Request.Headers.UserAgent.ToString(), context.RequestAborted);
        return Grant.Principal(Grant.Of(visitor), scheme, session);
    }

    /// <summary>
    /// <c>POST /enter</c> exchanges the secret of a sign-in link for a cookie. The link carries it behind a <c>#</c>, which browsers never send, so that
    /// it stands in no log and no Referer. A seat's code is taken as well. No limit by address: a hall has one, and whoever uses it up locks all others out.
    /// </summary>
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        if (OrganisationSignIn.Name(app.ServiceProvider.GetRequiredService<IConfiguration>()) is not null) app.MapGet("/sign-in/organisation", OrganisationSignIn.Ask).AllowAnonymous();
        app.MapPost("/enter", async (
            Key body, HttpContext context, Credentials credentials, TypedCodes codes, Live.Hearings hearings, Logs.SecurityLog security, IStringLocalizer<Resources.Texts> texts) =>
        {
            var (grant, asked) = SeatCode.Read(body.Secret ?? "") is { } code
                ? await codes.Find(context.Connection.RemoteIpAddress, code, body.Challenge, body.Nonce, context.RequestAborted)
                : (await credentials.Find(body.Secret ?? "", context.RequestAborted), null);
            var from = context.Connection.RemoteIpAddress;
            if (asked is not null)
            {
                security.NotSignedIn("too many wrong codes", from);
                return Prove(asked, texts["Enter.Prove"]);
            }

            if (grant is null || !await hearings.Stands(grant, context.RequestAborted))
            {
                security.NotSignedIn(grant is null ? "unknown key" : $"{grant.Credential} has ended", from);
                return Results.Problem(texts["Enter.Unknown"], statusCode: StatusCodes.Status401Unauthorized);
            }

            var held = Grant.Of(context.User).Where(g => g.Session is null && g.Credential != grant.Credential).TakeLast(15);
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Grant.Principal([.. held, grant], CookieAuthenticationDefaults.AuthenticationScheme, Grant.SessionOf(context.User)));
            security.SignedIn(grant, from);
            return Results.Ok(new { location = HomeOf(grant) });
        }).AllowAnonymous();
    }

    /// <summary>An address of ours, or none: whoever sends a link may not send people elsewhere by it.</summary>
    public static string? OwnPath(string? path) => path is ['/', not ('/' or '\\'), ..] && !path.Any(char.IsControl) ? path : null;

    private static IResult Prove(ProofAsked asked, string sentence) => Results.Problem(sentence, statusCode: StatusCodes.Status429TooManyRequests,
        extensions: new Dictionary<string, object?> { ["reason"] = "prove", ["challenge"] = asked.Challenge, ["bits"] = asked.Bits });

    public static string HomeOf(Grant grant) => grant.Role switch
    {
        Role.Secretariat or Role.Administrator when grant.Hearing == Grant.Everywhere => "/setup",
        Role.Chair => $"/{grant.Hearing}/chair",
        Role.Administrator => $"/setup/{grant.Hearing}",
        Role.Secretariat => $"/{grant.Hearing}/desk",
        Role.Seat => "/seat",
        Role.Moderator => $"/{grant.Hearing}/queue",
        _ => $"/{grant.Hearing}/screen",
    };

    private sealed record Key([property: JsonPropertyName("key")] string? Secret, string? Challenge, string? Nonce);

    private sealed class TokenAuthentication(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Credentials credentials, Logs.SecurityLog security)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var header = Request.Headers.Authorization.ToString();
            if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
            if (await credentials.Find(header["Bearer ".Length..].Trim(), Context.RequestAborted) is { } grant)
                return AuthenticateResult.Success(new AuthenticationTicket(Grant.Principal([grant], Scheme.Name), Scheme.Name));
            security.NotSignedIn("unknown token", Context.Connection.RemoteIpAddress);
            return AuthenticateResult.Fail("unknown token");
        }
    }
}
