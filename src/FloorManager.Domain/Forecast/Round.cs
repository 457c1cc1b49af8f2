using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;

namespace FloorManager.Domain.Forecast;

/// <summary>Rounds of a segment: how many interventions each takes, and since when they are counted, UTC.</summary>
public sealed record Rounds(int Size, DateTimeOffset Since);

/// <summary>
/// A batch of interventions that the panel takes before it replies. It follows from who spoke: the first intervention after a reply begins the next
/// round, so that the chair may close one early by giving a panellist the floor, and nothing has to be kept.
/// </summary>
/// <param name="Number">1 for the first of the panel.</param>
/// <param name="Size">How many it takes, 1 to 10.</param>
/// <param name="Taken">How many it has taken, whoever speaks counted in.</param>
/// <param name="Replies">Replies of the panel to it so far, whoever speaks counted in.</param>
public sealed record Round(int Number, int Size, int Taken, int Replies)
{
    /// <summary>The panel replies to it, or has replied.</summary>
    public bool Replying => Replies > 0;

    public bool IsFull => Taken >= Size;

    /// <summary>Null when the open segment keeps no rounds.</summary>
    public static Round? Of(Hearing state)
    {
        if (state.OpenSegmentId is not { } open || !state.RoundSizes.TryGetValue(open, out var rounds)) return null;
        var round = new Round(1, rounds.Size, 0, 0);
        foreach (var i in state.Ended.Append(state.Interrupted?.Floor).Append(state.Floor).OfType<Intervention>())
        {
            if (i.Segment == open && i.RecognisedAt >= rounds.Since && (i.Spoke || i.EndedAt is null)) round = round.After(i.Kind);
        }

        return round;
    }

    private Round After(FloorKind kind) => kind switch
    {
        FloorKind.Intervention when Replying => this with { Number = Number + 1, Taken = 1, Replies = 0 },
        FloorKind.Intervention => this with { Taken = Taken + 1 },
        FloorKind.Reply when Taken > 0 => this with { Replies = Replies + 1 },
        _ => this,
    };
}
