namespace FloorManager.Web;

/// <summary>
/// One server a data folder: a second one would show another state until its next command, because nobody tells it what the first one did. The
/// lock on the file goes with its process, however that ends. Commands such as <c>token</c> only append and need none.
/// </summary>
public sealed class OneServer(string data) : IDisposable
{
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlock = 11;

    private FileStream? _lock;

    /// <summary>False when another server has the folder; that stands on standard error.</summary>
    public bool Takes()
    {
        try
        {
            _lock = new FileStream(Path.Combine(data, "server.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Windows tells a file that is open elsewhere by its own number, .NET on Linux by that of a lock that is held.
            Console.Error.WriteLine(e is IOException { HResult: SharingViolation or WouldBlock }
                ? $"Another FloorManager server uses this folder ({data}); stop it or choose another with --data."
                : $"FloorManager did not start: {e.Message} Choose another folder with --data.");
            return false;
        }
    }

    public void Dispose() => _lock?.Dispose();
}
