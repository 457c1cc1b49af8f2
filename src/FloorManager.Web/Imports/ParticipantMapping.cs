using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FloorManager.Web.Imports;

/// <summary>Which column of a file holds which field of the register.</summary>
/// <param name="Columns">For each field of <see cref="Fields"/> that is taken from the file the place of its column, from 0.</param>
/// <param name="CategoryForAll">Code of the category of everybody in the file, where no column says it; else null.</param>
/// <param name="AdmittedForAll">Whether everybody in the file is admitted, where no column says it. False leaves those on the register as they are.</param>
public sealed record ParticipantMapping(ImmutableDictionary<string, int> Columns, string? CategoryForAll = null, bool AdmittedForAll = false)
{
    public const string FullName = "full_name", FirstName = "first_name", LastName = "last_name", Category = "category", Admitted = "admitted";

    /// <summary>In the order in which they are offered.</summary>
    public static readonly ImmutableArray<string> Fields =
    [
        "id", "style", FullName, FirstName, LastName, "designation", "delegation", Category, "regional_group", "gender", "language", "seat", Admitted,
        "pronunciation", "accommodation",
    ];

    /// <summary>How registration systems head their columns, as <see cref="Plain"/> leaves them. The field's own name comes without saying.</summary>
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.Ordinal)
    {
        ["id"] = ["ticket", "ticketno", "ticketnumber", "ticketid", "registrationid", "registrationnumber", "registrationno", "badge", "badgeno", "badgenumber", "reference", "no", "numero", "billet", "numerodebillet", "nodebillet", "numerodebadge", "nodebadge", "numeroinscription", "numerodinscription", "nodinscription", "participantid", "identifiant"],
        ["style"] = ["title", "salutation", "honorific", "prefix", "formofaddress", "civilite", "titre"],
        [FullName] = ["name", "participant", "participantname", "attendee", "attendeename", "nomcomplet", "nometprenom", "prenometnom", "nomprenom"],
        [FirstName] = ["givenname", "givennames", "forename", "forenames", "firstnames", "prenom", "prenoms"],
        [LastName] = ["surname", "familyname", "nomdefamille", "nom"],
        ["designation"] = ["function", "functionaltitle", "position", "job", "jobtitle", "role", "fonction", "poste", "qualite"],
        ["delegation"] = ["organisation", "organization", "organisationname", "organizationname", "company", "institution", "affiliation", "country", "state", "memberstate", "entity", "representing", "pays", "etat", "organisme", "entite", "represente"],
        [Category] = ["participantcategory", "participanttype", "attendeetype", "registrationtype", "tickettype", "type", "categorie", "typedeparticipant"],
        ["regional_group"] = ["region", "group", "groupe", "grouperegional"],
        ["gender"] = ["sex", "genre", "sexe"],
        ["language"] = ["preferredlanguage", "spokenlanguage", "speakinglanguage", "langue"],
        ["seat"] = ["seatnumber", "seatno", "seatlabel", "place", "siege"],
        [Admitted] = ["approved", "accepted", "confirmed", "admis", "approuve", "accepte"],
        ["pronunciation"] = ["phonetic", "pronounced", "prononciation"],
        ["accommodation"] = ["extratime", "additionaltime", "tempssupplementaire", "amenagement"],
    };

    /// <summary>What the headings say. A heading that stands above two columns says nothing: whoever reads the file chooses.</summary>
    public static ParticipantMapping Guess(IReadOnlyList<string> headings)
    {
        var plain = headings.Select(Plain).ToArray();
        var columns = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var field in Fields)
        {
            string[] names = [Plain(field), .. Names[field]];
            if (names.FirstOrDefault(n => plain.Count(p => p == n) > 0) is not { } name || plain.Count(p => p == name) > 1) continue;
            columns[field] = Array.IndexOf(plain, name);
        }

        if (columns.ContainsKey(FullName))
        {
            // The whole name is there: its parts would only repeat it.
            columns.Remove(FirstName);
            columns.Remove(LastName);
        }
        else if (!plain.Any(p => p == Plain(FirstName) || Names[FirstName].Contains(p)) && columns.Remove(LastName, out var whole))
        {
            // "Nom" beside no "Prénom" is the whole name.
            columns[FullName] = whole;
        }

        return new(columns.ToImmutable());
    }

    /// <summary>The fields that the register cannot do without and that come from nowhere.</summary>
    public ImmutableArray<string> Missing =>
    [
        .. new[] { FullName, FirstName, LastName }.Any(Columns.ContainsKey) ? [] : new[] { FullName },
        .. Columns.ContainsKey("delegation") ? [] : new[] { "delegation" },
        .. Columns.ContainsKey(Category) || CategoryForAll is not null ? [] : new[] { Category },
    ];

    public ParticipantMapping With(string field, int? column) =>
        this with { Columns = column is { } at ? Columns.SetItem(field, at) : Columns.Remove(field) };

    /// <summary>Letters and digits only, small, without accents; "N°" is a "no".</summary>
    internal static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Replace('°', 'o').Normalize(NormalizationForm.FormKD))
            if (char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }
}
