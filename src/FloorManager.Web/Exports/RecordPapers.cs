using FloorManager.Domain.Balance;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Wording;

namespace FloorManager.Web.Exports;

/// <summary>The record as documents to be read. Whatever is said in them stands in the record or in the resources; nothing is told in other words.</summary>
internal sealed class RecordPapers(RecordDocument record, RecordWords words)
{
    private readonly ILookup<SegmentId, InterventionLine> _spoken = record.Interventions.ToLookup(i => i.SegmentId);
    private readonly ILookup<SegmentId, RecommendationLine> _recommended = record.Recommendations.ToLookup(r => r.SegmentId);
    private readonly ILookup<SegmentId, QuestionLine> _asked = record.Questions.ToLookup(q => q.SegmentId);
    private readonly ILookup<SegmentId, NotHeardLine> _notHeard = record.NotHeard.ToLookup(n => n.SegmentId);
    private readonly ILookup<SegmentId, ContributionLine> _written = record.Contributions.ToLookup(c => c.SegmentId);

    /// <summary>All of it, by segment, as it is put on file.</summary>
    public Paper Record => new(record.Title, words.Subject("Paper.Record", record), Mark, words, Wide: true, All(s => [.. Spoken(s), .. Corrected(s), .. Recommended(s), .. Asked(s), .. NotHeard(s), .. Contributed(s)]));

    /// <summary>What the President's summary is drafted from: the recommendations stand by the topics of their panel, and what was left open is marked.</summary>
    public Paper Summary => new(record.Title, words.Subject("Paper.Summary", record), Mark, words, Wide: false, All(s => [.. OnPodium(s), .. Speakers(s), .. ByTopic(s), .. Asked(s), .. Unanswered(s), .. NotHeard(s), .. Contributed(s)]));

    private string Mark => record.IsRehearsal ? words["Rehearsal.Tag"] : "";

    private IEnumerable<Block> All(Func<SegmentLine, IEnumerable<Block>> of)
    {
        if (record.IsRehearsal) yield return new Block.Sentence(new Piece(words["Paper.Rehearsal"], Ours: true, Strong: true));
        yield return new Block.Facts(
        [
            (words["Paper.Hearing"], new(record.Hearing)), (words["Paper.Place"], new(record.Place)), (words["Paper.Dates"], Ours(Dates)),
            (words["Paper.State"], Ours(words.Filled("Paper.StateOf", record.Version, words.Day(record.AsOf), words.Time(record.AsOf), record.TimeZone))),
        ]);
        foreach (var segment in record.Segments.Where(s => s.Kind == SegmentKind.Panel || HasAnything(s.Id)))
        {
            yield return Title(segment);
            foreach (var block in of(segment)) yield return block;
            foreach (var block in Figures(record.Figures.Where(f => f.SegmentId == segment.Id), level: 2)) yield return block;
        }

        foreach (var block in Figures(record.Figures.Where(f => f.SegmentId is null), level: 1)) yield return block;
    }

    private bool HasAnything(SegmentId id) => _spoken.Contains(id) || _recommended.Contains(id) || _asked.Contains(id) || _notHeard.Contains(id) || _written.Contains(id);

    private string Dates => string.Join(" – ", record.Segments.Select(s => s.StartsAt).DistinctBy(m => m.Wall.Date).OrderBy(m => m.Wall).Select(words.Day));

    private static Block.Heading Title(SegmentLine s) => s.Theme.Length > 0 ? new(1, new(s.Title), Ours(" – "), new(s.Theme)) : new(1, new Piece(s.Title));

    private IEnumerable<Block> OnPodium(SegmentLine s)
    {
        if (!s.Podium.IsEmpty)
        {
            yield return new Block.Heading(2, Ours(words["Programme.Podium"]));
            foreach (var p in s.Podium) yield return new Block.Sentence([Ours($"{words[$"Podium.{p.Role}"]}{words["Paper.Colon"]}"), .. Podium(p)]);
        }

        if (s.Topics.IsEmpty) yield break;
        yield return new Block.Heading(2, Ours(words["Programme.Topics"]));
        yield return new Block.Points(s.Topics.Select(t => new Point(new(t.Text), [])));
    }

