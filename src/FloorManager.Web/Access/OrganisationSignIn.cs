using System.Security.Claims;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Wording;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using FloorManager.Web.Logs;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;

namespace FloorManager.Web.Access;

/// <summary>
/// Sign-in by the organisation's own OpenID Connect provider. Who somebody is and what they may do is what it says at each sign-in: values
/// of a claim such as <c>gcm-2017:chair</c> or <c>*:administrator</c>, or names of its own that the settings translate.
/// </summary>
public static class OrganisationSignIn
{
    public const string Scheme = "Organisation";
    private const string Roles = "roles";

    /// <summary>By a key whose half the provider keeps to itself.</summary>
    private static readonly string[] Signatures = [.. from family in new[] { "RS", "PS", "ES" } from bits in new[] { "256", "384", "512" } select family + bits];

    private const string Section = "FloorManager:OpenIdConnect";

    /// <summary>What the button says, such as "UN Unite Identity"; null where there is no provider.</summary>
    public static string? Name(IConfiguration settings) =>
        settings[$"{Section}:Authority"] is { Length: > 0 } authority ? settings[$"{Section}:Name"] is { Length: > 0 } name ? name : new Uri(authority).Host : null;

    /// <summary>What is wrong with the settings, as the key and what it must be; null when they can be used or there are none.</summary>
    public static (string Key, string Value, string Wanted)? Fault(IConfiguration settings) =>
        settings[$"{Section}:Authority"] is not { Length: > 0 } authority ? null
        : !Uri.TryCreate(authority, UriKind.Absolute, out var site) || (site.Scheme != Uri.UriSchemeHttps && !(site.Scheme == Uri.UriSchemeHttp && site.IsLoopback)) ? ($"{Section}:Authority", authority, "addresses with https")
        : settings[$"{Section}:ClientId"] is not { Length: > 0 } ? ($"{Section}:ClientId", "", "names by which the provider knows this server")
        : null;

    public static AuthenticationBuilder AddOrganisation(this AuthenticationBuilder authentication, IConfiguration settings)
    {
        var section = settings.GetSection(Section);
        if (section["Authority"] is not { Length: > 0 } authority) return authentication;
        authentication.AddOpenIdConnect(Scheme, o =>
        {
            (o.Authority, o.ClientId, o.ClientSecret) = (authority, section["ClientId"], section["ClientSecret"]);
            // A provider on this machine is one that somebody tries out.
            o.RequireHttpsMetadata = !new Uri(authority).IsLoopback;
            o.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            // The answer comes by an address: a form that another site posts is refused at our door, whoever it is from.
            (o.ResponseType, o.ResponseMode, o.UsePkce) = ("code", "query", true);
            (o.CallbackPath, o.MapInboundClaims, o.SaveTokens, o.GetClaimsFromUserInfoEndpoint) = ("/sign-in/answer", false, false, section.GetValue("UserInfo", false));
            o.Scope.Clear();
            foreach (var scope in (section["Scopes"] ?? "openid profile").Split(' ', StringSplitOptions.RemoveEmptyEntries)) o.Scope.Add(scope);
            // The framework throws away who says it; together with the subject it is what somebody is known by.
            o.ClaimActions.Remove("iss");
            foreach (var claim in new[] { section["RolesClaim"] ?? Roles, "preferred_username" }) o.ClaimActions.MapJsonKey(claim, claim);
            o.TokenValidationParameters.ValidAlgorithms = Signatures;
            // What comes straight from the provider the framework takes unsigned as well; we do not.
            o.Events.OnTokenValidated = context =>
            {
                if (!Signatures.Contains(context.SecurityToken.SignatureAlgorithm)) context.Fail("the token is not signed");
                return Task.CompletedTask;
            };
            o.Events.OnTicketReceived = async context =>
            {
                if (await Recognise(context.HttpContext.RequestServices, section, context.Principal!) is not { } account)
                {
                    context.Response.Redirect("/sign-in?refused=organisation");
                    context.HandleResponse();
                    return;
                }

                context.Principal = await SignIn.Begun(context.HttpContext, account);
                context.Properties = new AuthenticationProperties { RedirectUri = context.ReturnUri };
            };
            o.Events.OnRemoteFailure = context =>
            {
                Refuse(context.HttpContext, context.Failure);
                context.HandleResponse();
                return Task.CompletedTask;
            };
        });
        // They come back from the provider's site, where no stricter cookie does.
        authentication.Services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IHttpContextAccessor>((o, accessor) =>
        {
            o.NonceCookie = HostCookies.Builder(accessor, "floormanager.nonce.", SameSiteMode.Lax, o.ProtocolValidator.NonceLifetime);
            o.CorrelationCookie = HostCookies.Builder(accessor, "floormanager.correlation.", SameSiteMode.Lax, o.RemoteAuthenticationTimeout);
        });
        return authentication;
    }

