using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Seating;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;

namespace FloorManager.Domain.Hearings;

// Asking for the floor, and what becomes of a request before it is called.
public static partial class HearingDecider
{
    private static Decision Raise(Hearing state, RaiseRequest c, Submission given)
    {
        if (c.Kind is FloorKind.Remarks or FloorKind.Reply) return Refuse(new NotRequestable(c.Kind.ToString()));
        var seat = given.By.Seat ?? c.Seat;
        if (given.By.Seat is not null && c.Seat is { } other && other != seat) return Refuse(new NotYourSeat(other));
        // Before anything is said about whoever is named: a seat learns nothing about somebody who sits elsewhere.
        if (given.By.Seat is { } own && c.ParticipantId is { } named && state.SeatHolders.GetValueOrDefault(own) != state.WhoIs(named)) return Refuse(new NotYourSeat(own));
        if (Asking(state, c.ParticipantId, seat, out var participant) is { } refusal) return Refuse(refusal);
        if (PanelOf(state, c, out var panel) is { } noPanel) return Refuse(noPanel);
        if (!state.RulesOf(panel).Take(c.Kind)) return Refuse(new NotTakenHere(c.Kind));
        if (c.TopicId is { } topic && panel.Topics.All(t => t.Id != topic)) return Refuse(new NoSuchTopic(topic));

        var channel = given.By.Role == Role.Seat ? IntakeChannel.Seat : c.Channel ?? IntakeChannel.Desk;
        var waiting = state.WaitingFor(panel.Id, participant.Id, participant.Delegation, c.Kind);
        if (waiting?.Doors.FirstOrDefault(d => d.Channel == channel) is { } same)
            return waiting.IsBy(participant.Id) ? Nothing : Refuse(new DelegationAlreadyWaiting(participant.Delegation, NameOf(state, same.Participant, waiting)));
        if (NotTakenNow(state, panel, c.Kind, given) is { } notNow) return waiting?.IsBy(participant.Id) == true ? Nothing : Refuse(notNow);
        if (state.Details!.PresenceNeeded && channel != IntakeChannel.Office && !state.InTheRoom.ContainsKey(participant.Id))
            return waiting?.IsBy(participant.Id) == true ? Nothing : Refuse(new NotInTheRoom(participant.FullName));
        if (waiting is not null) return Accept(new RequestJoined(waiting.Id, participant.Id, channel, c.TopicId, seat ?? participant.Seat));
        return Accept(new RequestRaised(new RequestId(given.Id.Value), participant.Id, panel.Id, channel, c.Kind, c.TopicId, seat ?? participant.Seat));
    }

    /// <summary>Whom a request or a recognition from the floor is for: the one named, else whoever the seat is assigned to.</summary>
    private static Refusal? Asking(Hearing state, ParticipantId? id, SeatLabel? seat, out Participant participant)
    {
        participant = null!;
        if (id is null)
        {
            if (seat is not { } label) return new NobodyNamed();
            if (!state.Seats.ContainsKey(label)) return new NoSuchSeat(label);
            if (!state.SeatHolders.TryGetValue(label, out var holder)) return new SeatNotAssigned(label);
            id = holder;
        }

        if (!state.Participants.TryGetValue(state.WhoIs(id.Value), out var found)) return new NoSuchParticipant(id.Value);
        participant = found;
        return found.Admitted ? null : new NotAdmitted(found.FullName);
    }

    private static Refusal? PanelOf(Hearing state, RaiseRequest c, out Segment panel)
    {
        panel = null!;
        var segment = c.SegmentId is { } id ? state.FindSegment(id) : state.PanelForRequests;
        if (segment is null) return c.SegmentId is { } unknown ? new NoSuchSegment(unknown) : new NoPanelLeft();
        if (!segment.IsPanel) return new NotAPanel(segment.Title);
        if (state.ClosedSegments.Contains(segment.Id)) return new SegmentClosed(segment.Title);
        panel = segment;
        return null;
    }

    private static Decision Withdraw(Hearing state, WithdrawRequest c, Actor by)
    {
        if (!state.Requests.TryGetValue(c.RequestId, out var request)) return Refuse(new NoSuchRequest(c.RequestId));
        if (by.Seat is { } seat)
        {
            if (!state.SeatHolders.TryGetValue(seat, out var holder) || !request.IsBy(holder)) return Refuse(new NotYourRequest());
            // Nobody's wish goes because somebody else took theirs back.
            if (request.MayBeCalled && request.Doors.Any(d => d.Participant != holder)) return Accept(new RequestLeft(request.Id, holder));
        }

        return Move(state, c.RequestId, RequestState.Withdrawn, new RequestWithdrawn(c.RequestId));
    }

    /// <summary>
    /// A request that may still be called goes wherever the chair or its owner puts it; one that has ended stays there.
    /// Putting a deferred request back (on deck or waiting) is refused while somebody else of its delegation waits.
    /// </summary>
    private static Decision Move(Hearing state, RequestId id, RequestState to, HearingEvent moved)
    {
        if (!state.Requests.TryGetValue(id, out var request)) return Refuse(new NoSuchRequest(id));
        if (request.State == to) return Nothing;
        if (!request.MayBeCalled) return Refuse(new RequestClosed(NameOf(state, request), request.State));
        if (to is RequestState.OnDeck or RequestState.Pending && !request.IsWaiting
            && state.WaitingFor(request.Segment, request.Participant, request.Delegation, request.Kind) is { } other)
            return Refuse(new DelegationAlreadyWaiting(request.Delegation, NameOf(state, other)));
        return Accept(moved);
    }

    private static string NameOf(Hearing state, FloorRequest request) => NameOf(state, request.Participant, request);

    private static string NameOf(Hearing state, ParticipantId who, FloorRequest request) =>
        state.Participants.GetValueOrDefault(who)?.FullName ?? request.Delegation;
}
