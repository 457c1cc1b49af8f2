using FloorManager.Domain.Interventions;

namespace FloorManager.Domain.Programme;

/// <summary>The rules of the floor in a segment. A hearing or a programme whose rules are out of bounds is refused.</summary>
/// <param name="Limit">
/// Speaking-time limit of an intervention from the floor; 5 seconds to 60 minutes, 3 minutes by default
/// (letter of the President of 14 July 2017: interventions are strictly limited to three minutes).
/// </param>
/// <param name="Warning">How long before the limit the clock warns; from zero up to the limit, 30 seconds by default.</param>
/// <param name="StartsAtOnce">
/// True when giving the floor starts the clock; by default it is started by hand, at the first word.
/// </param>
/// <param name="PointsOfOrder">Whether points of order are taken. They are by default; an informal hearing may do without.</param>
/// <param name="RightsOfReply">Whether rights of reply are taken, and when; at the end of the segment by default.</param>
/// <param name="Grace">
/// How long past the limit before the chair, and the chair alone, is told to thank the speaker; from zero to five minutes, null for 15 seconds.
/// The time allowed does not grow by it.
/// </param>
public sealed record FloorRules(
    TimeSpan Limit, TimeSpan Warning, bool StartsAtOnce = false, bool PointsOfOrder = true, RightsOfReply RightsOfReply = RightsOfReply.AtSegmentEnd,
    TimeSpan? Grace = null)
{
    /// <summary>Nobody says anything in it; a rehearsal at thirty times the speed has six.</summary>
    public static readonly TimeSpan ShortestLimit = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan LongestLimit = TimeSpan.FromMinutes(60);

    public static readonly TimeSpan LongestGrace = TimeSpan.FromMinutes(5);

    public static FloorRules Default { get; } = new(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(30));

    public TimeSpan GraceTime => Grace ?? TimeSpan.FromSeconds(15);

    public bool Take(FloorKind kind) => kind switch
    {
        FloorKind.PointOfOrder => PointsOfOrder,
        FloorKind.RightOfReply => RightsOfReply != RightsOfReply.NotTaken,
        _ => true,
    };

    /// <summary>The same rules with another limit; the warning never begins before the intervention does.</summary>
    public FloorRules Within(TimeSpan limit) => this with { Limit = limit, Warning = Warning < limit ? Warning : limit };

    public bool AreWithinBounds =>
        Limit >= ShortestLimit && Limit <= LongestLimit && Warning >= TimeSpan.Zero && Warning <= Limit
        && !(Grace < TimeSpan.Zero) && !(Grace > LongestGrace);
}

/// <summary>
/// Rights of reply are kept for the end: of the segment, or of the meeting, so that they wait on when a segment of the same meeting follows.
/// </summary>
public enum RightsOfReply { NotTaken, AtSegmentEnd, AtMeetingEnd }
