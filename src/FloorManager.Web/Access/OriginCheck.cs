using FloorManager.Web.Api;
using FloorManager.Web.Resources;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Access;

/// <summary>
/// A browser says from which site a connection or a write comes. Another site's is refused, before a circuit is made or a cookie is looked at:
/// neither WebSockets nor SignalR know the same-origin rule. Programs that are no browser send no Origin and are let through to their token. Whatever writes by
/// a cookie must prove that a page of ours wrote it.
/// </summary>
public sealed class OriginCheck(RequestDelegate next, IStringLocalizer<Texts> texts)
{
    /// <summary>A form cannot send it, and a script of another site only after asking, which is never allowed. SignalR's clients send it by themselves.</summary>
    public const string Header = "X-Requested-With";

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var (origin, site) = (request.Headers.Origin.ToString(), request.Headers["Sec-Fetch-Site"].ToString());
        if (IsRead(request)) return next(context);
        // “none” is the browser's own doing, such as a page that is loaded again.
        var isForeign = origin.Length > 0 ? !IsOwn(origin, request) : site is not ("" or "same-origin" or "none");
        if (isForeign) return Refuse("foreign-origin", "Error.ForeignOrigin");
        return IsByCookie(request) && !IsOurs() ? Refuse("no-proof", "Error.NoProof") : next(context);

        Task Refuse(string reason, string sentence) => FloorApi.Problem(StatusCodes.Status403Forbidden, reason, texts[sentence]).ExecuteAsync(context);

        bool IsOurs() => origin.Length > 0 || site is "same-origin" || request.Headers.ContainsKey(Header) || IsForm(context);
    }

    /// <summary>A form on a page carries a token, which the framework asks for.</summary>
    private static bool IsForm(HttpContext context) =>
        context.Request.HasFormContentType && context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };

    private static bool IsByCookie(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && request.Headers.Cookie.Count > 0 && request.Headers.Authorization.Count == 0;

    private static bool IsRead(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/_blazor") && !request.Path.StartsWithSegments("/hubs");

    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var site)
        && string.Equals(site.Authority, new Uri($"{request.Scheme}://{request.Host}").Authority, StringComparison.OrdinalIgnoreCase)
        && site.Scheme == request.Scheme;
}
