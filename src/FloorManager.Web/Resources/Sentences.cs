using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Requests;
using FloorManager.Web.Live;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Resources;

/// <summary>Says an answer in the reader's language. A refusal's facts go into its sentence in the order the refusal declares them.</summary>
public sealed partial class Sentences(IStringLocalizer<Texts> texts)
{
    private static readonly ConcurrentDictionary<Type, string> Reasons = [];

    /// <summary>The reason code of a refusal, such as <c>floor-taken</c>.</summary>
    public static string Reason(Refusal refusal) => Reasons.GetOrAdd(refusal.GetType(), type => WordStart().Replace(type.Name, "-$0").ToLowerInvariant());

    public string Of(Refusal refusal) => texts[
        $"Refusal.{Reason(refusal)}",
        [.. refusal.GetType().GetConstructors()[0].GetParameters().Select(p => Say(refusal.GetType().GetProperty(p.Name!)!.GetValue(refusal)))]];

    /// <summary>Null for what needs no words: it was done.</summary>
    public string? Of(Answer answer) => answer switch
    {
        Answer.Refused refused => Of(refused.Refusal),
        Answer.Denied => texts["Answer.Denied"],
        Answer.UnknownHearing unknown => texts["Answer.UnknownHearing", unknown.Name],
        Answer.NotSaved { NoRoom: true } => texts["Answer.NotSavedNoRoom"],
        Answer.NotSaved => texts["Answer.NotSaved"],
        Answer.Busy => texts["Answer.Busy"],
        _ => null,
    };

    private object Say(object? fact) => fact switch
    {
        RequestState state => texts[$"RequestState.{state}"].Value,
        FloorKind kind => texts[$"FloorKind.{kind}"].Value,
        _ => fact?.ToString() ?? "",
    };

    [GeneratedRegex("(?<!^)[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordStart();
}
