using System.Net;
using System.Text;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Requests;
using Xunit;
using static FloorManager.Web.Tests.FloorServer;

namespace FloorManager.Web.Tests.Apis;

/// <summary>A script closes the intake, and what was not reached is handed in.</summary>
public sealed class TakingRequestsByApi : IDisposable
{
    private readonly FloorServer _server = new();

    public void Dispose() => _server.Dispose();

    private DateTimeOffset In(double minutes) => _server.Time.GetUtcNow().AddMinutes(minutes);

    private static async Task<string> Reason(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var problem = await Read(answer);
        return $"{problem["reason"]}: {problem["detail"]}";
    }

    [Fact]
    public async Task A_seat_is_refused_outside_the_window_and_the_desk_logs_on()
    {
        var (desk, seat) = (await _server.Client(Role.Secretariat), await _server.Client(Role.Seat, await _server.AdmittedSeat()));
        Assert.Equal(HttpStatusCode.OK, (await Post(desk, "set-intake", new { segmentId = "panel-1", opensAt = In(10), closesAt = In(20) })).StatusCode);
        Assert.StartsWith("intake-not-open: Requests for “Panel 1” are taken from ", await Reason(await Post(seat, "raise-request")), StringComparison.Ordinal);
        var seen = (await Read(await seat.GetAsync("/api/v1/hearings/gcm-2017/state?audience=seat", TestContext.Current.CancellationToken)))["seat"]!;
        Assert.Equal((false, true, 600_000, 1_200_000), ((bool)seen["mayAsk"]!, (bool)seen["intake"]!["mayAsk"]!, (int)seen["intake"]!["opensInMs"]!, (int)seen["intake"]!["closesInMs"]!));
        _server.Time.Advance(TimeSpan.FromMinutes(20));
        Assert.StartsWith("intake-closed: Requests for “Panel 1” closed at ", await Reason(await Post(seat, "raise-request")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Post(desk, "raise-request", new { seat = (await _server.AdmittedSeat()).Value })).StatusCode);
    }

    [Fact]
    public async Task A_seat_sets_no_window_and_a_window_that_closes_first_is_explained()
    {
        var seat = await _server.Client(Role.Seat, await _server.AdmittedSeat());
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(seat, "set-intake", new { segmentId = "panel-1" })).StatusCode);
        var chair = await _server.Client(Role.Chair);
        Assert.Equal(
            "intake-closes-first: Requests must close after they open.",
            await Reason(await Post(chair, "set-intake", new { segmentId = "panel-1", opensAt = In(20), closesAt = In(10) })));
    }

    [Fact]
    public async Task What_was_not_reached_is_handed_in_by_its_seat_and_by_the_secretariat_and_by_nobody_else()
    {
        var (chair, desk) = (await _server.Client(Role.Chair), await _server.Client(Role.Secretariat));
        var (seat, other) = (await _server.Client(Role.Seat, await _server.AdmittedSeat()), await _server.Client(Role.Seat, await _server.AdmittedSeat(1)));
        var asked = Guid.NewGuid();
        await Post(chair, "open-segment", new { segmentId = "panel-1" });
        await Post(seat, "raise-request", id: asked);
        Assert.StartsWith("request-not-lapsed: ", await Reason(await Post(seat, "hand-in-contribution", new { requestId = asked, text = "Soon." })), StringComparison.Ordinal);
        await Post(chair, "open-segment", new { segmentId = "panel-2" });
        Assert.StartsWith("not-your-request: ", await Reason(await Post(other, "hand-in-contribution", new { requestId = asked, text = "Mine?" })), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await Post(chair, "hand-in-contribution", new { requestId = asked, text = "The chair." })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(seat, "hand-in-contribution", new { requestId = asked, text = "By the seat." })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Post(desk, "hand-in-contribution", new { requestId = asked, text = "By e-mail." })).StatusCode);
        var kept = Assert.Single((await _server.Session()).State.Contributions.Values);
        Assert.Equal(("By e-mail.", IntakeChannel.Desk), (kept.Text, kept.Channel));
    }

    [Fact]
    public async Task The_longest_contribution_of_any_script_fits_into_a_body()
    {
        var (chair, seat) = (await _server.Client(Role.Chair), await _server.Client(Role.Seat, await _server.AdmittedSeat()));
        var asked = Guid.NewGuid();
        await Post(chair, "open-segment", new { segmentId = "panel-1" });
        await Post(seat, "raise-request", id: asked);
        await Post(chair, "open-segment", new { segmentId = "panel-2" });
        // As a browser writes it: a character of three bytes is three bytes.
        var text = new string('移', HearingCommand.HandInContribution.Longest);
        var body = new StringContent($$"""{"id":"{{Guid.NewGuid()}}","type":"hand-in-contribution","requestId":"{{asked}}","text":"{{text}}"}""", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.OK, (await seat.PostAsync("/api/v1/hearings/gcm-2017/commands", body, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(text, (await _server.Session()).State.Contributions[new RequestId(asked)].Text);
    }
}
