using CsCheck;
using FloorManager.Domain.Hearings;

namespace FloorManager.Domain.Tests.Walks;

/// <summary>
/// What holds whatever chair, desk, moderator, seats and system do, right or wrong. A failure prints the seed that repeats it. That the decider
/// never throws holds with every one of these.
/// </summary>
public abstract class AnyWalk
{
    private protected static void Always(Action<AHearing, Step, Decision, AHearing> check) => Always(check, _ => { });

    private protected static void Always(Action<AHearing, Step, Decision, AHearing> check, Action<AHearing> atTheEnd) =>
        Steps.Walks(longest: 80).Sample(
            steps =>
            {
                var hearing = AHearing.SetUp;
                foreach (var step in steps)
                {
                    var (after, decision) = step.From(hearing);
                    check(hearing, step, decision, after);
                    hearing = after;
                }

                atTheEnd(hearing);
            },
            iter: 500,
            print: steps => string.Join(Environment.NewLine, steps.Select(InWords.Of)));

    private protected static IEnumerable<T> In<T>(Decision decision) =>
        decision is Decision.Accepted accepted ? accepted.Events.OfType<T>() : [];
}
