namespace MultiLine.Api.Tests.Starting;

internal static partial class StorageProgram
{
    private static readonly string Assembly = typeof(ApiHost).Assembly.Location;
    private static readonly string[] MoreSettings = [];
}
