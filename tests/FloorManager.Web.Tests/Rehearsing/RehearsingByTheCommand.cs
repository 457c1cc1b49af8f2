using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Rehearsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Rehearsing;

/// <summary><c>rehearse</c> against a server on a real port, as somebody types it. A short hearing, and the clock is moved.</summary>
public sealed class RehearsingByTheCommand : IAsyncLifetime
{
    private const string Short = "short";

    private readonly FloorServer _server = new();
    private Uri _address = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _address = _server.Listen();
        var sample = (await _server.Session()).State;
        foreach (var command in new HearingCommand[]
        {
            new HearingCommand.SetUpHearing(sample.Details! with { ShortName = Short, Title = "A short one" }),
            new HearingCommand.SetProgramme([new Meeting("Meeting", [sample.Segments.First(s => s.IsPanel)])]),
            new HearingCommand.SetSeatPlan([.. sample.Seats.Values]),
            new HearingCommand.RegisterParticipants([.. sample.Participants.Values]),
        }) await _server.Hearings.Submit(Short, Grant.System(Short), new(Guid.NewGuid()), command, Stop);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    /// <param name="each">Told of each act before it is done.</param>
    private Task<int> Rehearse(string hearing = Short, string speed = "36", string seed = "1", string? server = null, CancellationToken? stop = null, Action? each = null)
    {
        var options = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["hearing"] = hearing, ["speed"] = speed, ["seed"] = seed, ["server"] = server ?? _address.ToString() }).Build();
        return RehearseCommand.Run(_server.Services, options, stop ?? Stop, (at, _) =>
        {
            if (at > _server.Time.GetUtcNow()) _server.Time.Advance(at - _server.Time.GetUtcNow());
            each?.Invoke();
            return Task.CompletedTask;
        });
    }

    private async Task<int> Credentials()
    {
        await using var db = await _server.Services.GetRequiredService<IDbContextFactory<JournalDbContext>>().CreateDbContextAsync(Stop);
        return await db.Credentials.CountAsync(c => !c.ForOneStart, Stop);
    }

    [Fact]
    public async Task It_plays_the_day_to_its_end_in_a_hearing_of_its_own_and_leaves_no_key_behind()
    {
        var before = await Credentials();
        Assert.Equal(0, await Rehearse());
        var played = (await _server.Hearings.Find("short-rehearsal-1", Stop))!.State;
        Assert.InRange(played.Ended.Count(i => i.Spoke), 15, 40);
        Assert.Empty((await _server.Hearings.Find(Short, Stop))!.State.Ended);
        Assert.Equal(before, await Credentials());
        Assert.Null(await _server.Hearings.Find("short-rehearsal-2", Stop));
    }

    [Fact]
    public async Task A_second_one_has_the_next_number_and_one_that_is_stopped_leaves_no_key_either()
    {
        var before = await Credentials();
        await _server.Hearings.Submit("short-rehearsal-1", Grant.System("short-rehearsal-1"), new(Guid.NewGuid()), new HearingCommand.SetUpHearing(HearingDetails.Named("short-rehearsal-1", "Somebody's")), Stop);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var acts = 0;
        Assert.Equal(1, await Rehearse(stop: stop.Token, each: () =>
        {
            if (++acts == 20) stop.Cancel();
        }));
        Assert.InRange((await _server.Hearings.Find("short-rehearsal-2", Stop))!.State.Requests.Count, 1, 20);
        Assert.Equal("Somebody's", (await _server.Hearings.Find("short-rehearsal-1", Stop))!.State.Details!.Title);
        Assert.Equal(before, await Credentials());
    }

    [Theory]
    [InlineData("nosuch", "36", "1", null)]
    [InlineData(Short, "0", "1", null)]
    [InlineData(Short, "37", "1", null)]
    [InlineData(Short, "fast", "1", null)]
    [InlineData(Short, "36", "x", null)]
    [InlineData(Short, "36", "1", "localhost")]
    [InlineData(Short, "36", "1", "http://localhost:1")]
    public async Task What_is_wrong_is_said_and_nothing_is_made(string hearing, string speed, string seed, string? server)
    {
        Assert.Equal(2, await Rehearse(hearing, speed, seed, server));
        Assert.Equal([Sample, Short], _server.Hearings.All.Select(h => h.Name));
    }
}
