using System.Text;

namespace FloorManager.Web.Tests.Doors;

/// <summary>What nobody would send, the same again for the same seed.</summary>
internal sealed class Rubbish(int seed)
{
    private readonly Random _random = new(seed);

    private static readonly string[] Values =
    [
        "\"A-1\"", "\"1045\"", "\"panel-1\"", "\"chamber\"", "\"queue\"", "\"seat\"", "\"gcm-2017\"", "\"InteractiveExchange\"", "\"Intervention\"", "\"00000000-0000-0000-0000-000000000000\"",
        "7", "-1", "0", "1.5", "1e308", "1e999", "99999999999999999999", "-9223372036854775808", "2147483648", "true", "false", "null", "[]", "{}", "[[[]]]", "{\"a\":{\"a\":[1]}}", "\"\"",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\u202e\"", "\"2017-07-26T15:00:00Z\"", "\"9999-12-31T23:59:59+14:00\"", "\"<script>\"", "\"'; DROP TABLE Entries; --\"",
        $"\"{new string('x', 400)}\"", "\"\\u0301\\u0301\\u0301\"", "\"=1+1\"",
    ];

    /// <summary>Beyond what a line of the hub goes on after.</summary>
    private static readonly string[] Worse = [$"\"{new string('x', 5_000)}\"", $"{new string('[', 900)}{new string(']', 900)}", new string('{', 2_000), "\"", "NaN", "01"];

    private static readonly string[] Targets = ["Watch", "Ping", "Report", "watch", "OnConnectedAsync", "Dispose", "ToString", "Nothing", "FloorChanged", "Watch\\u0000"];

    private static readonly string[] Headers = ["Authorization", "Cookie", "Accept", "Accept-Language", "If-None-Match", "X-Forwarded-For", "X-Forwarded-Proto", "X-HTTP-Method-Override", "Origin", "Sec-Fetch-Site"];

    private static readonly string[] Texts =
        ["", " ", "Bearer", "Bearer ", "Bearer a.b.c", "Basic AAAA", "floormanager=CfDJ8AAAA", "__Host-floormanager=x; floormanager=chunks-9999", "fr;q=x,*;q=9", "\"\"\"", "../../etc/passwd", "%00", "*", "gcm-2017/", "ÿþ", new('a', 5_000)];

    public int Of(int most) => _random.Next(most);

    public string Value() => One(Values);

    public string WorseValue() => Of(10) == 0 ? One(Worse) : Value();

    public string Target() => One(Targets);

    public string Header() => One(Headers);

    public string Text() => One(Texts);

    public string[] Arguments() => [.. Enumerable.Range(0, Of(7)).Select(_ => Value())];

    public Guid Id()
    {
        var bytes = new byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }

    private string One(string[] among) => among[Of(among.Length)];

    /// <summary>Bytes changed, taken out, put in, cut off, said twice; or something else altogether.</summary>
    public byte[] Spoilt(byte[] whole)
    {
        var spoilt = whole.ToList();
        for (var times = 1 + Of(4); times > 0; times--)
        {
            var at = Of(spoilt.Count + 1);
            switch (Of(7))
            {
                case 0 when at < spoilt.Count: spoilt[at] = (byte)Of(256); break;
                case 1 when at < spoilt.Count: spoilt.RemoveAt(at); break;
                case 2: spoilt.Insert(at, (byte)Of(256)); break;
                case 3: spoilt.RemoveRange(at, spoilt.Count - at); break;
                case 4: spoilt.InsertRange(at, spoilt.ToArray()); break;
                case 5: spoilt.InsertRange(at, Encoding.UTF8.GetBytes(WorseValue())); break;
                default: spoilt = [.. Encoding.UTF8.GetBytes(new string("[{\"\u001e"[Of(4)], 1 + Of(1_500)))]; break;
            }
        }

        return [.. spoilt];
    }
}
