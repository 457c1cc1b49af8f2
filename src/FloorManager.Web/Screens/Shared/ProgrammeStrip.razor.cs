using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Views;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace FloorManager.Web.Screens.Shared;

public sealed partial class ProgrammeStrip
{
    private Segment? _chosen;
    private MudButton? _notNow;
    private bool _justChosen;

    [Parameter, EditorRequired]
    public required ChairView View { get; set; }

    [CascadingParameter]
    public required LivePage Page { get; set; }

    /// <summary>What opening the chosen segment does to those who wait, told before it is done.</summary>
    private string Consequence
    {
        get
        {
            if (View.Floor is { } floor) return Texts["Programme.FloorTaken", floor.Speaker.Name];
            var lapsing = Page.Live.State?.LapsingBy(_chosen!.Id).Count() ?? 0;
            var returning = Page.Live.State?.ReturningBy(_chosen!.Id).Count() ?? 0;
            return string.Join(' ', new[]
            {
                lapsing > 0 ? Texts["Programme.Lapsing", lapsing, View.OpenSegment?.Title ?? ""].Value : "",
                returning > 0 ? Texts["Programme.Returning", returning].Value : "",
            }.Where(s => s.Length > 0));
        }
    }

    /// <summary>The question has been put where the person looks; the keyboard goes there as well, and a second Enter opens nothing.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_justChosen || _notNow is null) return;
        _justChosen = false;
        await _notNow.FocusAsync();
    }

    private bool IsOpen(Segment segment) => View.OpenSegment?.Id == segment.Id;

    private string Wall(DateTimeOffset instant) => Page.Live.State!.WallTime(instant);

    private void Choose(Segment segment) => (_chosen, _justChosen) = IsOpen(segment) ? (null, false) : (segment, true);

    private Task Set(PanelPhase phase) => Page.Do(new HearingCommand.SetPhase(phase));

    private void Escape(KeyboardEventArgs e)
    {
        if (e.Key == "Escape") _chosen = null;
    }

    private async Task Open(Segment segment)
    {
        if (await Page.Do(new HearingCommand.OpenSegment(segment.Id)) is Answer.Done) _chosen = null;
    }
}
