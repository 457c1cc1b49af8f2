using FloorManager.Domain.Hearings;
using FloorManager.Domain.Participants;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace FloorManager.Web.Screens.Setup;

public sealed partial class RoomPage
{
    private const int MostFound = 5;

    /// <summary>So many answers stand below the field, the newest first.</summary>
    private const int MostScans = 6;

    private readonly List<Scan> _scans = [];
    private ElementReference _field;
    private string _text = "", _find = "";
    private int _at, _entry, _typed;
    private bool _onlyExpected;
    private (Hearing State, string Find, bool OnlyExpected, Participant[] People)? _listed;

    protected override Right Opens => Right.OpenSetUp;

    private Hearing State => Live.State!;

    private IReadOnlyList<Participant> Matching { get; set; } = [];

    private Participant? Chosen => _at < Matching.Count ? Matching[_at] : null;

    private int Expected => State.Participants.Values.Count(p => p.Admitted && !State.InTheRoom.ContainsKey(p.Id));

    private IEnumerable<(string Category, int Here, int All)> Counts =>
        State.Participants.Values.Where(p => p.Admitted).GroupBy(p => p.Category, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Count(p => State.InTheRoom.ContainsKey(p.Id)), g.Count()))
            .OrderBy(c => Texts.Category(c.Key), StringComparer.CurrentCulture);

    /// <summary>Who came last stands first. Found once for a state and a search: a page is drawn more often than either changes.</summary>
    private Participant[] Shown
    {
        get
        {
            if (_listed is not { } listed || !ReferenceEquals(listed.State, State) || listed.Find != _find || listed.OnlyExpected != _onlyExpected)
            {
                var found = ParticipantSearch.Find(State, _find).Where(p => p.Admitted);
                _listed = listed = (State, _find, _onlyExpected, _onlyExpected
                    ? [.. found.Where(p => !State.InTheRoom.ContainsKey(p.Id))]
                    : [.. found.Where(p => State.InTheRoom.ContainsKey(p.Id)).OrderByDescending(p => State.InTheRoom[p.Id])]);
            }

            return listed.People;
        }
    }

    protected override void Look(Hearing state, DateTimeOffset now)
    {
    }

    /// <summary>The scanner writes where the hands would.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && Found == Finding.Here) await _field.FocusAsync();
    }

    private void Find(string text)
    {
        (_text, _at, _typed) = (text, 0, _typed + 1);
        Matching = text.Trim().Length == 0 || State.FindTicket(text) is not null ? [] : [.. ParticipantSearch.Find(State, text).Take(MostFound)];
    }

    private Task Key(KeyboardEventArgs e)
    {
        // While an input method composes, Enter chooses a character and not a person.
        if (e.IsComposing) return Task.CompletedTask;
        if (e.Key == "ArrowDown") _at = Math.Min(_at + 1, Math.Max(0, Matching.Count - 1));
        else if (e.Key == "ArrowUp") _at = Math.Max(_at - 1, 0);
        else if (e.Key == "Escape") Clear();
        else if (e is { Key: "Enter", Repeat: false } && _text.Trim() is { Length: > 0 } typed) return Scanned(Chosen?.Id ?? new ParticipantId(typed));
        return Task.CompletedTask;
    }

    /// <summary>Each is answered in its own line, in the order they came, however long the door takes.</summary>
    private async Task Scanned(ParticipantId ticket)
    {
        var (scan, typed) = (new Scan(Texts["Presence.Asking", ticket]), _typed);
        _scans.Insert(0, scan);
        if (_scans.Count > MostScans) _scans.RemoveAt(MostScans);
        var answer = await Live.Ask(new HearingCommand.CheckIn(ticket));
        var person = Live.Newest!.FindTicket(ticket.Value);
        var who = person is null ? "" : $"{ScreenWords.Called(person.Style, person.FullName)}, {person.Delegation}";
        (scan.Kind, scan.Sentence) = answer switch
        {
            Answer.Done { Changed: true } => (ScanKind.In, person?.Seat is { } seat ? $"{who} – {Texts["Seat.Label", seat]}" : who),
            Answer.Done => (ScanKind.Already, Texts["Presence.Already", who, Live.Newest!.WallTime(Live.Newest.InTheRoom.GetValueOrDefault(person!.Id))]),
            Answer.Refused { Refusal: Refusal.NoSuchParticipant } => (ScanKind.Refused, Texts["Presence.Unknown", ticket]),
            _ => (ScanKind.Refused, Say.Of(answer) ?? ""),
        };
        // Somebody who scans ahead is already at the next ticket: it is theirs.
        if (typed == _typed) Clear();
    }

    private void Clear() => (_text, _at, Matching, _entry) = ("", 0, [], _entry + 1);

    private static string Sign(ScanKind kind) => kind switch
    {
        ScanKind.In => Icons.Material.Filled.CheckCircle,
        ScanKind.Already => Icons.Material.Outlined.Info,
        ScanKind.Refused => Icons.Material.Filled.Block,
        _ => Icons.Material.Outlined.Schedule,
    };

    private enum ScanKind { Asking, In, Already, Refused }

    private sealed class Scan(string sentence)
    {
        public ScanKind Kind { get; set; }
        public string Sentence { get; set; } = sentence;
    }
}
