using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;

namespace FloorManager.Domain.Hearings;

// Where seating is free, whoever sits down says who they are: by the card of that seat, once, and only as somebody whom the register has and nobody has
// seated. It gives nobody the floor; the chair sees the name and recognises whom they choose. What is refused names nobody: a card is no key to the register.
public static partial class HearingDecider
{
    private static Decision Take(Hearing state, TakeSeat c, Actor by)
    {
        if (by.Seat is not { } seat) return Refuse(new NobodyNamed());
        if (c.Seat is { } other && other != seat) return Refuse(new NotYourSeat(other));
        if (!state.Seats.ContainsKey(seat)) return Refuse(new NoSuchSeat(seat));
        var who = state.Participants.GetValueOrDefault(state.WhoIs(c.ParticipantId));
        if (state.HolderOf(seat) is { } holder) return holder.Id == who?.Id ? Nothing : Refuse(new SeatHeld(seat));
        return who is not null && state.MaySitDown(who) ? Accept(new SeatTaken(seat, who.Id)) : Refuse(new NotToBeSeated(seat));
    }

    private static Decision Leave(Hearing state, LeaveSeat c, Actor by)
    {
        if (by.Seat is not { } seat || (c.Seat is { } other && other != seat)) return c.Seat is { } named ? Refuse(new NotYourSeat(named)) : Nothing;
        if (state.HolderOf(seat) is not { } holder) return Nothing;
        if (!state.IsTaken(seat)) return Refuse(new SeatAssigned(seat));
        return state.WaitsOrSpeaks(holder.Id) ? Refuse(new CalledBySeat(holder.FullName, seat)) : Accept(new SeatLeft(seat, holder.Id));
    }
}
