using System.Collections.Immutable;
using FloorManager.Domain.Seating;

namespace FloorManager.Domain.Hearings;

/// <summary>A command with everything needed to decide it: which user action, by whom, when.</summary>
/// <param name="Id">Minted once per user action; a retry carries the same id and changes nothing.</param>
/// <param name="At">Stamped once at the door, UTC in whole milliseconds, never before the last entry of the journal.</param>
public sealed record Submission(CommandId Id, Actor By, DateTimeOffset At, HearingCommand Command);

public readonly record struct CommandId(Guid Value)
{
    public override string ToString() => Value.ToString();
}

/// <summary>Who acts, as the credential says and never as the body of a request says.</summary>
/// <param name="Name">What the others see beside the act, such as "Chair" or a seat's label.</param>
/// <param name="Seat">Set for the role <see cref="Role.Seat"/> alone.</param>
/// <param name="Origin">The door it came by; null in entries from before this was kept.</param>
/// <param name="Credential">Whose link, card, token or role it was, for the audit; null for the system and in entries from before this was kept.</param>
public sealed record Actor(Role Role, string Name, SeatLabel? Seat = null, Origin? Origin = null, Guid? Credential = null);

/// <summary>
/// Administrator, chair, secretariat, moderator, unattended display, a seat of the chamber, and the
/// system itself, which seeds hearings and notes that time has expired.
/// </summary>
public enum Role { Administrator, Chair, Secretariat, Moderator, Display, Seat, System }

/// <summary>By which door a command came: a console of chair or staff, a seat's page, a script at the API, or the program itself.</summary>
public enum Origin { Console, Seat, Api, System }

/// <summary>One accepted command in the journal: what it changed, as one unit that is there wholly or not at all.</summary>
/// <param name="Version">1 for the first entry of a hearing, then without gaps.</param>
public sealed record JournalEntry(long Version, CommandId Command, Actor By, DateTimeOffset At, ImmutableArray<HearingEvent> Events);

/// <summary>What the rules say to a submission.</summary>
public abstract record Decision
{
    public sealed record Accepted(ImmutableArray<HearingEvent> Events) : Decision;

    /// <summary>Right, but it changes nothing: a second tap, a repeat of an answered command.</summary>
    public sealed record Nothing : Decision;

    public sealed record Refused(Refusal Refusal) : Decision;
}
