using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Views;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components;

namespace FloorManager.Web.Screens.Desk;

public sealed partial class NotesPanel
{
    private const string TakenBack = "taken-back";

    private readonly HashSet<NoteField> _fields = [];

    /// <summary>The shown ones, newest first, beside the field where the next is written; one that another struck stays in its place while somebody types in it.</summary>
    private readonly List<RecommendationId> _rows = [];

    /// <summary>Of this segment, made in an intervention that was taken back.</summary>
    private readonly List<RecommendationId> _lost = [];

    private NoteField? _new;
    private ElementReference _takeBack;
    private Intervention? _of;
    private InterventionId? _chosen;

    /// <summary>Nobody chose: it is the sentence that was begun before the floor moved on.</summary>
    private bool _lags;

    private Recommendation? _struck;
    private bool _justStruck;

    [Parameter, EditorRequired]
    public required Hearing State { get; set; }

    [Parameter, EditorRequired]
    public required ChairView View { get; set; }

    [CascadingParameter]
    public required LivePage Page { get; set; }

    /// <summary>Who is listened to: whoever has the floor – for a point of order is settled and recommends nothing –, else whoever spoke last.</summary>
    private Intervention? Due =>
        State.Floor is { Kind: not FloorKind.PointOfOrder } floor ? floor : State.Interrupted?.Floor ?? State.Floor ?? State.Ended.LastOrDefault(i => i.Spoke);

    private bool IsTakenBack => _of is { } of && State.FindIntervention(of.Id) is null;

    /// <summary>The others of the segment, newest first.</summary>
    private IEnumerable<Intervention> Others => State.Ended.Where(i => i.Spoke).Concat(new[] { State.Interrupted?.Floor, State.Floor }.OfType<Intervention>())
        .Where(i => (i.Segment == Due?.Segment && i.Id != Due.Id) || i.Id == _chosen).Reverse();

    private ImmutableArray<SuggestedTopic> Topics => _of is { Segment: var segment } ? State.FindSegment(segment)?.Topics ?? [] : [];

    protected override void OnParametersSet()
    {
        // The floor moves on; whoever is in the middle of a sentence of the last speaker stays with them until they choose.
        if (_chosen is null && _of is { } of && of.Id != Due?.Id && State.FindIntervention(of.Id) is not null && _fields.Any(f => f.Busy)) (_chosen, _lags) = (of.Id, true);
        Look();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_justStruck) return;
        _justStruck = false;
        await _takeBack.FocusAsync();
    }

    private void Look()
    {
        if (_chosen is { } chosen && (State.FindIntervention(chosen) is null || chosen == Due?.Id)) _chosen = null;
        // When it is written the next is whoever's who has the floor: the desk types on and presses nothing.
        if (_lags && !_fields.Any(f => f.Busy)) (_chosen, _lags) = (null, false);
        // A sentence of a call that was taken back is nobody else's until somebody says so.
        if (!IsTakenBack || !_fields.Any(f => f.Busy)) _of = _chosen is { } id ? State.FindIntervention(id) : Due;
        Show(_rows, r => r.Intervention == _of?.Id);
        Show(_lost, r => r.Segment == _of?.Segment && State.FindIntervention(r.Intervention) is null);
    }

    private void Show(List<RecommendationId> rows, Func<Recommendation, bool> belongs)
    {
        var now = State.Recommendations.Where(r => r.Id != _new?.Id && belongs(r)).Select(r => r.Id).ToArray();
        rows.RemoveAll(id => !now.Contains(id) && !(State.Recommendations.All(r => r.Id != id) && _fields.Any(f => f.Noted == id && f.Busy)));
        rows.InsertRange(0, now.Except(rows).Reverse().ToArray());
    }

    /// <summary>What is being written is saved first, where it belongs; if it cannot be, it is not left behind.</summary>
    private async Task Choose(string? id)
    {
        var takenBack = IsTakenBack;
        var here = _fields.Where(f => !takenBack || f.Noted is not null).ToArray();
        foreach (var field in here) await field.Keep();
        if (here.Any(f => f.IsUnsaved)) return;
        if (takenBack) _of = null;
        (_chosen, _lags) = (Guid.TryParse(id, out var chosen) ? new InterventionId(chosen) : null, false);
        Look();
    }

    private void Struck(Recommendation struck)
    {
        (_struck, _justStruck) = (struck, true);
        Look();
    }

    private async Task TakeBack()
    {
        if (_struck is { } struck && await Page.Do(new HearingCommand.NoteRecommendation(struck.Intervention, struck.Text, struck.Topic)) is Answer.Done) _struck = null;
    }

    /// <summary>It was taken down for a call that was taken back; said it was all the same.</summary>
    private async Task Move(RecommendationId id)
    {
        if (_of is not { } of || State.Recommendations.FirstOrDefault(r => r.Id == id) is not { } lost) return;
        if (await Page.Do(new HearingCommand.NoteRecommendation(of.Id, lost.Text, lost.Topic)) is Answer.Done) await Page.Do(new HearingCommand.StrikeRecommendation(id));
    }

    private string NameOf(Intervention made)
    {
        var who = string.Join(" – ", new[] { made.Speaker.Delegation, ScreenWords.Called(made.Speaker.Style, made.Speaker.Name) }.Where(part => part.Length > 0));
        return made.EndedAt is null ? Texts["Notes.OnFloor", who] : $"{State.WallTime(made.RecognisedAt)} {who}";
    }
}
