using System.Net.WebSockets;
using System.Text;

namespace FloorManager.Benchmarks;

/// <summary>
/// One screen at a SignalR hub, as light as it can be: a WebSocket that speaks as much of the JSON protocol as it needs. Thousands of official
/// clients in one process would measure themselves.
/// </summary>
internal sealed class ScreenClient(HttpMessageInvoker http) : IDisposable
{
    private const byte EndOfMessage = 0x1e;

    private readonly ClientWebSocket _socket = new() { Options = { KeepAliveInterval = TimeSpan.Zero } };
    private readonly byte[] _buffer = new byte[4096];
    private int _taken;
    private int _filled;

    /// <param name="first">Target and arguments of a call to make at once, as JSON; empty to only listen.</param>
    public async Task Connect(Uri hub, string first)
    {
        await _socket.ConnectAsync(new UriBuilder(hub) { Scheme = "ws" }.Uri, http, CancellationToken.None);
        await Send("""{"protocol":"json","version":1}""");
        await Next();
        if (first.Length == 0) return;
        await Send($$"""{"type":1,"invocationId":"1",{{first}}}""");
        while (!IsOf(await Next(), '3')) { }
    }

    /// <summary>The next message as it came; valid until the next call.</summary>
    public async Task<ReadOnlyMemory<byte>> Next()
    {
        while (true)
        {
            var end = _buffer.AsSpan(_taken, _filled - _taken).IndexOf(EndOfMessage);
            if (end >= 0)
            {
                var message = _buffer.AsMemory(_taken, end);
                _taken += end + 1;
                return message;
            }

            _buffer.AsSpan(_taken, _filled - _taken).CopyTo(_buffer);
            (_filled, _taken) = (_filled - _taken, 0);
            var received = await _socket.ReceiveAsync(_buffer.AsMemory(_filled), CancellationToken.None);
            if (received.MessageType == WebSocketMessageType.Close) throw new IOException("The server closed the connection.");
            _filled += received.Count;
        }
    }

    public static bool IsOf(ReadOnlyMemory<byte> message, char type) => message.Span.StartsWith(Encoding.ASCII.GetBytes($"{{\"type\":{type}"));

    private Task Send(string message) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(message + (char)EndOfMessage), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public void Dispose() => _socket.Dispose();
}
