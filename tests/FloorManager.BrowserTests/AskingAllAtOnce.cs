using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Seating;
using FloorManager.Web.Access;
using FloorManager.Web.Journal;
using FloorManager.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace FloorManager.BrowserTests;

/// <summary>The chair opens the floor, and everybody in a large chamber taps in the same moment.</summary>
[Collection(nameof(ComingBackTogether))]
public sealed class AskingAllAtOnce(Chromium chromium) : InTheHall(chromium, timeStands: false)
{
    private const int Seats = 500;
    private const string Large = "large-2017";

    [Fact]
    public async Task Five_hundred_seats_that_ask_at_once_are_all_on_record_once_and_the_queue_is_right_soon_after()
    {
        await TheLargeHearing();
        var credentials = Server.Services.GetRequiredService<Credentials>();
        var tokens = new List<string>();
        for (var n = 1; n <= Seats; n++) tokens.Add(await credentials.Issue(Large, Role.Seat, new($"S-{n}")));
        var queue = await Open($"/{Large}/queue");
        await Expect(queue.Locator(".queue-count")).ToHaveTextAsync("0");

        using var phones = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Seats }) { BaseAddress = Address };
        await Task.WhenAll(tokens.Select(token => Send(phones, token, HttpMethod.Get, $"/api/v1/hearings/{Large}/state?audience=seat", body: null))); // Phones that are open have their lines.
        var began = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(tokens.Select(token => Task.Run(async () =>
        {
            var (id, sent) = (Guid.NewGuid(), Stopwatch.GetElapsedTime(began));
            var answer = await Send(phones, token, HttpMethod.Post, $"/api/v1/hearings/{Large}/commands", new { id, type = "raise-request" });
            return (Id: id, Version: (long)answer["version"]!, Sent: sent, Took: Stopwatch.GetElapsedTime(began) - sent);
        })));
        var last = Stopwatch.GetTimestamp();
        await Expect(queue.Locator(".queue-count")).ToHaveTextAsync("500");
        var shown = Stopwatch.GetElapsedTime(last);

        var took = answers.Select(a => a.Took.TotalMilliseconds).Order().ToArray();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Seats} taps within {answers.Max(a => a.Sent).TotalMilliseconds:0} ms: answered p95 {took[Seats * 95 / 100]:0} ms, the last {took[^1]:0} ms; the queue shows them at most {shown.TotalMilliseconds:0} ms later"));
        await EachIsOnRecordOnce(answers.ToDictionary(a => a.Id, a => a.Version));
        Assert.InRange(took[^1], 0, 5_000);
        Assert.InRange(shown.TotalSeconds, 0, 3);
    }

    /// <summary>As the journal alone tells it.</summary>
    private async Task EachIsOnRecordOnce(Dictionary<Guid, long> acknowledged)
    {
        var (state, seen) = (Hearing.Empty, new HashSet<Guid>());
        await foreach (var entry in Server.Services.GetRequiredService<HearingJournal>().Read(Large, after: 0, TestContext.Current.CancellationToken))
        {
            Assert.True(seen.Add(entry.Command.Value), $"{entry.Command} stands twice");
            if (acknowledged.TryGetValue(entry.Command.Value, out var version)) Assert.Equal(version, entry.Version);
            state = state.After(entry);
        }

        Assert.Empty(acknowledged.Keys.Except(seen));
        Assert.Equal(Seats, state.Requests.Values.Select(r => r.Participant).Distinct().Count());
        Assert.Equal(Seats, state.Requests.Count);
    }

    private async Task TheLargeHearing()
    {
        var labels = Enumerable.Range(1, Seats).Select(n => new SeatLabel($"S-{n}")).ToArray();
        var starts = TimeProvider.System.GetUtcNow();
        HearingCommand[] commands =
        [
            new HearingCommand.SetUpHearing(HearingDetails.Named(Large, "A large hearing")),
            new HearingCommand.SetProgramme([new Meeting("Meeting", [new Segment(new("panel-1"), SegmentKind.Panel, "Panel", "A theme", starts, starts.AddHours(1), null, [], [])])]),
            new HearingCommand.SetSeatPlan([.. labels.Select((label, i) => new Seat(label, i / 25, i % 25 * 60, i / 25 * 90))]),
            new HearingCommand.RegisterParticipants([.. labels.Select((label, i) => new Participant(
                new($"p-{i}"), "Ms.", $"Participant {i}", "Counsellor", $"Delegation {i}", "EcosocNgo", RegionalGroups.None, null, "en", label, Admitted: true))]),
            new HearingCommand.OpenSegment(new("panel-1")),
        ];
        foreach (var command in commands) Assert.IsType<Answer.Done>(await Server.Hearings.Submit(Large, Grant.System(Large), new(Guid.NewGuid()), command));
    }

    private static async Task<JsonObject> Send(HttpClient phones, string token, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await phones.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken))!;
    }
}
