using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace FloorManager.Web.Screens.Desk;

public sealed partial class NotReached
{
    private RequestId? _of;
    private string? _text;
    private Contribution? _seen;
    private Contribution? _meanwhile;
    private ElementReference _field;
    private bool _justOpened;

    [Parameter, EditorRequired]
    public required Hearing State { get; set; }

    [CascadingParameter]
    public required LivePage Page { get; set; }

    /// <summary>The panels in the order of the programme, each with those who were not reached in the order they had asked.</summary>
    private ImmutableArray<(Segment Panel, FloorRequest[] Requests)> Panels { get; set; } = [];

    private int Count => Panels.Sum(p => p.Requests.Length);

    private int Received => Panels.Sum(p => p.Requests.Count(r => Written(r) is not null));

    protected override void OnParametersSet()
    {
        var lapsed = State.Requests.Values.Where(r => r is { State: RequestState.Lapsed, Kind: FloorKind.Intervention }).OrderBy(r => r.RaisedAt).ThenBy(r => r.Id.Value).ToLookup(r => r.Segment);
        Panels = [.. State.Segments.Where(s => lapsed[s.Id].Any()).Select(s => (s, lapsed[s.Id].ToArray()))];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_justOpened) return;
        _justOpened = false;
        await _field.FocusAsync();
    }

    private Contribution? Written(FloorRequest request) => State.Contributions.GetValueOrDefault(request.Id);

    private Participant? Person(FloorRequest request) => State.Participants.GetValueOrDefault(request.Participant);

    private string NameOf(FloorRequest request) => Person(request)?.FullName ?? request.Delegation;

    /// <summary>Whoever has no seat sees no offer, and is asked for it in another way.</summary>
    private string Standing(FloorRequest request) =>
        Written(request) is { } written ? Texts["Written.At", State.WallMoment(written.HandedInAt, Page.Live.Now), Texts.Channel(written.Channel)]
        : Texts[State.SeatHolders.ContainsValue(request.Participant) ? "Written.Offered" : "Written.NoSeat"];

    private void Open(FloorRequest request) =>
        (_of, _text, _seen, _meanwhile, _justOpened) = (request.Id, Written(request)?.Text, Written(request), null, true);

    private void Close() => (_of, _text) = (null, null);

    private void Escape(KeyboardEventArgs e)
    {
        // Not what has been typed: a slip of the finger would lose a page of it.
        if (e.Key == "Escape" && string.IsNullOrWhiteSpace(_text)) Close();
    }

    /// <summary>What is refused stays in its field. What the seat has handed in since this was opened is shown before it is replaced.</summary>
    private async Task HandIn(FloorRequest request)
    {
        if (Page.Live.Newest!.Contributions.GetValueOrDefault(request.Id) is { } newer && newer != _seen)
        {
            (_seen, _meanwhile) = (newer, newer);
            return;
        }

        if (await Page.Do(new HearingCommand.HandInContribution(request.Id, _text ?? "")) is Answer.Done && _of == request.Id) Close();
    }
}
