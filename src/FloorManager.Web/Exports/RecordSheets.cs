using System.Globalization;
using FloorManager.Domain.Balance;
using FloorManager.Domain.Programme;

namespace FloorManager.Web.Exports;

/// <summary>The record as tables: the interventions, which stand alone where a file holds one table, and the sheets beside them. Lengths are seconds, as numbers.</summary>
internal sealed class RecordSheets(RecordDocument record, RecordWords words)
{
    public RecordSheet Interventions => Columns<InterventionLine>().In(i => i.SegmentId).Coded("Kind", i => words[$"Kind.{i.Kind}"], i => i.Kind).Who(i => i.Speaker).Cell("Topic", i => i.Topic)
        .Asked(i => i.Channels, i => i.AskedAt).When("RecognisedAt", i => i.RecognisedAt).When("StartedAt", i => i.StartedAt).When("EndedAt", i => i.EndedAt)
        .Cell("Spoken", i => i.SpokenSeconds).Cell("Limit", i => i.LimitSeconds).Cell("Adjusted", i => i.AdjustedSeconds).Cell("Overrun", i => i.OverrunSeconds).Cell("Corrected", Corrected).Cell("Id", i => $"{i.Id}")
        .Sheet("Interventions", record.Interventions);

    public IEnumerable<RecordSheet> All =>
    [
        Interventions,
        Columns<(InterventionLine Line, CorrectionLine Made)>().In(r => r.Line.SegmentId).Who(r => r.Line.Speaker).Coded("CorrectedPart", r => words[$"Corrected.{r.Made.What}"], r => r.Made.What)
            .Coded("Before", r => Said(r.Made, r.Made.From, r.Made.WasAt), r => r.Made.From).Coded("After", r => Said(r.Made, r.Made.To, r.Made.IsAt), r => r.Made.To).Cell("Reason", r => r.Made.Reason).When("CorrectedAt", r => r.Made.At)
            .Coded("CorrectedBy", r => words[$"Audit.Role.{r.Made.By}"], r => r.Made.By).Cell("Intervention", r => $"{r.Line.Id}").Sheet("Corrections", record.Interventions.SelectMany(i => i.Corrections.Select(c => (i, c)))),
        Columns<RecommendationLine>().In(r => r.SegmentId).Who(r => r.MadeBy).Cell("Topic", r => r.Topic).Cell("Recommendation", r => r.Text).Cell("Intervention", r => $"{r.InterventionId}").Cell("Id", r => $"{r.Id}")
            .Sheet("Recommendations", record.Recommendations),
        Columns<QuestionLine>().In(q => q.SegmentId).Who(q => q.From).Cell("To", q => q.To).Cell("Question", q => q.Text).Cell("Answered", q => words[q.Answered ? "Sheet.yes" : "Sheet.no"])
            .Cell("Intervention", q => q.InterventionId?.ToString()).Cell("Id", q => $"{q.Id}").Sheet("Questions", record.Questions),
        Columns<NotHeardLine>().In(r => r.SegmentId).Coded("Because", r => words[$"Export.{r.Because}"], r => r.Because).Coded("Kind", r => words[$"Kind.{r.Kind}"], r => r.Kind).Who(r => r.Person).Cell("Topic", r => r.Topic)
            .Asked(r => r.Channels, r => r.AskedAt).When("BecauseAt", r => r.At).Cell("Id", r => $"{r.Id}").Sheet("NotHeard", record.NotHeard),
        Columns<ContributionLine>().In(c => c.SegmentId).Who(c => c.Person).Coded("Channel", c => words[$"Channel.{c.Channel}"], c => c.Channel).When("HandedInAt", c => c.HandedInAt).Cell("Contribution", c => c.Text)
            .Cell("Id", c => $"{c.RequestId}").Sheet("Contributions", record.Contributions),
        Columns<FiguresLine>().In(f => f.SegmentId, words["Figures.Whole"]).Cell("Interventions", f => f.Interventions).Cell("FloorTime", f => f.FloorSeconds).Cell("Gini", f => f.Gini)
            .Cell("Reached", f => f.Waiting?.Reached).Cell("MedianWait", f => f.Waiting?.MedianSeconds).Cell("LargestWait", f => f.Waiting?.LargestSeconds).Sheet("Figures", record.Figures),
        Columns<(SegmentId? Segment, ShareLine Share)>().In(r => r.Segment, words["Figures.Whole"]).Coded("By", r => words[$"Figures.By.{r.Share.By}"], r => r.Share.By)
            .Coded("Value", r => words.Value(r.Share, record.Segments.Where(s => r.Segment is null || s.Id == r.Segment)), r => r.Share.Value).Cell("Interventions", r => r.Share.Interventions)
            .Cell("FloorTime", r => r.Share.FloorSeconds).Cell("Requests", r => r.Share.Requests).Cell("Present", r => r.Share.By == FigureBy.Topic ? null : r.Share.Present).Sheet("Shares", record.Figures.SelectMany(f => f.Shares.Select(s => (f.SegmentId, s)))),
        Columns<(SegmentId? Segment, OverrunLine Row)>().In(r => r.Segment, words["Figures.Whole"]).Coded("Category", r => words.Category(r.Row.Category), r => r.Row.Category).Cell("Interventions", r => r.Row.Interventions)
            .Cell("MeanOverrun", r => r.Row.MeanOverrunSeconds).Cell("LargestOverrun", r => r.Row.LargestOverrunSeconds).Sheet("Overruns", record.Figures.SelectMany(f => f.Overruns.Select(o => (f.SegmentId, o)))),
        Columns<UntouchedLine>().In(t => t.SegmentId).Cell("Topic", t => t.Topic).Sheet("Untouched", record.Figures.Where(f => f.SegmentId is null).SelectMany(f => f.UntouchedTopics)),
    ];

    /// <summary>All of it in one cell, where a file holds one table: of each part what stood there, what stands there since, and why. In words, for an arrow points back from right to left.</summary>
    private string? Corrected(InterventionLine i) => i.Corrections.IsEmpty ? null : string.Join(" · ", i.Corrections.Select(c => string.Join("; ",
    [
        words[$"Corrected.{c.What}"], $"{words["Export.Before"]}{words["Paper.Colon"]}{Said(c, c.From, c.WasAt) ?? "–"}", $"{words["Export.After"]}{words["Paper.Colon"]}{Said(c, c.To, c.IsAt) ?? "–"}",
        $"{words["Export.Reason"]}{words["Paper.Colon"]}{c.Reason}",
    ])));

    private string? Said(CorrectionLine made, string? said, Moment? at) => words.Corrected(made.What, said, at, known => known.Wall.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));

    private Columns<T> Columns<T>() => new(record, words);
}
