using System.Reflection;
using FloorManager.Domain.Hearings;
using Xunit;

namespace FloorManager.Domain.Tests;

/// <summary>
/// Goes through all specs by itself, whatever else has run, and notes what each arrived at: a new command, event or refusal
/// without a spec is told here.
/// </summary>
public sealed class CoveringTheRules
{
    private static readonly HashSet<Type> Covered = GoThrough();

    public static TheoryData<Type> Rules => [typeof(HearingCommand), typeof(HearingEvent), typeof(Refusal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_command_is_accepted_every_event_happens_and_every_refusal_is_given_in_a_spec(Type kind)
    {
        var all = kind.GetNestedTypes().Where(t => t.IsSubclassOf(kind)).ToArray();
        Assert.NotEmpty(all);
        Assert.Empty(all.Except(Covered).Select(t => t.Name));
    }

    private static HashSet<Type> GoThrough()
    {
        var specs = typeof(Specification).Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Specification)))
            .SelectMany(t => t.GetMethods().Where(m => m.IsDefined(typeof(FactAttribute)) && m.GetParameters().Length == 0));
        var covered = Specification.Outcome.Covered = [];
        foreach (var spec in specs) Try(spec);
        Specification.Outcome.Covered = null;
        return [.. covered];
    }

    private static void Try(MethodInfo spec)
    {
        try
        {
            spec.Invoke(Activator.CreateInstance(spec.DeclaringType!), []);
        }
        catch (TargetInvocationException)
        {
            // A spec that fails says so itself, and covers nothing here.
        }
    }
}
