namespace FloorManager.Web.Imports;

/// <summary>
/// Counts what really comes out of an archive: the sizes that an archive declares are whatever its maker wrote. Throws <see cref="ArchiveTooLarge"/>
/// beyond the budget, which all parts of an archive share.
/// </summary>
internal sealed class CountedStream(Stream inner, UnpackBudget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => budget.Spend(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => budget.Spend(inner.Read(buffer));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}

/// <summary>Bytes that may still be unpacked.</summary>
internal sealed class UnpackBudget(long bytes)
{
    private long left = bytes;

    public int Spend(int read) => (left -= read) >= 0 ? read : throw new ArchiveTooLarge();
}

/// <summary>More came out of an archive than a workbook holds.</summary>
internal sealed class ArchiveTooLarge : Exception;
