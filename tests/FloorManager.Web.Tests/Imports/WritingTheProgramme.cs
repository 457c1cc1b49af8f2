using System.Net;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Imports;
using Xunit;

namespace FloorManager.Web.Tests.Imports;

public sealed class WritingTheProgramme : IAsyncDisposable
{
    private readonly FloorServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task What_was_written_is_read_as_the_same_hearing_and_programme()
    {
        var state = (await _server.Session()).State;
        var rules = state.Details!.Rules with { Grace = TimeSpan.FromSeconds(40), StartsAtOnce = true };
        var confirmed = state.Meetings[0].Segments[1];
        state = state with
        {
            Details = state.Details with { Rules = rules, Place = "", RegionalGroups = ["African", "Océan Indien"], PresenceNeeded = true },
            Meetings =
            [
                state.Meetings[0] with
                {
                    Segments = state.Meetings[0].Segments.SetItem(1, confirmed with { Rules = rules.Within(TimeSpan.FromSeconds(90)), Podium = [.. confirmed.Podium.Select(p => p with { ToBeConfirmed = true })] }),
                },
                state.Meetings[1],
            ],
        };
        var read = ProgrammeFile.Read(ProgrammeFile.Write(state));
        Assert.Empty(read.Faults);
        Assert.Equivalent(state.Details, read.Value!.SetUp.Details, strict: true);
        Assert.Equivalent(state.Meetings, read.Value.Programme.Meetings, strict: true);
    }

    [Fact]
    public async Task The_calendar_has_each_segment_at_its_instant()
    {
        var state = (await _server.Session()).State;
        var calendar = Ical.Net.Calendar.Load(ProgrammeCalendar.Write(state, _server.Time.GetUtcNow()))!;
        Assert.Equal(
            state.Segments.Select(s => ($"{s.Id}@gcm-2017", s.StartsAt.UtcDateTime, s.EndsAt.UtcDateTime)),
            calendar.Events.Select(e => (e.Uid!, e.Start!.AsUtc, e.End!.AsUtc)));
        var panel = calendar.Events.Single(e => e.Uid == "panel-1@gcm-2017");
        Assert.Equal(("Panel 1: Human rights of all migrants", state.Details!.Place), (panel.Summary, panel.Location));
        Assert.Contains("Ms. Raísa Ortiz Cetra, CELS", panel.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("programme.json", "application/json")]
    [InlineData("programme.ics", "text/calendar")]
    [InlineData("programme.csv", "text/csv")]
    [InlineData("programme.xlsx", Workbook.MediaType)]
    public async Task Staff_fetch_them_and_others_do_not(string file, string type)
    {
        await _server.Session();
        var path = $"/api/v1/hearings/gcm-2017/{file}";
        var fetched = await (await _server.Client(Role.Secretariat)).GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, type, $"gcm-2017-{file}"), (fetched.StatusCode, fetched.Content.Headers.ContentType?.MediaType, fetched.Content.Headers.ContentDisposition?.FileName));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _server.Client(Role.Display)).GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _server.CreateClient().GetAsync(path, TestContext.Current.CancellationToken)).StatusCode);
    }
}
