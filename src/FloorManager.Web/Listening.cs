using System.Net.Sockets;
using System.Security.Cryptography;

namespace FloorManager.Web;

/// <summary>Where the server listens: <c>--urls</c>, or what else ASP.NET Core is told, or port 5080 of this machine alone. What is wrong with it is said in a sentence.</summary>
public sealed class Listening
{
    private const string Default = "http://localhost:5080";

    private readonly string _addresses;
    private bool _begun;

    private Listening(string addresses) => _addresses = addresses;

    /// <summary>Null when an address is none; the reason stands on standard error.</summary>
    public static Listening? At(WebApplicationBuilder builder)
    {
        var (settings, urls) = (builder.Configuration, builder.Configuration["urls"]);
        var elsewhere = settings.GetSection("Kestrel:Endpoints").Exists() ? "Kestrel:Endpoints" : (settings["http_ports"] ?? settings["https_ports"]) is { } port ? $"port {port}" : null;
        if (urls is null && elsewhere is null) builder.WebHost.UseUrls(Default);
        foreach (var url in urls?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            if (IsAddress(url)) continue;
            Console.Error.WriteLine($"FloorManager did not start: it cannot listen at “{url}”. Give --urls an address such as {Default}.");
            return null;
        }

        var listening = new Listening(urls?.Replace(";", " or ", StringComparison.Ordinal) ?? elsewhere ?? Default);
        // The host logs why it does not start, with a stack trace, and throws the same.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && (level != LogLevel.Error || listening._begun));
        return listening;
    }

    /// <summary>False when the address is not to be had; the reason stands on standard error.</summary>
    public async Task<bool> Begin(WebApplication app)
    {
        try
        {
            await app.StartAsync();
            return _begun = true;
        }
        catch (Exception e) when (IsOfTheCertificate(e))
        {
            var why = e is InvalidOperationException ? "" : $" that can be read ({e.Message.ReplaceLineEndings(" ")})";
            await Console.Error.WriteLineAsync($"FloorManager did not start: {_addresses} needs a certificate{why}. Set Kestrel:Certificates:Default:Path, and beside it :Password or :KeyPath; docs/hosting.md tells how.");
            return false;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            var cause = e.GetBaseException();
            var why = cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } ? $"{_addresses} is in use" : $"it cannot listen at {_addresses} ({cause.Message})";
            await Console.Error.WriteLineAsync($"FloorManager did not start: {why}. Choose another address with --urls.");
            return false;
        }
    }

    private bool IsOfTheCertificate(Exception e) =>
        e is CryptographicException or FileNotFoundException or DirectoryNotFoundException
        || (e is InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } && _addresses.Contains("https", StringComparison.OrdinalIgnoreCase));

    private static bool IsAddress(string url)
    {
        try
        {
            // Kestrel takes sockets of the file system too, and no port of the system's choice for a name that has two addresses.
            var address = BindingAddress.Parse(url);
            return address.IsUnixPipe || (address.Scheme is "http" or "https" && address.PathBase.Length == 0 && address.Port is >= 0 and <= ushort.MaxValue
                && !(address.Port == 0 && address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
