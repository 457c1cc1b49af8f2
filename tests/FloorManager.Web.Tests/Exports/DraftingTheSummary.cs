using System.Globalization;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Wording;
using FloorManager.Web.Exports;
using Xunit;
using static FloorManager.Domain.Hearings.HearingCommand;

namespace FloorManager.Web.Tests.Exports;

/// <summary>The record as papers to be read and gone on with: all of it, nothing else, and the same in each format, whatever the names are.</summary>
public sealed class DraftingTheSummary : IAsyncLifetime
{
    private static readonly string[] Papers = ["record", "summary"];

    private readonly FloorServer _server = new();
    private HttpClient _desk = null!;

    /// <summary>The hardest names there are spoke, asked, recommended and wrote; besides, somebody whose name is Chinese speaks too long on a topic, and a question is answered.</summary>
    public async ValueTask InitializeAsync()
    {
        _desk = await _server.Client(Role.Moderator);
        await HostileNames.Bring(_server);
        await HostileNames.Do(_server, new EndIntervention(), new RegisterParticipants([HostileNames.People[0] with { Id = new("zh"), Style = "Ms.", FullName = "林若溪", Delegation = "中国", Gender = Gender.Female }]));
        foreach (var person in HostileNames.People[2..6]) await HostileNames.Do(_server, new Recognise(ParticipantId: person.Id, Start: true), new EndIntervention());
        await HostileNames.Do(_server, new Recognise(ParticipantId: new("zh"), Start: true));
        var state = (await _server.Session()).State;
        await HostileNames.Do(_server, new NoteRecommendation(state.Floor!.Id, "Portability of benefits", Panel(state).Topics[1].Id), new NoteRecommendation(state.Floor.Id, "Firewalls before services"), new NoteQuestion(Panel(state).Podium[1].Id, "Who pays?", state.Floor.Id));
        await HostileNames.Do(_server, new SettleQuestion((await _server.Session()).State.Questions[^1].Id, Answered: true));
        _server.Time.Advance(TimeSpan.FromSeconds(215.5));
        await HostileNames.Do(_server, new EndIntervention());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static Segment Panel(Hearing state) => state.FindSegment(new("panel-2"))!;

    private Task<byte[]> Fetch(string file) => _desk.GetByteArrayAsync($"/api/v1/hearings/gcm-2017/{file}", TestContext.Current.CancellationToken);

    private async Task<(string File, PaperReading Read)[]> All(string query = "")
    {
        var all = new List<(string, PaperReading)>();
        foreach (var paper in Papers)
        {
            all.Add(($"{paper}.docx", PaperReading.Docx(await Fetch($"{paper}.docx{query}"))));
            all.Add(($"{paper}.html", PaperReading.Html(await Fetch($"{paper}.html{query}"))));
        }

        return [.. all];
    }

    private async Task<JsonNode> Json() => JsonNode.Parse(await Fetch("record.json"))!;

    [Fact]
    public async Task Everybody_and_every_word_is_in_each_of_them()
    {
        var json = await Json();
        string[] lists = ["interventions", "notHeard", "recommendations", "questions", "contributions"];
        Assert.All(lists, list => Assert.NotEmpty(json[list]!.AsArray()));
        string[] people = [.. lists.SelectMany(list => json[list]!.AsArray()).Select(l => l!["speaker"] ?? l["person"] ?? l["madeBy"] ?? l["from"]).OfType<JsonNode>().SelectMany(p => new[] { (string)p["name"]!, (string)p["delegation"]! })];
        string[] texts = [.. lists[2..].SelectMany(list => json[list]!.AsArray()).SelectMany(l => ((string)l!["text"]!).Split('\n'))];
        foreach (var (file, read) in await All())
        {
            var whole = string.Join('\n', read.Texts);
            Assert.All(people.Concat(texts), text => Assert.True(whole.Contains(text, StringComparison.Ordinal), $"{file}: {text}"));
            Assert.Empty(read.Texts.Select(HostileNames.Fault).OfType<string>());
            Assert.Equal(json["contributions"]!.AsArray().Count, read.Headings.SkipWhile(h => h.Text != "Written contributions").Skip(1).TakeWhile(h => h.Level == 3).Count());
            foreach (var secret in new[] { "Female", "emale", "women", "ender" }) Assert.DoesNotContain(secret, whole, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_document_and_the_page_are_the_same()
    {
        foreach (var query in new[] { "", "?lang=fr", "?lang=ar", "?lang=zh" })
        {
            var all = await All(query);
            foreach (var (docx, html) in new[] { (all[0].Read, all[1].Read), (all[2].Read, all[3].Read) })
            {
                Assert.Equal(docx.Headings, html.Headings);
                Assert.Equal(docx.Tables.SelectMany(t => t), html.Tables.SelectMany(t => t));
            }
        }
    }

    [Fact]
    public async Task Figures_are_those_of_the_other_files()
    {
        var json = await Json();
        foreach (var (file, read) in await All())
        {
            foreach (var figures in json["figures"]!.AsArray())
            {
                string[][] sum = [["Interventions", $"{figures!["interventions"]}"], ["Floor time", Length(figures["floorSeconds"]!)]];
                var facts = read.Tables.Where(t => t.Length >= 2 && t[0].SequenceEqual(sum[0]) && t[1].SequenceEqual(sum[1])).ToArray();
                Assert.True(facts.Length > 0, $"{file}: {figures["segmentId"]}");
                if (figures["waiting"] is { } waiting) Assert.Contains(facts, f => f.Any(l => l.SequenceEqual(["Longest wait", Length(waiting["largestSeconds"]!)])));
                foreach (var share in figures["shares"]!.AsArray().Where(s => (string)s!["by"]! == "Category"))
                    Assert.Contains(read.Tables.SelectMany(t => t), r => r.SequenceEqual([Category(share!["value"]!), $"{share["interventions"]}", Length(share["floorSeconds"]!), $"{share["requests"]}", $"{share["present"]}"]));
            }
        }

        var rows = PaperReading.Docx(await Fetch("record.docx")).Tables.Where(t => t[0].Contains("Overrun")).SelectMany(t => t.Skip(1)).ToArray();
        Assert.Equal(json["interventions"]!.AsArray().Select(i => Length(i!["spokenSeconds"]!)), rows.Select(r => r[10]));
        Assert.Equal("+0:35", rows[^1][^1]);

        static string Length(JsonNode seconds) => string.Create(CultureInfo.InvariantCulture, $"{(int)(double)seconds / 60}:{(int)(double)seconds % 60:00}");
        static string Category(JsonNode code) => RecordWords.In("en", []).Category((string)code!);
    }

    [Fact]
    public async Task Recommendations_stand_by_the_topics_of_their_panel_with_whose_they_are()
    {
        var state = (await _server.Session()).State;
        foreach (var (_, read) in (await All())[2..])
        {
            var topic = read.Headings.Index().Last(h => h.Item.Text == CleanText.Of(Panel(state).Topics[1].Text) && h.Item.Level == 3).Index;
            Assert.Equal((2, "Recommendations"), read.Headings[..topic].Last(h => h.Level == 2));
            var text = read.Texts.IndexOf("Portability of benefits");
            Assert.Equal(["Ms. 林若溪, 中国", "10:00"], read.Texts[text + 1].Split(", ") is [.. var who, var at] ? [string.Join(", ", who), at] : []);
            // What nobody answered is marked, and listed after what was asked.
            Assert.Contains(read.Table("Question", "From", "To", "Answered").Skip(1), r => r[3] == "unanswered");
            Assert.Contains(read.Tables.Where(t => t[0][0] == "Question").SelectMany(t => t), r => r[0] == "Who pays?" && r[3] == "yes");
            Assert.Contains((3, "Unanswered questions"), read.Headings);
            // What has no topic comes last, under a heading of its own.
            var rest = read.Texts.IndexOf("Firewalls before services");
            Assert.True(text < rest && read.Texts.LastIndexOf("Without a topic", rest) is var heading && heading > text);
        }
    }

    [Fact]
    public async Task Headings_have_their_order_and_no_level_is_left_out()
    {
        var json = await Json();
        string[] lists = ["interventions", "notHeard", "recommendations", "questions", "contributions"];
        var told = lists.SelectMany(list => json[list]!.AsArray()).Select(l => (string)l!["segmentId"]!).ToHashSet(StringComparer.Ordinal);
        var parts = json["segments"]!.AsArray().Where(s => (string)s!["kind"]! == "Panel" || told.Contains((string)s["id"]!))
            .Select(s => string.Join(" – ", new[] { (string)s!["title"]!, (string)s["theme"]! }.Where(t => t.Length > 0))).Append("How the floor was shared in the whole hearing").ToArray();
        foreach (var (file, read) in await All())
        {
            Assert.All(read.Headings.Prepend((0, "")).Zip(read.Headings), pair => Assert.True(pair.Second.Level <= pair.First.Item1 + 1, $"{file}: {pair}"));
            Assert.Equal(parts, read.Headings.Where(h => h.Level == 1).Select(h => h.Text));
        }
    }

    [Fact]
    public async Task A_document_has_styles_page_numbers_and_heading_rows_that_come_again()
    {
        foreach (var paper in Papers)
        {
            PaperReading.Docx(await Fetch($"{paper}.docx"), document =>
            {
                var main = document.MainDocumentPart!;
                var (body, styles) = (main.Document!.Body!, main.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value).ToHashSet(StringComparer.Ordinal));
                Assert.All(body.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value).Concat(body.Descendants<TableStyle>().Select(s => s.Val!.Value)), s => Assert.Contains(s, styles));
                Assert.All(body.Descendants<Table>().Where(t => t.GetFirstChild<TableProperties>()!.TableStyle!.Val == "FloorTable"), t => Assert.NotNull(t.GetFirstChild<TableRow>()!.TableRowProperties!.GetFirstChild<TableHeader>()));
                // Rows that must not break over a page are lost by LibreOffice where their table begins low on one.
                Assert.DoesNotContain(body.Descendants<TableRow>(), r => r.Descendants<CantSplit>().Any() && !r.Descendants<TableHeader>().Any());
                Assert.Equal([" PAGE ", " NUMPAGES "], main.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(f => f.Instruction!.Value));
                Assert.Empty(body.Descendants<SimpleField>());
                Assert.Equal(paper == "record", body.GetFirstChild<SectionProperties>()!.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape);
                Assert.Equal((CleanText.Of(HostileNames.All[0]), "en"), (document.PackageProperties.Title, document.PackageProperties.Language));
                Assert.Empty(main.HyperlinkRelationships);
                Assert.Empty(main.ExternalRelationships);
            });
        }
    }

    [Fact]
    public async Task In_Arabic_all_of_it_is_from_right_to_left()
    {
        foreach (var paper in Papers)
        {
            PaperReading.Docx(await Fetch($"{paper}.docx?lang=ar"), document =>
            {
                var body = document.MainDocumentPart!.Document!.Body!;
                Assert.All(body.Descendants<Paragraph>(), p => Assert.NotNull(p.ParagraphProperties?.BiDi));
                Assert.All(body.Elements<Table>(), t => Assert.NotNull(t.GetFirstChild<TableProperties>()!.BiDiVisual));
                Assert.NotNull(body.GetFirstChild<SectionProperties>()!.GetFirstChild<BiDi>());
                Assert.NotNull(body.Descendants<Run>().First().RunProperties?.RightToLeftText);
                // The sign at the end of a line of Latin letters stays at its end, and nothing else has a mark.
                var latin = body.Descendants<Text>().Select(t => t.Text).Where(t => t.Any(char.IsAsciiLetter) && !t.Any(c => c is > '\u0590' and < '\u0900')).ToArray();
                Assert.Contains(latin, t => t.EndsWith("?\u200E", StringComparison.Ordinal));
                Assert.All(latin, t => Assert.Equal(!char.IsLetter(t.TrimEnd('\u200E')[^1]), t[^1] == '\u200E'));
                Assert.DoesNotContain(body.Descendants<Text>(), t => t.Text.Contains('\u200F'));
                Assert.Equal("ar", document.PackageProperties.Language);
            });
            var page = PaperReading.Html(await Fetch($"{paper}.html?lang=ar"), document => Assert.Equal(("ar", "rtl"), (document.DocumentElement.GetAttribute("lang"), document.DocumentElement.GetAttribute("dir"))));
            Assert.Contains((2, "المداخلات"), page.Headings);
            // Numbers and dates as everywhere: no sign in them that a program would not read.
            Assert.Contains(page.Tables.SelectMany(t => t), l => l[0].StartsWith("مؤشر جيني", StringComparison.Ordinal) && l[1].StartsWith("0.", StringComparison.Ordinal));
            Assert.Contains(page.Tables.SelectMany(t => t), l => l[0] == "التواريخ" && l[1].EndsWith(" يوليو 2017", StringComparison.Ordinal));
        }

        // A name turns round no line that it does not fill.
        PaperReading.Html(await Fetch("record.html"), document => Assert.All(document.QuerySelectorAll("td"), cell => Assert.True(cell.TextContent.Length == 0 || cell.Children is [{ LocalName: "bdi" or "strong" }] || !cell.TextContent.Any(c => c > 0x590), cell.OuterHtml)));
    }

    [Fact]
    public async Task The_calendar_tells_when_it_really_was()
    {
        var json = await Json();
        var events = Ical.Net.Calendar.Load(System.Text.Encoding.UTF8.GetString(await Fetch("record.ics")))!.Events;
        foreach (var spoken in json["interventions"]!.AsArray())
        {
            var found = Assert.Single(events, e => e.Uid == $"{spoken!["id"]}@gcm-2017");
            Assert.Equal((Second(spoken!["startedAt"]!), Second(spoken["endedAt"]!)), (found.Start!.AsUtc, found.End!.AsUtc));
            Assert.Contains((string)spoken["speaker"]!["name"]!, found.Summary, StringComparison.Ordinal);
        }

        foreach (var segment in json["interventions"]!.AsArray().GroupBy(i => (string)i!["segmentId"]!))
        {
            var found = Assert.Single(events, e => e.Uid == $"{segment.Key}.held@gcm-2017");
            Assert.Equal((segment.Min(i => Second(i!["recognisedAt"]!)), segment.Max(i => Second(i!["endedAt"]!))), (found.Start!.AsUtc, found.End!.AsUtc));
            Assert.StartsWith("Planned: 26 July 2017", found.Description, StringComparison.Ordinal);
        }

        Assert.Equal(json["interventions"]!.AsArray().Count + json["interventions"]!.AsArray().DistinctBy(i => (string)i!["segmentId"]!).Count(), events.Count);

        static DateTime Second(JsonNode at) => DateTime.Parse(((string)at["utc"]!)[..19], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
    }

    [Fact]
    public async Task The_journal_is_the_audit_as_one_document()
    {
        using var administrator = await _server.Client(Role.Administrator);
        var lines = (await administrator.GetStringAsync("/api/v1/hearings/gcm-2017/audit.jsonl", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var journal = JsonNode.Parse(await administrator.GetStringAsync("/api/v1/hearings/gcm-2017/journal.json", TestContext.Current.CancellationToken))!;
        Assert.Equal(("floormanager.journal/1", "gcm-2017"), ((string?)journal["format"], (string?)journal["hearing"]));
        Assert.Equal(lines.Select(l => JsonNode.Parse(l)!.ToJsonString()), journal["entries"]!.AsArray().Select(e => e!.ToJsonString()));
        Assert.Equal((await _server.Session()).State.Version, lines.Length);
        var docs = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "record.md"), TestContext.Current.CancellationToken);
        Assert.All(journal["entries"]![0]!.AsObject().Select(f => f.Key), name => Assert.Contains($"`{name}`", docs, StringComparison.Ordinal));
    }

    /// <summary>Five thousand interventions: the rows are made while they are written, and no format holds its text as a whole.</summary>
    [Fact]
    public async Task A_long_record_is_written_as_it_is_read()
    {
        var record = RecordExtract.Of((await _server.Session()).State);
        record = record with { Interventions = [.. Enumerable.Range(0, 5_000).Select(n => record.Interventions[^1] with { Id = new(new Guid(n, 0, 0, new byte[8])) })] };
        var paper = new RecordPapers(record, RecordWords.In("en", record.Languages)).Record;

        var page = new Counting();
        await PaperPage.Write(paper, page, default);
        Assert.True(page.Length > 1_500_000 && page.Largest < 30_000, $"{page.Length} bytes, at most {page.Largest} at once");

        var document = new MemoryStream();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await PaperDocx.Write(paper, document, default);
        using var read = WordprocessingDocument.Open(document, isEditable: false);
        using var unpacked = read.MainDocumentPart!.GetStream();
        var (held, text) = (document.Length, await Length(unpacked));
        TestContext.Current.TestOutputHelper?.WriteLine($"page {page.Length / 1024} kB, largest write {page.Largest} B; document {text / 1024} kB of text, {held / 1024} kB held, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024} kB left in memory");
        Assert.True(held < text / 10, $"{held} bytes are held of {text}");

        static async Task<long> Length(Stream stream)
        {
            using var to = new Counting();
            await stream.CopyToAsync(to, TestContext.Current.CancellationToken);
            return to.Length;
        }
    }

    private sealed class Counting : Stream
    {
        private long _length;

        public int Largest { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => (_length, Largest) = (_length + count, Math.Max(Largest, count));
    }
}
