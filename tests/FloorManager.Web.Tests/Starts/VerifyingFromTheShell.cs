using FloorManager.Web.Journal;
using FloorManager.Web.Tests.Crashes;
using Microsoft.Data.Sqlite;
using Xunit;

namespace FloorManager.Web.Tests.Starts;

/// <summary>An auditor with a shell and no server: verify, carry away, bring back, verify again.</summary>
public sealed class VerifyingFromTheShell : IDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("floormanager-verify-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string There => Path.Combine(_place, "there");

    private string Here => Path.Combine(_place, "here");

    private string File => Path.Combine(_place, "hearing.zip");

    public void Dispose() => Directory.Delete(_place, recursive: true);

    private static async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        await using var program = FloorProcess.With(arguments);
        var code = await program.End(Stop);
        return (code, program.Said.Trim());
    }

    [Fact]
    public async Task The_same_sentence_is_said_on_both_sides_and_another_where_a_row_was_changed()
    {
        Assert.Equal(2, (await Run("verify", "--data", There)).Code); // There is no database, and none is made.
        Assert.Equal(0, (await Run("token", "--data", There, "--hearing", FloorServer.Sample, "--role", "chair")).Code);
        var (code, said) = await Run("verify", "--data", There);
        Assert.Matches("^gcm-2017: 4 entries, head [0-9a-f]{64}: unbroken\\.$", said);
        Assert.Equal(0, code);
        var head = said.Split(' ')[4].TrimEnd(':');
        Assert.Equal((0, $"{said}\n  The noted head is that of entry 4: up to there nothing was changed since."), await Run("verify", "--data", There, "--hearing", FloorServer.Sample, "--head", head));
        Assert.Equal(1, (await Run("verify", "--data", There, "--hearing", FloorServer.Sample, "--head", new string('0', 64))).Code);

        Assert.Equal((0, said), await Run("archive", "--data", There, "--hearing", FloorServer.Sample, "--out", File));
        Assert.Equal(2, (await Run("archive", "--data", There, "--hearing", FloorServer.Sample, "--out", File)).Code); // It overwrites nothing.
        Assert.Equal((0, $"Brought back. {said}"), await Run("restore", "--data", Here, "--file", File));
        Assert.Equal((0, said), await Run("verify", "--data", Here));
        Assert.Equal((1, "Nothing was brought back: there is a hearing “gcm-2017” on this server already."), await Run("restore", "--data", Here, "--file", File));

        using (var connection = new SqliteConnection($"Data Source={Path.Combine(Here, JournalSetup.FileName)};Pooling=False"))
        {
            connection.Open();
            using var change = connection.CreateCommand();
            change.CommandText = "UPDATE entries SET \"Events\" = '[' WHERE \"Version\" = 2";
            change.ExecuteNonQuery();
        }

        // The server could not start on it; the auditor is told where it is.
        (code, said) = await Run("verify", "--data", Here);
        Assert.Equal(1, code);
        Assert.StartsWith("gcm-2017: entry 2 of ", said, StringComparison.Ordinal);
        Assert.EndsWith("is not as it was written, or the one before it was exchanged. Sound before it: 1.", said, StringComparison.Ordinal);
        Assert.Equal(1, (await Run("archive", "--data", Here, "--hearing", FloorServer.Sample, "--out", Path.Combine(_place, "other.zip"))).Code);
    }
}
