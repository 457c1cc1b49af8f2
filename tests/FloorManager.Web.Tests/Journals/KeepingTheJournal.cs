using FloorManager.Domain.Hearings;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace FloorManager.Web.Tests.Journals;

/// <summary>The journal and the sessions above it, without the web around them. Two sessions on one database are two nodes.</summary>
public sealed class KeepingTheJournal : IAsyncLifetime
{
    private readonly string _data = Directory.CreateTempSubdirectory("floormanager-journal-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2017, 7, 26, 14, 0, 0, TimeSpan.Zero));
    private readonly Actor _by = new(Role.System, "System");
    private ServiceProvider _services = null!;

    private HearingJournal Journal => _services.GetRequiredService<HearingJournal>();

    private JournalPragmas Pragmas => _services.GetRequiredService<JournalPragmas>();

    public async ValueTask InitializeAsync()
    {
        _services = new ServiceCollection().AddJournal(_data).BuildServiceProvider();
        await using var db = await _services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_data, recursive: true);
    }

    private Task<HearingSession> Session(string hearing = "h") =>
        HearingSession.Load(hearing, Journal, new SteadyClock(_time), NullLogger<HearingSession>.Instance);

    private static CommandId Id() => new(Guid.NewGuid());

    private async Task<HearingSession> SetUp()
    {
        var session = await Session();
        Assert.IsType<Answer.Done>(await session.Enter(Id(), _by, new HearingCommand.SetUpHearing(Domain.Programme.HearingDetails.Named("h", "A hearing"))));
        return session;
    }

    private Task<Answer> Say(HearingSession session, string text) => session.Enter(Id(), _by, new HearingCommand.ShowMessage(text));

    private async Task<List<JournalEntry>> All()
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in Journal.Read("h", after: 0)) entries.Add(entry);
        return entries;
    }

    [Fact]
    public async Task What_was_answered_is_there_after_a_new_start()
    {
        await using var session = await SetUp();
        await Say(session, "one");
        await Say(session, "two");
        await using var again = await Session();
        Assert.Equal(3, again.State.Version);
        Assert.Equal("two", again.State.Message);
        Assert.Equal(session.State.LastAt, again.State.LastAt);
    }

    [Fact]
    public void A_journal_read_at_once_leads_where_its_entries_lead_one_by_one()
    {
        var entries = Samples.Events.Select((e, i) => new JournalEntry(i + 1, Id(), _by, _time.GetUtcNow().AddSeconds(i), [e])).ToArray();
        var state = Hearing.Empty.After(entries[0]);
        Assert.Equivalent(entries.Aggregate(Hearing.Empty, (s, entry) => s.After(entry)), state.After(entries[1..]), strict: true);
    }

    [Fact]
    public async Task Commands_that_wait_together_are_each_answered_with_their_own_version()
    {
        await using var session = await SetUp();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Say(session, $"message {i}")));
        Assert.Equal(Enumerable.Range(2, 200).Select(v => (long)v), answers.Cast<Answer.Done>().Select(a => a.Version).Order());
        Assert.Equal(Enumerable.Range(1, 201).Select(v => (long)v), (await All()).Select(e => e.Version));
    }

    [Fact]
    public async Task An_append_at_a_version_that_has_passed_writes_nothing()
    {
        await using var session = await SetUp();
        JournalEntry Entry(long version) => new(version, Id(), _by, _time.GetUtcNow(), [new HearingEvent.MessageShown("late")]);
        Assert.True(await Journal.Append("h", 1, [Entry(2)]));
        Assert.False(await Journal.Append("h", 1, [Entry(2), Entry(3)]));
        Assert.Equal(2, (await All()).Count);
    }

    [Fact]
    public async Task Two_nodes_that_act_at_once_agree_on_one_order_and_lose_nothing()
    {
        await using var one = await SetUp();
        await using var two = await Session();
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Say(i % 2 == 0 ? one : two, $"message {i}")));
        Assert.All(answers, a => Assert.IsType<Answer.Done>(a));
        Assert.Equal(101, (await All()).Select(e => e.Command).Distinct().Count());
        await Say(one, "last");
        await Say(two, "very last");
        await Say(one, "the very last");
        Assert.Equal(104, one.State.Version);
    }

    [Fact]
    public async Task A_command_that_another_node_has_carried_out_is_not_carried_out_again()
    {
        await using var one = await SetUp();
        await using var two = await Session();
        var id = Id();
        var first = await one.Enter(id, _by, new HearingCommand.Blackout());
        var second = await two.Enter(id, _by, new HearingCommand.Blackout());
        Assert.Equal(first, second);
        Assert.Equal(2, (await All()).Count);
    }

    [Fact]
    public async Task A_full_disk_refuses_the_command_keeps_the_state_and_recovers_when_there_is_room()
    {
        await using var session = await SetUp();
        Pragmas.MaxPages = 1; // SQLite takes the present size then.
        Answer answer;
        var shown = 0;
        while ((answer = await Say(session, $"{shown + 1} {new string('x', 190)}")) is Answer.Done) Assert.True(++shown < 2000);

        Assert.Equal(new Answer.NotSaved(NoRoom: true), answer);
        Assert.StartsWith($"{shown} ", session.State.Message, StringComparison.Ordinal);
        Assert.Equal(shown + 1, (await All()).Count);
        Assert.False(await Journal.TakesWrites());

        Pragmas.MaxPages = 1_000_000;
        Assert.True(await Journal.TakesWrites());
        Assert.IsType<Answer.Done>(await Say(session, "room again"));
    }

    [Fact]
    public async Task Time_never_runs_backwards_even_when_the_machines_clock_was_set_back_over_a_restart()
    {
        await using (var session = await SetUp()) await Say(session, "before");
        var earlier = new FakeTimeProvider(_time.GetUtcNow().AddHours(-1));
        await using var again = await HearingSession.Load("h", Journal, new SteadyClock(earlier), NullLogger<HearingSession>.Instance);
        await Say(again, "after");
        Assert.Equal(_time.GetUtcNow(), again.State.LastAt);
    }

    [Fact]
    public async Task A_watcher_that_sleeps_wakes_to_the_newest_state_alone()
    {
        await using var session = await SetUp();
        using var watcher = session.Watch();
        for (var i = 0; i < 5; i++) await Say(session, $"message {i}");
        Assert.True(watcher.States.TryRead(out var state));
        Assert.Equal(session.State.Version, state.Version);
        Assert.False(watcher.States.TryRead(out _));
    }
}
