using System.IO.Compression;
using System.Xml;

namespace FloorManager.Web.Imports;

/// <summary>
/// The first sheet of a workbook (XLSX) that holds anything. Read forwards only, part by part, with every unpacked byte counted; nothing in it is
/// evaluated and nothing outside it is fetched.
/// </summary>
internal static class Workbook
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Most bytes unpacked of the whole workbook; twenty thousand participants take about sixteen million.</summary>
    public const long MostUnpacked = 48 * 1024 * 1024;

    /// <summary>A sheet of names packs ten to one, one of equal cells fifty to one, a bomb a thousand to one.</summary>
    private const int MostPacked = 200, SurelyNoBomb = 1024 * 1024;

    // A workbook has a few parts a sheet.
    private const int MostParts = 2_000;

    public static Grid? Read(byte[] file, ImportFaults faults, Reading reading = default)
    {
        string code;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostParts || archive.Entries.Any(IsBomb) || archive.Entries.Sum(e => e.Length) > MostUnpacked)
                code = ImportCodes.ArchiveTooLarge;
            else if (archive.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
                code = ImportCodes.Macros;
            else
                return new WorkbookReader(archive, new(MostUnpacked), faults, reading).Read();
        }
        catch (ArchiveTooLarge)
        {
            code = ImportCodes.ArchiveTooLarge;
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or FormatException or OverflowException or ArgumentException)
        {
            code = ImportCodes.BrokenWorkbook;
        }

        faults.Add(0, "", code);
        return null;
    }

    private static bool IsBomb(ZipArchiveEntry part) => part.Length > SurelyNoBomb && part.Length / MostPacked > part.CompressedLength;
}
