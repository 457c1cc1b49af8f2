using CsCheck;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using Xunit;

namespace FloorManager.Domain.Tests.Walks;

/// <summary>Random sequences of a hundred commands of a chair arrive, step by step, where a plain model of the floor arrives.</summary>
public sealed class WalkingBesideThePlainFloor
{
    [Fact]
    public void They_arrive_at_the_same() => Steps.WalksOfTheFloor(length: 100).Sample(
        steps =>
        {
            var (hearing, plain) = (AHearing.SetUp, new PlainFloor());
            foreach (var step in steps)
            {
                (hearing, var decision) = step.From(hearing);
                plain.Wait(step.Milliseconds);
                Assert.Equal(plain.Do(step.CommandId, hearing.Now.ToUnixTimeMilliseconds(), step.Command), decision is Decision.Accepted);
                Same(plain, hearing);
            }
        },
        iter: 10_000,
        print: steps => string.Join(Environment.NewLine, steps.Select(InWords.Of)));

    private static void Same(PlainFloor plain, AHearing hearing)
    {
        var state = hearing.State;
        Assert.Equal(Told.By(plain.Floor), Told.By(state.Floor, hearing.Now));
        Assert.Equal(Told.By(plain.Interrupted), Told.By(state.Interrupted?.Floor, hearing.Now));
        Assert.Equal(plain.Deck, state.OnDeck.Select(r => r.Value));
        Assert.Equal(plain.Wishes.Count, state.Requests.Count);
        foreach (var (id, wish) in plain.Wishes)
        {
            var request = state.Requests[new RequestId(id)];
            Assert.Equal((wish.State, wish.Who.Id, wish.Panel), (request.State, request.Participant, request.Segment));
            Assert.Equal(wish.Doors.Select(d => (d.Door, d.Who.Id, d.At)), request.Doors.Select(d => (d.Channel, d.Participant, d.At.ToUnixTimeMilliseconds())));
        }

        Assert.Equal(plain.Spoken.Count, state.Ended.Count);
        if (plain.Spoken is [.., var last]) Assert.Equal(Told.By(last), Told.By(state.Ended.Single(i => i.Id.Value == last.Id), hearing.Now));
    }

    private sealed record Told(Guid Id, ParticipantId? Who, Guid? Request, double Left, double Ran, bool Runs)
    {
        public static Told? By(PlainFloor.Speech? s) => s is null ? null : new(s.Id, s.Who.Id, s.By, s.Allowed - s.Ran, s.Ran, s.Runs);

        public static Told? By(Intervention? i, DateTimeOffset now) => i is null ? null : new(
            i.Id.Value, i.Speaker.Participant, i.Request?.Value, i.Clock.Remaining(now).TotalMilliseconds, i.Clock.Spoken(now).TotalMilliseconds,
            i.Clock is FloorClock.Running);
    }
}
