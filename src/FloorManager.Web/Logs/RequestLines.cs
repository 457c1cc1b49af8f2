namespace FloorManager.Web.Logs;

/// <summary>
/// One line a request instead of the framework's, which have the query in them: the method, the address by its template, the status, the time. What went
/// wrong stands there by default, the rest, and what is asked for and is nowhere, at Debug. A request that opens a line of SignalR is told when the line ends.
/// </summary>
public sealed partial class RequestLines(RequestDelegate next, TimeProvider time, ILogger<RequestLines> log)
{
    private static readonly HashSet<string> Methods = new(StringComparer.Ordinal)
        { HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Options };

    /// <summary>After routing, which knows the template; a fault is answered for another address later.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        var (began, route) = (time.GetTimestamp(), (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no address of ours");
        context.Response.OnCompleted(() =>
        {
            var status = context.Response.StatusCode;
            var level = status >= 500 ? LogLevel.Warning : status is >= 400 and not 404 ? LogLevel.Information : LogLevel.Debug;
            // A method is any word that somebody sends.
            LogRequest(level, Methods.Contains(context.Request.Method) ? context.Request.Method : "another method", route, status, (long)time.GetElapsedTime(began).TotalMilliseconds);
            return Task.CompletedTask;
        });
        return next(context);
    }

    [LoggerMessage("{Method} {Route} {Status} {Milliseconds} ms")]
    private partial void LogRequest(LogLevel level, string method, string route, int status, long milliseconds);
}
