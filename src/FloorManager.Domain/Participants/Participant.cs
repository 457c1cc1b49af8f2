using System.Collections.Immutable;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Participants;

/// <summary>
/// A representative registered for the hearing, and the delegation they speak for. A register in which one field is at fault is refused
/// as a whole.
/// </summary>
/// <param name="Id">Number of the registration, 1 to 64 characters; stable within the hearing.</param>
/// <param name="Style">Form of address such as "H.E. Mr."; may be empty, up to 40 characters.</param>
/// <param name="FullName">One field as the person writes it: mononyms exist, and not every name has a family part. 1 to 200 characters.</param>
/// <param name="Designation">Function within the delegation; may be empty, up to 200 characters.</param>
/// <param name="Delegation">The State or organisation spoken for; 1 to 200 characters.</param>
/// <param name="Category">Code of one of the hearing's categories; the letter of 14 July 2017 says who may take part.</param>
/// <param name="RegionalGroup">Code of one of the hearing's regional groups, that of a Member State or of the region a stakeholder comes from; <see cref="RegionalGroups.None"/> for none.</param>
/// <param name="Gender">Only where the participant gave it, only ever used for the balance of the floor, never shown in public.</param>
/// <param name="Language">Language the participant will speak in, BCP 47; may be empty.</param>
/// <param name="Seat">Printed label of the assigned seat, one of the seat plan; null where seating is free.</param>
/// <param name="Pronunciation">How the chair says the name, as a note for reading aloud; may be empty, up to 200 characters.</param>
/// <param name="Accommodation">
/// Agreed extra time, up to ten minutes; null where none was agreed. Known to the staff only; it belongs to the time allowed and is never an overrun.
/// </param>
/// <param name="Admitted">Approved beforehand. Nobody else may ask for the floor or be given it (same letter).</param>
public sealed record Participant(
    ParticipantId Id,
    string Style,
    string FullName,
    string Designation,
    string Delegation,
    string Category,
    string RegionalGroup,
    Gender? Gender,
    string Language,
    SeatLabel? Seat,
    bool Admitted,
    string Pronunciation = "",
    TimeSpan? Accommodation = null)
{
    public const int LongestName = 200;
    public const int LongestStyle = 40;

    public static readonly TimeSpan LongestAccommodation = TimeSpan.FromMinutes(10);

    /// <summary>What stands for the name of somebody whose personal data was erased, on every screen and in every language.</summary>
    public const string ErasedName = "Erased person";

    /// <summary>What is left when the personal data is erased. Whoever spoke for themselves has a delegation that is told from others by their number.</summary>
    public Participant WithoutPerson() => this with
    {
        Style = "",
        FullName = ErasedName,
        Designation = "",
        Delegation = DelegationWithout(FullName, Delegation, Id),
        Gender = null,
        Language = "",
        Pronunciation = "",
        Accommodation = null,
    };

    internal static string DelegationWithout(string name, string delegation, ParticipantId id) =>
        string.Equals(name, delegation, StringComparison.OrdinalIgnoreCase) ? $"{ErasedName} {id}" : delegation;

    /// <summary>
    /// The same person with what another entry of the register knows of them besides: what is empty here is taken from there. Whoever was admitted
    /// by one of the two is.
    /// </summary>
    public Participant FilledFrom(Participant other) => this with
    {
        Style = Filled(Style, other.Style),
        Designation = Filled(Designation, other.Designation),
        RegionalGroup = RegionalGroup == RegionalGroups.None ? other.RegionalGroup : RegionalGroup,
        Gender = Gender ?? other.Gender,
        Language = Filled(Language, other.Language),
        Seat = Seat ?? other.Seat,
        Admitted = Admitted || other.Admitted,
        Pronunciation = Filled(Pronunciation, other.Pronunciation),
        Accommodation = Accommodation ?? other.Accommodation,
    };

    private static string Filled(string here, string there) => here.Length > 0 ? here : there;
}

/// <summary>As printed on the badge or in the register; compared as written.</summary>
public readonly record struct ParticipantId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Codes of regional groups. They are data of the hearing, as its categories are: another hearing is balanced by other regions, or by none.</summary>
public static class RegionalGroups
{
    /// <summary>Of whoever belongs to none; no group can be called so.</summary>
    public const string None = "None";

    /// <summary>The regional groups of the General Assembly.</summary>
    public static ImmutableArray<string> Default { get; } = ["African", "AsiaPacific", "EasternEuropean", "LatinAmericanAndCaribbean", "WesternEuropeanAndOthers"];
}

/// <summary>As the participant put it, where they did.</summary>
public enum Gender { Female, Male, Other }

/// <summary>A kind of participant that the hearing admits.</summary>
/// <param name="Code">Name in data and addresses, such as <c>EcosocNgo</c>.</param>
/// <param name="IsStakeholder">
/// Everyone but States and observers is a stakeholder: stakeholders ask for the floor before the meeting or from their
/// seat, Member States tell the office of the President beforehand.
/// </param>
public sealed record ParticipantCategory(string Code, bool IsStakeholder)
{
    /// <summary>The categories that resolution A/RES/71/280 invites.</summary>
    public static ImmutableArray<ParticipantCategory> Default { get; } =
    [
        new("MemberState", IsStakeholder: false), new("Observer", IsStakeholder: false),
        new("NationalHumanRightsInstitution", IsStakeholder: true), new("Parliament", IsStakeholder: true),
        new("EcosocNgo", IsStakeholder: true), new("CivilSociety", IsStakeholder: true),
        new("Academia", IsStakeholder: true), new("PrivateSector", IsStakeholder: true),
        new("DiasporaGroup", IsStakeholder: true), new("MigrantOrganization", IsStakeholder: true),
    ];
}
