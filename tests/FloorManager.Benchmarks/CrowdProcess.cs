using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace FloorManager.Benchmarks;

/// <summary>
/// The crowd's side of <see cref="Crowd"/>: connects its clients, says <c>ready</c>, and for each version says when the last of them had it.
/// It ends when nobody listens to it any more.
/// </summary>
internal static class CrowdProcess
{
    private static readonly ConcurrentDictionary<long, int> Missing = new();
    private static long _messages, _messageBytes, _pings, _pingBytes;

    public static async Task<int> Run(Uri hub, int clients, string first)
    {
        using var http = new HttpMessageInvoker(new SocketsHttpHandler());
        var all = new ScreenClient[clients];
        try
        {
            await Parallel.ForAsync(0, clients, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (i, _) => await (all[i] = new ScreenClient(http)).Connect(hub, first));
        }
        catch (Exception e) when (e is System.Net.WebSockets.WebSocketException or IOException)
        {
            Say($"A client could not connect: {e.GetBaseException().Message}");
            return 1;
        }

        _ = EndWhenOneIsLost(all.Select(client => Listen(client, clients)).ToArray());
        Say("ready");
        while (await Console.In.ReadLineAsync() is not null)
            Say(string.Create(CultureInfo.InvariantCulture, $"bytes {_messages} {_messageBytes} {_pings} {_pingBytes}"));
        return 0;
    }

    private static async Task EndWhenOneIsLost(Task[] listening)
    {
        var lost = await Task.WhenAny(listening);
        Say($"A client was lost: {lost.Exception?.GetBaseException().Message}");
        Environment.Exit(1);
    }

    private static async Task Listen(ScreenClient client, int clients)
    {
        while (true)
        {
            var message = await client.Next();
            if (ScreenClient.IsOf(message, '6'))
            {
                Interlocked.Increment(ref _pings);
                Interlocked.Add(ref _pingBytes, message.Length + 1);
                continue;
            }

            Interlocked.Increment(ref _messages);
            Interlocked.Add(ref _messageBytes, message.Length + 1);
            if (ScreenClient.IsOf(message, '1') && Missing.AddOrUpdate(Version(message.Span), clients - 1, (_, missing) => missing - 1) == 0)
                Say(string.Create(CultureInfo.InvariantCulture, $"all {Version(message.Span)} {Stopwatch.GetTimestamp()}"));
        }
    }

    private static long Version(ReadOnlySpan<byte> message)
    {
        var field = "\"version\":"u8;
        return Utf8Parser.TryParse(message[(message.IndexOf(field) + field.Length)..], out long version, out _) ? version : throw new InvalidOperationException("A view without a version.");
    }

    private static void Say(string line)
    {
        lock (Missing) Console.WriteLine(line);
    }
}
