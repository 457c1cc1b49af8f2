using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FloorManager.Web.Tests.Doors;

public sealed class KeepingTime : IDisposable
{
    private readonly FloorServer _server = new();

    public void Dispose() => _server.Dispose();

    private async Task<HearingSession> Speaking()
    {
        var session = await _server.Session();
        await Do(new HearingCommand.OpenSegment(new("panel-1")));
        await Do(new HearingCommand.Recognise(Seat: await _server.AdmittedSeat(), Start: true));
        return session;
    }

    private async Task Do(HearingCommand command) => Assert.IsType<Answer.Done>(
        await _server.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), command));

    private static async Task<Hearing> Until(HearingSession session, Func<Hearing, bool> met)
    {
        using var watcher = session.Watch();
        await foreach (var state in watcher.States.ReadAllAsync(TestContext.Current.CancellationToken))
            if (met(state)) return state;
        throw new InvalidOperationException("The session ended.");
    }

    [Fact]
    public async Task Time_expires_in_the_journal_when_the_limit_is_reached()
    {
        var session = await Speaking();
        _server.Time.Advance(TimeSpan.FromMinutes(3));
        var state = await Until(session, s => s.Floor!.TimeExpired);
        Assert.Equal(ClockPhase.Expired, state.Floor!.Clock.Phase(state.LastAt, state.Floor.Warning));
    }

    [Fact]
    public async Task A_deadline_that_was_moved_expires_at_its_new_instant_only()
    {
        var session = await Speaking();
        await Do(new HearingCommand.AdjustClock(30));
        _server.Time.Advance(TimeSpan.FromMinutes(3));
        await Do(new HearingCommand.ShowMessage("still speaking"));
        Assert.False(session.State.Floor!.TimeExpired);
        _server.Time.Advance(TimeSpan.FromSeconds(30));
        await Until(session, s => s.Floor!.TimeExpired);
    }

    [Fact]
    public async Task A_deadline_that_is_reached_again_expires_again()
    {
        var session = await Speaking();
        await Do(new HearingCommand.AdjustClock(-30));
        _server.Time.Advance(TimeSpan.FromSeconds(150));
        await Until(session, s => s.Floor!.TimeExpired);
        await Do(new HearingCommand.AdjustClock(30));
        Assert.False(session.State.Floor!.TimeExpired);
        await Do(new HearingCommand.AdjustClock(-30));
        await Until(session, s => s.Floor!.TimeExpired).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_clock_that_ran_when_the_program_ended_expires_after_the_next_start()
    {
        var data = Directory.CreateTempSubdirectory("floormanager-restart-").FullName;
        await using (var before = new FloorServer(data, keepData: true))
        {
            await before.Session();
            foreach (var command in new HearingCommand[] { new HearingCommand.OpenSegment(new("panel-1")), new HearingCommand.Recognise(Seat: await before.AdmittedSeat(), Start: true) })
                Assert.IsType<Answer.Done>(await before.Hearings.Submit(FloorServer.Sample, Grant.System(FloorServer.Sample), new(Guid.NewGuid()), command));
        }

        await using var after = new FloorServer(data);
        var session = await after.Session();
        Assert.Equal(TimeSpan.FromMinutes(3), session.State.Floor!.Clock.Remaining(after.Time.GetUtcNow()));
        after.Time.Advance(TimeSpan.FromMinutes(3));
        await Until(session, s => s.Floor!.TimeExpired);
    }

    [Fact]
    public void Setting_the_machines_clock_moves_no_countdown()
    {
        var time = new SteppedTime();
        var clock = new SteadyClock(time);
        var before = clock.UtcNow;
        time.Step(TimeSpan.FromHours(1));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(before.AddSeconds(10), clock.UtcNow);
    }

    /// <summary>A machine whose wall clock somebody sets while its monotonic clock runs on.</summary>
    private sealed class SteppedTime : TimeProvider
    {
        private readonly FakeTimeProvider _monotonic = new();
        private TimeSpan _step;

        public override long TimestampFrequency => _monotonic.TimestampFrequency;

        public void Step(TimeSpan by) => _step += by;

        public void Advance(TimeSpan by) => _monotonic.Advance(by);

        public override DateTimeOffset GetUtcNow() => _monotonic.GetUtcNow() + _step;

        public override long GetTimestamp() => _monotonic.GetTimestamp();
    }
}
