using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Apis;

public sealed class AskingByApi : IDisposable
{
    private const string Commands = "/api/v1/hearings/gcm-2017/commands";

    private readonly FloorServer _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task A_seat_asks_the_chair_recognises_and_the_state_shows_who_speaks()
    {
        var chair = await _server.Client(Role.Chair);
        var label = await _server.AdmittedSeat();
        var seat = await _server.Client(Role.Seat, label);
        Assert.Equal(HttpStatusCode.OK, (await Post(chair, "open-segment", new { segmentId = "panel-1" })).StatusCode);
        var asked = Guid.NewGuid();
        Assert.Equal(HttpStatusCode.OK, (await Post(seat, "raise-request", new { seat = label.Value }, asked)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(chair, "recognise", new { requestId = asked, start = true })).StatusCode);

        _server.Time.Advance(TimeSpan.FromSeconds(10));
        var answer = await _server.CreateClient().GetAsync("/api/v1/hearings/gcm-2017/state", TestContext.Current.CancellationToken);
        var view = await Read(answer);
        Assert.Equal($"\"{view["version"]}\"", answer.Headers.ETag?.ToString());
        Assert.Equal("Running", (string?)view["clock"]!["state"]);
        Assert.Equal(170_000, (long)view["clock"]!["remainingMs"]!);
        Assert.Equal("Intervention", (string?)view["speaker"]!["kind"]);
        Assert.Equal("panel-1", (string?)view["segment"]!["id"]);
        Assert.Equal("Introduction", (string?)view["segment"]!["phase"]);
    }

