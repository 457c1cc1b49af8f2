using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Live;

/// <summary>What a hearing that has just been set up gets of another one, command by command.</summary>
public static class HearingCopy
{
    public static IEnumerable<HearingCommand> Of(Hearing from, ImmutableArray<Meeting> programme, bool seats, bool participants)
    {
        if (!programme.IsDefaultOrEmpty) yield return new SetProgramme(programme);
        foreach (var (name, view) in from.NamedScreens) yield return new NameScreen(name, view);
        if (seats && !from.Seats.IsEmpty) yield return new SetSeatPlan([.. from.Seats.Values]);
        // Whose data was erased is nobody any more; a seat that its holder took by its card is free again in the copy.
        var people = from.Participants.Values.Where(p => !from.Erased.ContainsKey(p.Id)).ToArray();
        if (participants && people.Length > 0)
            yield return new RegisterParticipants([.. people.Select(p => seats && !(p.Seat is { } seat && from.IsTaken(seat)) ? p : p with { Seat = null })]);
    }
}
