using Microsoft.AspNetCore.Localization;

namespace FloorManager.Web;

/// <summary>The languages there are texts for. A page takes <c>?lang=</c>, else what the visitor chose before, else what the browser asks for.</summary>
public static class Languages
{
    private const string Cookie = "floormanager.lang";

    public static readonly string[] Known = ["en", "fr"];

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Known[0]).AddSupportedCultures(Known).AddSupportedUICultures(Known);
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
            new CookieRequestCultureProvider { CookieName = Cookie },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }

    /// <summary>Keeps a language chosen by <c>?lang=</c>: the circuit of a console comes by an address of its own and would not know it.</summary>
    public static Task Remember(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Query["lang"].ToString() is { Length: > 0 } chosen && Known.Contains(chosen))
            context.Response.Cookies.Append(Cookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(chosen)), new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true });
        return next(context);
    }
}
