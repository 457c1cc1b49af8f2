using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web.Access;

/// <summary>A capability: whoever holds the secret has the role. Only its hash is kept.</summary>
public sealed class CredentialRow
{
    public required Guid Id { get; init; }

    public required string Hearing { get; init; }

    public required string Role { get; init; }

    public string? Seat { get; init; }

    /// <summary>SHA-256 of the secret. The secret is random, so that no salt or stretching adds to it.</summary>
    public required byte[] Hash { get; init; }

    public required long CreatedUnixMs { get; init; }

    /// <summary>Printed at a start and good until the next one, unless somebody used it.</summary>
    public bool ForOneStart { get; set; }

    public Grant Grant => new(Id, Hearing, Enum.Parse<Role>(Role), Seat is { } seat ? new SeatLabel(seat) : null);
}

/// <summary>
/// Makes and recognises credentials. A secret is 128 random bits; it is shown once and never stored. What was found once is remembered:
/// five hundred seats that ask at once are not five hundred look-ups.
/// </summary>
public sealed class Credentials(IDbContextFactory<JournalDbContext> database, SteadyClock clock)
{
    private const int SecretBytes = 16;

    private readonly ConcurrentDictionary<string, Grant> _found = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Guid, bool> _valid = new();

    public async Task<string> Issue(string hearing, Role role, SeatLabel? seat = null, bool forOneStart = false, CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var secret = Add(db, hearing, role, seat, forOneStart);
        await db.SaveChangesAsync(stop);
        return secret;
    }

    private string Add(JournalDbContext db, string hearing, Role role, SeatLabel? seat, bool forOneStart)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        db.Credentials.Add(new CredentialRow
        {
            Id = Guid.NewGuid(),
            Hearing = hearing,
            Role = role.ToString(),
            Seat = seat?.Value,
            Hash = SHA256.HashData(secret),
            CreatedUnixMs = clock.UnixMs,
            ForOneStart = forOneStart,
        });
        return WebEncoders.Base64UrlEncode(secret);
    }

    /// <summary>New secrets for seats; those they had before are good for nothing from now on. Null where the secretariat's own credential does not stand.</summary>
    public async Task<IReadOnlyList<(SeatLabel Seat, string Secret)>?> RenewSeats(Grant by, string hearing, IReadOnlyCollection<SeatLabel> seats, CancellationToken stop = default)
    {
        if (await Revoke(by, hearing, seats, stop) is null) return null;
        await using var db = await database.CreateDbContextAsync(stop);
        (SeatLabel, string)[] made = [.. seats.Select(seat => (seat, Add(db, hearing, Role.Seat, seat, forOneStart: false)))];
        await db.SaveChangesAsync(stop);
        return made;
    }

    /// <summary>Takes the seats' credentials away, all of them or some; how many there were. Null where the secretariat's own credential does not stand.</summary>
    public async Task<int?> Revoke(Grant by, string hearing, IReadOnlyCollection<SeatLabel>? seats = null, CancellationToken stop = default)
    {
        if (by.Role != Role.Secretariat || !by.Covers(hearing) || !await Stands(by, stop)) return null;
        await using var db = await database.CreateDbContextAsync(stop);
        var chosen = seats?.Select(s => s.Value).ToHashSet(StringComparer.Ordinal);
        var gone = await db.Credentials.Where(c => c.Hearing == hearing && c.Seat != null).ToListAsync(stop);
        gone.RemoveAll(c => chosen?.Contains(c.Seat!) == false);
        db.Credentials.RemoveRange(gone);
        await db.SaveChangesAsync(stop);
        // What was found once is remembered: it is forgotten only now that it is gone, so that nobody finds it in between.
        foreach (var row in gone)
        {
            _found.TryRemove(Convert.ToHexString(row.Hash), out _);
            _valid.TryRemove(row.Id, out _);
        }

        return gone.Count;
    }

    /// <summary>What the secret allows; null when nobody was given it.</summary>
    public async Task<Grant?> Find(string secret, CancellationToken stop = default)
    {
        if (Hash(secret) is not { } hash) return null;
        var key = Convert.ToHexString(hash);
        if (_found.TryGetValue(key, out var known)) return known;
        await using var db = await database.CreateDbContextAsync(stop);
        if (await db.Credentials.SingleOrDefaultAsync(c => c.Hash == hash, stop) is not { } row) return null;
        if (row.ForOneStart)
        {
            row.ForOneStart = false;
            await db.SaveChangesAsync(stop);
        }

        _valid[row.Id] = true;
        return _found[key] = row.Grant;
    }

    /// <summary>Whether a grant read from a cookie still stands.</summary>
    public async ValueTask<bool> Stands(Grant grant, CancellationToken stop = default)
    {
        if (grant.Role == Role.System || _valid.ContainsKey(grant.Credential)) return true;
        await using var db = await database.CreateDbContextAsync(stop);
        return await db.Credentials.AnyAsync(c => c.Id == grant.Credential, stop) && (_valid[grant.Credential] = true);
    }

    /// <summary>Forgets the links printed at earlier starts that nobody used.</summary>
    public async Task ForgetUnused(CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        await db.Credentials.Where(c => c.ForOneStart).ExecuteDeleteAsync(stop);
    }

    private static byte[]? Hash(string secret)
    {
        if (secret.Length is 0 or > 64 || !Encoding.ASCII.GetBytes(secret).All(b => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'-' or (byte)'_')) return null;
        try
        {
            return WebEncoders.Base64UrlDecode(secret) is { Length: SecretBytes } bytes ? SHA256.HashData(bytes) : null;
        }
        catch (FormatException)
        {
            return null; // Not a secret we ever gave out: the same answer as a wrong one.
        }
    }
}
