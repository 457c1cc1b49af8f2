using Microsoft.AspNetCore.Localization;

namespace FloorManager.Web;

/// <summary>The languages there are texts for. A page takes <c>?lang=</c>, else what the visitor chose before, else what the browser asks for.</summary>
public static class Languages
{
    public static readonly string[] Known = ["en", "fr"];

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Known[0]).AddSupportedCultures(Known).AddSupportedUICultures(Known);
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = "lang", UIQueryStringKey = "lang" },
            new CookieRequestCultureProvider { CookieName = "floormanager.lang" },
            new AcceptLanguageHeaderRequestCultureProvider(),
        ];
    }
}
