using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using FloorManager.Web.Imports;
using FloorManager.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Xunit;

namespace FloorManager.Web.Tests.Imports;

public partial class TellingFaults
{
    private static readonly string[] Languages = ["", "fr"];

    private static Dictionary<string, string> Sentences(string language) =>
        new ResourceManager(typeof(ImportTexts)).GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    [Fact]
    public void Every_code_has_a_sentence_in_every_language_and_no_sentence_is_left_over()
    {
        var codes = typeof(ImportCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        var keys = codes.Concat(["at", "row", "column", "column-of"]).Order(StringComparer.Ordinal).ToArray();

        Assert.All(Languages, language => Assert.Equal(keys, Sentences(language).Keys.Order(StringComparer.Ordinal)));
        Assert.All(Languages, language => Assert.All(Sentences(language).Values, s => Assert.NotEmpty(s.Trim())));
    }

    [Fact]
    public void Translations_say_the_same_facts()
    {
        var french = Sentences("fr");

        Assert.All(Sentences(""), s => Assert.Equal(Facts(s.Value), Facts(french[s.Key])));
    }

    [Theory]
    [InlineData("en", "participants.csv, row 12, seat: There is no seat “Z-9” in the seat plan.")]
    [InlineData("fr", "participants.csv, ligne 12, seat\u00A0: Le plan de salle n’a pas de place «\u00A0Z-9\u00A0».")]
    public void A_fault_is_one_line_in_the_readers_language(string language, string sentence)
    {
        var services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            var fault = new ImportFault(12, "seat", ImportCodes.UnknownSeat, "Z-9") { File = "participants.csv" };
            Assert.Equal(sentence, fault.Sentence(services.GetRequiredService<IStringLocalizer<ImportTexts>>()));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string[] Facts(string sentence) => [.. Placeholder().Matches(sentence).Select(m => m.Value).Order()];

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
