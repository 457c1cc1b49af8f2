using System.Collections.Immutable;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;

namespace FloorManager.Domain.Views;

/// <summary>What the podium sees: the room's view, and what is meant for those who sit there alone.</summary>
public sealed record PodiumFloorView : FloorView
{
    public PodiumView Podium { get; }

    private PodiumFloorView(FloorView room, PodiumView podium) : base(room) => Podium = podium;

    public static PodiumFloorView Of(Hearing state, FloorView room) => new(room, PodiumView.Of(state));
}

/// <param name="Message">From the chair to the podium; null when there is none.</param>
/// <param name="Questions">What the floor asked in the open panel and nobody has answered yet, by whom it was asked of, in the order of the podium; last what the panel as a whole was asked.</param>
/// <param name="Topics">The guiding questions of the open panel.</param>
public sealed record PodiumView(string? Message, ImmutableArray<PodiumQuestionsView> Questions, ImmutableArray<string> Topics)
{
    public static PodiumView Of(Hearing state)
    {
        var panel = state.OpenSegment;
        var open = state.Questions.Where(q => q.Segment == panel?.Id && !q.Answered).ToLookup(q => q.To);
        var podium = panel?.Podium ?? [];
        // Whoever has left the podium since was asked all the same: it is the panel's then.
        var others = open.Where(g => g.Key is not { } id || podium.All(p => p.Id != id)).SelectMany(g => g).ToArray();
        return new(
            state.PodiumMessage,
            [
                .. podium.Where(p => open[p.Id].Any()).Select(p => new PodiumQuestionsView(p.FullName, [.. open[p.Id].Select(q => Of(state, q))])),
                .. others.Length == 0 ? [] : new[] { new PodiumQuestionsView(null, [.. others.Select(q => Of(state, q))]) },
            ],
            [.. (panel?.Topics ?? []).Select(t => t.Text)]);
    }

    private static PodiumQuestionView Of(Hearing state, Question question) =>
        new(question.Text, question.From is { } from ? state.FindIntervention(from)?.Speaker.Delegation ?? "" : "");
}

/// <param name="To">Null for the panel as a whole.</param>
public sealed record PodiumQuestionsView(string? To, ImmutableArray<PodiumQuestionView> Questions);

/// <param name="Text">In a few words; may be empty where only that somebody was asked was noted.</param>
/// <param name="From">The delegation that asked; empty where it is not known.</param>
public sealed record PodiumQuestionView(string Text, string From);
