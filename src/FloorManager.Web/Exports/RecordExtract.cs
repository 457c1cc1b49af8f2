using System.Collections.Immutable;
using FloorManager.Domain.Balance;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using FloorManager.Domain.Wording;

namespace FloorManager.Web.Exports;

/// <summary>Writes out what the record of a state holds, in the order of the programme.</summary>
internal sealed class RecordExtract(Hearing state)
{
    public static RecordDocument Of(Hearing state) => new RecordExtract(state).All();

    private RecordDocument All()
    {
        var details = state.Details ?? HearingDetails.Named("", "");
        var parts = HearingRecord.Of(state).Segments;
        return new(
            RecordDocument.CurrentFormat, details.ShortName, details.Title, details.IsRehearsal, details.Place, details.TimeZone, details.Languages, state.Version, At(state.LastAt),
            [.. state.Segments.Select(s => new SegmentLine(s.Id, s.Kind, s.Title, s.Theme, At(s.StartsAt), At(s.EndsAt), [.. s.Podium.Select(Of)], s.Topics))],
            [.. parts.SelectMany(part => part.Interventions.Select(row => Of(part.Segment, row)))],
            [.. parts.SelectMany(NotHeard)],
            [.. parts.SelectMany(part => part.Recommendations.Select(row => Of(part.Segment, row)))],
            [.. state.Segments.SelectMany(s => state.Questions.Where(q => q.Segment == s.Id)).Select(Of)],
            [.. parts.SelectMany(part => part.Contributions.Select(Of))],
            [.. state.Segments.Where(s => s.IsPanel).Select(s => (SegmentId?)s.Id).Prepend(null).Select(Figures)]);
    }

    private InterventionLine Of(Segment segment, RecordRow row)
    {
        var i = row.Intervention;
        return new(
            i.Id, segment.Id, i.Kind, Of(i.Speaker), i.Topic, Worded(segment, i.Topic), Of(row.Doors), At(row.AskedAt), At(i.RecognisedAt), At(i.StartedAt), At(i.EndedAt),
            Seconds(row.Spoke), Seconds(i.Limit), Seconds(i.Clock.Allowed - i.Limit - (i.Accommodation ?? TimeSpan.Zero)), Seconds(row.Overrun),
            [.. i.Corrections.SelectMany(c => c.Parts.Select(part => new CorrectionLine(part, Said(part, c.Was), Said(part, c.Is), c.Reason, At(c.At), c.By, When(part, c.Was), When(part, c.Is))))]);
    }

    private string? Said(CorrectedPart part, Noted noted) => part switch
    {
        CorrectedPart.Speaker => string.Join(", ", new[] { FormOfAddress.With(noted.Speaker.Style, noted.Speaker.Name), noted.Speaker.Delegation }.Where(t => t.Length > 0)),
        CorrectedPart.Category => noted.Speaker.Category.Length > 0 ? noted.Speaker.Category : null,
        CorrectedPart.RegionalGroup => Region(noted.Speaker.RegionalGroup),
        _ => When(part, noted)?.Utc,
    };

    private Moment? When(CorrectedPart part, Noted noted) => part switch
    {
        CorrectedPart.StartedAt => At(noted.StartedAt),
        CorrectedPart.EndedAt => At(noted.EndedAt),
        _ => null,
    };

    private IEnumerable<NotHeardLine> NotHeard(SegmentRecord part) =>
    [
        .. part.NotReached.Select(r => Of(part.Segment, r, NotHeardBecause.NotReached)),
        .. part.Declined.Select(r => Of(part.Segment, r, NotHeardBecause.Declined)),
        .. part.Unspoken.Select(row => (row, i: row.Intervention)).Select(u => new NotHeardLine(
            u.i.Id.Value, part.Segment.Id, NotHeardBecause.Unspoken, u.i.Kind, Of(u.i.Speaker), u.i.Topic, Worded(part.Segment, u.i.Topic), Of(u.row.Doors), At(u.row.AskedAt), At(u.i.RecognisedAt))),
    ];

    private NotHeardLine Of(Segment segment, FloorRequest r, NotHeardBecause because) => new(
        r.Id.Value, segment.Id, because, r.Kind, Of(r.Participant, r.Delegation), r.Topic, Worded(segment, r.Topic), Of(r.Doors), At(r.RaisedAt), At(r.ChangedAt));

    private static PodiumLine Of(PodiumSpeaker p) => new(p.Id, p.Role, p.Style, p.FullName, p.Affiliation, p.ToBeConfirmed);

    private RecommendationLine Of(Segment segment, RecommendationRow row) => new(
        row.Recommendation.Id, segment.Id, row.Recommendation.Intervention, row.Intervention is { } made ? Of(made.Speaker) : null, At(row.Intervention?.RecognisedAt), row.Recommendation.Topic, row.Topic,
        row.Recommendation.Text);

    private QuestionLine Of(Question q) => new(
        q.Id, q.Segment, q.From, q.From is { } put && state.FindIntervention(put) is { } made ? Of(made.Speaker) : null, q.To,
        state.Segments.SelectMany(s => s.Podium).FirstOrDefault(p => p.Id == q.To)?.FullName, q.Answered, q.Text);

    private ContributionLine Of(Contribution c) => new(c.Request, c.Segment, Of(c.Participant, c.Delegation), c.Channel, At(c.HandedInAt), c.Text);

    private FiguresLine Figures(SegmentId? panel)
    {
        var f = RecordFigures.Of(state, panel);
        return new(
            panel, f.Interventions, Seconds(f.FloorTime), f.Gini is { } gini ? Math.Round(gini, 4) : null,
            f.Waiting is { } w ? new(w.Reached, Seconds(w.Median), Seconds(w.Largest)) : null,
            // Whose gender is which is nobody's business outside, and in small numbers a share tells it.
            [.. Enum.GetValues<FigureBy>().Where(by => by != FigureBy.Gender).SelectMany(by => f.By[by].Select(s => new ShareLine(by, s.Value, s.Interventions, Seconds(s.FloorTime), s.Requests, s.Present)))],
            [.. f.Strictness.Select(s => new OverrunLine(s.Category, s.Interventions, Seconds(s.MeanOverrun), Seconds(s.LargestOverrun)))],
            [.. f.Untouched.Select(u => new UntouchedLine(u.Segment.Id, u.Topic.Id, u.Topic.Text))]);
    }

    private static PersonLine Of(Speaker s) => new(
        s.Style, s.Name, s.Designation, s.Delegation, s.Category.Length > 0 ? s.Category : null, Region(s.RegionalGroup), s.Participant, s.Podium);

    /// <summary>Whoever asked, as they are on the register; the delegation is that of the request.</summary>
    private PersonLine Of(ParticipantId id, string delegation) => state.Participants.GetValueOrDefault(id) is { } p
        ? new(p.Style, p.FullName, p.Designation, delegation, p.Category, Region(p.RegionalGroup), id, PodiumId: null)
        : new("", delegation, "", delegation, Category: null, RegionalGroup: null, id, PodiumId: null);

    private ImmutableArray<DoorLine> Of(IEnumerable<Door> doors) => [.. doors.Select(d => new DoorLine(d.Channel, At(d.At)))];

    private static string? Region(string group) => group == RegionalGroups.None ? null : group;

    private static string? Worded(Segment segment, TopicId? topic) => segment.Topics.FirstOrDefault(t => t.Id == topic)?.Text;

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);

    private Moment At(DateTimeOffset instant) => new(state.Local(instant));

    private Moment? At(DateTimeOffset? instant) => instant is { } known ? At(known) : null;
}
