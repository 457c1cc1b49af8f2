namespace FloorManager.Web.Access;

/// <summary>What every answer tells the browser not to do.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XFrameOptions = context.GetEndpoint()?.Metadata.GetMetadata<PreviewedAttribute>() is null ? "DENY" : "SAMEORIGIN";
        return next(context);
    }
}

/// <summary>A page that our own consoles show in a frame. It has nothing to press, so that a frame around it can trick nobody into pressing it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PreviewedAttribute : Attribute;
