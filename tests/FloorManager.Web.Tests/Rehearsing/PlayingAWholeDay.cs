using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Seating;
using FloorManager.Domain.Views;
using FloorManager.Web.Access;
using FloorManager.Web.Exports;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using FloorManager.Web.Rehearsing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Rehearsing;

/// <summary>The sample's whole day with simulated people, through the API, on a clock that the test moves: five hundred requests, seventy interventions and what goes wrong.</summary>
public sealed class PlayingAWholeDay : IAsyncLifetime
{
    private const string Name = "gcm-2017-rehearsal-1";

    private readonly FloorServer _server = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _server.Session();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task<HttpResponseMessage> Ask(string name, int speed, Role role = Role.Secretariat, string hearing = Grant.Everywhere)
    {
        using var client = _server.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await _server.Services.GetRequiredService<Credentials>().Issue(hearing, role, stop: Stop));
        return await client.PostAsJsonAsync($"/api/v1/hearings/{Sample}/rehearsals", new { name, speed }, Stop);
    }

    private async Task<HearingSession> Made(int speed)
    {
        using var answer = await Ask(Name, speed);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await _server.Hearings.Find(Name, Stop))!;
    }

    /// <summary>What was refused.</summary>
    private async Task<IReadOnlyList<(RehearsalAct Act, string Why)>> Play(IReadOnlyList<RehearsalAct> acts)
    {
        var credentials = _server.Services.GetRequiredService<Credentials>();
        var tokens = new Dictionary<(Role, SeatLabel?), string>();
        foreach (var who in acts.Select(a => (a.By, a.Seat)).Distinct()) tokens[who] = await credentials.Issue(Name, who.By, who.Seat, stop: Stop);
        using var client = _server.CreateClient();
        return await new RehearsalPlayer(client, Name, tokens, (at, _) =>
        {
            if (at > _server.Time.GetUtcNow()) _server.Time.Advance(at - _server.Time.GetUtcNow());
            return Task.CompletedTask;
        }).Play(acts, _ => { }, Stop);
    }

    [Fact]
    public async Task The_day_is_played_without_a_refusal_and_its_record_is_the_same_from_the_journal()
    {
        var session = await Made(speed: 1);
        var acts = RehearsalPlan.Of(session.State, 1, 1, RehearsalWords.Read());
        Assert.Empty(await Play(acts));

        var state = session.State;
        Assert.Null(state.Floor);
        var record = HearingRecord.Of(state);
        Assert.Equal(state.Segments.Where(s => s.Kind != SegmentKind.Break).Select(s => s.Id), record.Segments.Select(s => s.Segment.Id));
        foreach (var panel in record.Segments.Where(s => s.Segment.IsPanel))
        {
            Assert.InRange(panel.Interventions.Length, 15, 40);
            Assert.NotEmpty(panel.NotReached);
            Assert.NotEmpty(panel.Recommendations);
            Assert.All(panel.Interventions, row => Assert.InRange(row.Intervention.EndedAt!.Value, panel.Segment.StartsAt, panel.Segment.EndsAt + TimeSpan.FromMinutes(10)));
        }

        Assert.NotEmpty(state.Contributions);
        Assert.Contains(record.Segments.SelectMany(s => s.Interventions), row => row.Overrun > TimeSpan.Zero);
        Assert.Contains(acts, a => a.Command is HearingCommand.Undo);
        Assert.Contains(state.Ended, i => !i.Corrections.IsEmpty);
        // What was entered wrongly for practice has been put right again.
        Assert.All(state.Ended.Where(i => i.Strict), i => Assert.Equal(state.Participants[i.Speaker.Participant!.Value].Category, i.Speaker.Category));

        // The journal alone, read by a session that has seen nothing.
        await using var again = await HearingSession.Load(Name, _server.Services.GetRequiredService<HearingJournal>(), _server.Services.GetRequiredService<SteadyClock>(), Microsoft.Extensions.Logging.Abstractions.NullLogger<HearingSession>.Instance, Stop);
        Assert.Equal(Written(state), Written(again.State));
    }

    private static string Written(Hearing state) => JsonSerializer.Serialize(RecordExtract.Of(state), HearingJson.Options);

    [Fact]
    public async Task The_same_seed_is_the_same_day_and_another_is_another()
    {
        var state = (await Made(speed: 30)).State;
        var (one, same, other) = (Plan(1), Plan(1), Plan(2));
        Assert.Equal(one, same);
        Assert.NotEqual(one.Length, other.Length);
        Assert.NotEqual(one.Take(50), other.Take(50));

        RehearsalAct[] Plan(int seed) => [.. RehearsalPlan.Of(state, 30, seed, RehearsalWords.Read())];
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task At_thirty_times_the_speed_it_takes_a_quarter_of_an_hour_and_goes_as_well(int seed)
    {
        var session = await Made(speed: 30);
        Assert.Equal(TimeSpan.FromSeconds(6), session.State.Details!.Rules.Limit);
        var acts = RehearsalPlan.Of(session.State, 30, seed, RehearsalWords.Read());
        Assert.InRange(acts[^1].At - acts[0].At, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15));
        Assert.Empty(await Play(acts));
        Assert.True(session.State.Ended.Count(i => i.Spoke) > 60);
    }

    [Fact]
    public async Task A_rehearsal_is_marked_and_a_hearing_of_that_name_is_left_alone()
    {
        var session = await Made(speed: 36);
        Assert.True(session.State.Details!.IsRehearsal);
        Assert.StartsWith("Rehearsal: ", session.State.Details.Title, StringComparison.Ordinal);
        Assert.False((await _server.Session()).State.Details!.IsRehearsal);
        var version = session.State.Version;
        using var again = await Ask(Name, 36);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var over = await Ask(Sample, 36);
        Assert.Equal(HttpStatusCode.Conflict, over.StatusCode);
        Assert.Equal(version, session.State.Version);
        await _server.Hearings.Submit(Name, Grant.System(Name), new(Guid.NewGuid()), new HearingCommand.ChangeHearing(session.State.Details with { IsRehearsal = false, Title = "In earnest" }), Stop);
        Assert.True(session.State.Details.IsRehearsal);
    }

    [Fact]
    public async Task Its_screens_say_so_in_their_language_and_those_of_a_hearing_do_not()
    {
        await Made(speed: 36);
        using var client = _server.CreateClient();
        foreach (var page in new[] { "screen", "queue" })
        {
            Assert.Contains("data-rehearsal=\"R&#xE9;p&#xE9;tition\"", await client.GetStringAsync($"/{Name}/{page}?lang=fr", Stop), StringComparison.Ordinal);
            Assert.Contains("data-rehearsal=\"Rehearsal\"", await client.GetStringAsync($"/{Name}/{page}?lang=en", Stop), StringComparison.Ordinal);
            Assert.DoesNotContain("data-rehearsal", await client.GetStringAsync($"/{Sample}/{page}?lang=en", Stop), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_knows_of_people_what_their_plate_says_and_nobody_who_was_erased()
    {
        var people = (await _server.Session()).State.Participants.Values;
        Assert.Contains(people, p => p.Gender is not null);
        Assert.Contains(people, p => p.Pronunciation.Length > 0);
        var gone = people.First(p => p.Admitted).Id;
        Assert.IsType<Answer.Done>(await _server.Hearings.Submit(Sample, Grant.System(Sample), new(Guid.NewGuid()), new HearingCommand.ErasePersonalData(gone, "asked for it"), Stop));
        var copied = (await Made(speed: 36)).State.Participants.Values.ToArray();
        Assert.Equal(people.Count() - 1, copied.Length);
        Assert.DoesNotContain(copied, p => p.Id == gone);
        Assert.All(copied, p => Assert.Equal((null, "", null), (p.Gender, p.Pronunciation, p.Accommodation)));
    }

    [Theory]
    [InlineData("gcm-2017-rehearsal-1", 0)]
    [InlineData("gcm-2017-rehearsal-1", 37)]
    [InlineData("No Name", 30)]
    [InlineData("setup", 30)]
    public async Task What_cannot_be_made_is_refused(string name, int speed)
    {
        using var answer = await Ask(name, speed);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(_server.Hearings.All);
    }

    [Theory]
    [InlineData(Role.Chair, Grant.Everywhere)]
    [InlineData(Role.Secretariat, Sample)]
    [InlineData(Role.Administrator, Sample)]
    [InlineData(Role.Display, Grant.Everywhere)]
    public async Task Only_who_may_make_hearings_makes_one(Role role, string hearing)
    {
        using var answer = await Ask(Name, 30, role, hearing);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Single(_server.Hearings.All);
    }
}
