using FloorManager.Domain.Hearings;

namespace FloorManager.Web.Live;

/// <summary>What the door says to a command. Only <see cref="Done"/> changed anything, and what it changed is on disk.</summary>
public abstract record Answer
{
    /// <param name="Version">The version the command led to, or, where it changed nothing, the hearing's present one.</param>
    /// <param name="Changed">False where all was already so, as for a second tap under an id of its own.</param>
    public sealed record Done(long Version, bool Changed = true) : Answer;

    public sealed record Refused(Refusal Refusal) : Answer;

    /// <summary>The credential does not allow this command in this hearing.</summary>
    public sealed record Denied : Answer;

    public sealed record UnknownHearing(string Name) : Answer;

    /// <summary>The journal could not be written: nothing was kept, the same command may be sent again.</summary>
    public sealed record NotSaved(bool NoRoom) : Answer;

    /// <summary>More commands wait than can be served; nothing was kept.</summary>
    public sealed record Busy : Answer;
}
