namespace MultiLine.Embedded.Tests.Model;

public interface ITextKey : IGrainWithStringKey
{
    Task<string> Key();
}

public interface INumberKey : IGrainWithIntegerKey
{
    Task<long> Key();
}

public interface IGuidKey : IGrainWithGuidKey
{
    Task<Guid> Key();
}

[GrainType("test.text-key")]
public sealed class TextKeyGrain : Grain, ITextKey
{
    public Task<string> Key() => Task.FromResult(this.GetPrimaryKeyString());
}

[GrainType("test.number-key")]
public sealed class NumberKeyGrain : Grain, INumberKey
{
    public Task<long> Key() => Task.FromResult(this.GetPrimaryKeyLong());
}

[GrainType("test.guid-key")]
public sealed class GuidKeyGrain : Grain, IGuidKey
{
    public Task<Guid> Key() => Task.FromResult(this.GetPrimaryKey());
}
