using MultiLine.Grains.Interfaces.Operations;

namespace MultiLine.Grains.Operations;

[GrainType("figures")]
public sealed class FiguresGrain(TimeProvider time) : Grain, IFiguresGrain
{
    private readonly GatheredFigures _figures = new();

    public Task<bool> Report(SiloFigures figures) => Task.FromResult(_figures.Take(figures, time.GetUtcNow()));

    public Task<FiguresReading> Read(DateTimeOffset? from) => Task.FromResult(_figures.Read(from, time.GetUtcNow()));
}
