using FloorManager.Domain.Participants;
using FloorManager.Web.Imports;
using FloorManager.Web.Resources;
using FloorManager.Web.Screens.Shared;
using Microsoft.Extensions.Localization;

namespace FloorManager.Web.Screens.Setup;

/// <summary>The words for the fields of the register, and for what stands in them.</summary>
internal static class RegisterWords
{
    private static readonly Dictionary<string, string> Keys = new(StringComparer.Ordinal)
    {
        ["id"] = "People.Id",
        ["style"] = "Programme.Style",
        [ParticipantMapping.FullName] = "Import.FullName",
        [ParticipantMapping.FirstName] = "Import.FirstName",
        [ParticipantMapping.LastName] = "Import.LastName",
        ["designation"] = "People.Designation",
        ["delegation"] = "Record.Delegation",
        [ParticipantMapping.Category] = "Record.Category",
        ["regional_group"] = "Record.Region",
        ["gender"] = "People.Gender",
        ["language"] = "People.Language",
        ["seat"] = "People.Seat",
        [ParticipantMapping.Admitted] = "Import.Admitted",
        ["pronunciation"] = "People.Pronunciation",
        ["accommodation"] = "People.Accommodation",
    };

    /// <summary>What a field of <see cref="ParticipantMapping.Fields"/> is called.</summary>
    public static string Field(this IStringLocalizer<ScreenTexts> texts, string field) => texts[Keys[field]];

    /// <summary>What a name may pretend.</summary>
    public static string Odd(this IStringLocalizer<ScreenTexts> texts, LookAlike odd) => odd switch
    {
        LookAlike.Mixed m => texts["Letters.Mixed", m.Word, texts[$"Letters.{m.One}"], texts[$"Letters.{m.Other}"]],
        LookAlike.Disguised d => texts["Letters.Disguised", d.Word, texts[$"Letters.{d.Alphabet}"]],
        LookAlike.Double d => texts["Letters.Double", d.Name, d.Id],
        _ => throw new ArgumentOutOfRangeException(nameof(odd)),
    };

    /// <summary>What stands in it; a dash for nothing.</summary>
    public static string Value(this IStringLocalizer<ScreenTexts> texts, string field, Participant person)
    {
        var text = field switch
        {
            "style" => person.Style,
            ParticipantMapping.FullName => person.FullName,
            "designation" => person.Designation,
            "delegation" => person.Delegation,
            ParticipantMapping.Category => texts.Category(person.Category),
            "regional_group" => texts.Region(person.RegionalGroup),
            "gender" => person.Gender is { } gender ? texts[$"People.Gender.{gender}"].Value : "",
            "language" => person.Language,
            "seat" => $"{person.Seat}",
            ParticipantMapping.Admitted => person.Admitted ? texts["Import.Admitted"].Value : texts["People.Outside"].Value,
            "pronunciation" => person.Pronunciation,
            _ => person.Accommodation is { } extra ? ScreenWords.Length(extra) : "",
        };
        return text.Length == 0 ? "–" : text;
    }
}
