using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace FloorManager.BrowserTests;

/// <summary>An OpenID Connect provider on a port of its own, as an organisation has one: its page asks who somebody is, and it tells their roles.</summary>
internal sealed class Organisation : IAsyncDisposable
{
    public const string Client = "floormanager", Secret = "a secret between the two";

    private readonly WebApplication _app;

    private Organisation(WebApplication app) => _app = app;

    public string Address => _app.Urls.First();

    /// <summary>Who works there, and what the provider says they are.</summary>
    public Dictionary<string, string[]> Staff { get; } = new(StringComparer.Ordinal);

    public static async Task<Organisation> Open()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(o =>
        {
            o.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            o.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
            o.RegisterScopes(OpenIddictConstants.Scopes.Profile);
            o.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
            // Without a store of its own: the one client is known by heart.
            o.EnableDegradedMode();
            o.UseAspNetCore().DisableTransportSecurityRequirement().EnableAuthorizationEndpointPassthrough();
            o.AddEventHandler<ValidateAuthorizationRequestContext>(b => b.UseInlineHandler(c =>
            {
                if (c.ClientId != Client || c.RedirectUri?.EndsWith("/sign-in/answer", StringComparison.Ordinal) != true) c.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
            o.AddEventHandler<ValidateTokenRequestContext>(b => b.UseInlineHandler(c =>
            {
                if (c.ClientId != Client || c.ClientSecret != Secret) c.Reject(OpenIddictConstants.Errors.InvalidClient);
                return default;
            }));
        });
        builder.Services.AddAuthentication();
        var app = builder.Build();
        var organisation = new Organisation(app);
        app.UseAuthentication();
        app.MapGet("/authorize", organisation.Ask);
        await app.StartAsync();
        return organisation;
    }

    private IResult Ask(HttpContext context, string? who)
    {
        if (who is null)
            return Results.Content($"<!doctype html><html lang=en><title>Organisation</title><link rel=icon href=data:,><h1>Who are you?</h1>{string.Concat(Staff.Keys.Select(name => $"<p><a href='{context.Request.Path}{context.Request.QueryString}&who={name}'>{name}</a>"))}<p><a href='{context.Request.Path}{context.Request.QueryString}&who='>Nobody</a>", "text/html");
        if (!Staff.TryGetValue(who, out var roles))
            return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?> { [OpenIddictServerAspNetCoreConstants.Properties.Error] = OpenIddictConstants.Errors.AccessDenied }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
        var identity = new ClaimsIdentity("organisation", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, $"subject of {who}"));
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Name, who));
        foreach (var role in roles) identity.AddClaim(new Claim("roles", role));
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(OpenIddictConstants.Scopes.OpenId, OpenIddictConstants.Scopes.Profile);
        return Results.SignIn(principal, null, OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