    private IEnumerable<Piece> Podium(PodiumLine p)
    {
        var name = FormOfAddress.With(p.Style, p.Name);
        if (name.Length > 0) yield return new(name, Strong: true);
        if (p.Affiliation.Length > 0)
        {
            if (name.Length > 0) yield return Ours(words["Paper.Comma"]);
            yield return new(p.Affiliation);
        }

        if (p.ToBeConfirmed) yield return Ours(words.Filled("Paper.InBrackets", "", words["Podium.ToBeConfirmed"]));
    }

    /// <summary>By the number under which the tables of a segment tell of them.</summary>
    private (int Number, InterventionLine Line)[] Numbered(SegmentLine s) => [.. _spoken[s.Id].Select((i, n) => (n + 1, i))];

    private IEnumerable<Block> Speakers(SegmentLine s) => Table("Export.Sheet.Interventions", Numbered(s),
        ("Paper.Number", 6, true, r => Number(r.Number)), ("Record.At", 10, false, r => At(r.Line.RecognisedAt, s)), ("Export.Name", 28, false, r => NameAndFunction(r.Line.Speaker)),
        ("Export.Delegation", 25, false, r => new(r.Line.Speaker.Delegation)), ("Export.Category", 18, false, r => new(words.Category(r.Line.Speaker.Category))), ("Export.Kind", 18, false, r => Kind(r.Line)));

    private IEnumerable<Block> Spoken(SegmentLine s) => Table("Export.Sheet.Interventions", Numbered(s),
        ("Paper.Number", 10, true, r => Number(r.Number)), ("Paper.Asked", 24, false, r => Door(r.Line, s)), ("Record.At", 17, false, r => At(r.Line.RecognisedAt, s)), ("Paper.StartAndEnd", 22, false, r => StartAndEnd(r.Line, s)),
        ("Export.Name", 29, false, r => NameAndFunction(r.Line.Speaker)), ("Export.Delegation", 27, false, r => new(r.Line.Speaker.Delegation)), ("Export.Category", 24, false, r => new(words.Category(r.Line.Speaker.Category))),
        ("Paper.Region", 21, false, r => new(words.Region(r.Line.Speaker.RegionalGroup))), ("Export.Kind", 25, false, r => Kind(r.Line)), ("Export.Topic", 27, false, r => new(r.Line.Topic ?? "")),
        ("Record.Spoke", 17, true, r => Length(r.Line.SpokenSeconds)), ("Paper.Limit", 15, true, r => Length(r.Line.LimitSeconds)), ("Paper.Adjusted", 19, true, r => Signed(r.Line.AdjustedSeconds)),
        ("Record.Overrun", 23, true, r => Signed(r.Line.OverrunSeconds)));

    /// <summary>A row for each part that was put right; the numbers are those of the interventions above.</summary>
    private IEnumerable<Block> Corrected(SegmentLine s) => Table("Paper.Corrections", [.. Numbered(s).SelectMany(r => r.Line.Corrections.Select(c => (r.Number, r.Line, Made: c)))],
        ("Paper.Number", 9, true, r => Number(r.Number)), ("Export.Name", 32, false, r => Name(r.Line.Speaker)), ("Paper.CorrectedPart", 20, false, r => Ours(words[$"Corrected.{r.Made.What}"])),
        ("Paper.Before", 34, false, r => Said(r.Made.What, r.Made.From, r.Made.WasAt, s)), ("Paper.After", 34, false, r => Said(r.Made.What, r.Made.To, r.Made.IsAt, s)), ("Paper.Reason", 50, false, r => new(r.Made.Reason)),
        ("Paper.CorrectedAt", 22, false, r => new($"{words.Day(r.Made.At)} {words.Time(r.Made.At)}")), ("Paper.CorrectedBy", 20, false, r => Ours(words[$"Audit.Role.{r.Made.By}"])));

    private Piece Said(CorrectedPart part, string? said, Moment? at, SegmentLine s) =>
        words.Corrected(part, said, at, known => OnDay(known, words.Second(known), s)) is { } stood ? new(stood) : Ours("–");

    private IEnumerable<Block> Recommended(SegmentLine s)
    {
        if (!_recommended.Contains(s.Id)) yield break;
        yield return new Block.Heading(2, Ours(words["Export.Sheet.Recommendations"]));
        yield return Points(s, _recommended[s.Id], withTopic: true);
    }

