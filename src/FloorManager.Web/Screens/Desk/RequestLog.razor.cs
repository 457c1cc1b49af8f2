using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Domain.Views;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace FloorManager.Web.Screens.Desk;

public sealed partial class RequestLog
{
    private const int MostFound = 6;

    private static readonly FloorKind[] Kinds = [FloorKind.Intervention, FloorKind.PointOfOrder, FloorKind.RightOfReply];

    private ElementReference _field;
    private string _text = "";
    private int _at;
    private int _entry;
    private int _typed;
    private SegmentId? _panel;
    private TopicId? _topic;
    private FloorKind _kind = FloorKind.Intervention;
    private IntakeChannel? _channel;
    private string? _done;

    [Parameter, EditorRequired]
    public required Hearing State { get; set; }

    [Parameter, EditorRequired]
    public required ChairView View { get; set; }

    [CascadingParameter]
    public required LivePage Page { get; set; }

    private IReadOnlyList<Participant> Found { get; set; } = [];

    private Participant? Chosen => _at < Found.Count ? Found[_at] : null;

    private IEnumerable<Segment> Panels => State.Segments.Where(s => s.IsPanel && !State.ClosedSegments.Contains(s.Id));

    /// <summary>The panel chosen for the wishes that follow; once it is over, the one at hand.</summary>
    private Segment? Panel => Panels.FirstOrDefault(p => p.Id == _panel) ?? View.Panel;

    /// <summary>A topic of another panel, which the chair has left meanwhile, is none of this one's.</summary>
    private TopicId? Topic => Panel?.Topics.Any(t => t.Id == _topic) == true ? _topic : null;

    /// <summary>The clerk sits down and types.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await _field.FocusAsync();
    }

    private void Find(string text)
    {
        (_text, _at, _done, _typed) = (text, 0, null, _typed + 1);
        Found = text.Trim().Length == 0 ? [] : [.. ParticipantSearch.Find(State, text).Take(MostFound)];
    }

    /// <summary>The register has changed: the same person is found as they stand now, and Enter logs them.</summary>
    private async Task Again(string name)
    {
        _text = name;
        Found = [.. ParticipantSearch.Find(Page.Live.Newest!, name).Take(MostFound)];
        await _field.FocusAsync();
    }

    /// <summary>Name, Tab, what for, Tab, topic, Enter: the hands go one way.</summary>
    private Task OptionKey(KeyboardEventArgs e) => e is { Key: "Enter", Repeat: false } && Chosen is { } person ? Log(person) : Task.CompletedTask;

    private Task Key(KeyboardEventArgs e)
    {
        // While an input method composes, Enter chooses a character and not a person.
        if (e.IsComposing) return Task.CompletedTask;
        if (e.Key == "ArrowDown") _at = Math.Min(_at + 1, Math.Max(0, Found.Count - 1));
        else if (e.Key == "ArrowUp") _at = Math.Max(_at - 1, 0);
        else if (e.Key == "Escape") Clear();
        else if (e is { Key: "Enter", Repeat: false } && Chosen is { } person) return Log(person);
        return Task.CompletedTask;
    }

    private void Into(string? panel) => (_panel, _topic) = (panel is { Length: > 0 } ? new SegmentId(panel) : null, null);

    private async Task Log(Participant person)
    {
        var typed = _typed;
        var before = Panel is { } at ? State.WaitingFor(at.Id, person.Id, person.Delegation, _kind) : null;
        var command = new HearingCommand.RaiseRequest(person.Id, Channel: ChannelOf(person), Kind: _kind, TopicId: Topic, SegmentId: Panel?.Id);
        if (await Page.Do(command) is not Answer.Done done) return;
        // Somebody who types ahead is already at the next entry: it is theirs.
        if (typed == _typed)
        {
            Clear();
            await _field.FocusAsync();
        }

        _done = done.Changed && before is not null
            ? Texts["Log.Joined", ScreenWords.Called(person.Style, person.FullName), person.Delegation, Texts.Channel(before.Channel), State.WallMoment(before.RaisedAt, Page.Live.Now)]
            : Texts[done.Changed ? "Log.Done" : "Log.NothingNew", ScreenWords.Called(person.Style, person.FullName), person.Delegation, Panel?.Title ?? ""];
    }

    private IntakeChannel ChannelOf(Participant person) => _channel ?? Usual(person);

    /// <summary>What was chosen for one request is not meant for the next; the panel is, for a pile of wishes is logged panel by panel.</summary>
    private void Clear() => (_text, _at, Found, _topic, _kind, _channel, _entry) = ("", 0, [], null, FloorKind.Intervention, null, _entry + 1);

    /// <summary>Member States and observers tell the office of the President beforehand; stakeholders come to the desk (letter of 14 July 2017).</summary>
    private IntakeChannel Usual(Participant person) =>
        State.Details?.Categories.FirstOrDefault(c => c.Code == person.Category) is { IsStakeholder: false } ? IntakeChannel.Office : IntakeChannel.Desk;

    /// <summary>What stands in the way of a request, told before Enter is pressed.</summary>
    private string? StandingOf(Participant person) =>
        !person.Admitted ? "Log.NotAdmitted"
        : Panel is { } panel && State.WaitingFor(panel.Id, person.Id, person.Delegation, _kind) is { } waiting
            ? waiting.Doors.Any(d => d.Channel == ChannelOf(person)) ? "Log.AlreadyWaiting" : "Log.WillJoin"
        : null;
}
