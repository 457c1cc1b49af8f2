namespace FloorManager.Domain.Interventions;

/// <summary>Whoever had the floor when a point of order came in between. Their clock stands still until it is settled.</summary>
/// <param name="Resumes">The clock ran then, and runs on when the floor returns.</param>
public sealed record Interruption(Intervention Floor, bool Resumes)
{
    /// <summary>As they have the floor again, with the time that they had.</summary>
    public Intervention Returned(DateTimeOffset at) => Resumes ? Floor.Resumed(at) : Floor;
}
