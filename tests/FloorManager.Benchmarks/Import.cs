using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using FloorManager.Web.Imports;
using FloorManager.Web.Resources;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace FloorManager.Benchmarks;

/// <summary>
/// A register of 5,000 in the columns of a registration system, from its bytes to the accepted command: read, mapped, compared with the register,
/// written to the journal. Then the same file again, which changes nothing.
/// </summary>
internal static class Import
{
    private const int People = 5_000, Rounds = 3;
    private const double GoalMs = 3_000, GoalMb = 100;

    private static readonly string[] Headings = ["N° de badge", "Civilité", "Prénom", "Nom", "Fonction", "Pays", "Catégorie", "Groupe régional", "Genre", "Langue", "Admis", "Courriel", "Téléphone", "Passeport", "Hôtel"];

    public static async IAsyncEnumerable<Row> Measure()
    {
        await using var house = new House();
        foreach (var (kind, file) in new[] { ("CSV", Csv()), ("XLSX", Workbook()) })
        {
            var (first, again, held, allocated) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var round = 0; round <= Rounds; round++)
            {
                var name = $"{kind.ToLowerInvariant()}-{round}";
                await LargeHearing.SetUp(house, name, seats: 1);
                var before = GC.GetTotalMemory(forceFullCollection: true);
                using var watch = new HighWater();
                var (began, had) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes(precise: true));
                if (await Read(house, name, file) != People) throw new InvalidOperationException("Not everybody was new.");
                var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                var got = GC.GetTotalAllocatedBytes(precise: true) - had;
                var peak = watch.Stop() - before;
                began = Stopwatch.GetTimestamp();
                if (await Read(house, name, file) != 0) throw new InvalidOperationException("Somebody was doubled.");
                if (round == 0) continue;
                first.Add(took);
                again.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                held.Add(peak / 1e6);
                allocated.Add(got / 1e6);
            }

            yield return Row.AtMost($"5,000 participants from {kind} ({file.Length / 1e6:0.0} MB), to the journal", first.Median(), "ms", GoalMs);
            yield return Row.AtMost("managed memory meanwhile, at most", held.Max(), "MB", GoalMb);
            yield return Row.Known("allocated in all", allocated.Median(), "MB");
            yield return Row.Known("the same file again, nothing changes", again.Median(), "ms");
        }
    }

    /// <summary>How many the command held.</summary>
    private static async Task<int> Read(House house, string hearing, byte[] file)
    {
        var grid = Grid.Open(file).Value!;
        var preview = ParticipantImport.Look(
            grid, grid.Columns(house.Services.GetRequiredService<IStringLocalizer<ImportTexts>>()), ParticipantMapping.Guess(grid.Headings), house.State(hearing));
        if (preview.Count(RowEffect.Refused) > 0) throw new InvalidOperationException($"{preview.Rows.First(r => !r.Faults.IsEmpty).Faults[0]}");
        if (preview.Command is not { } command) return 0;
        await house.Do(hearing, command);
        return command.Participants.Length;
    }

    private static IEnumerable<string[]> Rows() => Enumerable.Range(1, People).Select(n => new[]
    {
        $"R-{n:00000}", n % 3 == 0 ? "S.E. M." : "Mme", n % 7 == 0 ? "小明" : $"Zoë {n}", n % 7 == 0 ? $"王{n}" : $"Müller-Ångström {n}", "Conseillère aux affaires humanitaires", $"Délégation {n % 193}",
        "État Membre", "Europe orientale", "femme", "français", "oui", $"personne.{n}@example.org", $"+41 22 {n:000000}", $"X{n:00000000}", "Hôtel de la Paix, Genève",
    });

    private static byte[] Csv() => Encoding.UTF8.GetBytes(string.Join("\r\n", Rows().Prepend(Headings).Select(r => string.Join(';', r))));

    private static byte[] Workbook()
    {
        const string main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string text)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }

            // As spreadsheet programs write it: each text once, and cells that point there.
            var shared = new Dictionary<string, int>(StringComparer.Ordinal);
            var sheet = new StringBuilder();
            foreach (var row in Rows().Prepend(Headings))
            {
                sheet.Append("<row>");
                foreach (var cell in row)
                {
                    shared.TryAdd(cell, shared.Count);
                    sheet.Append(CultureInfo.InvariantCulture, $"<c t=\"s\"><v>{shared[cell]}</v></c>");
                }

                sheet.Append("</row>");
            }

            Add("xl/workbook.xml", $"<workbook {main} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Export\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            Add("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            Add("xl/sharedStrings.xml", $"<sst {main}>{string.Concat(shared.Keys.Select(s => $"<si><t>{s}</t></si>"))}</sst>");
            Add("xl/worksheets/sheet1.xml", $"<worksheet {main}><sheetData>{sheet}</sheetData></worksheet>");
        }

        return bytes.ToArray();
    }
}
