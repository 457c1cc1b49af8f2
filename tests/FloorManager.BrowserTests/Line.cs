using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace FloorManager.BrowserTests;

/// <summary>
/// The cable between the screens and the program, held by a test: what goes over it can be stopped on its way, as by a switch that hangs, or cut, as by
/// somebody who pulls it. Stopped, both ends still think that they are connected; cut, both know at once, and nobody gets through until it is mended.
/// </summary>
internal sealed class Line : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _ends = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _serving;
    private readonly int _server;
    private TaskCompletionSource _flows = Flowing();
    private volatile bool _cut;

    public Line(Uri server)
    {
        _server = server.Port;
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _serving = Serve();
    }

    /// <summary>Where the program is reached over it.</summary>
    public Uri Address { get; }

    /// <summary>Nothing arrives any more, and nobody is told.</summary>
    public void Stall() => _flows = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Cut()
    {
        _cut = true;
        foreach (var end in _ends.Keys) end.Dispose();
    }

    /// <summary>It is as it was; what was on its way when it stalled arrives.</summary>
    public void Mend()
    {
        _cut = false;
        _flows.TrySetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        Mend();
        _listener.Stop();
        foreach (var end in _ends.Keys) end.Dispose();
        await _serving;
        _over.Dispose();
    }

    private async Task Serve()
    {
        while (!_over.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_over.Token);
                if (_cut) client.Dispose();
                else _ = Connect(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return; // The test is over.
            }
        }
    }

    private async Task Connect(TcpClient client)
    {
        using var near = client;
        using var far = new TcpClient();
        try
        {
            _ends[near] = _ends[far] = 0;
            await far.ConnectAsync(IPAddress.Loopback, _server, _over.Token);
            near.NoDelay = far.NoDelay = true;
            await Task.WhenAny(Carry(near, far), Carry(far, near));
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Either end has gone, which the other learns by the end of its own.
        }
        finally
        {
            _ends.TryRemove(near, out _);
            _ends.TryRemove(far, out _);
        }
    }

    private async Task Carry(TcpClient from, TcpClient to)
    {
        var (source, target, buffer) = (from.GetStream(), to.GetStream(), new byte[16 * 1024]);
        while (await source.ReadAsync(buffer, _over.Token) is > 0 and var read)
        {
            await _flows.Task;
            await target.WriteAsync(buffer.AsMemory(0, read), _over.Token);
        }
    }

    private static TaskCompletionSource Flowing()
    {
        var flowing = new TaskCompletionSource();
        flowing.SetResult();
        return flowing;
    }
}