    /// <summary>By the topics in their order; what has none, or one that the programme has no more, comes last.</summary>
    private IEnumerable<Block> ByTopic(SegmentLine s)
    {
        if (!_recommended.Contains(s.Id)) yield break;
        yield return new Block.Heading(2, Ours(words["Export.Sheet.Recommendations"]));
        var by = _recommended[s.Id].ToLookup(r => r.Topic is null ? null : r.TopicId);
        foreach (var topic in s.Topics.Where(t => by.Contains(t.Id)))
        {
            yield return new Block.Heading(3, new Piece(topic.Text));
            yield return Points(s, by[topic.Id], withTopic: false);
        }

        if (!by.Contains(null)) yield break;
        yield return new Block.Heading(3, Ours(words["Paper.NoTopic"]));
        yield return Points(s, by[null], withTopic: false);
    }

    private Block.Points Points(SegmentLine s, IEnumerable<RecommendationLine> made, bool withTopic) => new(made.Select(r => new Point(
        new(r.Text),
        [.. r.MadeBy is { } by ? Whose(by) : [Ours(words["Record.TakenBack"])], .. r.MadeAt is { } at ? [Ours(words["Paper.Comma"]), At(at, s)] : Array.Empty<Piece>(), .. withTopic && r.Topic is { } topic ? [Ours(" – "), new(topic)] : Array.Empty<Piece>()])));

    private IEnumerable<Block> Asked(SegmentLine s) => Table("Export.Sheet.Questions", [.. _asked[s.Id]],
        ("Export.Question", 38, false, q => new(q.Text)), ("Paper.From", 24, false, q => q.From is { } from ? Name(from) : Piece.None), ("Export.To", 20, false, q => q.To is { } to ? new(to) : Ours(words["Question.ToAll"])),
        ("Export.Answered", 18, false, q => q.Answered ? Ours(words["Sheet.yes"]) : new(words["Paper.Unanswered"], Ours: true, Strong: true)));

    private IEnumerable<Block> Unanswered(SegmentLine s)
    {
        var open = _asked[s.Id].Where(q => !q.Answered).ToArray();
        if (open.Length == 0) yield break;
        yield return new Block.Heading(3, Ours(words["Paper.UnansweredAll"]));
        yield return new Block.Points(open.Select(q => new Point(
            new(q.Text), [.. q.From is { } from ? Whose(from).Append(Ours(" → ")) : [], q.To is { } to ? new(to) : Ours(words["Question.ToAll"])])));
    }

    private IEnumerable<Block> NotHeard(SegmentLine s) => Table("Export.Sheet.NotHeard", [.. _notHeard[s.Id]],
        ("Export.Name", 25, false, n => NameAndFunction(n.Person)), ("Export.Delegation", 25, false, n => new(n.Person.Delegation)), ("Export.Category", 17, false, n => new(words.Category(n.Person.Category))),
        ("Export.Because", 18, false, n => Ours(words[$"Export.{n.Because}"])), ("Export.AskedAt", 15, false, n => n.AskedAt is { } at ? At(at, s) : Piece.None));

    private IEnumerable<Block> Contributed(SegmentLine s)
    {
        if (!_written.Contains(s.Id)) yield break;
        yield return new Block.Heading(2, Ours(words["Paper.Contributions"]));
        foreach (var c in _written[s.Id])
        {
            yield return new Block.Heading(3, [.. Whose(c.Person), Ours(words["Paper.Comma"]), At(c.HandedInAt, s)]);
            yield return new Block.Written(new(c.Text));
        }
    }

