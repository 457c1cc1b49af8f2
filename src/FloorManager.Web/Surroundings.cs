using System.Net;
using FloorManager.Web.Access;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace FloorManager.Web;

/// <summary>What stands around the server, as far as it is told: the proxies before it, and the sites that show the overlay. Nothing of it is guessed.</summary>
public static class Surroundings
{
    public const string Proxies = "FloorManager:Proxies", Frames = "FloorManager:OverlayFrames";

    /// <summary>False when a setting says what cannot be; the reason stands on standard error.</summary>
    public static bool Know(WebApplicationBuilder builder)
    {
        var (proxies, frames) = (Read(builder.Configuration, Proxies), Read(builder.Configuration, Frames));
        if (proxies.FirstOrDefault(p => !IPNetwork.TryParse(AsNetwork(p), out _)) is { } proxy)
            return Wrong(Proxies, proxy, "addresses or networks such as 10.0.0.5 or 10.1.0.0/16");
        if (frames.FirstOrDefault(f => !IsSite(f)) is { } frame)
            return Wrong(Frames, frame, "sites such as https://mixer.example.org");
        if (builder.Configuration[PasswordRules.List] is { Length: > 0 } list && !PasswordRules.IsList(list))
            return Wrong(PasswordRules.List, list, "files that can be read and begin with a SHA-1 sum");
        if (OrganisationSignIn.Fault(builder.Configuration) is var (key, value, wanted)) return Wrong(key, value, wanted);
        builder.Services.AddSingleton(new OverlayFrames(frames.Length == 0 ? "'none'" : string.Join(' ', frames)));
        // After all others: the framework has a switch by which it believes everybody.
        builder.Services.PostConfigure<ForwardedHeadersOptions>(forwarded =>
        {
            // The host is not among them: a proxy passes it on as it came.
            forwarded.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            forwarded.ForwardLimit = 1;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var named in proxies) forwarded.KnownIPNetworks.Add(IPNetwork.Parse(AsNetwork(named)));
        });
        return true;
    }

    private static string AsNetwork(string text) => IPAddress.TryParse(text, out var one) ? $"{one}/{one.GetAddressBytes().Length * 8}" : text;

    /// <summary>An origin and nothing behind it, so that it is one word of the policy and stands for what it seems to.</summary>
    private static bool IsSite(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && text.Equals(site.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);

    /// <summary>A list of the configuration, or one value with the parts behind one another.</summary>
    private static string[] Read(ConfigurationManager settings, string key) =>
        [.. settings.GetSection(key).GetChildren().Select(c => c.Value ?? "").Append(settings[key] ?? "").SelectMany(v => v.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private static bool Wrong(string key, string value, string wanted)
    {
        Console.Error.WriteLine($"FloorManager did not start: “{value}” in {key} is none of the {wanted}.");
        return false;
    }
}
