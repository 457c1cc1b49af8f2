using System.Globalization;
using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Localization;

namespace FloorManager.Web;

/// <summary>The languages there are texts for. A page takes <c>?lang=</c>, else what the visitor chose before, else what the browser asks for.</summary>
public static class Languages
{
    private const string Cookie = "floormanager.lang";

    public static readonly string[] Known = ["en", "fr"];

    /// <summary>Those of the screens and the seats, whose words are the browser's: the six of the United Nations.</summary>
    public static readonly string[] OfScreens = ["en", "fr", "ar", "zh", "es", "ru"];

    /// <summary>What a seat is told by the API and the hub – why not, above all – is there in the six as well.</summary>
    public static readonly Action<IApplicationBuilder> ForSeats = app => app.UseRequestLocalization(options =>
    {
        Configure(options, OfScreens);
        // The page says in which language it is; what somebody once chose for a console is another matter.
        options.RequestCultureProviders = [new AcceptLanguageHeaderRequestCultureProvider()];
    });

    public static bool IsForSeats(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/hubs");

    /// <summary>Plain pages whose words are the server's, as those of a console are.</summary>
    public static bool IsForStaff(HttpContext context) => context.Request.Path.Value is "/sign-in" or "/join" or "/account";

    private static bool IsConsole(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null && context.AcceptsInteractiveRouting();

    /// <summary>What speakers of a language call it; a tag that nobody knows stays as it is.</summary>
    public static string NameOf(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).NativeName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    public static void Configure(RequestLocalizationOptions options) => Configure(options, Known);

    private static void Configure(RequestLocalizationOptions options, string[] spoken)
    {
        options.SetDefaultCulture(Known[0]).AddSupportedCultures(Known).AddSupportedUICultures(spoken);
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
            new CustomRequestCultureProvider(context => Task.FromResult(CookieRequestCultureProvider.ParseCookieValue(context.Request.Cookies[HostCookies.NameOf(context, Cookie)] ?? ""))),
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }

    /// <summary>
    /// What a screen or a seat is in: what its address says; a seat else what its holder's browser asks for, a screen, which nobody holds, what the hearing is
    /// shown in by default.
    /// </summary>
    public static string OfScreen(HttpContext context, HearingDetails? details)
    {
        if (Spoken(context.Request.Query["lang"].ToString()) is { } chosen) return chosen;
        var wanted = details?.Languages ?? [.. context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString())];
        return wanted.Select(Spoken).FirstOrDefault(l => l is not null) ?? Known[0];
    }

    /// <summary>Which of the six a tag means, of whatever country; null for another language.</summary>
    public static string? Spoken(string? tag) =>
        tag is null ? null : OfScreens.FirstOrDefault(l => tag.Equals(l, StringComparison.OrdinalIgnoreCase) || tag.StartsWith($"{l}-", StringComparison.OrdinalIgnoreCase));

    /// <summary>Keeps a language chosen by <c>?lang=</c>: the circuit of a console comes by an address of its own and would not know it.</summary>
    public static Task Remember(HttpContext context, RequestDelegate next)
    {
        var chosen = context.Request.Query["lang"].ToString();
        // Of a screen or a file it is said in the address, for it alone.
        if (Known.Contains(chosen) && (IsForStaff(context) || IsConsole(context)))
            context.Response.Cookies.Append(HostCookies.NameOf(context, Cookie), CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)), new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps });
        return next(context);
    }
}
