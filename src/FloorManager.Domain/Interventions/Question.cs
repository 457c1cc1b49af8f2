using FloorManager.Domain.Programme;

namespace FloorManager.Domain.Interventions;

/// <summary>A question from the floor to the podium.</summary>
/// <param name="To">Whom it was put to; null for the panel as a whole.</param>
/// <param name="From">The intervention it was put in; null when that is not known.</param>
/// <param name="Text">Up to 500 characters; empty when only its being put was noted.</param>
public sealed record Question(QuestionId Id, SegmentId Segment, PodiumSpeakerId? To, InterventionId? From, string Text, bool Answered);

/// <summary>The id of the command that noted it.</summary>
public readonly record struct QuestionId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
