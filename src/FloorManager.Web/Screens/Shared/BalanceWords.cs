using System.Globalization;
using FloorManager.Domain.Balance;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Screens.Shared;

/// <summary>The balance of the floor in plain sentences. For the consoles only: what they say of gender is nobody else's.</summary>
internal static class BalanceWords
{
    private const int MostReasons = 2;
    private const int LongestTopic = 48;

    /// <summary>Why this request would be a good next choice; empty where nothing speaks for it in particular.</summary>
    public static string Why(this IStringLocalizer<ScreenTexts> texts, BalanceNote note, Segment panel)
    {
        var reasons = note.Reasons.Select(fact => texts.Reason(fact, panel)).Take(MostReasons).ToList();
        if (note.FirstTime && reasons.Count < MostReasons) reasons.Add(texts["Lens.FirstTime"]);
        var sentence = string.Join(texts["Lens.And"], reasons);
        return sentence.Length == 0 ? "" : Capital(sentence) + texts["Lens.Stop"];
    }

    /// <summary>Topics are whole questions; a few of their words tell which is meant.</summary>
    private static string Short(string topic)
    {
        if (topic.Length <= LongestTopic) return topic;
        var cut = topic.LastIndexOf(' ', LongestTopic);
        if (cut <= 0) cut = char.IsHighSurrogate(topic[LongestTopic - 1]) ? LongestTopic - 1 : LongestTopic;
        return $"{topic[..cut].TrimEnd(',', ';', '–', ' ')} …";
    }

    private static string Capital(string text) => char.ToUpper(text[0], CultureInfo.CurrentUICulture) + text[1..];

    /// <summary>What one value would stand at, in the panel or in the hearing, with the intervention.</summary>
    public static string Effect(this IStringLocalizer<ScreenTexts> texts, BalanceFact fact, Segment panel) =>
        texts[fact.InPanel ? "Lens.EffectHere" : "Lens.EffectInAll", Capital(fact.Dimension == Dimension.Region ? texts.Region(fact.Value) : texts.Value(fact, panel)), fact.Spoken, fact.Spoken + 1, fact.AllSpoken + 1];

    private static string Reason(this IStringLocalizer<ScreenTexts> texts, BalanceFact fact, Segment panel) => fact.Spoken == 0
        ? texts[fact.Dimension == Dimension.Gender ? $"Lens.None.{fact.Value}" : $"Lens.None.{fact.Dimension}", texts.Value(fact, panel)]
        : texts[$"Lens.Few.{fact.Dimension}", texts.Value(fact, panel), fact.Spoken, fact.Asked];

    private static string Value(this IStringLocalizer<ScreenTexts> texts, BalanceFact fact, Segment panel) => fact.Dimension switch
    {
        Dimension.Category => texts.Category(fact.Value),
        Dimension.Region => RegionalGroups.Default.Contains(fact.Value) ? texts[$"Lens.Region.{fact.Value}"] : texts["Lens.Region", fact.Value],
        Dimension.Gender => texts[$"Gender.{fact.Value}"],
        _ => Short(panel.Topics.FirstOrDefault(t => t.Id.Value == fact.Value)?.Text ?? fact.Value),
    };
}
