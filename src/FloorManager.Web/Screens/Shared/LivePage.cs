using FloorManager.Domain.Hearings;
using FloorManager.Domain.Programme;
using FloorManager.Web.Access;
using FloorManager.Web.Live;
using FloorManager.Web.Resources;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Screens.Shared;

/// <summary>
/// A console. It follows one hearing through the circuit's <see cref="LiveSession"/>, takes what its person does to the door, and keeps what the door
/// says when it refuses until it has been read.
/// </summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    [Parameter]
    public required string Hearing { get; set; }

    [Inject]
    public required LiveSession Live { get; init; }

    [Inject]
    public required Sentences Say { get; init; }

    [Inject]
    public required IStringLocalizer<ScreenTexts> Words { get; init; }

    /// <summary>What it takes to use this console.</summary>
    protected abstract Right Opens { get; }

    public Finding Found { get; private set; }

    /// <summary>Long enough to be read by somebody who is already at the next act.</summary>
    private static readonly TimeSpan ReadingTime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(10);

    /// <summary>A second tap of a double click meets what has only just appeared there; nobody has read its label yet.</summary>
    internal static readonly TimeSpan Unread = TimeSpan.FromMilliseconds(600);

    private DateTimeOffset _noticedAt;
    private (SegmentId? Segment, bool Acted) _noticedIn;

    /// <summary>Why an act was not carried out; it stands until it is closed, or a later act succeeds and it has had its time.</summary>
    public string? Notice { get; private set; }

    /// <summary>Counts the refusals: one that says the same again is another one, and is announced again.</summary>
    public int Noticed { get; private set; }

    public virtual void Dispose()
    {
        Live.Changed -= OnChanged;
        GC.SuppressFinalize(this);
    }

    /// <summary>One act of this console's person.</summary>
    /// <param name="id">Minted once for the act where what it makes is known by it; null for one of its own.</param>
    public async Task<Answer> Do(HearingCommand command, CommandId? id = null)
    {
        var answer = await Live.Ask(id ?? new CommandId(Guid.NewGuid()), command);
        var told = (Notice, Noticed);
        if (Say.Of(answer) is { } refusal) (Notice, Noticed, _noticedAt, _noticedIn) = ($"{refusal} {Meanwhile(answer)}".TrimEnd(), Noticed + 1, Live.Now, (Live.Newest?.OpenSegmentId, false));
        else if (Live.Now - _noticedAt > ReadingTime) Notice = null;
        else _noticedIn.Acted = true;
        // What was done comes by the new state and draws the console then; to draw it here as well would hold that up.
        if (told != (Notice, Noticed)) StateHasChanged();
        return answer;
    }

    /// <summary>Two consoles meant to act at once: whoever came second is told what the other did.</summary>
    private string Meanwhile(Answer answer) =>
        answer is Answer.Refused { Refusal: not Refusal.OutOfBounds } && Live.Newest is { } state && state.LastAct is { } last && !Live.IsMine(last.Command) && Live.Now - last.At < AtOnce
            ? Words["Notice.Meanwhile", Words.Actor(last.By.Role), Words.Did(last), state.WallSecond(last.At)]
            : "";

    public void Dismiss() => Notice = null;

    /// <summary>What was refused is past when its person has done something else since, or another segment is open, and it has had its time to be read.</summary>
    private void Forget()
    {
        if (Live.Now - _noticedAt > ReadingTime && (_noticedIn.Acted || Live.State?.OpenSegmentId != _noticedIn.Segment)) Notice = null;
    }

    /// <summary>Cuts what the console shows from the newest state.</summary>
    protected abstract void Look(Hearing state, DateTimeOffset now);

    protected override void OnInitialized() => Live.Changed += OnChanged;

    protected override async Task OnParametersSetAsync()
    {
        Found = !await Live.Follow(Hearing, Opens) ? Finding.NoSuchHearing : Live.Grant is null ? Finding.NotAllowed : Finding.Here;
        if (Found == Finding.Here) Look(Live.State!, Live.Now);
    }

    private void OnChanged() => _ = Show();

    private async Task Show()
    {
        try
        {
            await InvokeAsync(() =>
            {
                if (Found != Finding.Here) return;
                if (Live.IsLost)
                {
                    Found = Finding.NotAllowed;
                    StateHasChanged();
                    return;
                }

                Forget();
                Look(Live.State!, Live.Now);
                StateHasChanged();
            });
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }
}

public enum Finding { Looking, NoSuchHearing, NotAllowed, Here }
