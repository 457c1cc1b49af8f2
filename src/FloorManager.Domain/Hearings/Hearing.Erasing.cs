using static FloorManager.Domain.Hearings.HearingEvent;

namespace FloorManager.Domain.Hearings;

// Somebody of whom nothing is known any more but a number. What was written of them before stands in the journal without them by now, so that here
// only the register follows; whoever holds a state from before folds the journal again.
public sealed partial record Hearing
{
    private Hearing Erase(PersonalDataErased e)
    {
        if (!Participants.TryGetValue(e.Participant, out var who)) return this;
        var state = Register([who.WithoutPerson() with { Seat = null, Admitted = false }]);
        return state with
        {
            Erased = Erased.SetItem(e.Participant, Whole(e.StillNamed)),
            InTheRoom = InTheRoom.Remove(e.Participant),
            // A step remembers the hearing before it, and would let somebody be called who is not there any more.
            Steps = Mentions(e.Participant) || Steps.Any(s => s.Before.Mentions(e.Participant)) ? [] : Steps,
        };
    }
}
