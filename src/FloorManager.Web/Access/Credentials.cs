using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using FloorManager.Web.Logs;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace FloorManager.Web.Access;

/// <summary>What a seat's card says: by either, whoever holds it is signed in as that seat.</summary>
public sealed record SeatKey(SeatLabel Seat, string Secret, string Code);

/// <summary>A link or token that is out there.</summary>
public sealed record IssuedLink(Guid Id, Role Role, string Label, DateTimeOffset CreatedAt);

/// <summary>
/// Makes and recognises credentials. A secret is 128 random bits; it is shown once and never stored. What was found once is remembered:
/// five hundred seats that ask at once are not five hundred look-ups.
/// </summary>
public sealed class Credentials(IDbContextFactory<JournalDbContext> database, SteadyClock clock, SeatCode codes, Sessions sessions, Revocations revocations, SecurityLog security)
{
    public const int LongestLabel = 60;

    private const int SecretBytes = 16;

    private readonly ConcurrentDictionary<string, Grant> _found = new(StringComparer.Ordinal);

    /// <summary>Those that stand, and when they were made.</summary>
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _made = new();

    public async Task<string> Issue(string hearing, Role role, SeatLabel? seat = null, bool forOneStart = false, string label = "", CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var secret = Add(db, hearing, role, seat, code: null, forOneStart, label);
        await db.SaveChangesAsync(stop);
        return secret;
    }

