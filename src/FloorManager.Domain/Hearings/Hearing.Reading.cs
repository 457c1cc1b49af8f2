using System.Collections.Immutable;
using FloorManager.Domain.Programme;

namespace FloorManager.Domain.Hearings;

// A field that was added to an event later is missing in journals written before. For a list that means empty, here and not wherever it is read.
public sealed partial record Hearing
{
    private static ImmutableArray<T> Whole<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;

    private static HearingDetails Whole(HearingDetails d) =>
        d with { Languages = Whole(d.Languages), Categories = Whole(d.Categories), PublicViews = Whole(d.PublicViews) };

    private static Meeting Whole(Meeting m) => m with { Segments = [.. Whole(m.Segments).Select(Whole)] };

    private static Segment Whole(Segment s) => s with { Podium = Whole(s.Podium), Topics = Whole(s.Topics) };
}
