using System.Security.Claims;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;

namespace FloorManager.Web.Access;

/// <summary>What one credential allows: one role in one hearing, for a seat that seat alone. Everything a caller may do follows from it.</summary>
/// <param name="Credential">The credential it comes from; empty for the system itself.</param>
/// <param name="Hearing">Short name of the one hearing, or <see cref="Everywhere"/>: who sets hearings up has them all.</param>
public sealed record Grant(Guid Credential, string Hearing, Role Role, SeatLabel? Seat = null)
{
    /// <summary>No hearing's short name: those have no stars.</summary>
    public const string Everywhere = "*";

    private const string Claim = "floormanager:grant";
    private const string SessionClaim = "floormanager:session";

    /// <summary>Of somebody who is signed in by name: the session it ends with.</summary>
    public Guid? Session { get; init; }

    /// <summary>Of the same: what they are called.</summary>
    public string? Name { get; init; }

    /// <summary>The door by which it is used; each door says so itself.</summary>
    public Origin? Origin { get; init; }

    public bool Covers(string hearing) => Hearing == hearing || Hearing == Everywhere;

    public Actor Actor => new(Role, Seat?.Value ?? Name ?? Role.ToString(), Seat, Origin ?? (Role == Role.System ? Domain.Hearings.Origin.System : null), Credential == Guid.Empty ? null : Credential);

    public static Grant System(string hearing) => new(Guid.Empty, hearing, Role.System);

    /// <summary>Roles of the contract and <c>administrator</c>: <c>chair</c>, <c>secretariat</c>, <c>moderator</c>, <c>display</c>, <c>seat:A-12</c>. Null when it is none of them.</summary>
    public static (Role Role, SeatLabel? Seat)? ParseRole(string text) => text switch
    {
        "administrator" => (Role.Administrator, null),
        "chair" => (Role.Chair, null),
        "secretariat" => (Role.Secretariat, null),
        "moderator" => (Role.Moderator, null),
        "display" => (Role.Display, null),
        _ when text.StartsWith("seat:", StringComparison.Ordinal) && text.Length is > 5 and <= 21 => (Role.Seat, new SeatLabel(text[5..])),
        _ => null,
    };

    /// <summary>What a cookie keeps of a visitor: what they hold by links, and the session by which they are signed in. What that allows is looked up each time.</summary>
    public static ClaimsPrincipal Principal(IEnumerable<Grant> grants, string scheme, Guid? session = null) =>
        new(new ClaimsIdentity(
            [.. grants.Where(g => g.Session is null).Select(g => new Claim(Claim, g.Write())), .. session is { } id ? [new Claim(SessionClaim, id.ToString("N"))] : Array.Empty<Claim>()], scheme));

    /// <summary>The session a visitor's cookie tells of, whether it stands or not.</summary>
    public static Guid? SessionOf(ClaimsPrincipal? visitor) => Guid.TryParseExact(visitor?.FindFirst(SessionClaim)?.Value, "N", out var id) ? id : null;

    /// <summary>What somebody who is signed in may do, for the one request or connection.</summary>
    public static ClaimsIdentity Identity(IEnumerable<Grant> ofSession, string scheme) => new(ofSession.Select(g => new Claim(Claim, g.Write())
    {
        Properties = { [nameof(Session)] = g.Session!.Value.ToString("N"), [nameof(Name)] = g.Name ?? "" },
    }), scheme);

    /// <summary>The grants of a visitor, newest last. One browser may hold several: chair of one hearing, desk of another.</summary>
    public static IReadOnlyList<Grant> Of(ClaimsPrincipal? visitor) =>
        visitor is null ? [] : [.. visitor.FindAll(Claim).Select(Read).OfType<Grant>()];

    private string Write() => $"{Credential:N} {Hearing} {Role} {Seat?.Value}";

    private static Grant? Read(Claim claim) =>
        claim.Value.Split(' ', 4) is [var id, var hearing, var role, var seat] && Guid.TryParseExact(id, "N", out var credential) && Enum.TryParse<Role>(role, out var known)
            ? new(credential, hearing, known, seat.Length > 0 ? new SeatLabel(seat) : null)
            {
                Session = claim.Properties.TryGetValue(nameof(Session), out var session) ? Guid.ParseExact(session, "N") : null,
                Name = claim.Properties.TryGetValue(nameof(Name), out var name) ? name : null,
            }
            : null;
}
