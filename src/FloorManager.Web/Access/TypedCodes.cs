using System.Net;
using System.Net.Sockets;

namespace FloorManager.Web.Access;

/// <summary>
/// Where a typed code is looked at, or not: forty bits can be guessed, unlike a link's 128. A right one costs nothing, with or without work.
/// </summary>
public sealed class TypedCodes(Credentials credentials, WrongCodes wrong, ProofOfWork proof)
{
    /// <summary>
    /// Whoever sends a thousand guesses at once must not have them all looked at before the first is counted. Nobody waits here for those who
    /// have used their guesses up, and the others for a look-up each.
    /// </summary>
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>What the code allows, null when it is nobody's; and what is asked for first, where it was not looked at.</summary>
    public async Task<(Grant? Grant, ProofAsked? Asked)> Find(IPAddress? from, string code, string? challenge, string? nonce, CancellationToken stop)
    {
        var address = Network(from);
        if (proof.Holds(address, code, challenge, nonce)) return (await Look(address, code, stop), null);
        if (wrong.UsedUp(address)) return (null, Ask(address));
        await _oneAtATime.WaitAsync(stop);
        try
        {
            return wrong.UsedUp(address) ? (null, Ask(address)) : (await Look(address, code, stop), null);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private ProofAsked Ask(IPAddress address) => new(proof.Challenge(address), proof.Bits);

    private async Task<Grant?> Look(IPAddress address, string code, CancellationToken stop)
    {
        var grant = await credentials.FindCode(code, stop);
        if (grant is null) wrong.Add(address);
        return grant;
    }

    /// <summary>With IPv6 one subscriber has 2^64 addresses and may use another for each guess; a phone changes its own by itself.</summary>
    private static IPAddress Network(IPAddress? address)
    {
        if (address is null) return IPAddress.Loopback;
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? new([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]) : address;
    }
}

public sealed record ProofAsked(string Challenge, int Bits);
