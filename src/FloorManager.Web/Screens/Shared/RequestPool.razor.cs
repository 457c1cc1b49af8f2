using System.Collections.Immutable;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Views;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.Components;

namespace FloorManager.Web.Screens.Shared;

public sealed partial class RequestPool
{
    private const int MostOthers = 5;

    private PoolChoice _choice = new();
    private bool _seats;
    private (ChairView View, PoolChoice Choice, ImmutableArray<PoolLine> Lines)? _listed;

    [Parameter, EditorRequired]
    public required ChairView View { get; set; }

    [Parameter]
    public bool MayRecognise { get; set; }

    [CascadingParameter]
    public required LivePage Page { get; set; }

    /// <summary>A topic of the panel before is none of this one's: it would show nobody.</summary>
    protected override void OnParametersSet()
    {
        if (_choice.Topic.Length > 0 && View.Panel?.Topics.Any(t => t.Id.Value == _choice.Topic) != true) _choice = _choice with { Topic = "" };
    }

    /// <summary>The announced wait as well: the room is shown the same number.</summary>
    private int Waiting => View.Room.RequestsWaiting;

    /// <summary>What is shown, made once for a view and a choice: a console is drawn more often than either changes.</summary>
    private ICollection<PoolLine> Lines
    {
        get
        {
            if (_listed is not { } listed || !ReferenceEquals(listed.View, View) || listed.Choice != _choice)
                _listed = listed = (View, _choice, PoolList.Of(View.Pool, _choice, Page.Live.Now, Texts));
            return listed.Lines;
        }
    }

    /// <summary>People of the register who have not asked: the chair may recognise them straight from the floor.</summary>
    private IReadOnlyList<Participant> Others => _choice.Find.Trim().Length < 2 || Page.Live.State is not { } state
        ? []
        : [.. ParticipantSearch.Find(state, _choice.Find).Where(p => p.Admitted && View.Pool.Concat(View.OnDeck).All(r => !r.Request.IsBy(p.Id))).Take(MostOthers)];

    private void Find(ChangeEventArgs e) => _choice = _choice with { Find = e.Value?.ToString() ?? "" };
}
