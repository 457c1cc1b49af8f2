using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Views;
using Microsoft.AspNetCore.Components;

namespace FloorManager.Web.Screens.Shared;

public sealed partial class FloorPanel
{
    private static readonly int[] Adjustments = [-30, -10, 10, 30];

    /// <summary>Seconds by which a start is noted late.</summary>
    private static readonly int[] Ago = [5, 15, 30];

    private DateTimeOffset _shownSince;
    private DateTimeOffset _takenAt = DateTimeOffset.MinValue;
    private bool _opened;

    [Parameter, EditorRequired]
    public required ChairView View { get; set; }

    /// <summary>True for the chair; the desk assists with the clock, and whom to recognise is not its choice.</summary>
    [Parameter]
    public bool MayRecognise { get; set; }

    [CascadingParameter]
    public required LivePage Page { get; set; }

    private NextStep? Step { get; set; }

    /// <summary>Where the next step is a choice, the large button leads to it: to the podium when a round is full, else to those who ask. It leads to no button: a second tap must not choose.</summary>
    private (string Words, string Goal)? Goal => View switch
    {
        { OpenSegment: null } => null,
        { Round: { IsFull: true, Replying: false } } => ("Step.Replies", "#podium-label"),
        { Pool: [_, ..] } => ("Step.Choose", "#pool-find"),
        _ => null,
    };

    private TimeSpan Left(Intervention intervention) => intervention.Clock.Remaining(Page.Live.Now);

    private Intervention? Floor => View.Floor;

    private ClockView? Clock => View.Room.Clock;

    protected override void OnParametersSet()
    {
        var step = NextStep.Of(View, MayRecognise);
        if (step == Step) return;
        _shownSince = _opened ? Page.Live.Now : DateTimeOffset.MinValue;
        Step = step;
    }

    /// <summary>What stands there when the console opens has been looked for, not stumbled on.</summary>
    protected override void OnAfterRender(bool firstRender) => _opened = true;

    private Task Take(HearingCommand command)
    {
        var now = Page.Live.Now;
        if (now - _shownSince < LivePage.Unread && !IsExpected(now)) return Task.CompletedTask;
        _takenAt = now;
        return Page.Do(command);
    }

    /// <summary>The step follows what this person did elsewhere on the console: whoever gives the floor in the list goes to Start at once, and means it.</summary>
    private bool IsExpected(DateTimeOffset now) =>
        now - _takenAt >= LivePage.Unread && Page.Live.State?.Steps is [.., var last] && Page.Live.IsMine(last.Command);
}
