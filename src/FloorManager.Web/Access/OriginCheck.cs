using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Access;

/// <summary>
/// A browser says from which site a connection or a write comes. Another site's is refused, before a circuit is made or a cookie is looked at:
/// neither WebSockets nor SignalR know the same-origin rule. Programs that are no browser send no Origin and are let through to their token.
/// </summary>
public sealed class OriginCheck(RequestDelegate next, IStringLocalizer<Texts> texts)
{
    private static readonly Dictionary<string, object?> Reason = new(StringComparer.Ordinal) { ["reason"] = "foreign-origin" };

    public Task InvokeAsync(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        return origin.Length == 0 || IsRead(context.Request) || IsOwn(origin, context.Request)
            ? next(context)
            : Results.Problem(texts["Error.ForeignOrigin"], statusCode: StatusCodes.Status403Forbidden, extensions: Reason).ExecuteAsync(context);
    }

    private static bool IsRead(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments("/_blazor") && !request.Path.StartsWithSegments("/hubs");

    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var site)
        && string.Equals(site.Authority, new Uri($"{request.Scheme}://{request.Host}").Authority, StringComparison.OrdinalIgnoreCase)
        && site.Scheme == request.Scheme;
}
