using System.Collections.Concurrent;

namespace MultiLine.Tests.Shared.Disks;

/// <summary>
/// The disk under a folder, as the SQLite of this process sees it: works like the real one until a test makes it fail or hang, and knows what
/// of its files would be left if the power went now. Other folders are not concerned.
/// </summary>
internal sealed class SimulatedDisk : IDisposable
{
    private static readonly ConcurrentDictionary<string, SimulatedDisk> s_disks = new(StringComparer.Ordinal);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly Dictionary<string, DurableFile> _files = new(StringComparer.Ordinal);
    private readonly ManualResetEventSlim _moving = new(initialState: true);
    private TaskCompletionSource _nextSync = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private DiskFault? _fault;
    private Func<string, bool> _concerns = static _ => true;
    private int _passing;
    private int _failing;

    private SimulatedDisk(string folder) => _folder = folder;

    /// <summary>How many operations have failed.</summary>
    public int Failed { get; private set; }

    /// <param name="folder">Has no database yet, or one that is not open.</param>
    public static SimulatedDisk Under(string folder)
    {
        FaultyVfs.Register();
        var disk = new SimulatedDisk(Path.GetFullPath(folder));
        if (Directory.Exists(folder))
        {
            foreach (var file in Directory.GetFiles(disk._folder))
                disk._files[file] = new DurableFile(File.ReadAllBytes(file));
        }

        return s_disks.TryAdd(disk._folder, disk) ? disk : throw new ArgumentException($"{folder} lies on a simulated disk already.", nameof(folder));
    }

    /// <summary>Lets operations fail until <see cref="Heal"/>.</summary>
    /// <param name="fault">How.</param>
    /// <param name="on">In which files, by name; null for all.</param>
    /// <param name="after">So many that could fail still work.</param>
    /// <param name="times">So many fail, and those that come later work again.</param>
    public void Fail(DiskFault fault, Func<string, bool>? on = null, int after = 0, int times = int.MaxValue)
    {
        lock (_gate)
        {
            (_fault, _concerns, _passing, _failing) = (fault, on ?? (static _ => true), after, times);
            Failed = 0;
        }
    }

    public void Heal()
    {
        lock (_gate)
            _fault = null;
    }

    /// <summary>The disk does not answer an fsync until <see cref="GoOn"/>.</summary>
    public void Hang() => _moving.Reset();

    public void GoOn() => _moving.Set();

    /// <summary>Ends when somebody asks for an fsync the next time.</summary>
    public Task NextSync()
    {
        lock (_gate)
            return _nextSync.Task.WaitAsync(s_patience);
    }

    /// <summary>
    /// Leaves in another folder what would be found there if the power had gone now: what an fsync has confirmed, and of later writes what
    /// chance has it, each whole, in part or not at all. What is not SQLite's is copied as it is.
    /// </summary>
    public void CutPower(string into, Random chance)
    {
        lock (_gate)
        {
            foreach (var file in Directory.GetFiles(_folder).Where(file => !Path.GetFileName(file).Contains(".db", StringComparison.Ordinal)))
                File.Copy(file, Path.Combine(into, Path.GetFileName(file)));
            foreach (var (path, file) in _files.Where(file => Path.GetFileName(file.Key).Contains(".db", StringComparison.Ordinal)))
                File.WriteAllBytes(Path.Combine(into, Path.GetFileName(path)), file.AfterPowerLoss(chance));
        }
    }

    public void Dispose()
    {
        s_disks.TryRemove(_folder, out _);
        _moving.Set();
    }

    internal static SimulatedDisk? Of(string path) =>
        Path.GetDirectoryName(path) is { } folder && s_disks.TryGetValue(folder, out var disk) ? disk : null;

    internal void Opened(string path)
    {
        lock (_gate)
            _files.TryAdd(path, new DurableFile([]));
    }

    internal void Deleted(string path)
    {
        lock (_gate)
            _files.Remove(path);
    }

    internal void Written(string path, long offset, ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
            _files[path].Write(offset, bytes);
    }

    internal void Truncated(string path, long length)
    {
        lock (_gate)
            _files[path].Truncate(length);
    }

    /// <summary>The fault that a write meets, if any.</summary>
    internal DiskFault? MeetWrite(string path) =>
        Meet(path, static fault => fault is DiskFault.WriteError or DiskFault.ShortWrite or DiskFault.Full);

    internal bool MeetsReadError(string path) => Meet(path, static fault => fault is DiskFault.ReadError) is not null;

    /// <summary>Before an fsync of a file.</summary>
    /// <returns>Whether it fails.</returns>
    internal bool MeetsSyncError(string path)
    {
        lock (_gate)
        {
            _nextSync.SetResult();
            _nextSync = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _moving.Wait();
        return Meet(path, static fault => fault is DiskFault.SyncError) is not null;
    }

    internal void Synced(string path, bool failed)
    {
        lock (_gate)
            _files[path].Sync(failed);
    }

    private DiskFault? Meet(string path, Func<DiskFault, bool> isMeant)
    {
        lock (_gate)
        {
            if (_fault is not { } fault || !isMeant(fault) || !_concerns(Path.GetFileName(path)) || _passing-- > 0 || _failing-- <= 0)
                return null;
            Failed++;
            return fault;
        }
    }
}
