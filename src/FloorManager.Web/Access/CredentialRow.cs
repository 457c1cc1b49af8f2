using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;

namespace FloorManager.Web.Access;

/// <summary>A capability: whoever holds the secret, or is signed in to the account, has the role. Of the secret only the hash is kept.</summary>
public sealed class CredentialRow
{
    public required Guid Id { get; init; }

    public required string Hearing { get; init; }

    public required string Role { get; init; }

    public string? Seat { get; init; }

    /// <summary>
    /// SHA-256 of the secret. The secret is random, so that no salt or stretching adds to it. A role of an account has none: there it is random itself, the hash of
    /// nothing that anybody knows.
    /// </summary>
    public required byte[] Hash { get; init; }

    /// <summary>Whose role it is; null for a link, card or token, which is whose it is.</summary>
    public Guid? Account { get; init; }

    /// <summary>Whether the organisation's sign-in said so: it is taken away when that says it no more.</summary>
    public bool FromClaims { get; set; }

    /// <summary>Of the code on a seat's card, see <see cref="SeatCode.Hash"/>; null where there is none.</summary>
    public byte[]? CodeHash { get; init; }

    /// <summary>For whom or what it was made, in the words of whoever made it; may be empty.</summary>
    public string Label { get; init; } = "";

    public required long CreatedUnixMs { get; init; }

    /// <summary>Printed at a start and good until the next one, unless somebody used it.</summary>
    public bool ForOneStart { get; set; }

    public Grant Grant => new(Id, Hearing, Enum.Parse<Role>(Role), Seat is { } seat ? new SeatLabel(seat) : null);
}
