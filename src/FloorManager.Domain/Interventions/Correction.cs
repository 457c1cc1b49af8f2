using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;

namespace FloorManager.Domain.Interventions;

/// <summary>Something that was put right in the record after the intervention had ended.</summary>
/// <param name="Was">What stood there before.</param>
/// <param name="Is">What stands there since.</param>
/// <param name="Reason">1 to 200 characters without the spaces around them.</param>
/// <param name="At">When it was put right, UTC.</param>
/// <param name="By">The chair or the secretariat.</param>
public sealed record Correction(Noted Was, Noted Is, string Reason, DateTimeOffset At, Role By)
{
    /// <summary>What became another, in the order in which it is told; never empty for one that was accepted.</summary>
    public IEnumerable<CorrectedPart> Parts
    {
        get
        {
            var (was, now) = (Was.Speaker, Is.Speaker);
            if ((was.Participant, was.Podium, was.Style, was.Name, was.Delegation) != (now.Participant, now.Podium, now.Style, now.Name, now.Delegation)) yield return CorrectedPart.Speaker;
            if (was.Category != now.Category) yield return CorrectedPart.Category;
            if (was.RegionalGroup != now.RegionalGroup) yield return CorrectedPart.RegionalGroup;
            if (Was.StartedAt != Is.StartedAt) yield return CorrectedPart.StartedAt;
            if (Was.EndedAt != Is.EndedAt) yield return CorrectedPart.EndedAt;
        }
    }

    /// <summary>Of one person under two numbers, as of the number that is kept.</summary>
    public Correction Merged(ParticipantId kept, ParticipantId gone) =>
        this with { Was = Was with { Speaker = Was.Speaker.Merged(kept, gone) }, Is = Is with { Speaker = Is.Speaker.Merged(kept, gone) } };
}

/// <summary>Who spoke, from when until when, as it stands in the record.</summary>
/// <param name="StartedAt">UTC.</param>
/// <param name="EndedAt">UTC.</param>
public sealed record Noted(Speaker Speaker, DateTimeOffset? StartedAt, DateTimeOffset? EndedAt);

public enum CorrectedPart { Speaker, Category, RegionalGroup, StartedAt, EndedAt }
