namespace FloorManager.Benchmarks;

/// <summary>The most managed memory in use, looked at every few milliseconds; what is garbage and not collected yet counts.</summary>
internal sealed class HighWater : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _looking;
    private long _most;

    public HighWater()
    {
        _looking = new Thread(Look) { IsBackground = true };
        _looking.Start();
    }

    public long Stop()
    {
        _stop.Cancel();
        _looking.Join();
        return _most;
    }

    public void Dispose()
    {
        Stop();
        _stop.Dispose();
    }

    private void Look()
    {
        do _most = Math.Max(_most, GC.GetTotalMemory(forceFullCollection: false));
        while (!_stop.Token.WaitHandle.WaitOne(5));
    }
}
