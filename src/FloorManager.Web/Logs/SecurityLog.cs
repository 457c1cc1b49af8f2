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

    public void Issued(Grant by, string hearing, string what, int count) => LogIssued(by.Credential, by.Role, hearing, what, count);

    public void Revoked(Grant by, string hearing, string what, int count) => LogRevoked(by.Credential, by.Role, hearing, what, count);

    public void Exported(Grant by, string hearing, string what) => LogExported(by.Credential, by.Role, hearing, what);

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

    [LoggerMessage(LogLevel.Information, "Given out by {Credential} ({Role}) for {Hearing}: {What}, {Count}")]
    private partial void LogIssued(Guid credential, Role role, string hearing, string what, int count);

    [LoggerMessage(LogLevel.Warning, "Taken away by {Credential} ({Role}) in {Hearing}: {What}, {Count}")]
    private partial void LogRevoked(Guid credential, Role role, string hearing, string what, int count);

    [LoggerMessage(LogLevel.Warning, "Exported by {Credential} ({Role}) from {Hearing}: {What}")]
    private partial void LogExported(Guid credential, Role role, string hearing, string what);

    [LoggerMessage(LogLevel.Warning, "Denied to {Credential} ({Role}, {Origin}) in {Hearing}: {Command}")]
    private partial void LogDenied(Guid credential, Role role, Origin? origin, string hearing, string command);

    [LoggerMessage(LogLevel.Information, "Refused to {Credential} ({Role}, {Origin}) in {Hearing}: {Command}, {Reason}")]
    private partial void LogRefused(Guid credential, Role role, Origin? origin, string hearing, string command, string reason);

    [LoggerMessage(LogLevel.Warning, "Done by {Credential} ({Role}, {Origin}) in {Hearing}: {Command}")]
    private partial void LogDone(Guid credential, Role role, Origin? origin, string hearing, string command);
}
