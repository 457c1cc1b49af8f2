using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace FloorManager.Web.Access;

/// <summary>
/// Over HTTPS our cookies are called <c>__Host-…</c>: browsers take such a name from this host alone, over HTTPS alone, so that neither a neighbour's name nor
/// a line that is read along can plant one. Over plain HTTP – development, a closed room – they have their bare names. One is never taken for the other: not by
/// its name, and, in case somebody renames it, not by what is sealed in it.
/// </summary>
public sealed class HostCookies : ICookieManager
{
    private const string Sealed = "floormanager:https";

    private readonly ChunkingCookieManager _chunks = new();

    public static string NameOf(HttpContext? context, string name) => context?.Request.IsHttps == true ? $"__Host-{name}" : name;

    public static IServiceCollection Add(IServiceCollection services)
    {
        // Whichever schemes there are.
        services.PostConfigureAll<CookieAuthenticationOptions>(Use);
        services.AddHttpContextAccessor().AddOptions<AntiforgeryOptions>().Configure<IHttpContextAccessor>((o, accessor) =>
        {
            o.Cookie = Builder(accessor, "floormanager.form", SameSiteMode.Strict);
            o.SuppressXFrameOptionsHeader = true; // Ours says more.
        });
        return services;
    }

    private static void Use(CookieAuthenticationOptions o)
    {
        o.CookieManager = new HostCookies();
        o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        o.Cookie.Path = "/";
        var (signingIn, validating) = (o.Events.OnSigningIn, o.Events.OnValidatePrincipal);
        o.Events.OnSigningIn = context =>
        {
            if (context.Request.IsHttps) context.Properties.Items[Sealed] = "";
            else context.Properties.Items.Remove(Sealed);
            return signingIn(context);
        };
        o.Events.OnValidatePrincipal = context =>
        {
            if (context.Properties.Items.ContainsKey(Sealed) == context.Request.IsHttps) return validating(context);
            context.RejectPrincipal();
            return Task.CompletedTask;
        };
    }

    public string? GetRequestCookie(HttpContext context, string key) => _chunks.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => _chunks.AppendResponseCookie(context, NameOf(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _chunks.DeleteCookie(context, NameOf(context, key), options);

    /// <summary>For cookies whose names the framework asks for at each request, without telling of it.</summary>
    public static CookieBuilder Builder(IHttpContextAccessor accessor, string name, SameSiteMode sameSite, TimeSpan? lasts = null) => new NamedByRequest(accessor, name)
    {
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
        SameSite = sameSite,
        SecurePolicy = CookieSecurePolicy.SameAsRequest,
        MaxAge = lasts,
    };

    private sealed class NamedByRequest(IHttpContextAccessor accessor, string name) : CookieBuilder
    {
        public override string? Name { get => NameOf(accessor.HttpContext, name); set => throw new NotSupportedException(); }
    }
}
