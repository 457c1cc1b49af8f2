using FloorManager.Domain.Hearings;
using FloorManager.Domain.Seating;

namespace FloorManager.Web.Rehearsing;

/// <summary>What one simulated person does, and when: chair, desk, or a delegate at a seat.</summary>
public sealed record RehearsalAct(DateTimeOffset At, Role By, SeatLabel? Seat, CommandId Id, HearingCommand Command);
