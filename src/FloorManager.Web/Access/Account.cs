using Microsoft.AspNetCore.Identity;

namespace FloorManager.Web.Access;

/// <summary>
/// A member of the staff who signs in by name. What they may do are credentials like everybody's, each of one role and one hearing, which
/// <see cref="CredentialRow.Account"/> ties to them.
/// </summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int LongestName = 80;
    public const int LongestSignInName = 128;

    /// <summary>What the journal and the other consoles call them.</summary>
    public required string DisplayName { get; set; }

    public required long CreatedUnixMs { get; init; }

    /// <summary>An administrator has shut them out until another says otherwise, whatever they know and whoever vouches for them.</summary>
    public bool IsBarred => LockoutEnd == DateTimeOffset.MaxValue;

    /// <summary>The key of their codes by time, protected by the keys of the server; null where a password is enough.</summary>
    public byte[]? SecondFactorKey { get; set; }

    /// <summary>The step of thirty seconds whose code was taken last: none is taken twice.</summary>
    public long SecondFactorStep { get; set; }

    /// <summary>SHA-256 of the recovery codes that are left, in base 64, with spaces between.</summary>
    public string RecoveryHashes { get; set; } = "";

    /// <summary>Whether they have ever been here: who was only invited has no way in yet.</summary>
    public bool HasJoined { get; set; }
}

/// <summary>A link by which somebody chooses their password, once. Whoever gets another has no use of the first any more.</summary>
public sealed class InvitationRow
{
    public required Guid Account { get; init; }

    /// <summary>SHA-256 of the secret in the link.</summary>
    public required byte[] Hash { get; init; }

    public required long EndsUnixMs { get; init; }
}

/// <summary>A browser in which somebody is signed in by name. The cookie holds its id and nothing else, so that it ends when this goes.</summary>
public sealed class SessionRow
{
    public required Guid Id { get; init; }

    public required Guid Account { get; init; }

    public required long CreatedUnixMs { get; init; }

    public required long EndsUnixMs { get; init; }

    /// <summary>What the browser called itself, so that its owner knows it again.</summary>
    public required string Browser { get; init; }
}
