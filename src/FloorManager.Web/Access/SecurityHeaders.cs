namespace FloorManager.Web.Access;

/// <summary>
/// What every answer tells the browser not to do. Written when the answer begins: by then it is known which page answers, and a fault of the program, for
/// which the framework wipes the headers, has them too.
/// </summary>
public sealed class SecurityHeaders(RequestDelegate next, IHostEnvironment environment, OverlayFrames frames)
{
    /// <summary>
    /// Everything comes from here, and no script stands in a page. Styles do: MudBlazor writes them into its elements, and a style can send nothing away that
    /// the other lines let out. <c>connect-src 'self'</c> is the line of the hubs as well: all browsers that the screens are built for take it for ws: and wss:.
    /// </summary>
    private const string Content =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "frame-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    /// <summary>What no page of ours uses. The wake lock, sound, full screen and the clipboard are.</summary>
    private const string Unused =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private void Write(HttpContext context)
    {
        var (headers, page) = (context.Response.Headers, context.GetEndpoint()?.Metadata);
        headers.XContentTypeOptions = "nosniff";
        // Another site learns nothing. With “no-referrer” a browser would not say either that a form of ours comes from us.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Unused;
        // What the API answers is of people; only what says otherwise is kept anywhere.
        if (context.Request.Path.StartsWithSegments("/api") && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            // Browsers take no notice of either without HTTPS, and complain of the first.
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (!environment.IsDevelopment() && !IsThisMachine(context.Request.Host)) headers.StrictTransportSecurity = "max-age=31536000";
        }

        var framedBy = page?.GetMetadata<OverlayAttribute>() is not null ? frames.Sources : page?.GetMetadata<PreviewedAttribute>() is not null ? "'self'" : "'none'";
        // Blazor would let our own pages frame all of them; Program.cs has switched that off. X-Frame-Options is for old browsers, and cannot name a site.
        headers.ContentSecurityPolicy = Content + framedBy;
        if (framedBy is "'self'") headers.XFrameOptions = "SAMEORIGIN";
        else if (framedBy is "'none'") headers.XFrameOptions = "DENY";
        else headers.Remove("X-Frame-Options");
    }

    /// <summary>Whoever tried something at home would not reach their other programs there any more.</summary>
    private static bool IsThisMachine(HostString host) => host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || System.Net.IPAddress.TryParse(host.Host.Trim('[', ']'), out _);
}

/// <summary>A page that our own consoles show in a frame. Nothing on it changes anything, so that a frame around it can trick nobody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PreviewedAttribute : Attribute;

/// <summary>The page for a webcast mixer, which may stand in the frame of a site that the configuration names.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OverlayAttribute : Attribute;

/// <param name="Sources">Who may frame the overlay, as a content security policy says it; <c>'none'</c> by default.</param>
public sealed record OverlayFrames(string Sources);
