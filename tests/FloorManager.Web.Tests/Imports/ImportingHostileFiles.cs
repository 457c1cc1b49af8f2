using System.Collections.Immutable;
using System.Text;
using CsCheck;
using FloorManager.Domain.Hearings;
using FloorManager.Web.Imports;
using Xunit;

namespace FloorManager.Web.Tests.Imports;

public class ImportingHostileFiles
{
    private const string Headings = "id,full_name,delegation,category,admitted\n";

    private static readonly string Sample = Path.Combine(AppContext.BaseDirectory, "Sample", "gcm-2017");

    private static ImportResult<HearingCommand.RegisterParticipants> Read(string file) =>
        ParticipantFile.Read(Encoding.UTF8.GetBytes(file), Hearing.Empty);

    [Fact]
    public void A_million_rows_are_refused_before_they_are_read() =>
        Assert.Equal(ImportCodes.FileTooLarge, Assert.Single(Read(Headings + string.Concat(Enumerable.Repeat("1,Ana,Peru,MemberState,yes\n", 1_000_000))).Faults).Code);

    [Fact]
    public void Rows_beyond_what_a_hearing_holds_are_one_fault()
    {
        var rows = string.Concat(Enumerable.Range(1, 20_005).Select(n => $"{n},Ana,Peru,MemberState,yes\n"));

        Assert.Equal((20_002, ImportCodes.TooManyRows), Assert.Single(Read(Headings + rows).Faults) is var f ? (f.Row, f.Code) : default);
    }

    [Fact]
    public void Faults_beyond_what_anyone_mends_in_one_go_are_summed_up()
    {
        var faults = Read(Headings + string.Concat(Enumerable.Repeat("1,Ana,Peru,Lobbyist,perhaps\n", 10_000))).Faults;

        Assert.Equal(201, faults.Length);
        Assert.Equal(ImportCodes.MoreFaults, faults[^1].Code);
    }

    [Fact]
    public void A_field_of_megabytes_is_too_long() =>
        Assert.Equal(ImportCodes.CellTooLong, Assert.Single(Read(Headings + $"1,{new string('a', 3_000_000)},Peru,MemberState,yes\n").Faults).Code);

    [Fact]
    public void Three_hundred_letters_are_too_long_for_a_name_and_are_told_in_a_few()
    {
        var fault = Assert.Single(Read(Headings + $"1,{new string('a', 300)},Peru,MemberState,yes\n").Faults);
        Assert.Equal(ImportCodes.TooLong, fault.Code);
        Assert.InRange(fault.Value.Length, 1, 61);
    }

    [Fact]
    public void Missing_files_and_folders_are_faults_of_their_own()
    {
        var empty = Directory.CreateTempSubdirectory("floor-import-");
        try
        {
            Assert.Equal(["programme.json file-missing", "seats.csv file-missing"], HearingFolder.Read(empty.FullName).Faults.Select(f => $"{f.File} {f.Code}"));
            Assert.Equal(2, HearingFolder.Read(Path.Combine(empty.FullName, "nowhere")).Faults.Length);

            foreach (var file in Directory.GetFiles(Sample)) File.Copy(file, Path.Combine(empty.FullName, Path.GetFileName(file)));
            Assert.True(HearingFolder.Read(empty.FullName).Succeeded);
            File.AppendAllText(Path.Combine(empty.FullName, "participants.csv"), "9,,Bo,,Peru,Lobbyist,,,,,yes\n");
            var fault = Assert.Single(HearingFolder.Read(empty.FullName).Faults);
            Assert.Equal(("participants.csv", "category"), (fault.File, fault.Column));
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }

    /// <summary>Whatever the bytes: a value or faults, never an exception, never both and never neither.</summary>
    [Theory]
    [InlineData("programme.json")]
    [InlineData("seats.csv")]
    [InlineData("participants.csv")]
    public void A_file_with_bytes_changed_is_read_or_refused(string name)
    {
        var sound = File.ReadAllBytes(Path.Combine(Sample, name));
        var seats = SeatFile.Read(File.ReadAllBytes(Path.Combine(Sample, "seats.csv"))).Value!.Seats;
        var room = Hearing.Empty with { Seats = ImmutableDictionary.CreateRange(seats.Select(s => KeyValuePair.Create(s.Label, s))) };
        var structural = "\",;\t\n\r{}[]:\\0u"u8.ToArray();
        var bytes = Gen.Frequency((1, Gen.Byte), (2, Gen.Int[0, structural.Length - 1].Select(i => structural[i])));
        var changes = Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Int[0, 3], bytes).Array[1, 4];
        changes.Sample(
            list =>
            {
                var file = list.Aggregate(sound.AsEnumerable(), (f, c) => c.Item2 switch
                {
                    0 => f.Take(c.Item1),
                    1 => f.Take(c.Item1).Append(c.Item3).Concat(f.Skip(c.Item1)),
                    2 => f.Take(c.Item1).Concat(f.Skip(c.Item1 + 1)),
                    _ => f.Take(c.Item1).Append(c.Item3).Concat(f.Skip(c.Item1 + 1)),
                }).ToArray();
                var (value, faults) = name switch
                {
                    "programme.json" => ProgrammeFile.Read(file) is var p ? ((object?)p.Value, p.Faults) : default,
                    "seats.csv" => SeatFile.Read(file) is var s ? (s.Value, s.Faults) : default,
                    _ => ParticipantFile.Read(file, room) is var r ? (r.Value, r.Faults) : default,
                };
                return value is null == faults.Length > 0;
            },
            iter: 500);
    }
}
