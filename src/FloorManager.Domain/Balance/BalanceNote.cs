using System.Collections.Immutable;
using FloorManager.Domain.Requests;

namespace FloorManager.Domain.Balance;

/// <summary>What the chair may want to know before calling a request. The order of need is a help for the eye and nothing else.</summary>
/// <param name="FirstTime">The delegation has not had the floor in this hearing.</param>
/// <param name="Need">How much the balance would gain; comparable within one state only.</param>
public sealed record BalanceNote(FloorRequest Request, ImmutableArray<BalanceFact> Facts, bool FirstTime, long Need)
{
    /// <summary>The facts that say why, strongest first: those of the panel that lag behind. Empty when nothing speaks for it in particular.</summary>
    public IEnumerable<BalanceFact> Reasons => Facts.Where(f => f.InPanel && f.Lag > 0).OrderByDescending(f => f.Spoken == 0).ThenByDescending(f => f.Lag).ThenBy(f => f.Dimension);

    // By what the facts say and not by which array holds them, so that a console draws a row again only when something in it has changed.
    public bool Equals(BalanceNote? other) =>
        other is not null && Request == other.Request && FirstTime == other.FirstTime && Need == other.Need && Facts.SequenceEqual(other.Facts);

    public override int GetHashCode() => HashCode.Combine(Request.Id, FirstTime, Need);
}

/// <summary>How one value of a dimension stands in the panel or in the hearing.</summary>
/// <param name="Value">Code of the category, name of the group or gender, id of the topic.</param>
/// <param name="Spoken">Interventions given to it so far, of <paramref name="AllSpoken"/> that have a value in the dimension.</param>
/// <param name="Asked">Requests that have it and were called or still may be, and interventions without one, of <paramref name="AllAsked"/>.</param>
/// <param name="Lag">Weighted; above zero it has had less than its share.</param>
public sealed record BalanceFact(Dimension Dimension, string Value, bool InPanel, int Spoken, int AllSpoken, int Asked, int AllAsked, long Lag);

/// <summary>What is balanced. Gender only where the participant gave it, and never in public.</summary>
public enum Dimension { Category, Region, Gender, Topic }
