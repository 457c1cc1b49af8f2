using FloorManager.Web.Access;
using FloorManager.Web.Resources;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Push;

/// <summary>
/// A screen that may not watch gets its sentence as a <see cref="HubException"/>, and SignalR would log each as a fault with its stack: anybody could
/// fill the log. Its own line is switched off, and what is a fault is logged here.
/// </summary>
internal sealed partial class HubFaults(ILogger<FloorHub> log, IStringLocalizer<Texts> texts) : IHubFilter
{
    public const string OfSignalR = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher";

    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocation, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        if (!Permissions.MayCall(invocation.HubMethodName)) throw new HubException(texts["Answer.Denied"]);
        try
        {
            return await next(invocation);
        }
        catch (Exception e) when (e is not HubException)
        {
            LogFailed(invocation.HubMethodName, e);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Error, "The hub method {Method} failed")]
    private partial void LogFailed(string method, Exception e);
}
