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
/// and costs one message of memory. One that has taken nothing for <see cref="Patience"/> is dropped and comes back by itself.
/// </summary>
public sealed class ScreenConnection(HubConnectionContext connection)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private SerializedHubMessage? _newest;
    private long? _writingSince;

    /// <summary>Returns at once. Messages of one connection must be posted in their order.</summary>
    public void Post(SerializedHubMessage message, TimeProvider time)
    {
        lock (_gate)
        {
            if (_writingSince is { } since)
            {
                _newest = message;
                if (time.GetElapsedTime(since) > Patience) connection.Abort();
                return;
            }

            _writingSince = time.GetTimestamp();
        }

        // Runs on this thread as long as the transport takes the bytes at once, which it does for every screen that reads.
        _ = Write(message, time);
    }

    private async Task Write(SerializedHubMessage message, TimeProvider time)
    {
        try
        {
            for (var next = message; next is not null; next = Next(time)) await connection.WriteAsync(next);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or InvalidOperationException)
        {
            connection.Abort();
        }
    }

    private SerializedHubMessage? Next(TimeProvider time)
    {
        lock (_gate)
        {
            (var next, _newest) = (_newest, null);
            _writingSince = next is null ? null : time.GetTimestamp();
            return next;
        }
    }
}