    /// <summary>
    /// Leads to the provider, from a page of ours alone: another site that sends somebody there would change who they are. A provider that does not answer is told
    /// in a sentence.
    /// </summary>
    public static async Task Ask(HttpContext context)
    {
        var to = SignIn.OwnPath(context.Request.Query["to"]);
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            context.Response.Redirect("/sign-in");
            return;
        }

        try
        {
            await context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = to ?? "/" });
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            Refuse(context, e);
        }
    }

    private static void Refuse(HttpContext context, Exception? why)
    {
        // The kind of fault and no more: the text may have in it what the provider was sent.
        context.RequestServices.GetRequiredService<SecurityLog>().StaffCame(null, $"the organisation's sign-in failed ({why?.GetType().Name ?? "no reason"})", context.Connection.RemoteIpAddress);
        context.Response.Redirect("/sign-in?refused=organisation");
    }

    /// <summary>The account of whoever the provider names, made at the first sign-in, with the roles that it names now; null for who is barred here.</summary>
    private static async Task<Guid?> Recognise(IServiceProvider services, IConfigurationSection section, ClaimsPrincipal who)
    {
        var (issuer, subject) = (who.FindFirstValue("iss") ?? throw new InvalidOperationException("the provider does not say who it is"), who.FindFirstValue("sub") ?? throw new InvalidOperationException("the provider names nobody"));
        var (manager, clock) = (services.GetRequiredService<AccountManager>(), services.GetRequiredService<SteadyClock>());
        var called = CleanText.Of(who.FindFirstValue("name") ?? who.FindFirstValue("preferred_username") ?? subject);
        if (called.Length > Account.LongestName) called = called[..Account.LongestName];
        var account = await manager.FindByLoginAsync(issuer, subject);
        if (account is { IsBarred: true })
        {
            services.GetRequiredService<SecurityLog>().StaffCame(account.Id, "barred");
            return null;
        }

        if (account is null)
        {
            // Their name at the door is the provider's: a local account of the same name is another person's until an administrator says otherwise.
            account = new Account { Id = Guid.NewGuid(), UserName = $"organisation-{Guid.NewGuid():N}", DisplayName = called, CreatedUnixMs = clock.UnixMs, HasJoined = true };
            await using var both = await services.GetRequiredService<JournalDbContext>().Database.BeginTransactionAsync();
            Done(await manager.CreateAsync(account));
            Done(await manager.AddLoginAsync(account, new UserLoginInfo(issuer, subject, null)));
            await both.CommitAsync();
        }
        else if (account.DisplayName != called && called.Length > 0)
        {
            account.DisplayName = called;
            Done(await manager.UpdateAsync(account));
        }

        var credentials = services.GetRequiredService<Credentials>();
        // Where the settings translate, only what they name counts: groups that anybody may found there could be called like a role of ours.
        var translated = section.GetSection("Roles").GetChildren().ToDictionary(r => r.Key, r => r.Value ?? "", StringComparer.Ordinal);
        var values = who.FindAll(section["RolesClaim"] ?? Roles).Select(c => translated.Count == 0 ? c.Value : translated.GetValueOrDefault(c.Value, ""));
        var named = values.Select(Role).OfType<(string Hearing, Role Role)>().ToHashSet();
        await credentials.Take(account.Id, c => c.FromClaims && !named.Contains((c.Hearing, Enum.Parse<Role>(c.Role))));
        foreach (var (hearing, role) in named) await credentials.Give(account.Id, hearing, role, fromClaims: true);
        services.GetRequiredService<SecurityLog>().StaffCame(account.Id, "signed in by the organisation");
        return account.Id;
    }

    /// <summary><c>gcm-2017:chair</c>; null for what says nothing to us. Seats have cards, and no account is one.</summary>
    private static (string Hearing, Role Role)? Role(string value) =>
        value.Split(':', 2) is [var hearing, var role] && (hearing == Grant.Everywhere || HearingDetails.IsShortName(hearing)) && Grant.ParseRole(role) is ({ } known, null) ? (hearing, known) : null;

    private static void Done(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(result.Errors.First().Description);
    }
}
