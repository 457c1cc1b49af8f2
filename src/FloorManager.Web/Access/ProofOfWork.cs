using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using FloorManager.Web.Live;

namespace FloorManager.Web.Access;

/// <summary>What a guess costs: a nonce by which SHA-256 of <c>challenge:CODE:nonce</c> begins with so many zero bits. Another code needs another.</summary>
public sealed class ProofOfWork(SteadyClock clock)
{
    private const int LongestNonce = 32;

    /// <summary>Short enough for all that is hashed to be one block of SHA-256, which an old phone does as fast as it can.</summary>
    private const int ChallengeBytes = 16;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(2);

    /// <summary>Of the process: nobody works in advance for a challenge that they cannot know, and the server remembers none.</summary>
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <summary>A million tries: about a second in a browser.</summary>
    public int Bits { get; init; } = 20;

    public string Challenge(IPAddress address) => Challenge(address, Now);

    /// <summary>The window before is good as well, so that nobody's work is lost because they were asked for it at the end of one.</summary>
    public bool Holds(IPAddress address, string code, string? challenge, string? nonce) =>
        nonce is { Length: > 0 and <= LongestNonce } && challenge is not null
        && (challenge == Challenge(address, Now) || challenge == Challenge(address, Now - 1))
        && LeadingZeros(SHA256.HashData(Encoding.UTF8.GetBytes($"{challenge}:{code}:{nonce}"))) >= Bits;

    private long Now => clock.UnixMs / (long)Window.TotalMilliseconds;

    private static int LeadingZeros(byte[] hash) => BitOperations.LeadingZeroCount(BinaryPrimitives.ReadUInt64BigEndian(hash));

    private string Challenge(IPAddress address, long window)
    {
        var hash = HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address} {window}")));
        return Base64Url.EncodeToString(hash.AsSpan(0, ChallengeBytes));
    }
}
