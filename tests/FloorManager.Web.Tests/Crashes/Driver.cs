using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace FloorManager.Web.Tests.Crashes;

/// <summary>
/// Sends commands over the HTTP API as a careful client does: a reply that was lost is asked for again with the same id, at whatever address the
/// program is next. It remembers every id that was acknowledged, with its version, and every one that was refused.
/// </summary>
internal sealed class Driver(string token)
{
    private static readonly TimeSpan WhenTooMany = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _acknowledgements = new(0);
    private TaskCompletionSource<HttpClient> _server = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentDictionary<Guid, long> Acknowledged { get; } = new();

    public ConcurrentDictionary<Guid, bool> Refused { get; } = new();

    public void ServerIsAt(Uri address)
    {
        var client = new HttpClient { BaseAddress = new Uri(address, "/api/v1/hearings/gcm-2017/") };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _server.SetResult(client);
    }

    /// <summary>From here on nothing new is sent until <see cref="ServerIsAt"/>; what is on its way stays on its way.</summary>
    public void ServerWillGo() => _server = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<JsonObject> State(CancellationToken stop) => (await (await _server.Task).GetFromJsonAsync<JsonObject>("state", stop))!;

    /// <summary>The id when the command was acknowledged, null when it was refused.</summary>
    /// <param name="changes">False for a command that, where it comes second, is right and changes nothing: the journal need not hold it.</param>
    public async Task<Guid?> Submit(string type, object? fields, CancellationToken stop, bool changes = true)
    {
        var id = Guid.NewGuid();
        var body = fields is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(fields)!.AsObject();
        (body["id"], body["type"]) = (id.ToString(), type);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            if (await Once(id, body.ToJsonString(), changes, stop) is { } accepted) return accepted ? id : null;
        }
    }

    /// <summary>Null when the reply was lost or the program asked to wait.</summary>
    private async Task<bool?> Once(Guid id, string body, bool changes, CancellationToken stop)
    {
        var server = await _server.Task.WaitAsync(stop);
        try
        {
            using var answer = await server.PostAsync("commands", new StringContent(body, new MediaTypeHeaderValue("application/json")), stop);
            switch (answer.StatusCode)
            {
                case HttpStatusCode.OK:
                    var version = (long)(await answer.Content.ReadFromJsonAsync<JsonObject>(stop))!["version"]!;
                    if (changes) Acknowledged[id] = version;
                    _acknowledgements.Release();
                    return true;
                case HttpStatusCode.Conflict:
                    Refused[id] = true;
                    return false;
                case HttpStatusCode.TooManyRequests:
                    await Task.Delay(WhenTooMany, TimeProvider.System, stop);
                    return null;
                default:
                    throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(stop)}");
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>Returns after as many more acknowledgements.</summary>
    public async Task More(int count, CancellationToken stop)
    {
        while (_acknowledgements.Wait(0, CancellationToken.None)) { }
        for (var i = 0; i < count; i++) await _acknowledgements.WaitAsync(stop);
    }
}
