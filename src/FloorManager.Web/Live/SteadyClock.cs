namespace FloorManager.Web.Live;

/// <summary>
/// The server's time: the wall clock when the program started plus the monotonic time since. Somebody who sets the machine's clock in the
/// middle of an intervention moves no countdown. Whole milliseconds, so that what is stored is what was decided on.
/// </summary>
public sealed class SteadyClock(TimeProvider time)
{
    private readonly long _startedMs = time.GetUtcNow().ToUnixTimeMilliseconds();
    private readonly long _started = time.GetTimestamp();

    public TimeProvider Time => time;

    public long UnixMs => _startedMs + (long)time.GetElapsedTime(_started).TotalMilliseconds;

    public DateTimeOffset UtcNow => DateTimeOffset.FromUnixTimeMilliseconds(UnixMs);
}
