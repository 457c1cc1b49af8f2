using System.Collections;
using System.Globalization;
using System.Resources;
using FloorManager.Domain.Hearings;
using FloorManager.Domain.Interventions;
using FloorManager.Domain.Participants;
using FloorManager.Domain.Programme;
using FloorManager.Domain.Requests;
using FloorManager.Web.Resources;
using Xunit;

namespace FloorManager.Web.Tests.Screens;

public sealed class SpeakingEveryLanguage
{
    public static TheoryData<Type> Resources => [typeof(Texts), typeof(ScreenTexts), typeof(ImportTexts), typeof(AccountTexts)];

    private static Dictionary<string, string> Of(Type texts, string language) =>
        new ResourceManager(texts).GetResourceSet(language.Length == 0 ? CultureInfo.InvariantCulture : new(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    [Theory]
    [MemberData(nameof(Resources))]
    public void Each_text_stands_in_each_language_with_the_same_facts(Type texts)
    {
        var english = Of(texts, "");
        foreach (var language in Languages.Known.Skip(1))
        {
            var other = Of(texts, language);
            Assert.Equal(english.Keys.Order(), other.Keys.Order());
            foreach (var (key, text) in english)
                for (var fact = 0; fact < 5; fact++)
                    Assert.True(text.Contains($"{{{fact}}}", StringComparison.Ordinal) == other[key].Contains($"{{{fact}}}", StringComparison.Ordinal), $"{language}: {key}");
        }
    }

    /// <summary>A delegate reads why not in the language in which they asked; everything else of these tables is for the staff.</summary>
    [Fact]
    public void What_a_seat_is_told_stands_in_the_six_languages_with_the_same_facts()
    {
        var english = Of(typeof(Texts), "");
        foreach (var language in Languages.OfScreens.Except(Languages.Known))
        {
            var other = Of(typeof(Texts), language);
            Assert.Equal(TellsASeat.Order(), other.Keys.Order());
            foreach (var (key, text) in other)
                for (var fact = 0; fact < 5; fact++)
                    Assert.True(text.Contains($"{{{fact}}}", StringComparison.Ordinal) == english[key].Contains($"{{{fact}}}", StringComparison.Ordinal), $"{language}: {key}");
        }
    }

    /// <summary>Whoever adds a word to a file writes it in all languages that a hearing may have; a console's words are of the console's languages.</summary>
    [Fact]
    public void What_files_say_stands_in_the_six_languages_with_the_same_facts()
    {
        var english = Of(typeof(ScreenTexts), "");
        string[] kinds = ["Paper.", "Export.", "Category.", "Region.", "Kind.", "Channel.", "Corrected.", "Audit.Role.", "Rehearsal.Tag"], consoles = ["Export.Journal", "Export.Language", "Export.Save", "Export.SaveLabel"];
        string[] needed = [.. english.Keys.Where(k => kinds.Any(kind => k.StartsWith(kind, StringComparison.Ordinal))).Except(consoles)];
        string[] all = [.. Of(typeof(ScreenTexts), "ar").Keys.Order()];
        foreach (var language in Languages.OfScreens.Except(Languages.Known))
        {
            var other = Of(typeof(ScreenTexts), language);
            Assert.Empty(needed.Except(other.Keys));
            // What is said with words of the consoles besides is the same in each.
            Assert.Equal(all, other.Keys.Order());
            Assert.Empty(all.Except(english.Keys));
            foreach (var (key, text) in other)
                for (var fact = 0; fact < 5; fact++)
                    Assert.True(text.Contains($"{{{fact}}}", StringComparison.Ordinal) == english[key].Contains($"{{{fact}}}", StringComparison.Ordinal), $"{language}: {key}");
        }
    }

    [Fact]
    public void Each_value_of_a_hearing_has_its_word()
    {
        var words = Of(typeof(ScreenTexts), "");
        string[] needed =
        [
            .. Enum.GetNames<FloorKind>().Select(n => $"Kind.{n}"), .. Enum.GetNames<PanelPhase>().Select(n => $"Phase.{n}"),
            .. Enum.GetNames<IntakeChannel>().Select(n => $"Channel.{n}"), .. Enum.GetNames<PodiumRole>().Select(n => $"Podium.{n}"),
            .. RegionalGroups.Default.Select(n => $"Region.{n}"), .. ParticipantCategory.Default.Select(c => $"Category.{c.Code}"),
        ];
        Assert.Empty(needed.Except(words.Keys));
        var sentences = Of(typeof(Texts), "");
        Assert.Empty(Enum.GetNames<RequestState>().Select(n => $"RequestState.{n}").Except(sentences.Keys));
        Assert.Empty(typeof(Refusal).GetNestedTypes().Select(t => $"Refusal.{ReasonOf(t)}").Except(sentences.Keys));
    }

    /// <summary>What asking, withdrawing, sitting down and handing in may be answered by.</summary>
    private static string[] TellsASeat =>
    [
        "Answer.Busy", "Answer.Denied", "Answer.NotSaved", "Answer.SignInFirst", "Answer.UnknownToken", "Error.NoSeat", "Error.TooMany", "Rehearsal.Tag",
        .. Enum.GetNames<RequestState>().Select(n => $"RequestState.{n}"),
        .. new[]
        {
            typeof(Refusal.HearingIsArchived), typeof(Refusal.NotYourSeat), typeof(Refusal.NoSuchSeat), typeof(Refusal.SeatNotAssigned), typeof(Refusal.NotAdmitted), typeof(Refusal.NoPanelLeft),
            typeof(Refusal.SegmentClosed), typeof(Refusal.NoSuchTopic), typeof(Refusal.DelegationAlreadyWaiting), typeof(Refusal.IntakeNotOpen), typeof(Refusal.IntakeClosed), typeof(Refusal.NotInTheRoom),
            typeof(Refusal.NoSuchRequest), typeof(Refusal.NotYourRequest), typeof(Refusal.RequestClosed), typeof(Refusal.RequestNotLapsed),
            typeof(Refusal.SeatHeld), typeof(Refusal.NotToBeSeated), typeof(Refusal.SeatAssigned), typeof(Refusal.CalledBySeat),
        }.Select(t => $"Refusal.{ReasonOf(t)}"),
    ];

    private static string ReasonOf(Type refusal) =>
        string.Concat(refusal.Name.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : $"{c}"));
}