    [Fact]
    public async Task The_same_command_sent_ten_times_at_once_is_one_request_and_one_answer()
    {
        var seat = await _server.Client(Role.Seat, await _server.AdmittedSeat());
        var id = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Post(seat, "raise-request", id: id)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(Read))).Select(b => (long)b["version"]!).Distinct());
        Assert.Single((await _server.Session()).State.Requests);
    }

    [Fact]
    public async Task The_desk_notes_rewords_and_strikes_a_recommendation_and_the_chair_does_not()
    {
        var (chair, desk) = (await _server.Client(Role.Chair), await _server.Client(Role.Secretariat));
        var (given, noted) = (Guid.NewGuid(), Guid.NewGuid());
        await Post(chair, "open-segment", new { segmentId = "panel-1" });
        await Post(chair, "recognise", new { seat = (await _server.AdmittedSeat()).Value }, given);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(chair, "note-recommendation", new { interventionId = given, text = "Ratify." })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(desk, "note-recommendation", new { interventionId = given, text = "Ratify." }, noted)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(desk, "reword-recommendation", new { recommendationId = noted, text = "Ratify both.", was = "Ratify." })).StatusCode);
        var late = await Post(desk, "reword-recommendation", new { recommendationId = noted, text = "Ratify soon.", was = "Ratify." });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("reworded-meanwhile", (string?)(await Read(late))["reason"]);
        Assert.Equal("Ratify both.", (await _server.Session()).State.Recommendations.Single().Text);
        Assert.Equal(HttpStatusCode.OK, (await Post(desk, "strike-recommendation", new { recommendationId = noted })).StatusCode);
        Assert.Empty((await _server.Session()).State.Recommendations);
    }

    [Fact]
    public async Task A_refusal_is_a_conflict_with_a_reason_and_a_sentence_in_the_readers_language()
    {
        var chair = await _server.Client(Role.Chair);
        chair.DefaultRequestHeaders.AcceptLanguage.ParseAdd("fr");
        var answer = await Post(chair, "start-clock");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await Read(answer);
        Assert.Equal("nobody-has-the-floor", (string?)problem["reason"]);
        Assert.Equal("Personne n’a la parole.", (string?)problem["detail"]);
    }

    [Theory]
    [InlineData("not json", "malformed")]
    [InlineData("[]", "malformed")]
    [InlineData("""{"type":"start-clock"}""", "id")]
    [InlineData("""{"id":7,"type":"start-clock"}""", "id")]
    [InlineData("""{"id":"x","type":"start-clock"}""", "id")]
    [InlineData("""{"id":"6a3e0b8e-0e4c-4f65-9d53-1d4a1b1a0c01"}""", "type")]
    [InlineData("""{"id":"6a3e0b8e-0e4c-4f65-9d53-1d4a1b1a0c01","type":"give-me-the-floor"}""", "give-me-the-floor")]
    [InlineData("""{"id":"6a3e0b8e-0e4c-4f65-9d53-1d4a1b1a0c01","type":"adjust-clock","seconds":"ten"}""", "seconds")]
    [InlineData("""{"id":"6a3e0b8e-0e4c-4f65-9d53-1d4a1b1a0c01","type":"adjust-clock"}""", "seconds")]
    [InlineData("""{"id":"6a3e0b8e-0e4c-4f65-9d53-1d4a1b1a0c01","type":"adjust-clock","seconds":99999999999}""", "seconds")]
    [InlineData("""{"id":"6a3e0b8e-0e4c-4f65-9d53-1d4a1b1a0c01","type":"recognise","requestId":"p-1"}""", "requestId")]
    [InlineData("""{"id":"6a3e0b8e-0e4c-4f65-9d53-1d4a1b1a0c01","type":"recognise","particpantId":"p-1"}""", "particpantId")]
    [InlineData("""{"id":"6a3e0b8e-0e4c-4f65-9d53-1d4a1b1a0c01","type":"set-phase","phase":3}""", "phase")]
    [InlineData("""{"id":"6a3e0b8e-0e4c-4f65-9d53-1d4a1b1a0c01","type":"show-message","text":null}""", "text")]
    [InlineData("""{"id":"6a3e0b8e-0e4c-4f65-9d53-1d4a1b1a0c01","type":"show-message","text":"a","text":"b"}""", "malformed")]
    public async Task A_malformed_command_names_its_fault_and_changes_nothing(string body, string named)
    {
        var chair = await _server.Client(Role.Chair);
        var before = (await _server.Session()).State.Version;
        var answer = await Send(chair, body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(named, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("FloorManager.", text, StringComparison.Ordinal);
        Assert.Equal(before, (await _server.Session()).State.Version);
    }

    [Fact]
    public async Task A_body_of_33_kB_is_too_large()
    {
        var answer = await Send(await _server.Client(Role.Chair), $$"""{"id":"{{Guid.NewGuid()}}","type":"show-message","text":"{{new string('x', 33 * 1024)}}"}""");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("32 kB", (string?)(await Read(answer))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_hearing_is_not_found_and_said_by_name()
    {
        var answer = await Post(await _server.Client(Role.Chair), "start-clock", hearing: "elsewhere");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("elsewhere", (string?)(await Read(answer))["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_may_not_recognise_and_learns_so()
    {
        var answer = await Post(await _server.Client(Role.Seat, await _server.AdmittedSeat()), "recognise", new { seat = "A-1" });
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    public async Task A_command_from_another_site_is_refused(string origin)
    {
        var chair = await _server.Client(Role.Chair);
        chair.DefaultRequestHeaders.TryAddWithoutValidation("Origin", origin);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(chair, "clear-message")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chair.GetAsync("/_blazor", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chair.PostAsync("/hubs/floor/negotiate", null, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_seat_that_floods_is_told_to_wait_and_others_are_not()
    {
        var flooding = await _server.Client(Role.Seat, await _server.AdmittedSeat());
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 40; i++) statuses.Add((await Post(flooding, "raise-request")).StatusCode);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
        Assert.Equal(HttpStatusCode.OK, (await Post(await _server.Client(Role.Seat, await _server.AdmittedSeat(1)), "raise-request")).StatusCode);
    }

    [Fact]
    public async Task A_request_that_came_through_two_doors_is_listed_once_with_both_and_the_room_learns_nothing_of_it()
    {
        var stop = TestContext.Current.CancellationToken;
        var desk = await _server.Client(Role.Secretariat);
        await Post(desk, "raise-request", new { seat = "B-23", channel = "Office" });
        var before = await _server.CreateClient().GetStringAsync("/api/v1/hearings/gcm-2017/state", stop);
        _server.Time.Advance(TimeSpan.FromMinutes(12));
        var seat = await _server.Client(Role.Seat, new("C-1"));
        Assert.Equal(HttpStatusCode.OK, (await Post(seat, "raise-request", new { topicId = "panel-1-topic-2" })).StatusCode);
        var request = Assert.Single(JsonNode.Parse(await desk.GetStringAsync("/api/v1/hearings/gcm-2017/requests", stop))!.AsArray())!;
        Assert.Equal("""{"participantId":"1044","channel":"Office","topicId":"panel-1-topic-2"}""",
            new JsonObject { ["participantId"] = request["participantId"]!.DeepClone(), ["channel"] = request["channel"]!.DeepClone(), ["topicId"] = request["topicId"]!.DeepClone() }.ToJsonString());
        Assert.Equal(
            """[{"channel":"Office","raisedAtUnixMs":1501077600000,"participantId":"1044","seat":"B-23","topicId":null},{"channel":"Seat","raisedAtUnixMs":1501078320000,"participantId":"1045","seat":"C-1","topicId":"panel-1-topic-2"}]""",
            request["doors"]!.ToJsonString());
        var after = JsonNode.Parse(await _server.CreateClient().GetStringAsync("/api/v1/hearings/gcm-2017/state", stop))!.AsObject();
        foreach (var moved in new[] { "version", "serverUnixMs" }) after[moved] = JsonNode.Parse(before)![moved]!.DeepClone();
        Assert.Equal(JsonNode.Parse(before)!.ToJsonString(), after.ToJsonString());
    }

    [Fact]
    public async Task Staff_see_what_the_ids_refer_to_and_others_do_not()
    {
        var desk = await _server.Client(Role.Secretariat);
        foreach (var list in new[] { "programme", "participants?query=example", "seats", "requests" })
        {
            var stop = TestContext.Current.CancellationToken;
            Assert.IsType<JsonArray>(JsonNode.Parse(await desk.GetStringAsync($"/api/v1/hearings/gcm-2017/{list}", stop)));
            Assert.Equal(HttpStatusCode.Unauthorized, (await _server.CreateClient().GetAsync($"/api/v1/hearings/gcm-2017/{list}", stop)).StatusCode);
            var seat = await _server.Client(Role.Seat, await _server.AdmittedSeat());
            Assert.Equal(HttpStatusCode.Forbidden, (await seat.GetAsync($"/api/v1/hearings/gcm-2017/{list}", stop)).StatusCode);
        }
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string body) =>
        client.PostAsync(Commands, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
}
