using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;

namespace FloorManager.Domain.Hearings;

// When seats may ask for the floor, and what those hand in who were not reached.
public static partial class HearingDecider
{
    private static Decision Set(Hearing state, SetIntake c, DateTimeOffset now)
    {
        if (state.FindSegment(c.SegmentId) is not { } panel) return Refuse(new NoSuchSegment(c.SegmentId));
        if (!panel.IsPanel) return Refuse(new NotAPanel(panel.Title));
        if (state.ClosedSegments.Contains(panel.Id)) return Refuse(new SegmentClosed(panel.Title));
        if ((TooFar(now, "opensAt", c.OpensAt) ?? TooFar(now, "closesAt", c.ClosesAt)) is { } tooFar) return Refuse(tooFar);
        if (c.ClosesAt <= c.OpensAt) return Refuse(new IntakeClosesFirst());
        var intake = new Intake(c.OpensAt?.ToUniversalTime(), c.ClosesAt?.ToUniversalTime());
        return state.IntakeOf(panel.Id) == intake ? Nothing : Accept(new IntakeSet(panel.Id, intake.OpensAt, intake.ClosesAt));
    }

    private static OutOfBounds? TooFar(DateTimeOffset now, string field, DateTimeOffset? at) =>
        at is { } instant && (instant - now).Duration() > Intake.Furthest ? new OutOfBounds(field, $"{now - Intake.Furthest:O}", $"{now + Intake.Furthest:O}") : null;

    /// <summary>Why a seat may not ask now. The desk takes what comes late, and what cannot wait for another time is always taken.</summary>
    private static Refusal? NotTakenNow(Hearing state, Segment panel, FloorKind kind, Submission given)
    {
        if (given.By.Role != Role.Seat || kind != FloorKind.Intervention) return null;
        var intake = state.IntakeOf(panel.Id);
        return intake.At(given.At) switch
        {
            IntakeStanding.NotYet => new IntakeNotOpen(panel.Title, state.WallTime(intake.OpensAt!.Value, given.At)),
            IntakeStanding.Closed => new IntakeClosed(panel.Title, state.WallTime(intake.ClosesAt!.Value, given.At)),
            _ => null,
        };
    }

    private static Decision HandIn(Hearing state, HandInContribution c, Actor by)
    {
        if (!state.Requests.TryGetValue(c.RequestId, out var request)) return Refuse(new NoSuchRequest(c.RequestId));
        var who = by.Seat is { } seat ? state.SeatHolders.GetValueOrDefault(seat) : request.Participant;
        if (!request.IsBy(who)) return Refuse(new NotYourRequest());
        if (request.State != RequestState.Lapsed) return Refuse(new RequestNotLapsed(NameOf(state, request), request.State));
        return c.Text.Length is 0 or > HandInContribution.Longest ? Refuse(new OutOfBounds("text", "1", $"{HandInContribution.Longest}"))
            : state.Contributions.GetValueOrDefault(request.Id)?.Text == c.Text ? Nothing
            : Accept(new ContributionHandedIn(request.Id, who, by.Seat is null ? IntakeChannel.Desk : IntakeChannel.Seat, c.Text));
    }
}
