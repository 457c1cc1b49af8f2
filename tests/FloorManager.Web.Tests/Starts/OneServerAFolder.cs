using FloorManager.Web.Tests.Crashes;
using Xunit;

namespace FloorManager.Web.Tests.Starts;

/// <summary>Two servers on one folder would show different states until their next command: the second one is refused.</summary>
public sealed class OneServerAFolder : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("floormanager-one-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task A_second_server_is_refused_in_a_sentence_and_the_first_goes_on()
    {
        await using var first = await FloorProcess.Start(_data, Stop);
        await using var second = FloorProcess.Begin(_data);
        Assert.Equal(1, await second.End(Stop));
        Assert.Equal($"Another FloorManager server uses this folder ({_data}); stop it or choose another with --data.", second.Said.Trim());
        Assert.True(await IsReady(first));
    }

    [Fact]
    public async Task Of_two_servers_that_start_at_once_on_a_new_folder_one_serves()
    {
        await using var one = FloorProcess.Begin(_data);
        await using var other = FloorProcess.Begin(_data);
        var ended = await await Task.WhenAny(Refused(one), Refused(other));
        var serves = ended == one ? other : one;
        await serves.Listens(Stop);
        Assert.Contains("Another FloorManager server", ended.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_was_killed_leaves_the_folder_free()
    {
        await using (var first = await FloorProcess.Start(_data, Stop)) await first.Kill();
        await using var second = await FloorProcess.Start(_data, Stop);
        Assert.True(await IsReady(second));
    }

    [Fact]
    public async Task A_token_is_to_be_had_beside_a_server_that_runs()
    {
        await using var server = await FloorProcess.Start(_data, Stop);
        await using var token = FloorProcess.With("token", "--data", _data, "--hearing", FloorServer.Sample, "--role", "chair");
        Assert.Equal(0, await token.End(Stop));
        Assert.Matches("^[A-Za-z0-9_-]{22}$", token.Said.Trim());
    }

    private static async Task<FloorProcess> Refused(FloorProcess program)
    {
        await program.End(Stop);
        return program;
    }

    /// <summary>Asked by a patient client: the health command waits three seconds only, and a machine that runs all tests may take longer.</summary>
    private static async Task<bool> IsReady(FloorProcess server)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(server.Address, "/health/ready"), Stop);
        return answer.IsSuccessStatusCode;
    }
}
