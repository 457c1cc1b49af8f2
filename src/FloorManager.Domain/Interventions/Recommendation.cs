using FloorManager.Domain.Programme;

namespace FloorManager.Domain.Interventions;

/// <summary>A concrete recommendation that was made in an intervention, as the desk wrote it down.</summary>
/// <param name="Intervention">In which it was made; the chair may have taken that one back since.</param>
/// <param name="Segment">Of the intervention when it was noted; null where a journal names one that never was.</param>
/// <param name="Topic">Of that segment; null for none of its topics, or for all of them.</param>
/// <param name="Text">1 to 1,000 characters without the spaces around them.</param>
public sealed record Recommendation(RecommendationId Id, InterventionId Intervention, SegmentId? Segment, TopicId? Topic, string Text);

/// <summary>The id of the command that noted it.</summary>
public readonly record struct RecommendationId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