    private IEnumerable<Block> Figures(IEnumerable<FiguresLine> lines, int level)
    {
        foreach (var f in lines)
        {
            yield return new Block.Heading(level, Ours(words[f.SegmentId is null ? "Paper.Whole" : "Figures.Title"]));
            yield return new Block.Facts(
            [
                (words["Figures.Interventions"], Number(f.Interventions)), (words["Figures.FloorTime"], Length(f.FloorSeconds)),
                .. f.Gini is { } gini ? [(words["Figures.Gini"], Number(gini))] : Array.Empty<(string, Piece)>(),
                .. f.Waiting is { } w
                    ? [(words["Export.Reached"], Number(w.Reached)), (words["Paper.MedianWait"], Length(w.MedianSeconds)), (words["Paper.LongestWait"], Length(w.LargestSeconds))]
                    : Array.Empty<(string, Piece)>(),
            ]);
            foreach (var by in f.Shares.GroupBy(share => share.By))
            {
                (string, int, bool, Func<ShareLine, Piece>)[] columns =
                [
                    ("Export.Value", 40, false, r => new(words.Value(r, record.Segments.Where(s => f.SegmentId is null || s.Id == f.SegmentId)))), ("Figures.Interventions", 16, true, r => Number(r.Interventions)),
                    ("Figures.FloorTime", 14, true, r => Length(r.FloorSeconds)), ("Export.Requests", 15, true, r => Number(r.Requests)),
                    .. by.Key == FigureBy.Topic ? Array.Empty<(string, int, bool, Func<ShareLine, Piece>)>() : [("Export.Present", 15, true, r => Number(r.Present))],
                ];
                yield return Grid(words[$"Figures.By.{by.Key}"], captioned: true, by.ToArray(), columns);
            }

            if (!f.Overruns.IsEmpty)
            {
                yield return Grid(words["Figures.Strictness"], captioned: true, f.Overruns,
                    ("Export.Category", 40, false, r => new(words.Category(r.Category))), ("Figures.Interventions", 20, true, r => Number(r.Interventions)), ("Figures.MeanOverrun", 20, true, r => Length(r.MeanOverrunSeconds)),
                    ("Figures.LargestOverrun", 20, true, r => Length(r.LargestOverrunSeconds)));
            }

            if (f.UntouchedTopics.IsEmpty) continue;
            yield return new Block.Heading(level + 1, Ours(words["Export.Sheet.Untouched"]));
            yield return new Block.Points(f.UntouchedTopics.Select(t => new Point(new(t.Topic), [])));
        }
    }

    private IEnumerable<Block> Table<T>(string heading, IReadOnlyList<T> rows, params (string Key, int Share, bool IsNumber, Func<T, Piece> Of)[] columns) =>
        rows.Count == 0 ? [] : [new Block.Heading(2, Ours(words[heading])), Grid(words[heading], captioned: false, rows, columns)];

    private Block.Table Grid<T>(string label, bool captioned, IReadOnlyList<T> rows, params (string Key, int Share, bool IsNumber, Func<T, Piece> Of)[] columns) =>
        new(label, captioned, [.. columns.Select(c => new Column(words[c.Key], c.Share, c.IsNumber))], rows.Select(r => columns.Select(c => c.Of(r)).ToArray()));

    private IEnumerable<Piece> Whose(PersonLine person) => person.Delegation.Length > 0 && person.Delegation != person.Name ? [Name(person), Ours(words["Paper.Comma"]), new(person.Delegation)] : [Name(person)];

    private static Piece Name(PersonLine person) => new(FormOfAddress.With(person.Style, person.Name));

    private static Piece NameAndFunction(PersonLine person) => Lines(FormOfAddress.With(person.Style, person.Name), person.Designation);

    private Piece Kind(InterventionLine i) => Ours(i.Corrections.IsEmpty ? words[$"Kind.{i.Kind}"] : words.Filled("Paper.InBrackets", words[$"Kind.{i.Kind}"], words["Export.WasCorrected"]));

    /// <summary>The first door and when it was; empty for someone who did not ask.</summary>
    private Piece Door(InterventionLine i, SegmentLine s) => i.Channels is [var first, ..] ? Ours($"{words[$"Channel.{first.Channel}"]}\n{OnDay(first.At, words.Time(first.At), s)}") : Piece.None;

    /// <summary>One below the other, so that the start comes first in either direction.</summary>
    private Piece StartAndEnd(InterventionLine i, SegmentLine s) => Lines([.. new[] { i.StartedAt, i.EndedAt }.OfType<Moment>().Select(at => OnDay(at, words.Second(at), s))]);

    private static Piece Lines(params string[] lines) => new(string.Join('\n', lines.Where(l => l.Length > 0)));

    private Piece At(Moment at, SegmentLine segment) => new(OnDay(at, words.Time(at), segment));

    /// <summary>With the day before it where it is another than the programme has for the segment.</summary>
    private string OnDay(Moment at, string time, SegmentLine segment) => at.Wall.Date == segment.StartsAt.Wall.Date ? time : $"{words.ShortDay(at)} {time}";

    private static Piece Length(double seconds) => new(RecordWords.Length(seconds));

    private Piece Number(double number) => new(words.Number(number));

    /// <summary>Empty for less than a whole second, which would be written as nothing with a sign.</summary>
    private static Piece Signed(double seconds) => new((int)seconds == 0 ? "" : $"{(seconds < 0 ? "−" : "+")}{RecordWords.Length(Math.Abs(seconds))}");

    private static Piece Ours(string text) => new(text, Ours: true);
}
