namespace MultiLine.Tests.Shared.Disks;

/// <summary>What of a file an fsync has confirmed, and what was written since.</summary>
internal sealed class DurableFile(byte[] bytes)
{
    private readonly List<Change> _since = [];
    private byte[] _durable = bytes;

    public void Write(long offset, ReadOnlySpan<byte> bytes) => _since.Add(new Change(offset, bytes.ToArray()));

    public void Truncate(long length) => _since.Add(new Change(length, null));

    /// <param name="failed">What was written since the last one is lost, though the system goes on showing it until the power goes.</param>
    public void Sync(bool failed)
    {
        if (!failed)
            _durable = After(_since);
        _since.Clear();
    }

    public byte[] AfterPowerLoss(Random chance) => After(_since.SelectMany(change => chance.Next(3) switch
    {
        0 => [],
        1 => [change],
        _ => (Change[])[change.InPart(chance)],
    }));

    private byte[] After(IEnumerable<Change> changes)
    {
        using var file = new MemoryStream();
        file.Write(_durable);
        foreach (var change in changes)
            change.On(file);
        return file.ToArray();
    }

    /// <param name="Offset">Where it was written, or the length that the file was cut to.</param>
    /// <param name="Bytes">Null where it was cut.</param>
    private sealed record Change(long Offset, byte[]? Bytes)
    {
        public void On(MemoryStream file)
        {
            if (Bytes is null)
            {
                file.SetLength(Offset);
                return;
            }

            file.Position = Offset;
            file.Write(Bytes);
        }

        public Change InPart(Random chance) => Bytes is null ? this : this with { Bytes = Bytes[..chance.Next(Bytes.Length)] };
    }
}
