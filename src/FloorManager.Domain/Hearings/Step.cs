using System.Collections.Immutable;

namespace FloorManager.Domain.Hearings;

/// <summary>Something that chair or desk did and may take back.</summary>
/// <param name="Before">The hearing before it, without the steps that it had then.</param>
public sealed record Step(CommandId Command, Actor By, DateTimeOffset At, ImmutableArray<HearingEvent> Events, Hearing Before)
{
    /// <summary>So many steps can be taken back.</summary>
    public const int Most = 20;
}
