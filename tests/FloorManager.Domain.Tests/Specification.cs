using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Domain.Tests.TheHearing;

namespace FloorManager.Domain.Tests;

/// <summary>Given a hearing, when somebody wants something, then this happened. A class of specs is an activity, a spec is a sentence.</summary>
public abstract class Specification
{
    /// <summary>The user action of the "when".</summary>
    private protected static readonly Guid Tap = Number(77);

    /// <summary>What the tap makes when it asks for the floor, or gives it.</summary>
    private protected static readonly RequestId NewRequest = new(Tap);
    private protected static readonly InterventionId NewFloor = new(Tap);

    private protected static Situation Given(AHearing hearing) => new(hearing, Chair);

    internal sealed record Situation(AHearing Hearing, Actor Actor)
    {
        public Situation By(Actor actor) => this with { Actor = actor };

        public Outcome When(HearingCommand command, Guid? id = null) =>
            new(command, HearingDecider.Decide(Hearing.State, new Submission(new(id ?? Tap), Actor, Hearing.Now, command)));
    }

    internal sealed record Outcome(HearingCommand Command, Decision Decision)
    {
        /// <summary>Set while the specs are gone through for what they cover. A spec runs on one thread.</summary>
        [field: ThreadStatic]
        public static List<Type>? Covered { get; set; }

        public void Then(params HearingEvent[] happened)
        {
            Equal(new Decision.Accepted([.. happened]));
            Covered?.Add(Command.GetType());
            Covered?.AddRange(happened.Select(e => e.GetType()));
        }

        public void ThenRefused(Refusal why)
        {
            Equal(new Decision.Refused(why));
            Covered?.Add(why.GetType());
        }

        public void ThenNothing() => Equal(new Decision.Nothing());

        private void Equal(Decision expected) => Assert.Equal(InWords.Of(expected), InWords.Of(Decision));
    }
}
