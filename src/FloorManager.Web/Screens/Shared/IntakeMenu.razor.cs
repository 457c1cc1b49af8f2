using System.Collections.Immutable;
using System.Globalization;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Views;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.Components;

namespace FloorManager.Web.Screens.Shared;

public sealed partial class IntakeMenu : IDisposable
{
    /// <summary>A timer may come a little early, and what is drawn then would be what was.</summary>
    private static readonly TimeSpan Passed = TimeSpan.FromMilliseconds(50);

    private SegmentId? _panel;
    private Intake? _shown;
    private TimeOnly? _opens;
    private TimeOnly? _closes;
    private ITimer? _change;

    [Parameter, EditorRequired]
    public required ChairView View { get; set; }

    /// <summary>The panel at hand.</summary>
    [Parameter, EditorRequired]
    public required Segment Panel { get; set; }

    [Inject]
    public required SteadyClock Clock { get; init; }

    [CascadingParameter]
    public required LivePage Page { get; set; }

    private Hearing State => Page.Live.State!;

    private ImmutableArray<Segment> Panels => [.. View.Programme.SelectMany(m => m.Segments).Where(s => s.IsPanel && !View.ClosedSegments.Contains(s.Id))];

    /// <summary>The one that was chosen; once it is over, the one at hand.</summary>
    private Segment Chosen => Panels.FirstOrDefault(p => p.Id == _panel) ?? Panel;

    /// <summary>
    /// The day that a set time means: the panel's own while that is still to come, else today – also in a rehearsal of a programme that is long past.
    /// </summary>
    private DateTimeOffset DayOf(Segment panel) =>
        panel.StartsAt > Page.Live.Now && panel.StartsAt - Page.Live.Now < Intake.Furthest ? panel.StartsAt : Page.Live.Now;

    private string Day => State.Local(DayOf(Chosen)).Date == State.Local(Page.Live.Now).Date ? Texts["Intake.Today"].Value : State.WallDay(DayOf(Chosen));

    public void Dispose() => _change?.Dispose();

    protected override void OnParametersSet()
    {
        Fill();
        WakeUp();
    }

    private IntakeStanding Standing(Segment panel) => State.IntakeOf(panel.Id).At(Page.Live.Now);

    private string Said(Segment panel)
    {
        var intake = State.IntakeOf(panel.Id);
        return intake.At(Page.Live.Now) switch
        {
            IntakeStanding.NotYet => Texts["Intake.NotYet", When(intake.OpensAt!.Value)],
            IntakeStanding.Closed => Texts["Intake.Closed", When(intake.ClosesAt!.Value)],
            _ => intake.ClosesAt is { } closes ? Texts["Intake.Until", When(closes)] : Texts["Intake.Open"],
        };
    }

    private string When(DateTimeOffset at) =>
        State.Local(at).Date == State.Local(Page.Live.Now).Date ? State.WallTime(at) : $"{State.Local(at).ToString("ddd d MMM", CultureInfo.CurrentUICulture)}, {State.WallTime(at)}";

    private void Choose(string? panel)
    {
        (_panel, _shown) = (panel is { Length: > 0 } ? new SegmentId(panel) : null, null);
        Fill();
    }

    /// <summary>The times that hold stand in the fields. While nobody changes them elsewhere, what is being typed is left alone.</summary>
    private void Fill()
    {
        var intake = State.IntakeOf(Chosen.Id);
        if (intake == _shown) return;
        (_shown, _opens, _closes) = (intake, Wall(intake.OpensAt), Wall(intake.ClosesAt));

        TimeOnly? Wall(DateTimeOffset? at) => at is { } instant ? TimeOnly.FromDateTime(State.Local(instant).DateTime) : null;
    }

    /// <summary>At the set time nothing happens in the hearing, and this says something else all the same.</summary>
    private void WakeUp()
    {
        _change?.Dispose();
        var now = Page.Live.Now;
        _change = Panels.Select(p => State.IntakeOf(p.Id).NextChange(now)).Min() is { } next && next - now <= Intake.Furthest
            ? Clock.Time.CreateTimer(_ => { _ = InvokeAsync(Changed); }, null, next - now + Passed, Timeout.InfiniteTimeSpan)
            : null;
    }

    private void Changed()
    {
        WakeUp();
        StateHasChanged();
    }

    private Task Now(bool isOpen)
    {
        var (now, intake) = (Page.Live.Now, State.IntakeOf(Chosen.Id));
        var (opens, closes) = isOpen ? (null, now) : (intake.OpenedAt(now).OpensAt, intake.OpenedAt(now).ClosesAt);
        return Page.Do(new HearingCommand.SetIntake(Chosen.Id, opens, closes));
    }

    /// <summary>What is refused stays in the fields.</summary>
    private Task Set()
    {
        var day = DayOf(Chosen);
        DateTimeOffset? opens = _opens is { } from ? State.Instant(day, from) : null, closes = _closes is { } until ? State.Instant(day, until) : null;
        return Page.Do(new HearingCommand.SetIntake(Chosen.Id, opens, closes));
    }

    private static TimeOnly? Time(ChangeEventArgs e) => TimeOnly.TryParse(e.Value?.ToString(), CultureInfo.InvariantCulture, out var time) ? time : null;

    private static string Written(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";
}
