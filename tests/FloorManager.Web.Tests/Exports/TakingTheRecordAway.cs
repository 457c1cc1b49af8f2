using System.Text.Json.Nodes;
using Bunit;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Wording;
using FloorManager.Web.Access;
using FloorManager.Web.Exports;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Record;
using FloorManager.Web.Tests.Screens;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;
using TestContext = Xunit.TestContext;

namespace FloorManager.Web.Tests.Exports;

/// <summary>The record as files: what stands in one stands in the others, and nothing that is nobody's business.</summary>
public sealed class TakingTheRecordAway : IAsyncLifetime
{
    private static readonly SegmentId Panel = new("panel-1");

    private readonly FloorServer _server = new();
    private readonly Participant[] _who = new Participant[5];
    private HttpClient _desk = null!;

    /// <summary>
    /// The first asks at the office at 10:00 and from the seat at 10:01, is called at 10:03, has 45 s more by agreement, loses 30 and speaks for 215.5 s: 20.5 too long. The second is called and
    /// does not speak, the third is declined, a panellist speaks for a minute, and the other two are not reached; one of them writes.
    /// </summary>
    public async ValueTask InitializeAsync()
    {
        _desk = await _server.Client(Role.Moderator);
        await Do(new OpenSegment(Panel), new SetPhase(PanelPhase.InteractiveExchange));
        var state = (await _server.Session()).State;
        for (var n = 0; n < _who.Length; n++) _who[n] = state.Participants[state.SeatHolders[await _server.AdmittedSeat(n)]];
        await Do(new RegisterParticipants([_who[0] with { Gender = Gender.Female, Language = "sw", Accommodation = TimeSpan.FromSeconds(45) }]));
        await Do(new RaiseRequest(_who[0].Id, Channel: IntakeChannel.Office, TopicId: Topic(state)));
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        await Do(new RaiseRequest(_who[0].Id, Channel: IntakeChannel.Seat));
        foreach (var person in _who[1..]) await Do(new RaiseRequest(person.Id, Channel: IntakeChannel.Desk));
        _server.Time.Advance(TimeSpan.FromMinutes(2));
        await Do(new Recognise(ParticipantId: _who[0].Id, Start: true), new AdjustClock(-30));
        var floor = (await _server.Session()).State.Floor!.Id;
        await Do(new NoteRecommendation(floor, "=Portability of benefits", Topic(state)), new NoteQuestion(state.FindSegment(Panel)!.Podium[1].Id, "Who pays?", floor));
        _server.Time.Advance(TimeSpan.FromSeconds(215.5));
        await Do(new EndIntervention(), new Recognise(ParticipantId: _who[1].Id), new EndIntervention(), new DeclineRequest(await RequestOf(2)));
        await Do(new Recognise(PodiumSpeakerId: state.FindSegment(Panel)!.Podium[1].Id, Start: true));
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        await Do(new EndIntervention(), new OpenSegment(new("panel-2")), new HandInContribution(await RequestOf(3), "What we would have said.\nAnd more."));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task Do(params HearingCommand[] commands) => HostileNames.Do(_server, commands);

    private static TopicId Topic(Hearing state) => state.FindSegment(Panel)!.Topics[0].Id;

    private async Task<RequestId> RequestOf(int n) => (await _server.Session()).State.RequestsFor(Panel).Single(r => r.Participant == _who[n].Id).Id;

    private Task<byte[]> Fetch(string file) => _desk.GetByteArrayAsync($"/api/v1/hearings/gcm-2017/{file}", TestContext.Current.CancellationToken);

    private async Task<JsonNode> Json() => JsonNode.Parse(await Fetch("record.json"))!;

    [Fact]
    public async Task An_intervention_is_told_with_how_it_was_asked_for_and_every_time_by_both_clocks()
    {
        var table = RecordReading.Csv(await Fetch("record.csv"));
        Assert.Equal(["Intervention", "Remarks"], table.Under("For (code)"));
        Assert.Equal((_who[0].FullName, _who[0].Delegation, _who[0].Category), (table.Under("Name")[0], table.Under("Delegation")[0], table.Under("Category (code)")[0]));
        Assert.Equal(("Office", "Office 2017-07-26T14:00:00.000Z; Seat 2017-07-26T14:01:00.000Z"), (table.Under("Asked through")[0], table.Under("All ways of asking")[0]));
        Assert.Equal(["2017-07-26T14:00:00.000Z", ""], table.Under("Asked at (UTC)"));
        Assert.Equal(["2017-07-26 10:00:00", ""], table.Under("Asked at (America/New_York)"));
        Assert.Equal(["2017-07-26T14:06:35.500Z", "2017-07-26T14:07:35.500Z"], table.Under("Ended at (UTC)"));
        // What was agreed beforehand is no adjustment, and stands nowhere.
        Assert.Equal([215.5, 60], table.Numbers("Spoke (s)"));
        Assert.Equal((180, -30, 20.5), (table.Numbers("Limit (s)")[0], table.Numbers("Adjusted (s)")[0], table.Numbers("Overrun (s)")[0]));
    }

    [Fact]
    public async Task The_three_files_tell_the_same()
    {
        var (csv, book, json) = (RecordReading.Csv(await Fetch("record.csv")), RecordReading.Xlsx(await Fetch("record.xlsx")), await Json());
        Assert.Equal(csv, book["Interventions"]);
        var spoken = json["interventions"]!.AsArray();
        Assert.Equal(csv.Under("Id"), spoken.Select(i => (string)i!["id"]!));
        Assert.Equal(csv.Numbers("Spoke (s)"), spoken.Select(i => (double)i!["spokenSeconds"]!));
        Assert.Equal(csv.Under("Asked at (UTC)")[0], (string?)spoken[0]!["askedAt"]!["utc"]);
        Assert.Equal("2017-07-26T10:00:00.000-04:00", (string?)spoken[0]!["askedAt"]!["local"]);

        // The floor alone has figures: the panellist's minute is nobody's share.
        var whole = json["figures"]!.AsArray().Single(f => f!["segmentId"] is null)!;
        Assert.Equal((1, 215.5), ((int)whole["interventions"]!, (double)whole["floorSeconds"]!));
        Assert.Equal(215.5, book["Figures"].Numbers("Floor time (s)")[0]);
        Assert.Equal(215.5, book["Shares"].Skip(1).Where(r => r[0] == book["Figures"][1][0] && r[3] == "Category").Sum(r => double.Parse(r[Array.IndexOf(book["Shares"][0], "Floor time (s)")], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(20.5, book["Overruns"].Numbers("Largest overrun (s)")[0]);

        // Whoever was called and did not speak waits again, and is not reached in the end.
        Assert.Equal(["NotReached", "NotReached", "NotReached", "Declined", "Unspoken"], json["notHeard"]!.AsArray().Select(r => (string?)r!["because"]));
        foreach (var (sheet, list) in new[] { ("Interventions", "interventions"), ("Recommendations", "recommendations"), ("Questions", "questions"), ("Not heard", "notHeard"), ("Contributions", "contributions"), ("Figures", "figures") })
            Assert.Equal((sheet, json[list]!.AsArray().Count), (sheet, book[sheet].Length - 1));
        Assert.Equal(["=Portability of benefits"], book["Recommendations"].Under("Recommendation"));
        Assert.Equal(csv.Under("Id")[..1], book["Recommendations"].Under("Id of the intervention"));
        Assert.Equal(("Who pays?", "no"), (book["Questions"].Under("Question")[0], book["Questions"].Under("Answered")[0]));
        Assert.Equal(["What we would have said.\nAnd more."], book["Contributions"].Under("Written contribution"));
    }

    [Fact]
    public async Task What_was_put_right_stands_in_all_three_with_what_was_there_and_why()
    {
        Assert.All(RecordReading.Csv(await Fetch("record.csv")).Under("Corrected"), Assert.Empty);
        var spoke = (await _server.Session()).State.Ended[0];
        await Do(new CorrectRecord(spoke.Id, "Ended late", EndedAt: spoke.EndedAt!.Value.AddSeconds(-15.5), Category: "Observer"), new CorrectRecord(spoke.Id, "=Again", RegionalGroup: "None"));
        var (csv, book, json) = (RecordReading.Csv(await Fetch("record.csv")), RecordReading.Xlsx(await Fetch("record.xlsx")), await Json());
        var (category, region) = (RecordWords.In("en", []).Category(_who[0].Category), RecordWords.In("en", []).Region(_who[0].RegionalGroup));
        Assert.Equal(
        [
            $"category; Before: {category}; After: Observer; Reason: Ended late · end; Before: 2017-07-26 10:06:35; After: 2017-07-26 10:06:20; Reason: Ended late · regional group; Before: {region}; After: –; Reason: =Again", "",
        ], csv.Under("Corrected"));
        Assert.Equal(csv, book["Interventions"]);
        var told = book["Corrections"];
        Assert.Equal(["Category", "EndedAt", "RegionalGroup"], told.Under("What was corrected (code)"));
        Assert.Equal([category, "2017-07-26 10:06:35", region], told.Under("Before"));
        Assert.Equal(["Observer", "2017-07-26 10:06:20", ""], told.Under("After"));
        Assert.Equal([_who[0].Category, "2017-07-26T14:06:35.500Z", _who[0].RegionalGroup], told.Under("Before (code)"));
        Assert.Equal(["Observer", "2017-07-26T14:06:20.000Z", ""], told.Under("After (code)"));
        Assert.Equal(["Ended late", "Ended late", "=Again"], told.Under("Reason"));
        Assert.Equal(["System", "System", "System"], told.Under("Corrected by (code)"));
        Assert.All(told.Under("Id of the intervention"), id => Assert.Equal($"{spoke.Id}", id));
        Assert.Equal((200, 5), (csv.Numbers("Spoke (s)")[0], csv.Numbers("Overrun (s)")[0]));
        Assert.Equal(200, json["figures"]!.AsArray().Where(f => f!["segmentId"] is null).Sum(f => (double)f!["floorSeconds"]!));
        var lines = json["interventions"]![0]!["corrections"]!.AsArray();
        Assert.Equal(["Category", "EndedAt", "RegionalGroup"], lines.Select(c => (string?)c!["what"]));
        Assert.Equal(("Observer", "2017-07-26T14:06:35.500Z", "2017-07-26T14:06:20.000Z"), ((string?)lines[0]!["to"], (string?)lines[1]!["from"], (string?)lines[1]!["to"]));
        Assert.Equal(("Ended late", "System", null), ((string?)lines[1]!["reason"], (string?)lines[1]!["by"], (string?)lines[2]!["to"]));
        Assert.Empty(json["interventions"]![1]!["corrections"]!.AsArray());
    }

    [Fact]
    public async Task What_was_put_right_stands_on_paper_with_what_was_there_and_why()
    {
        foreach (var (_, read) in await Papers("record")) Assert.DoesNotContain((2, "Corrections"), read.Headings);
        var spoke = (await _server.Session()).State.Ended[0];
        await Do(new CorrectRecord(spoke.Id, "Ended late", EndedAt: spoke.EndedAt!.Value.AddSeconds(-15.5), Category: "Observer"), new CorrectRecord(spoke.Id, "=Again", RegionalGroup: "None"));
        _server.Time.Advance(TimeSpan.FromDays(1));
        await Do(new CorrectRecord(spoke.Id, "Somebody else", ParticipantId: _who[4].Id));
        var words = RecordWords.In("en", []);
        foreach (var (file, read) in await Papers("record"))
        {
            Assert.True(read.Headings.IndexOf((2, "Corrections")) == read.Headings.IndexOf((2, "Interventions")) + 1, file);
            var told = read.Table("Before", "After").Skip(1).ToArray();
            Assert.All(told, r => Assert.Equal(("1", _who[4].FullName), (r[0], r[1].Split(". ")[^1])));
            Assert.Equal(["category", words.Category(_who[0].Category), "Observer", "Ended late", "26 July 2017 10:07", "System"], told[0][2..]);
            Assert.Equal(["end", "10:06:35", "10:06:20", "Ended late", "26 July 2017 10:07", "System"], told[1][2..]);
            Assert.Equal(["regional group", words.Region(_who[0].RegionalGroup), "–", "=Again", "26 July 2017 10:07", "System"], told[2][2..]);
            var other = told.Single(r => r[2] == "speaker");
            Assert.Equal(($"{FormOfAddress.With(_who[0].Style, _who[0].FullName)}, {_who[0].Delegation}", $"{FormOfAddress.With(_who[4].Style, _who[4].FullName)}, {_who[4].Delegation}", "Somebody else", "27 July 2017 10:07"), (other[3], other[4], other[5], other[6]));
        }

        foreach (var (_, read) in await Papers("record", "summary")) Assert.Equal(["Intervention (corrected)", "Remarks"], read.Tables.Where(t => t[0].Contains("For")).SelectMany(t => t.Under("For")));
        foreach (var (_, read) in await Papers("record.docx?lang=ar", "record.html?lang=ar"))
            Assert.Equal(["وقت الانتهاء", "10:06:35", "10:06:20", "Ended late"], read.Table("قبل", "بعد").Skip(2).First()[2..6]);
    }

    [Fact]
    public async Task Each_who_spoke_stands_on_paper_with_their_function_and_when_they_asked_began_and_ended()
    {
        var state = (await _server.Session()).State;
        await Do(new RegisterParticipants([state.Participants[_who[4].Id] with { Designation = "Minister of Labour" }]), new Recognise(ParticipantId: _who[4].Id, Start: true));
        _server.Time.Advance(TimeSpan.FromHours(14));
        await Do(new EndIntervention());
        foreach (var (_, read) in await Papers("record"))
        {
            var rows = read.Tables.Where(t => t[0].Contains("Start and end")).SelectMany(t => t.Skip(1)).ToArray();
            Assert.Equal(["Office\n10:00", "10:03", "10:03:00\n10:06:35"], rows[0][1..4]);
            Assert.Equal(["", "10:06", "10:06:35\n10:07:35"], rows[1][1..4]);
            Assert.Equal("10:07:35\n27 Jul 00:07:35", rows[2][3]);
        }

        foreach (var (_, read) in await Papers("record", "summary")) Assert.Contains(read.Tables.Where(t => t[0].Contains("For")).SelectMany(t => t.Under("Name")), n => n.EndsWith($"{_who[4].FullName}\nMinister of Labour", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Less_than_a_whole_second_is_written_as_nothing_on_paper()
    {
        await Do(new Recognise(ParticipantId: _who[4].Id, Start: true));
        _server.Time.Advance(TimeSpan.FromSeconds(180.4));
        await Do(new EndIntervention());
        Assert.Equal(0.4, (double)(await Json())["interventions"]![2]!["overrunSeconds"]!);
        foreach (var (_, read) in await Papers("record")) Assert.Equal(["+0:20", "", ""], read.Tables.Where(t => t[0].Contains("Overrun")).SelectMany(t => t.Under("Overrun")));
    }

    /// <summary>The hearing itself is none, and no format of it says so.</summary>
    [Theory]
    [InlineData("en", "Rehearsal", "yes")]
    [InlineData("fr", "Répétition", "oui")]
    [InlineData("ar", "جلسة تجريبية", "نعم")]
    [InlineData("es", "Ensayo", "sí")]
    [InlineData("ru", "Репетиция", "да")]
    [InlineData("zh", "彩排", "是")]
    public async Task A_rehearsal_is_known_as_one_in_each_format_whatever_its_title_says(string language, string word, string yes)
    {
        await Rehearse();
        using var everywhere = _server.CreateClient();
        everywhere.DefaultRequestHeaders.Authorization = new("Bearer", await _server.Services.GetRequiredService<Credentials>().Issue(Grant.Everywhere, Role.Secretariat, stop: TestContext.Current.CancellationToken));
        foreach (var (hearing, isOne) in new[] { (Practice, true), (FloorServer.Sample, false) })
        {
            Task<byte[]> Of(string file) => everywhere.GetByteArrayAsync($"/api/v1/hearings/{hearing}/{file}?lang={language}", TestContext.Current.CancellationToken);
            var json = JsonNode.Parse(await Of("record.json"))!;
            Assert.Equal((isOne ? "In earnest" : (await _server.Session()).State.Details!.Title, isOne), ((string?)json["title"], (bool)json["isRehearsal"]!));
            foreach (var table in RecordReading.Xlsx(await Of("record.xlsx")).Values.Append(RecordReading.Csv(await Of("record.csv"), language, language == "ar" ? ";" : null)))
            {
                Assert.Equal(isOne, table[0][0] == word);
                Assert.All(table.Skip(1), row => Assert.Equal(isOne, row[0] == yes));
            }

            foreach (var paper in new[] { "record", "summary" })
            {
                var words = RecordWords.In(language, []);
                var docx = PaperReading.Docx(await Of($"{paper}.docx"), document => Assert.Equal(isOne, document.MainDocumentPart!.FooterParts.Single().Footer!.InnerText.Contains(word, StringComparison.Ordinal)));
                var html = PaperReading.Html(await Of($"{paper}.html"), document => Assert.Equal(isOne, document.DocumentElement.GetAttribute("style") == $"--floor-mark: \"{word}\""));
                foreach (var read in new[] { docx, html })
                {
                    Assert.Equal(isOne, read.Texts[0].StartsWith($"{word} – ", StringComparison.Ordinal));
                    Assert.Equal(isOne, read.Texts.Contains(words["Paper.Rehearsal"]));
                }
            }

            var calendar = Ical.Net.Calendar.Load(System.Text.Encoding.UTF8.GetString(await Of("record.ics")))!;
            Assert.Equal(isOne, ((string)calendar.Properties["X-WR-CALNAME"]!.Value!).StartsWith($"{word} – ", StringComparison.Ordinal));
            Assert.NotEmpty(calendar.Events);
            Assert.All(calendar.Events, e => Assert.Equal(isOne, e.Description!.StartsWith($"{word}\n", StringComparison.Ordinal)));
        }
    }

    private const string Practice = "practice";

    /// <summary>A minute is spoken in it, and then it is called a hearing.</summary>
    private async Task Rehearse()
    {
        var state = (await _server.Session()).State;
        await Do(new SetUpHearing(state.Details! with { ShortName = Practice, IsRehearsal = true }), [.. HearingCopy.Of(state, state.Meetings, seats: false, participants: true), new OpenSegment(Panel), new Recognise(ParticipantId: _who[0].Id, Start: true)]);
        _server.Time.Advance(TimeSpan.FromMinutes(1));
        await Do(new EndIntervention(), new ChangeHearing(state.Details with { ShortName = Practice, Title = "In earnest" }));

        async Task Do(HearingCommand first, params HearingCommand[] others)
        {
            foreach (var command in others.Prepend(first))
                Assert.IsType<Answer.Done>(await _server.Hearings.Submit(Practice, Grant.System(Practice), new(Guid.NewGuid()), command, TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Each line by its own letters: a name in Arabic stands above a function in Latin ones.</summary>
    [Fact]
    public async Task A_line_that_runs_against_its_document_keeps_its_signs_at_its_ends()
    {
        var state = (await _server.Session()).State;
        await Do(new RegisterParticipants([state.Participants[_who[4].Id] with { Style = "", FullName = "محمد الأمين", Designation = "Adviser (Ph.D.)" }]));
        await Do(new Recognise(ParticipantId: _who[4].Id, Start: true));
        await Do(new NoteRecommendation((await _server.Session()).State.Floor!.Id, "نعم."));
        string[] Texts(byte[] file)
        {
            string[] texts = [];
            PaperReading.Docx(file, document => texts = [.. document.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Text>().Select(t => t.Text)]);
            return texts;
        }

        var (latin, arabic) = (Texts(await Fetch("record.docx")), Texts(await Fetch("record.docx?lang=ar")));
        Assert.Contains("نعم.\u200F", latin);
        Assert.Contains("Adviser (Ph.D.)", latin);
        Assert.Contains("نعم.", arabic);
        Assert.Contains("Adviser (Ph.D.)\u200E", arabic);
        Assert.All([latin, arabic], texts => Assert.Contains("محمد الأمين", texts));
    }

    /// <summary>A day as the language writes it, and the sign between a number and its fraction.</summary>
    [Theory]
    [InlineData("es", ";", "26 de julio de 2017", "215,5", "Motivo", "Acta de la audiencia")]
    [InlineData("ru", ";", "26 июля 2017 г.", "215,5", "Причина", "Отчёт о слушаниях")]
    [InlineData("zh", ",", "2017年7月26日", "215.5", "理由", "听证会记录")]
    public async Task A_file_is_in_the_language_of_the_hearing(string language, string separator, string day, string seconds, string reason, string record)
    {
        await Do(new ChangeHearing((await _server.Session()).State.Details! with { Languages = [language, "en"] }));
        await Do(new CorrectRecord((await _server.Session()).State.Ended[0].Id, "Wrong list", Category: "Observer"));
        Assert.Contains(seconds, RecordReading.Csv(await Fetch("record.csv"), language, separator)[1]);
        Assert.Equal(["Wrong list"], RecordReading.Xlsx(await Fetch("record.xlsx"))[RecordWords.In(language, [])["Export.Sheet.Corrections"]].Under(reason));
        foreach (var (file, read) in await Papers("record"))
        {
            Assert.Contains(record, read.Texts[0], StringComparison.Ordinal);
            Assert.True(read.Tables.SelectMany(t => t).Any(row => row.Any(cell => cell.StartsWith(day, StringComparison.Ordinal))), file);
        }
    }

    [Fact]
    public async Task Numbers_in_Arabic_are_those_that_programs_read()
    {
        var file = await Fetch("record.csv?lang=ar");
        var csv = RecordReading.Csv(file, "ar", ";");
        Assert.Equal(["215.5", "60"], csv.Under("مدة الكلام (ث)"));
        Assert.Equal(["-30", "0"], csv.Under("الوقت الممنوح أو المسحوب (ث)"));
        Assert.Equal(["20.5", "0"], csv.Under("التجاوز (ث)"));
        Assert.Equal(csv, RecordReading.Xlsx(await Fetch("record.xlsx?lang=ar"))["المداخلات"]);
    }

    /// <summary>A paper by its name is read in both its formats.</summary>
    private async Task<(string File, PaperReading Read)[]> Papers(params string[] papers)
    {
        var all = new List<(string, PaperReading)>();
        foreach (var file in papers.SelectMany(p => p.Contains('.', StringComparison.Ordinal) ? [p] : new[] { $"{p}.docx", $"{p}.html" }))
            all.Add((file, file.Contains(".docx", StringComparison.Ordinal) ? PaperReading.Docx(await Fetch(file)) : PaperReading.Html(await Fetch(file))));
        return [.. all];
    }

    [Theory]
    [InlineData("record.csv?lang=fr", "en")]
    [InlineData("record.csv", "fr")]
    [InlineData("record.csv?lang=xx", "fr")]
    public async Task Headings_and_signs_are_those_of_the_language_asked_for_or_of_the_hearing(string file, string first)
    {
        await Do(new ChangeHearing((await _server.Session()).State.Details! with { Languages = [first, "es"] }));
        var table = RecordReading.Csv(await Fetch(file), "fr");
        Assert.Equal(["215,5", "60"], table.Under("A parlé (s)"));
        Assert.Equal("Observations", table.Under("Objet")[1]);
    }

    [Fact]
    public async Task Nobodys_gender_and_no_agreed_time_leaves_the_house()
    {
        var json = (await Json()).ToJsonString();
        Assert.Contains("\"by\":\"Language\",\"value\":\"sw\"", json, StringComparison.Ordinal);
        foreach (var secret in new[] { "Gender", "Female", "ccommodation" }) Assert.DoesNotContain(secret, json, StringComparison.OrdinalIgnoreCase);
        var cells = RecordReading.Xlsx(await Fetch("record.xlsx")).Values.SelectMany(s => s).SelectMany(r => r).ToArray();
        Assert.Contains("sw", cells);
        Assert.Empty(cells.Intersect(["Gender", "Female", "45"], StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_was_erased_has_no_name_in_any_of_them()
    {
        foreach (var person in new[] { _who[0], _who[3] }) await Do(new ErasePersonalData(person.Id, "Asked for it"));
        var json = await Json();
        var tables = RecordReading.Xlsx(await Fetch("record.xlsx")).Values.Append(RecordReading.Csv(await Fetch("record.csv")));
        string[] texts =
        [
            json.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), .. tables.Select(t => string.Join('|', t.SelectMany(r => r))),
            .. new[] { PaperReading.Docx(await Fetch("record.docx")), PaperReading.Html(await Fetch("record.html")), PaperReading.Docx(await Fetch("summary.docx")), PaperReading.Html(await Fetch("summary.html")) }.Select(p => string.Join('|', p.Texts)),
            string.Join('|', Ical.Net.Calendar.Load(System.Text.Encoding.UTF8.GetString(await Fetch("record.ics")))!.Events.Select(e => $"{e.Summary} {e.Description}")),
        ];
        foreach (var person in new[] { _who[0], _who[3] }) Assert.All(texts, t => Assert.DoesNotContain(person.FullName, t, StringComparison.Ordinal));
        Assert.Equal(Participant.ErasedName, (string?)json["interventions"]![0]!["speaker"]!["name"]);
        Assert.Equal(Participant.ErasedName, (string?)json["contributions"]![0]!["person"]!["name"]);
    }

    /// <summary>Whoever adds a field writes what it means.</summary>
    [Fact]
    public async Task Each_field_stands_in_the_docs()
    {
        var docs = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "record.md"), TestContext.Current.CancellationToken);
        Assert.Empty(Names(await Json()).Distinct(StringComparer.Ordinal).Where(name => !docs.Contains($"`{name}`", StringComparison.Ordinal)));

        static IEnumerable<string> Names(JsonNode? node) => node switch
        {
            JsonObject fields => fields.SelectMany(f => Names(f.Value).Prepend(f.Key)),
            JsonArray list => list.SelectMany(Names),
            _ => [],
        };
    }

    [Fact]
    public async Task The_page_leads_to_them()
    {
        await using var room = await Room.For(_server, Role.Moderator);
        var page = room.Open<RecordPage>();
        var links = page.FindAll(".record-files a[download]");
        Assert.Equal(["summary.docx", "record.docx", "record.xlsx", "record.csv", "record.json", "record.ics"], links.Select(l => l.GetAttribute("href")!.Split("/")[^1]));
        foreach (var link in links)
        {
            Assert.EndsWith(link.GetAttribute("href")!.Split('.')[^1].ToUpperInvariant(), link.TextContent, StringComparison.Ordinal);
            var file = await _desk.GetAsync(link.GetAttribute("href"), TestContext.Current.CancellationToken);
            Assert.Equal(("no-store", $"gcm-2017-{link.GetAttribute("href")!.Split("/")[^1]}"), (file.EnsureSuccessStatusCode().Headers.CacheControl?.ToString(), file.Content.Headers.ContentDisposition?.FileName));
        }

        // What is to be printed is opened, beside the console; Blazor would take a link into its own window for one of its pages.
        foreach (var link in page.FindAll(".record-files a:not([download])"))
        {
            Assert.Equal("_blank", link.GetAttribute("target"));
            var shown = await _desk.GetAsync(link.GetAttribute("href"), TestContext.Current.CancellationToken);
            Assert.Equal(("no-store", "text/html", null), (shown.EnsureSuccessStatusCode().Headers.CacheControl?.ToString(), shown.Content.Headers.ContentType?.MediaType, shown.Content.Headers.ContentDisposition?.FileName));
        }
    }

    [Fact]
    public async Task It_offers_them_in_the_languages_of_the_hearing()
    {
        await Do(new ChangeHearing((await _server.Session()).State.Details! with { Languages = ["en"] }));
        await using var room = await Room.For(_server, Role.Moderator);
        Assert.Empty(room.Open<RecordPage>().FindAll("[data-field=files-in]"));
        await Do(new ChangeHearing((await _server.Session()).State.Details! with { Languages = ["fr", "zh"] }));
        var page = room.Open<RecordPage>();
        Assert.Equal(["fr", "zh"], page.FindAll("[data-field=files-in] option").Select(o => o.GetAttribute("value")!));
        Assert.All(page.FindAll(".record-files a"), a => Assert.DoesNotContain("lang", a.GetAttribute("href")!, StringComparison.Ordinal));
        page.Find("[data-field=files-in]").Change("zh");
        // The names in a JSON are the same in every language.
        Assert.All(page.FindAll(".record-files a"), a => Assert.Equal(!a.GetAttribute("href")!.Contains(".json", StringComparison.Ordinal), a.GetAttribute("href")!.EndsWith("?lang=zh", StringComparison.Ordinal)));
        using var file = await _desk.GetAsync(page.Find(".record-files a[href*='record.docx']").GetAttribute("href"), TestContext.Current.CancellationToken);
        Assert.Equal("gcm-2017-record.zh.docx", file.Content.Headers.ContentDisposition?.FileName);
    }

    /// <summary>Those that there are words for, each once, whatever the country; where the first has none, no file is in it unless it is chosen.</summary>
    [Theory]
    [InlineData("fr,pt-BR", "")]
    [InlineData("en-US,en-GB", "")]
    [InlineData("pt-BR,zh-Hans,fr-CH", "zh,fr")]
    public async Task It_offers_none_that_there_are_no_words_for(string languages, string offered)
    {
        await Do(new ChangeHearing((await _server.Session()).State.Details! with { Languages = [.. languages.Split(',')] }));
        await using var room = await Room.For(_server, Role.Moderator);
        var page = room.Open<RecordPage>();
        Assert.Equal(offered, string.Join(',', page.FindAll("[data-field=files-in] option").Select(o => o.GetAttribute("value"))));
        Assert.Equal(offered.StartsWith("zh", StringComparison.Ordinal), page.Find(".record-files a").GetAttribute("href")!.EndsWith("?lang=zh", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_who_may_read_the_audit_is_led_to_the_journal()
    {
        await using var moderator = await Room.For(_server, Role.Moderator);
        Assert.Empty(moderator.Open<RecordPage>().FindAll("a[href$='journal.json']"));
        await using var administrator = await Room.For(_server, Role.Administrator);
        Assert.Single(administrator.Open<RecordPage>().FindAll("a[href$='journal.json']"));
    }
}
