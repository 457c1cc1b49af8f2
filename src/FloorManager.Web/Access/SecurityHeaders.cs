namespace FloorManager.Web.Access;

/// <summary>What every answer tells the browser not to do.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        // Browsers of today go by the second. Blazor would let our own pages frame all of them; Program.cs has switched that off.
        var previewed = context.GetEndpoint()?.Metadata.GetMetadata<PreviewedAttribute>() is not null;
        headers.XFrameOptions = previewed ? "SAMEORIGIN" : "DENY";
        headers.ContentSecurityPolicy = previewed ? "frame-ancestors 'self'" : "frame-ancestors 'none'";
        return next(context);
    }
}

/// <summary>A page that our own consoles show in a frame. Nothing on it changes anything, so that a frame around it can trick nobody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PreviewedAttribute : Attribute;
