using System.Collections.Concurrent;
using FloorManager.Web.Access;
using Microsoft.AspNetCore.SignalR;

namespace FloorManager.Web.Live;

/// <summary>
/// The open connections of circuits and of the hub, with the credentials they came with. One whose credential is taken away, or has come to its end, is closed: whoever has
/// another comes back with it, and whoever has none is told so.
/// </summary>
public sealed class OpenLines : IHubFilter, IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>A console says first why it shows nothing more. Whatever it asked the browser is answered by then, so that nothing waits for an answer that does not come.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (HubCallerContext Line, bool IsCircuit, IReadOnlyList<Grant> Grants)> _open = new(StringComparer.Ordinal);
    private readonly Revocations _revocations;
    private readonly Hearings _hearings;
    private readonly ITimer _looking;

    public OpenLines(Revocations revocations, Hearings hearings, SteadyClock clock)
    {
        (_revocations, _hearings) = (revocations, hearings);
        _revocations.Gone += Close;
        _looking = clock.Time.CreateTimer(_ => CloseEnded(), null, BetweenLooks, BetweenLooks);
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        // What the cookie still tells of and is gone already is no reason to end the line: whoever comes back must be told so. It is refused wherever it is used.
        Grant[] grants = [.. Grant.Of(context.Context.User).Where(g => !_revocations.IsGone(g) && !_hearings.HasEnded(g))];
        if (grants.Length > 0) _open[context.Context.ConnectionId] = (context.Context, IsCircuit(context.Hub), grants);
        await next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        _open.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    private void Close(IReadOnlySet<Guid> gone)
    {
        foreach (var (line, isCircuit, grants) in _open.Values)
            if (grants.Any(g => gone.Contains(g.Credential) || (g.Session is { } session && gone.Contains(session)))) _ = End(line, isCircuit);
    }

    private void CloseEnded()
    {
        foreach (var (line, isCircuit, grants) in _open.Values)
            if (grants.Any(_hearings.HasEnded)) _ = End(line, isCircuit);
    }

    /// <summary>The hub of circuits is the framework's own and has no name that we could use.</summary>
    private static bool IsCircuit(Hub hub) => hub.GetType().Namespace?.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) == true;

    private static async Task End(HubCallerContext line, bool isCircuit)
    {
        if (isCircuit) await Task.Delay(LastWords, TimeProvider.System);
        line.Abort();
        // A hub closes its line when all that it is doing is done; this one is to be closed now.
        line.GetHttpContext()?.Abort();
    }

    public void Dispose()
    {
        _revocations.Gone -= Close;
        _looking.Dispose();
    }
}
