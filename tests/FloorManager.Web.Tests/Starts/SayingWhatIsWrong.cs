using System.Net;
using System.Net.Sockets;
using FloorManager.Web.Tests.Crashes;
using Xunit;

namespace FloorManager.Web.Tests.Starts;

/// <summary>Whoever starts the program wrongly reads one sentence that names what to change, and no stack trace.</summary>
public sealed class SayingWhatIsWrong : IDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("floormanager-start-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Data => Path.Combine(_place, "data");

    public void Dispose() => Directory.Delete(_place, recursive: true);

    private async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        await using var program = FloorProcess.With(arguments);
        var code = await program.End(Stop);
        return (code, program.Said.Trim());
    }

    private static void IsOneSentence(string said, params string[] named)
    {
        Assert.DoesNotContain('\n', said);
        Assert.All(named, name => Assert.Contains(name, said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    [InlineData("token", "--help")]
    public async Task Help_lists_commands_and_options_and_starts_nothing(params string[] asked)
    {
        var (code, said) = await Run([.. asked, "--data", Data]);
        Assert.Equal(0, code);
        Assert.All(["token", "health", "--data", "--urls", "--links", "--hearing", "--role"], word => Assert.Contains(word, said, StringComparison.Ordinal));
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("“tokne”", "tokne")]
    [InlineData("“more”", "token", "more")]
    [InlineData("--dat", "--dat", "/tmp/x")]
    [InlineData("--dat", "--dat=/tmp/x")]
    [InlineData("-d", "-d", "/tmp/x")]
    [InlineData("--hearing needs a value", "token", "--hearing")]
    [InlineData("--links needs a value", "--links", "--urls", "http://localhost:0")]
    [InlineData("--links takes true or false", "--links", "never")]
    public async Task What_it_does_not_know_is_named(string named, params string[] arguments)
    {
        var (code, said) = await Run([.. arguments, "--data", Data]);
        Assert.Equal(2, code);
        IsOneSentence(said, named, "--help");
        Assert.False(Directory.Exists(Data));
    }

    [Theory]
    [InlineData("nonsense", 2)]
    [InlineData("ftp://localhost:1", 2)]
    [InlineData("http://localhost:99999", 2)]
    [InlineData("http://localhost:5080/floor", 2)]
    [InlineData("https://localhost:0;", 2)]
    [InlineData("http://192.0.2.1:5080", 1)]
    public async Task An_address_it_cannot_listen_at_is_named(string urls, int exit)
    {
        var (code, said) = await Run("--data", Data, "--urls", urls);
        Assert.Equal(exit, code);
        IsOneSentence(said, urls.TrimEnd(';'), "--urls");
    }

    [Fact]
    public async Task A_certificate_that_is_not_there_is_named()
    {
        var (code, said) = await Run("--data", Data, "--urls", "https://127.0.0.1:0", "--Kestrel:Certificates:Default:Path", "/nowhere/floor.pem");
        Assert.Equal(1, code);
        IsOneSentence(said, "https://127.0.0.1:0 needs a certificate", "/nowhere/floor.pem", "docs/hosting.md");
    }

    [Theory]
    [InlineData("--FloorManager:Proxies", "10.0.0.5,proxy.local", "proxy.local")]
    [InlineData("--FloorManager:Proxies", "10.0.0.0/40", "10.0.0.0/40")]
    [InlineData("--FloorManager:OverlayFrames", "https://mixer.example.org/page", "https://mixer.example.org/page")]
    [InlineData("--FloorManager:OverlayFrames", "*", "*")]
    [InlineData("--FloorManager:BreachedPasswords", "/no/such/list.txt", "/no/such/list.txt")]
    [InlineData("--FloorManager:OpenIdConnect:Authority", "http://id.example.org", "http://id.example.org")]
    public async Task What_stands_around_it_and_cannot_be_is_named(string setting, string value, string wrong)
    {
        var (code, said) = await Run("--data", Data, setting, value);
        Assert.Equal(2, code);
        IsOneSentence(said, $"“{wrong}”", setting[2..]);
    }

    [Fact]
    public async Task A_provider_that_does_not_know_the_server_is_named()
    {
        var (code, said) = await Run("--data", Data, "--FloorManager:OpenIdConnect:Authority", "https://id.example.org");
        Assert.Equal(2, code);
        IsOneSentence(said, "FloorManager:OpenIdConnect:ClientId");
    }

    [Fact]
    public async Task An_address_that_is_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var (code, said) = await Run("--data", Data, "--urls", address);
        Assert.Equal(1, code);
        IsOneSentence(said, $"{address} is in use", "--urls");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(Data, "a file stands in the way", Stop);
        var (code, said) = await Run("--data", Path.Combine(Data, "below"));
        Assert.Equal(1, code);
        IsOneSentence(said, Path.Combine(Data, "below"), "--data");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_named()
    {
        // There nobody writes, not even root; a machine without it has no such folder and cannot make it.
        var folder = OperatingSystem.IsLinux() ? "/proc/self" : Path.Combine(Environment.ProcessPath!, "inside");
        var (code, said) = await Run("--data", folder);
        Assert.Equal(1, code);
        IsOneSentence(said, folder, "--data");
    }

    [Fact]
    public async Task A_server_to_ask_that_is_no_address_is_named()
    {
        var (code, said) = await Run("health", "nonsense");
        Assert.Equal(2, code);
        IsOneSentence(said, "nonsense");
    }

    [Fact]
    public async Task Settings_of_the_framework_are_taken()
    {
        await using var program = FloorProcess.With(
            "--data", Data, "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default", "Information", "--environment", "Production", "--AllowedHosts=*", "--links", "false");
        await program.Listens(Stop);
    }
}
