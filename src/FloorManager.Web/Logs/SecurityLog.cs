using System.Net;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;

namespace FloorManager.Web.Logs;

/// <summary>
/// What somebody who looks for misuse wants to read: who came in and who did not, what was refused, taken away, carried off and put away. A credential
/// stands there by its id, never by its secret; a refusal by its reason, never by its facts, which have names in them.
/// </summary>
public sealed partial class SecurityLog(ILogger<SecurityLog> log)
{
    public void SignedIn(Grant grant, IPAddress? from) => LogSignedIn(grant.Credential, grant.Role, grant.Hearing, from);

    /// <param name="why">Of our own words, never of what was sent.</param>
    public void NotSignedIn(string why, IPAddress? from) => LogNotSignedIn(why, from);

    /// <summary>Somebody with an account came in, or was not let in; null where there is no such account.</summary>
    public void StaffCame(Guid? account, string outcome, IPAddress? from = null)
    {
        if (outcome.StartsWith("signed in", StringComparison.Ordinal)) LogStaffSignedIn(account, from);
        else LogStaffNotSignedIn(account, outcome, from);
    }

    /// <summary>An account was changed: by an administrator, by its owner (null), or by what the organisation says (null).</summary>
    public void StaffChanged(Guid account, string what, Grant? by = null) => LogStaffChanged(account, what, by?.Credential);

    public void Issued(Grant by, string hearing, string what, int count) => LogIssued(by.Credential, by.Role, hearing, what, count);

    public void Revoked(Grant by, string hearing, string what, int count) => LogRevoked(by.Credential, by.Role, hearing, what, count);

    public void Exported(Grant by, string hearing, string what) => LogExported(by.Credential, by.Role, hearing, what);

    /// <summary>A hearing was brought back from an archive.</summary>
    public void Restored(Grant by, string hearing, long entries) => LogRestored(by.Credential, by.Role, hearing, entries);

    /// <summary>What the door said to a command, where it is more than the day's work.</summary>
    public void Answered(Grant by, string hearing, HearingCommand command, Answer answer)
    {
        var name = command.GetType().Name;
        if (answer is Answer.Denied) LogDenied(by.Credential, by.Role, by.Origin, hearing, name);
        else if (answer is Answer.Refused refused) LogRefused(by.Credential, by.Role, by.Origin, hearing, name, Sentences.Reason(refused.Refusal));
        else if (answer is Answer.Done && command is HearingCommand.ArchiveHearing or HearingCommand.ErasePersonalData) LogDone(by.Credential, by.Role, by.Origin, hearing, name);
    }

    [LoggerMessage(LogLevel.Information, "Signed in: {Credential} as {Role} of {Hearing} from {From}")]
    private partial void LogSignedIn(Guid credential, Role role, string hearing, IPAddress? from);

    [LoggerMessage(LogLevel.Warning, "Not signed in: {Why} from {From}")]
    private partial void LogNotSignedIn(string why, IPAddress? from);

    [LoggerMessage(LogLevel.Information, "Signed in by name: account {Account} from {From}")]
    private partial void LogStaffSignedIn(Guid? account, IPAddress? from);

    [LoggerMessage(LogLevel.Warning, "Not signed in by name: account {Account}, {Outcome}, from {From}")]
    private partial void LogStaffNotSignedIn(Guid? account, string outcome, IPAddress? from);

    [LoggerMessage(LogLevel.Warning, "Account {Account}: {What}, by {By}")]
    private partial void LogStaffChanged(Guid account, string what, Guid? by);

    [LoggerMessage(LogLevel.Information, "Given out by {Credential} ({Role}) for {Hearing}: {What}, {Count}")]
    private partial void LogIssued(Guid credential, Role role, string hearing, string what, int count);

    [LoggerMessage(LogLevel.Warning, "Taken away by {Credential} ({Role}) in {Hearing}: {What}, {Count}")]
    private partial void LogRevoked(Guid credential, Role role, string hearing, string what, int count);

    [LoggerMessage(LogLevel.Warning, "Exported by {Credential} ({Role}) from {Hearing}: {What}")]
    private partial void LogExported(Guid credential, Role role, string hearing, string what);

    [LoggerMessage(LogLevel.Warning, "Brought back by {Credential} ({Role}): {Hearing}, {Entries} entries")]
    private partial void LogRestored(Guid credential, Role role, string hearing, long entries);

    [LoggerMessage(LogLevel.Warning, "Denied to {Credential} ({Role}, {Origin}) in {Hearing}: {Command}")]
    private partial void LogDenied(Guid credential, Role role, Origin? origin, string hearing, string command);

    [LoggerMessage(LogLevel.Information, "Refused to {Credential} ({Role}, {Origin}) in {Hearing}: {Command}, {Reason}")]
    private partial void LogRefused(Guid credential, Role role, Origin? origin, string hearing, string command, string reason);

    [LoggerMessage(LogLevel.Warning, "Done by {Credential} ({Role}, {Origin}) in {Hearing}: {Command}")]
    private partial void LogDone(Guid credential, Role role, Origin? origin, string hearing, string command);
}
