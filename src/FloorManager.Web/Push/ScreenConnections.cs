using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace FloorManager.Web.Push;

/// <summary>Knows the open connections of the hub, each with its slot for the newest message.</summary>
public sealed class ScreenConnections(ILogger<DefaultHubLifetimeManager<FloorHub>> log) : DefaultHubLifetimeManager<FloorHub>(log)
{
    private readonly ConcurrentDictionary<string, ScreenConnection> _all = new(StringComparer.Ordinal);

    public event Action<string>? Left;

    public ScreenConnection? Find(string id) => _all.GetValueOrDefault(id);

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _all[connection.ConnectionId] = new ScreenConnection(connection);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        _all.TryRemove(connection.ConnectionId, out _);
        Left?.Invoke(connection.ConnectionId);
        return base.OnDisconnectedAsync(connection);
    }
}

/// <summary>
/// One screen. While a message is on its way to it, only the newest later one is kept: a screen that reads slowly or not at all holds up nobody
/// and costs one message of memory. One that takes nothing for <see cref="FloorHubSetup.Patience"/> is dropped and comes back by itself.
/// </summary>
public sealed class ScreenConnection(HubConnectionContext connection)
{
    private readonly Lock _gate = new();
    private SerializedHubMessage? _newest;
    private bool _writing;

    /// <summary>Returns at once. Messages of one connection must be posted in their order.</summary>
    public void Post(SerializedHubMessage message)
    {
        lock (_gate)
        {
            if (_writing)
            {
                _newest = message;
                return;
            }

            _writing = true;
        }

        // Runs on this thread as long as the transport takes the bytes at once, which it does for every screen that reads.
        _ = Write(message);
    }

    private async Task Write(SerializedHubMessage message)
    {
        try
        {
            for (var next = message; next is not null; next = Next()) await connection.WriteAsync(next);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException)
        {
            connection.Abort();
        }
    }

    private SerializedHubMessage? Next()
    {
        lock (_gate)
        {
            (var next, _newest) = (_newest, null);
            _writing = next is not null;
            return next;
        }
    }
}
