using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Wording;
using static FloorManager.Domain.Hearings.HearingCommand;
using static FloorManager.Domain.Hearings.HearingEvent;
using static FloorManager.Domain.Hearings.Refusal;

namespace FloorManager.Domain.Hearings;

// What the desk writes down. Several secretaries write at once: what one has changed, another does not write over without having seen it.
public static partial class HearingDecider
{
    private static Decision Note(Hearing state, NoteRecommendation c, CommandId id) =>
        state.FindIntervention(c.InterventionId) is not { } made ? Refuse(new NoSuchIntervention(c.InterventionId))
        : Wrong(state, made.Segment, c.TopicId, c.Text) is { } refusal ? Refuse(refusal)
        : Accept(new RecommendationNoted(new RecommendationId(id.Value), made.Id, c.TopicId, c.Text));

    private static Decision Reword(Hearing state, RewordRecommendation c) =>
        Find(state, c.RecommendationId) is not { } noted ? Refuse(new NoSuchRecommendation(c.RecommendationId))
        : Wrong(state, noted.Segment, c.TopicId, c.Text) is { } refusal ? Refuse(refusal)
        : (noted.Text, noted.Topic) == (c.Text, c.TopicId) ? Nothing
        : c.Was is { } was && was != CleanText.Lines(noted.Text) ? Refuse(new RewordedMeanwhile(noted.Text))
        : Accept(new RecommendationReworded(noted.Id, c.TopicId, c.Text));

    private static Decision Strike(Hearing state, StrikeRecommendation c) =>
        Find(state, c.RecommendationId) is { } noted ? Accept(new RecommendationStruck(noted.Id)) : Refuse(new NoSuchRecommendation(c.RecommendationId));

    private static Refusal? Wrong(Hearing state, SegmentId? segment, TopicId? topic, string text) =>
        topic is { } named && (segment is { } id ? state.FindSegment(id) : null)?.Topics.Any(t => t.Id == named) != true ? new NoSuchTopic(named)
        : text.Length is 0 or > NoteRecommendation.Longest ? new OutOfBounds("text", "1", $"{NoteRecommendation.Longest}")
        : null;

    private static Recommendation? Find(Hearing state, RecommendationId id) => state.Recommendations.FirstOrDefault(r => r.Id == id);
}
