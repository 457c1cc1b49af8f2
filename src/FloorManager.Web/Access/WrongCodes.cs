using System.Net;
using FloorManager.Web.Live;

namespace FloorManager.Web.Access;

/// <summary>
/// How many wrong codes an address may still send before each costs work: fifty at once, and one more every five seconds. A whole hall shares
/// one address, so that whoever uses them up makes it dearer for the others, and never impossible.
/// </summary>
public sealed class WrongCodes(SteadyClock clock)
{
    public const int Burst = 50;

    public static readonly TimeSpan Refill = TimeSpan.FromSeconds(5);

    private static readonly long RefillMs = (long)Refill.TotalMilliseconds;

    private readonly Lock _lock = new();

    /// <summary>When an address has all its tokens again; that it has them needs no entry. One instant says it all: how far off it is, so much is missing.</summary>
    private readonly Dictionary<IPAddress, long> _fullAgain = [];

    private long _sweepAt;

    /// <summary>Of more addresses than this at once the newest share one bucket: so many are no hall but somebody who has them.</summary>
    public int Most { get; init; } = 10_000;

    public int Kept
    {
        get
        {
            lock (_lock) return _fullAgain.Count;
        }
    }

    public bool UsedUp(IPAddress address)
    {
        lock (_lock) return _fullAgain.GetValueOrDefault(Bucket(address)) - clock.UnixMs > (Burst - 1) * RefillMs;
    }

    public void Add(IPAddress address)
    {
        lock (_lock)
        {
            var now = clock.UnixMs;
            Sweep(now);
            var bucket = Bucket(address);
            _fullAgain[bucket] = Math.Min(Math.Max(_fullAgain.GetValueOrDefault(bucket), now) + RefillMs, now + Burst * RefillMs);
        }
    }

    private IPAddress Bucket(IPAddress address) => _fullAgain.Count < Most || _fullAgain.ContainsKey(address) ? address : IPAddress.None;

    private void Sweep(long now)
    {
        if (now < _sweepAt) return;
        _sweepAt = now + RefillMs; // Not at each wrong code: going through ten thousand is work as well.
        foreach (var (address, full) in _fullAgain)
        {
            if (full <= now) _fullAgain.Remove(address);
        }
    }
}