    private string Add(JournalDbContext db, string hearing, Role role, SeatLabel? seat, string? code, bool forOneStart = false, string label = "")
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        db.Credentials.Add(new CredentialRow
        {
            Id = Guid.NewGuid(),
            Hearing = hearing,
            Role = role.ToString(),
            Seat = seat?.Value,
            Hash = SHA256.HashData(secret),
            CodeHash = code is null ? null : codes.Hash(code),
            Label = label.Length > LongestLabel ? label[..LongestLabel] : label,
            CreatedUnixMs = clock.UnixMs,
            ForOneStart = forOneStart,
        });
        return WebEncoders.Base64UrlEncode(secret);
    }

    /// <summary>A link for a role, made by whoever may; null for whoever may not.</summary>
    public async Task<string?> Issue(Grant by, string hearing, Role role, string label, CancellationToken stop = default)
    {
        if (role is Role.System or Role.Seat || (role == Role.Administrator && by.Role != Role.Administrator) || !await May(by, hearing, stop)) return null;
        var secret = await Issue(hearing, role, label: label, stop: stop);
        security.Issued(by, hearing, $"link {role}", 1);
        return secret;
    }

    /// <summary>New secrets and codes for seats; those they had before are good for nothing from now on. Null where the secretariat's own credential does not stand.</summary>
    public async Task<IReadOnlyList<SeatKey>?> RenewSeats(Grant by, string hearing, IReadOnlyCollection<SeatLabel> seats, CancellationToken stop = default)
    {
        if (await RevokeSeats(by, hearing, seats, stop) is null) return null;
        await using var db = await database.CreateDbContextAsync(stop);
        // A second code that is the same by chance would be refused by the database, and with it all of them.
        var fresh = new HashSet<string>(StringComparer.Ordinal);
        while (fresh.Count < seats.Count) fresh.Add(SeatCode.New());
        SeatKey[] made = [.. seats.Zip(fresh, (seat, code) => new SeatKey(seat, Add(db, hearing, Role.Seat, seat, code), code))];
        await db.SaveChangesAsync(stop);
        security.Issued(by, hearing, "seat cards", made.Length);
        return made;
    }

    /// <summary>Takes the seats' credentials away, all of them or some; how many there were. Null where the secretariat's own credential does not stand.</summary>
    public async Task<int?> RevokeSeats(Grant by, string hearing, IReadOnlyCollection<SeatLabel>? seats = null, CancellationToken stop = default)
    {
        if (!await May(by, hearing, stop)) return null;
        var chosen = seats?.Select(s => s.Value).ToHashSet(StringComparer.Ordinal);
        var gone = await Remove(rows => rows.Where(c => c.Hearing == hearing && c.Seat != null), c => chosen?.Contains(c.Seat!) != false, stop);
        if (gone > 0) security.Revoked(by, hearing, "seat cards", gone);
        return gone;
    }

    /// <summary>The links and tokens of a hearing that are out there, newest first; those of seats stand on their cards. Null for whoever may not know.</summary>
    public async Task<IReadOnlyList<IssuedLink>?> Issued(Grant by, string hearing, CancellationToken stop = default)
    {
        if (!await May(by, hearing, stop)) return null;
        await using var db = await database.CreateDbContextAsync(stop);
        var rows = await db.Credentials.AsNoTracking().Where(c => c.Hearing == hearing && c.Seat == null && c.Account == null).OrderByDescending(c => c.CreatedUnixMs).ToListAsync(stop);
        return [.. rows.Select(c => new IssuedLink(c.Id, Enum.Parse<Role>(c.Role), c.Label, DateTimeOffset.FromUnixTimeMilliseconds(c.CreatedUnixMs)))];
    }

    /// <summary>Takes one link away, or all that <see cref="Issued"/> tells, but never the one by which this is asked; how many there were.</summary>
    public async Task<int?> RevokeLinks(Grant by, string hearing, Guid? one = null, CancellationToken stop = default)
    {
        if (!await May(by, hearing, stop)) return null;
        var gone = await Remove(rows => rows.Where(c => c.Hearing == hearing && c.Seat == null && c.Account == null && c.Id != by.Credential), c => one is null || c.Id == one, stop);
        if (gone > 0) security.Revoked(by, hearing, one is { } id ? $"link {id}" : "links", gone);
        return gone;
    }

    private async Task<bool> May(Grant by, string hearing, CancellationToken stop) =>
        by.Covers(hearing) && Permissions.Allows(by.Role, Right.GiveOutLinks) && (by.Session is not { } session || await sessions.Stands(session, stop)) && await Stands(by, stop);

    /// <summary>Those that are found are gone when this returns, for everybody who is signed in by them too.</summary>
    private async Task<int> Remove(Func<IQueryable<CredentialRow>, IQueryable<CredentialRow>> among, Func<CredentialRow, bool> chosen, CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var gone = (await among(db.Credentials).ToListAsync(stop)).FindAll(c => chosen(c));
        db.Credentials.RemoveRange(gone);
        await db.SaveChangesAsync(stop);
        // What was found once is remembered: it is forgotten only now that it is gone, so that nobody finds it in between.
        revocations.Announce(gone.Select(c => c.Id).ToHashSet());
        foreach (var row in gone)
        {
            _found.TryRemove(Convert.ToHexString(row.Hash), out _);
            _made.TryRemove(row.Id, out _);
        }

        return gone.Count;
    }

    /// <summary>Gives an account a role, as whoever may manage accounts or the organisation's sign-in says. It has it once.</summary>
    internal async Task Give(Guid account, string hearing, Role role, bool fromClaims, CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        var name = role.ToString();
        if (await db.Credentials.SingleOrDefaultAsync(c => c.Account == account && c.Hearing == hearing && c.Role == name, stop) is { } held)
        {
            // What somebody gives by hand stays when the organisation says it no more.
            held.FromClaims &= fromClaims;
            await db.SaveChangesAsync(stop);
            return;
        }

        db.Credentials.Add(new CredentialRow { Id = Guid.NewGuid(), Hearing = hearing, Role = name, Hash = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes), Account = account, FromClaims = fromClaims, CreatedUnixMs = clock.UnixMs });
        await db.SaveChangesAsync(stop);
    }

    /// <summary>Takes roles of an account away; how many there were.</summary>
    internal Task<int> Take(Guid account, Func<CredentialRow, bool> chosen, CancellationToken stop = default) => Remove(rows => rows.Where(c => c.Account == account), chosen, stop);

    /// <summary>What the code on a seat's card allows, however it is typed; null when it is none, or nobody's.</summary>
    public async Task<Grant?> FindCode(string typed, CancellationToken stop = default)
    {
        if (SeatCode.Read(typed) is not { } code) return null;
        var hash = codes.Hash(code);
        await using var db = await database.CreateDbContextAsync(stop);
        return (await db.Credentials.SingleOrDefaultAsync(c => c.CodeHash == hash, stop))?.Grant;
    }

    /// <summary>What the secret allows; null when nobody was given it.</summary>
    public async Task<Grant?> Find(string secret, CancellationToken stop = default)
    {
        if (Hash(secret) is not { } hash) return null;
        var key = Convert.ToHexString(hash);
        if (_found.TryGetValue(key, out var known)) return revocations.IsGone(known.Credential) ? null : known;
        await using var db = await database.CreateDbContextAsync(stop);
        if (await db.Credentials.SingleOrDefaultAsync(c => c.Hash == hash, stop) is not { } row) return null;
        if (row.ForOneStart)
        {
            row.ForOneStart = false;
            await db.SaveChangesAsync(stop);
        }

        _found[key] = row.Grant;
        if (Remember(row.Id, row.CreatedUnixMs) is not null) return row.Grant;
        _found.TryRemove(key, out _);
        return null;
    }

    /// <summary>Whether a grant still stands: a cookie outlives its credential.</summary>
    public async ValueTask<bool> Stands(Grant grant, CancellationToken stop = default) => await MadeAt(grant, stop) is not null;

    /// <summary>When the credential behind a grant was made; null when it does not stand any more.</summary>
    public async ValueTask<DateTimeOffset?> MadeAt(Grant grant, CancellationToken stop = default)
    {
        if (grant.Role == Role.System) return DateTimeOffset.MinValue;
        if (revocations.IsGone(grant.Credential)) return null;
        if (_made.TryGetValue(grant.Credential, out var made)) return made;
        await using var db = await database.CreateDbContextAsync(stop);
        return await db.Credentials.AsNoTracking().SingleOrDefaultAsync(c => c.Id == grant.Credential, stop) is { } row ? Remember(row.Id, row.CreatedUnixMs) : null;
    }

    /// <summary>The same of one that was looked up before; null for all others.</summary>
    internal DateTimeOffset? Remembered(Grant grant) => _made.TryGetValue(grant.Credential, out var made) ? made : null;

    /// <summary>Null when it was taken away while it was looked up.</summary>
    private DateTimeOffset? Remember(Guid id, long createdUnixMs)
    {
        var made = _made[id] = DateTimeOffset.FromUnixTimeMilliseconds(createdUnixMs);
        if (!revocations.IsGone(id)) return made;
        _made.TryRemove(id, out _);
        return null;
    }

    /// <summary>Takes back what a command made for itself.</summary>
    public Task Forget(string secret, CancellationToken stop = default)
    {
        var hash = Hash(secret);
        return Remove(rows => rows.Where(c => c.Hash == hash), _ => true, stop);
    }

    /// <summary>Forgets the links printed at earlier starts that nobody used.</summary>
    public async Task ForgetUnused(CancellationToken stop = default)
    {
        await using var db = await database.CreateDbContextAsync(stop);
        await db.Credentials.Where(c => c.ForOneStart).ExecuteDeleteAsync(stop);
    }

    internal static byte[]? Hash(string secret)
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
