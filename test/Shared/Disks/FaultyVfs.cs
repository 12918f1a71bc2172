using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static SQLitePCL.raw;

namespace MultiLine.Tests.Shared.Disks;

/// <summary>
/// A layer between SQLite and its files, of which SQLite does not know: passes each operation on to the VFS of the system, unless the
/// <see cref="SimulatedDisk"/> under the file has it fail.
/// </summary>
internal static unsafe partial class FaultyVfs
{
    private const string Library = "e_sqlite3";

    // The extended codes that the VFS of Unix answers with, by https://www.sqlite.org/rescode.html.
    private const int ReadFailed = SQLITE_IOERR | (1 << 8);
    private const int WriteFailed = SQLITE_IOERR | (3 << 8);
    private const int SyncFailed = SQLITE_IOERR | (4 << 8);

    private static readonly Lock s_gate = new();
    private static SqliteVfs* s_below;
    private static SqliteVfs* s_vfs;
    private static SqliteMethods* s_methods;

    /// <summary>From now on every database that this process opens goes through this layer.</summary>
    public static void Register()
    {
        lock (s_gate)
        {
            if (s_vfs is not null)
                return;
            SQLitePCL.Batteries_V2.Init();
            s_below = Find(null);
            s_methods = Methods();
            s_vfs = (SqliteVfs*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteVfs));
            *s_vfs = *s_below;
            s_vfs->Name = (byte*)Marshal.StringToCoTaskMemUTF8("faulty");
            s_vfs->FileSize = sizeof(SqliteFile) + s_below->FileSize;
            s_vfs->Open = &Open;
            s_vfs->Delete = &Delete;
            if (Register(s_vfs, makeDefault: 1) is var result and not SQLITE_OK)
                throw new InvalidOperationException($"SQLite does not take the VFS: {result}.");
        }
    }

    private static SqliteMethods* Methods()
    {
        var methods = (SqliteMethods*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteMethods));
        *methods = new SqliteMethods
        {
            Version = 2,
            Close = &Close,
            Read = &Read,
            Write = &Write,
            Truncate = &Truncate,
            Sync = &Sync,
            FileSize = &FileSize,
            Lock = &Lock,
            Unlock = &Unlock,
            CheckReservedLock = &CheckReservedLock,
            FileControl = &FileControl,
            SectorSize = &SectorSize,
            DeviceCharacteristics = &DeviceCharacteristics,
            MapShared = &MapShared,
            LockShared = &LockShared,
            SharedBarrier = &SharedBarrier,
            UnmapShared = &UnmapShared,
        };
        return methods;
    }

    private static SqliteFile* Below(SqliteFile* file) => file + 1;

    private static Place At(SqliteFile* file) => (Place)GCHandle.FromIntPtr(file->Place).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(SqliteVfs* vfs, byte* name, SqliteFile* file, int flags, int* outFlags)
    {
        var below = Below(file);
        file->Methods = null;
        below->Methods = null;
        var result = s_below->Open(s_below, name, below, flags, outFlags);
        if (below->Methods is null)
            return result;
        // Temporary files have no name.
        var path = name is null ? null : Marshal.PtrToStringUTF8((nint)name);
        var disk = path is null ? null : SimulatedDisk.Of(path);
        disk?.Opened(path!);
        file->Place = GCHandle.ToIntPtr(GCHandle.Alloc(new Place(path ?? "", disk)));
        file->Methods = s_methods;
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(SqliteVfs* vfs, byte* name, int syncFolder)
    {
        var result = s_below->Delete(s_below, name, syncFolder);
        if (result == SQLITE_OK && Marshal.PtrToStringUTF8((nint)name) is { } path)
            SimulatedDisk.Of(path)?.Deleted(path);
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(SqliteFile* file)
    {
        GCHandle.FromIntPtr(file->Place).Free();
        return Below(file)->Methods->Close(Below(file));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(SqliteFile* file, void* bytes, int amount, long offset)
    {
        var place = At(file);
        return place.Disk?.MeetsReadError(place.Path) == true ? ReadFailed : Below(file)->Methods->Read(Below(file), bytes, amount, offset);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(SqliteFile* file, void* bytes, int amount, long offset)
    {
        var place = At(file);
        switch (place.Disk?.MeetWrite(place.Path))
        {
            case DiskFault.WriteError:
                return WriteFailed;
            case DiskFault.Full:
                return SQLITE_FULL;
            case DiskFault.ShortWrite:
                // As the VFS of Unix answers when the system took less than it was given.
                PassOn(place, file, bytes, amount / 2, offset);
                return SQLITE_FULL;
            default:
                return PassOn(place, file, bytes, amount, offset);
        }
    }

    private static int PassOn(Place place, SqliteFile* file, void* bytes, int amount, long offset)
    {
        var result = Below(file)->Methods->Write(Below(file), bytes, amount, offset);
        if (result == SQLITE_OK)
            place.Disk?.Written(place.Path, offset, new ReadOnlySpan<byte>(bytes, amount));
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(SqliteFile* file, long length)
    {
        var place = At(file);
        var result = Below(file)->Methods->Truncate(Below(file), length);
        if (result == SQLITE_OK)
            place.Disk?.Truncated(place.Path, length);
        return result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(SqliteFile* file, int flags)
    {
        var place = At(file);
        if (place.Disk is not { } disk)
            return Below(file)->Methods->Sync(Below(file), flags);
        var failed = disk.MeetsSyncError(place.Path);
        disk.Synced(place.Path, failed);
        return failed ? SyncFailed : Below(file)->Methods->Sync(Below(file), flags);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileSize(SqliteFile* file, long* size) => Below(file)->Methods->FileSize(Below(file), size);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Lock(SqliteFile* file, int level) => Below(file)->Methods->Lock(Below(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unlock(SqliteFile* file, int level) => Below(file)->Methods->Unlock(Below(file), level);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckReservedLock(SqliteFile* file, int* isReserved) => Below(file)->Methods->CheckReservedLock(Below(file), isReserved);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileControl(SqliteFile* file, int operation, void* argument) =>
        Below(file)->Methods->FileControl(Below(file), operation, argument);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(SqliteFile* file) => Below(file)->Methods->SectorSize(Below(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DeviceCharacteristics(SqliteFile* file) => Below(file)->Methods->DeviceCharacteristics(Below(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int MapShared(SqliteFile* file, int region, int size, int extend, void** memory) =>
        Below(file)->Methods->MapShared(Below(file), region, size, extend, memory);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int LockShared(SqliteFile* file, int offset, int count, int flags) =>
        Below(file)->Methods->LockShared(Below(file), offset, count, flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SharedBarrier(SqliteFile* file) => Below(file)->Methods->SharedBarrier(Below(file));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int UnmapShared(SqliteFile* file, int delete) => Below(file)->Methods->UnmapShared(Below(file), delete);

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_find", StringMarshalling = StringMarshalling.Utf8)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial SqliteVfs* Find(string? name);

    [LibraryImport(Library, EntryPoint = "sqlite3_vfs_register")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Register(SqliteVfs* vfs, int makeDefault);

    /// <param name="Path">Of the file.</param>
    /// <param name="Disk">The one under it, unless it is an ordinary one.</param>
    internal sealed record Place(string Path, SimulatedDisk? Disk);
}
