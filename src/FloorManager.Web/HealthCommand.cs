namespace FloorManager.Web;

/// <summary><c>health [URL]</c> asks a running server whether it is ready: the container's health check, in an image that has no other program to ask with.</summary>
public static class HealthCommand
{
    public static async Task<int> Run(string[] options)
    {
        var url = options.FirstOrDefault() ?? "http://localhost:8080/health/ready";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            await Console.Error.WriteLineAsync($"“{url}” is no address of a server. Give one such as http://localhost:5080/health/ready.");
            return 2;
        }

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var answer = await client.GetAsync(address);
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }
}
