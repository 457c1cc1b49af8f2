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
    private string _whom = "";
    private LogEntry _entered = new("", null, null);
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

    /// <summary>What may be typed after whoever is meant, as far as this panel takes it.</summary>
    private IEnumerable<(string Code, string Meaning)> Codes =>
        (Panel is { Topics.Length: > 0 } panel ? new[] { ($",{panel.Topics.Length}", Texts["Log.Hint.Topic", panel.Topics.Length].Value) } : [])
            .Concat(LogEntry.Letters.Where(l => Panel is { } taking && State.RulesOf(taking).Take(l.Key)).Select(l => ($",{l.Value}", Texts.Kind(l.Key))));

    /// <summary>The number that was typed for a topic which the panel does not have; null where there is none.</summary>
    private int? NoTopic => _entered.Topic is { } place && (place == 0 || place > (Panel?.Topics.Length ?? 0)) ? place : null;

    private void Find(string text)
    {
        var entry = LogEntry.Of(text);
        // What was chosen in a list stands until something else is typed for it, and the other way round.
        if (entry.Topic != _entered.Topic) _topic = entry.Topic is { } place && Panel is { } panel ? panel.Topics.ElementAtOrDefault(place - 1)?.Id : null;
        if (entry.Kind != _entered.Kind) _kind = entry.Kind ?? FloorKind.Intervention;
        (_entered, _done, _typed) = (entry, null, _typed + 1);
        if (entry.Find.Trim() == _whom) return;
        (_whom, _at) = (entry.Find.Trim(), 0);
        Found = _whom.Length == 0 ? [] : [.. ParticipantSearch.Find(State, _whom).Take(MostFound)];
    }

    /// <summary>The register has changed: the same person is found as they stand now, and Enter logs them.</summary>
    private async Task Again(string name)
    {
        _whom = name;
        Found = [.. ParticipantSearch.Find(Page.Live.Newest!, name).Take(MostFound)];
        await _field.FocusAsync();
    }

    private Task Key(KeyboardEventArgs e)
    {
        // While an input method composes, Enter chooses a character and not a person.
        if (e.IsComposing) return Task.CompletedTask;
        if (e.Key == "ArrowDown") _at = Math.Min(_at + 1, Math.Max(0, Found.Count - 1));
        else if (e.Key == "ArrowUp") _at = Math.Max(_at - 1, 0);
        else if (e.Key == "Escape") Clear();
        else if (e is { Key: "Enter", Repeat: false } && NoTopic is null && Chosen is { } person) return Log(person);
        return Task.CompletedTask;
    }

    private void Into(string? panel) => (_panel, _topic) = (panel is { Length: > 0 } ? new SegmentId(panel) : null, null);

    private async Task Log(Participant person)
    {
        var typed = _typed;
        var (id, kind, panel) = (new CommandId(Guid.NewGuid()), _kind, Panel);
        var command = new HearingCommand.RaiseRequest(person.Id, Channel: ChannelOf(person), Kind: kind, TopicId: Topic, SegmentId: panel?.Id);
        if (await Page.Do(command, id) is not Answer.Done done) return;
        // Somebody who types ahead is already at the next entry: it is theirs.
        if (typed == _typed) Clear();
        _done = done.Changed && Joined(id, kind, panel, person) is { } first
            ? Texts[$"Log.Joined.{first.Channel}", ScreenWords.Called(person.Style, person.FullName), person.Delegation, Page.Live.Newest!.WallMoment(first.At, Page.Live.Now)]
            : Texts[done.Changed ? "Log.Done" : "Log.NothingNew", ScreenWords.Called(person.Style, person.FullName), person.Delegation, panel?.Title ?? ""];
    }

    /// <summary>The first door of the request that waited already; null where a new one was logged.</summary>
    private Door? Joined(CommandId id, FloorKind kind, Segment? panel, Participant person) =>
        Page.Live.Newest is { } newest && panel is not null && !newest.Requests.ContainsKey(new(id.Value))
            ? newest.WaitingFor(panel.Id, newest.WhoIs(person.Id), person.Delegation, kind)?.Doors.First()
            : null;

    /// <summary>What was chosen for one request is not meant for the next; the panel is, for a pile of wishes is logged panel by panel.</summary>
    private void Clear() => (_whom, _entered, _at, Found, _topic, _kind, _channel, _entry) = ("", new("", null, null), 0, [], null, FloorKind.Intervention, null, _entry + 1);

    /// <summary>Member States and observers tell the office of the President beforehand; stakeholders come to the desk (letter of 14 July 2017).</summary>
    private IntakeChannel Usual(Participant person) =>
        State.Details?.Categories.FirstOrDefault(c => c.Code == person.Category) is { IsStakeholder: false } ? IntakeChannel.Office : IntakeChannel.Desk;

    private IntakeChannel ChannelOf(Participant person) => _channel ?? Usual(person);

    /// <summary>What stands in the way of a request, or would become of it, told before Enter is pressed.</summary>
    private string? StandingOf(Participant person) =>
        !person.Admitted ? "Log.NotAdmitted"
        : State.Details?.PresenceNeeded == true && ChannelOf(person) != IntakeChannel.Office && !State.InTheRoom.ContainsKey(person.Id) ? "Log.NotInTheRoom"
        : Panel is not { } panel || State.WaitingFor(panel.Id, person.Id, person.Delegation, _kind) is not { } waiting ? null
        : waiting.Doors.Any(d => d.Channel == ChannelOf(person)) ? "Log.AlreadyWaiting"
        : "Log.Joins";
}
