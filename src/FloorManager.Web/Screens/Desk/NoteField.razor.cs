using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Wording;
using FloorManager.Web.Live;
using FloorManager.Web.Screens.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace FloorManager.Web.Screens.Desk;

public sealed partial class NoteField : IDisposable
{
    /// <summary>So long nobody types, and what stands there is saved.</summary>
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private ElementReference _area;
    private ITimer? _pause;
    private Task _saving = Task.CompletedTask;
    private Intervention? _of;
    private RecommendationId _id = new(Guid.NewGuid());
    private string _text = "";
    private TopicId? _topic;
    private string _sent = "";
    private string? _theirs;
    private bool _begun;
    private bool _focused;
    private bool _typed;
    private bool _struck;
    private bool _refused;
    private bool _saved;
    private bool _gone;
    private int _entry;
    private int _field;

    /// <summary>As it was last seen in the hearing; null for one that is not noted yet.</summary>
    private (string Text, TopicId? Topic)? _noted;

    /// <summary>A new one is made in this.</summary>
    [Parameter, EditorRequired]
    public required Intervention Of { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<SuggestedTopic> Topics { get; set; }

    /// <summary>Null for the field in which new ones are written.</summary>
    [Parameter]
    public RecommendationId? Noted { get; set; }

    /// <summary>The fields of the panel; each enters itself, so that nothing is taken away under somebody who types.</summary>
    [Parameter, EditorRequired]
    public required ISet<NoteField> Fields { get; set; }

    /// <summary>It was struck here: as it was, for taking that back.</summary>
    [Parameter]
    public EventCallback<Recommendation> OnStruck { get; set; }

    /// <summary>Nothing is typed here any more, or it is another's by now: the rows are to be looked at anew.</summary>
    [Parameter]
    public EventCallback OnFreed { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    public required LivePage Page { get; set; }

    [Inject]
    public required SteadyClock Clock { get; init; }

    /// <summary>The id by which it is noted, or will be.</summary>
    public RecommendationId Id => _id;

    /// <summary>Somebody types here, or something stands here that is saved nowhere else.</summary>
    public bool Busy => !_gone && (IsUnsaved || (_focused && Text.Length > 0));

    public bool IsUnsaved => !_gone && (_theirs is not null || IsChanged || (_struck && _typed));

    private bool IsNew => Noted is null;

    /// <summary>As it will be noted, so that one's own sentence is known when it comes back.</summary>
    private string Text => CleanText.Lines(_text);

    private string Key => IsNew ? "note-new" : $"note-{Noted}";

    private bool IsChanged => Text != (_noted?.Text ?? "") || (_noted is { } noted && noted.Topic != _topic);

    private bool IsEmptied => _noted is not null && Text.Length == 0;

    private string? Standing =>
        _struck || _theirs is not null ? null
        : IsEmptied ? "Notes.Emptied"
        : IsChanged ? _refused ? "Notes.NotSaved" : "Notes.Unsaved"
        : _saved ? "Notes.Saved"
        : null;

    public ValueTask FocusAsync() => _area.FocusAsync();

    /// <summary>Saves what stands here; the field for new ones is free after it, unless that was refused.</summary>
    public Task Keep() => Save(_text, IsNew, typingOn: false);

    /// <summary>Whoever closes the tab in the middle of a sentence finds it there: the pause that would have saved it does not come any more.</summary>
    public void Dispose()
    {
        if (IsUnsaved && _theirs is null && !_struck && Text is { Length: > 0 } text)
        {
            if (_noted is { } was) Page.Live.Keep(new CommandId(Guid.NewGuid()), new HearingCommand.RewordRecommendation(_id, text, _topic, was.Text));
            else Page.Live.Keep(new CommandId(_id.Value), new HearingCommand.NoteRecommendation(Of.Id, text, _topic));
        }

        _gone = true;
        _pause?.Dispose();
        Fields.Remove(this);
    }

    protected override void OnInitialized() => Fields.Add(this);

    protected override void OnParametersSet()
    {
        if (!_begun && Noted is { } id && Find(id) is { } now)
        {
            (_id, _noted) = (id, (now.Text, now.Topic));
            (_text, _topic) = _noted.Value;
        }
        else if (IsNew && _noted is null && Text.Length == 0 && _of?.Id != Of.Id)
        {
            _topic = Usual;
        }
        else
        {
            Meet();
        }

        (_begun, _of) = (true, Of);
    }

    /// <summary>The topic that was asked to speak on is the likely one.</summary>
    private TopicId? Usual => Topics.Any(t => t.Id == Of.Topic) ? Of.Topic : null;

    /// <summary>In the newest state: what is shown follows it a moment later, and would take one's own last sentence for somebody else's.</summary>
    private Recommendation? Find(RecommendationId id) => (Page.Live.Newest ?? Page.Live.State)?.Recommendations.FirstOrDefault(r => r.Id == id);

    /// <summary>Takes over what others changed where nobody types here; else both texts stand until somebody has chosen.</summary>
    private void Meet()
    {
        if (_noted is not { } was) return;
        if (Find(_id) is not { } now)
        {
            _struck = true;
            return;
        }

        if (now.Text != was.Text && now.Text != _sent && now.Text != Text)
        {
            if (_focused || Text != was.Text) _theirs = now.Text;
            else _text = now.Text;
        }

        if (_topic == was.Topic) _topic = now.Topic;
        _noted = (now.Text, now.Topic);
    }

    private void Typed(string? text)
    {
        (_text, _typed, _saved, _refused) = (text ?? "", true, false, false);
        _pause ??= Clock.Time.CreateTimer(_ => _ = Rested(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _pause.Change(Pause, Timeout.InfiniteTimeSpan);
    }

    private Task Pressed(KeyboardEventArgs e) => e is { Key: "Enter", ShiftKey: false, IsComposing: false, Repeat: false } ? Save(_text, IsNew, typingOn: true) : Task.CompletedTask;

    private Task About(string? topic)
    {
        _topic = topic is { Length: > 0 } ? new TopicId(topic) : null;
        return Save();
    }

    /// <summary>Whoever has only looked keeps nothing of their own.</summary>
    private async Task Left()
    {
        _focused = false;
        if (_theirs is { } theirs && !_typed) (_text, _theirs) = (theirs, null);
        await Save();
        await OnFreed.InvokeAsync();
    }

    private async Task Rested()
    {
        try
        {
            await InvokeAsync(async () =>
            {
                if (_gone) return;
                await Save();
                if (!_gone) StateHasChanged();
            });
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }

    private Task Save() => Save(null, finish: false, typingOn: false);

    /// <summary>One save after the other: the second must know what the first has come to.</summary>
    /// <param name="typed">What stood there when it was meant; null for whatever stands there when its turn comes.</param>
    /// <param name="finish">The field is free for the next one after it.</param>
    /// <param name="typingOn">The next one is typed already: what is in the field stays the browser's.</param>
    private Task Save(string? typed, bool finish, bool typingOn) => _saving = After(_saving, typed, finish, typingOn);

    private async Task After(Task before, string? typed, bool finish, bool typingOn)
    {
        await before;
        if (_gone) return;
        Meet();
        var (text, topic) = (CleanText.Lines(typed ?? _text), _topic);
        if (_theirs is not null || _struck || text.Length == 0) return;
        if (_noted is not { } noted || noted != (text, topic))
        {
            _sent = text;
            var answer = _noted is { } was
                ? await Page.Do(new HearingCommand.RewordRecommendation(_id, text, topic, was.Text))
                : await Page.Do(new HearingCommand.NoteRecommendation(Of.Id, text, topic), new CommandId(_id.Value));
            _refused = answer is not Answer.Done;
            if (answer is Answer.Done done)
            {
                // An answer that was lost on the way: what was noted then is what stands there.
                _noted = !done.Changed && _noted is null && Find(_id) is { } there ? (there.Text, there.Topic) : (text, topic);
                (_saved, _typed) = (true, false);
            }

            Meet();
        }

        if (finish && _noted?.Text == text && _theirs is null && !_struck) await Clear(text, typingOn);
    }

    private Task Clear(string finished, bool typingOn)
    {
        var next = typingOn && Text != finished ? _text : "";
        (_id, _noted, _sent, _text, _theirs, _struck, _topic) = (new(Guid.NewGuid()), null, "", next, null, false, Usual);
        if (typingOn) _entry++;
        else _field++;
        return OnFreed.InvokeAsync();
    }

    private Task KeepMine()
    {
        _theirs = null;
        return Save();
    }

    private Task TakeTheirs()
    {
        var theirs = _theirs!;
        (_text, _theirs, _typed) = (theirs, null, false);
        return IsNew ? Clear(theirs, typingOn: false) : Task.CompletedTask;
    }

    private async Task NoteAgain()
    {
        (_id, _noted, _struck) = (new(Guid.NewGuid()), null, false);
        await Save(_text, IsNew, typingOn: false);
        await OnFreed.InvokeAsync();
    }

    private Task LetGo()
    {
        if (IsNew) return Clear(Text, typingOn: false);
        _gone = true;
        return OnFreed.InvokeAsync();
    }

    private async Task Strike()
    {
        await _saving;
        if (Find(_id) is not { } noted || await Page.Do(new HearingCommand.StrikeRecommendation(_id)) is not Answer.Done) return;
        _gone = true;
        await OnStruck.InvokeAsync(Text is { Length: > 0 and <= HearingCommand.NoteRecommendation.Longest } text ? noted with { Text = text, Topic = _topic } : noted);
    }
}
