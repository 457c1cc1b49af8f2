using FloorManager.Domain.Participants;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using FloorManager.Web.Live;
using Microsoft.AspNetCore.Components;

namespace FloorManager.Web.Screens.Shared;

public sealed partial class RequestPool
{
    private const int MostOthers = 5;

    private string _find = "";

    [Parameter, EditorRequired]
    public required ChairView View { get; set; }

    [Parameter]
    public bool MayRecognise { get; set; }

    [CascadingParameter]
    public required LivePage Page { get; set; }

    /// <summary>The announced wait as well: the room is shown the same number.</summary>
    private int Waiting => View.Room.RequestsWaiting;

    /// <summary>Those who wait, then those set aside, each oldest first.</summary>
    private IEnumerable<PoolRow> Shown => View.Pool
        .Where(r => ParticipantSearch.Matches(_find, r.Participant?.FullName, r.Request.Delegation, r.Request.Seat?.Value))
        .OrderBy(r => r.Request.State == RequestState.Deferred);

    /// <summary>People of the register who have not asked: the chair may recognise them straight from the floor.</summary>
    private IReadOnlyList<Participant> Others => _find.Trim().Length < 2 || Page.Live.State is not { } state
        ? []
        : [.. ParticipantSearch.Find(state, _find).Where(p => p.Admitted && View.Pool.Concat(View.OnDeck).All(r => r.Request.Participant != p.Id)).Take(MostOthers)];
}
