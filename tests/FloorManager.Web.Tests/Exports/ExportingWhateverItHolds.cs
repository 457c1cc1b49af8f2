using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Web.Exports;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Exports;

/// <summary>Names that want to be formulas, and a whole day.</summary>
public sealed class ExportingWhateverItHolds : IAsyncDisposable
{
    private readonly FloorServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static async Task<byte[]> Written(Func<Stream, Task> write)
    {
        using var to = new MemoryStream();
        await write(to);
        return to.ToArray();
    }

    [Fact]
    public async Task No_name_becomes_a_formula_or_turns_the_text_round()
    {
        await HostileNames.Bring(_server);
        await HostileNames.Do(_server, new EndIntervention());
        foreach (var formula in HostileNames.People[6..10]) await HostileNames.Do(_server, new Recognise(ParticipantId: formula.Id, Start: true), new EndIntervention());
        using var desk = await _server.Client(Role.Secretariat);
        Task<byte[]> Fetch(string file) => desk.GetByteArrayAsync($"/api/v1/hearings/gcm-2017/{file}", TestContext.Current.CancellationToken);
        var csv = RecordReading.Csv(await Fetch("record.csv"));
        var sheets = RecordReading.Xlsx(await Fetch("record.xlsx"));
        Assert.Contains(csv.Under("Name"), name => name.StartsWith("'=HYPERLINK", StringComparison.Ordinal));
        Assert.All(csv.SelectMany(r => r), cell => Assert.True(double.TryParse(cell, CultureInfo.InvariantCulture, out _) || cell is not [('=' or '+' or '-' or '@' or '\t' or '\r'), ..], cell));
        Assert.Empty(csv.Concat(sheets.Values.SelectMany(s => s)).SelectMany(r => r).Concat(Texts(JsonNode.Parse(await Fetch("record.json")))).Select(HostileNames.Fault).OfType<string>());
        // In a workbook a text is one without a sign before it, and needs none.
        Assert.Contains(sheets["Interventions"].Under("Name"), name => name.StartsWith("=HYPERLINK", StringComparison.Ordinal));
        Assert.Equal(HostileNames.All.Length, sheets["Recommendations"].Length - 1);
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => Texts(f.Value)),
        JsonArray list => list.SelectMany(Texts),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    [Fact]
    public async Task A_hearing_in_which_nothing_happened_has_headings_and_no_rows()
    {
        var state = (await _server.Session()).State;
        Assert.Single(RecordReading.Csv(await Written(to => RecordWriter.Csv(state, "en", to, default))));
        Assert.Single(RecordReading.Xlsx(await Written(to => RecordWriter.Xlsx(state, "en", to, default)))["Interventions"]);
        Assert.Empty(JsonNode.Parse(await Written(to => RecordWriter.Json(Hearing.Empty, to, default)))!["interventions"]!.AsArray());
        foreach (var nothing in new[] { state, Hearing.Empty })
        {
            Assert.DoesNotContain(PaperReading.Docx(await Written(to => RecordWriter.Docx(nothing, "en", to, default))).Headings, h => h.Text == "Interventions");
            Assert.DoesNotContain(PaperReading.Html(await Written(to => RecordWriter.SummaryPage(nothing, "en", to, default))).Headings, h => h.Text == "Interventions");
        }
    }

    [Fact]
    public async Task A_day_of_four_panels_is_written_while_somebody_waits_for_it()
    {
        var (state, at) = ((await _server.Session()).State, _server.Time.GetUtcNow());
        var people = Enumerable.Range(0, 125).Select(n => new Participant(new($"d-{n}"), "", $"Person {n}", "", $"Delegation {n}", "CivilSociety", RegionalGroups.None, null, "", null, Admitted: true)).ToArray();
        Had(new RegisterParticipants([.. people]));
        foreach (var panel in new[] { 18, 18, 17, 17 }.Zip(state.Segments.Where(s => s.IsPanel)))
        {
            Had(new OpenSegment(panel.Second.Id));
            foreach (var person in people) Had(new RaiseRequest(person.Id));
            foreach (var person in people[..panel.First])
            {
                Had(new Recognise(ParticipantId: person.Id, Start: true));
                at = at.AddSeconds(170);
                Had(new EndIntervention());
            }
        }

        Had(new OpenSegment(state.Segments.Last().Id));
        Assert.Equal((70, 500), (state.Ended.Count, state.Requests.Count));
        foreach (var (file, write) in new (string, Func<Stream, Task>)[] { ("csv", to => RecordWriter.Csv(state, null, to, default)), ("xlsx", to => RecordWriter.Xlsx(state, null, to, default)), ("json", to => RecordWriter.Json(state, to, default)), ("docx", to => RecordWriter.Docx(state, null, to, default)), ("html", to => RecordWriter.SummaryPage(state, null, to, default)), ("ics", to => RecordWriter.Calendar(state, null, to, default)) })
        {
            var began = Stopwatch.GetTimestamp();
            var bytes = await Written(write);
            var took = Stopwatch.GetElapsedTime(began);
            TestContext.Current.TestOutputHelper?.WriteLine($"{file}: {bytes.Length / 1024} kB in {took.TotalMilliseconds:0} ms");
            Assert.True(took < TimeSpan.FromSeconds(10), $"{file} took {took}");
            if (file == "xlsx") Assert.Equal((71, 431), (RecordReading.Xlsx(bytes)["Interventions"].Length, RecordReading.Xlsx(bytes)["Not heard"].Length));
        }

        void Had(HearingCommand command)
        {
            at = at.AddSeconds(1);
            var id = new CommandId(Guid.NewGuid());
            var by = new Actor(Role.System, "System");
            state = state.After(new JournalEntry(state.Version + 1, id, by, at, Assert.IsType<Decision.Accepted>(HearingDecider.Decide(state, new Submission(id, by, at, command))).Events));
        }
    }
}
