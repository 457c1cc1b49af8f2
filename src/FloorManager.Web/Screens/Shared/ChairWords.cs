using FloorManager.Domain.Interventions;
using FloorManager.Domain.Views;
using FloorManager.Web.Resources;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Screens.Shared;

/// <summary>The sentences that the chair reads out.</summary>
internal static class ChairWords
{
    /// <summary>
    /// Who was just recognised is given the floor; while they speak, the thanks and the next one stand ready. Empty when there is nobody to be named.
    /// </summary>
    public static string Line(IStringLocalizer<ScreenTexts> texts, ChairView view) => view.Floor switch
    {
        { Clock: FloorClock.NotStarted, Kind: FloorKind.Reply } floor => texts["Line.Reply", Who(texts, floor.Speaker)],
        { Kind: FloorKind.PointOfOrder } floor => texts["Line.PointOfOrder", Who(texts, floor.Speaker)],
        { Clock: FloorClock.NotStarted } floor => Give(texts, Who(texts, floor.Speaker), view, followers: 0),
        { } floor => $"{texts["Line.Thank", ScreenWords.Called(floor.Speaker.Style, floor.Speaker.Name)]} {Next(texts, view)}".TrimEnd(),
        null => Next(texts, view),
    };

    private static string Next(IStringLocalizer<ScreenTexts> texts, ChairView view) =>
        view.OnDeck.IsEmpty ? "" : Give(texts, Who(texts, view.OnDeck[0]), view, followers: 1);

    private static string Give(IStringLocalizer<ScreenTexts> texts, string who, ChairView view, int followers) =>
        view.OnDeck.Length > followers ? texts["Line.GiveAndNext", who, Who(texts, view.OnDeck[followers])] : texts["Line.Give", who];

    private static string Who(IStringLocalizer<ScreenTexts> texts, Speaker s) => Who(texts, s.Style, s.Name, s.Designation, s.Delegation);

    private static string Who(IStringLocalizer<ScreenTexts> texts, PoolRow row) =>
        Who(texts, row.Participant?.Style ?? "", row.Participant?.FullName ?? "", row.Participant?.Designation ?? "", row.Request.Delegation);

    private static string Who(IStringLocalizer<ScreenTexts> texts, string style, string name, string designation, string delegation) =>
        designation.Length > 0 && delegation.Length > 0
            ? texts["Line.WhoOf", ScreenWords.Called(style, name), designation, delegation]
            : string.Join(", ", new[] { ScreenWords.Called(style, name), designation, delegation }.Where(part => part.Length > 0));
}
