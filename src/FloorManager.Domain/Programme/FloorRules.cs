namespace FloorManager.Domain.Programme;

/// <summary>The rules of the floor in a segment. A hearing or a programme whose rules are out of bounds is refused.</summary>
/// <param name="Limit">
/// Speaking-time limit of an intervention from the floor; 10 seconds to 60 minutes, 3 minutes by default
/// (letter of the President of 14 July 2017: interventions are strictly limited to three minutes).
/// </param>
/// <param name="Warning">How long before the limit the clock warns; from zero up to the limit, 30 seconds by default.</param>
public sealed record FloorRules(TimeSpan Limit, TimeSpan Warning)
{
    public static readonly TimeSpan ShortestLimit = TimeSpan.FromSeconds(10);
    public static readonly TimeSpan LongestLimit = TimeSpan.FromMinutes(60);

    public static FloorRules Default { get; } = new(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(30));

    public bool AreWithinBounds =>
        Limit >= ShortestLimit && Limit <= LongestLimit && Warning >= TimeSpan.Zero && Warning <= Limit;
}
