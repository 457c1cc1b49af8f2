using FloorManager.Domain.Screens;
using FloorManager.Web.Live;

namespace FloorManager.Web.Push;

/// <summary>
/// <c>/{hearing}/to/{name}</c> leads to what the secretariat keeps under the name. It is looked up each time, so that a screen shows what the name stands for
/// when it is loaded, and nothing keeps the way.
/// </summary>
public static class NamedScreens
{
    public static string Path(string hearing, string name) => $"/{hearing}/to/{name}";

    public static void MapNamedScreens(this IEndpointRouteBuilder app) => app.MapGet("/{hearing}/to/{name}", async (string hearing, string name, HttpContext context, Hearings hearings) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        return await hearings.Find(hearing, context.RequestAborted) is { } session && session.State.NamedScreens.TryGetValue(name, out var view) && ScreenAddress.IsOne(view)
            ? Results.Redirect($"/{session.Name}/{view}")
            : Results.NotFound();
    }).AllowAnonymous();
}
