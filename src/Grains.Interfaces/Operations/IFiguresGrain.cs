namespace MultiLine.Grains.Interfaces.Operations;

/// <summary>
/// Gathers what the silos count, so that operators see one product. In memory only: what is lost with it, the silos tell again. Key:
/// <c>system</c>.
/// </summary>
[Alias("ml.IFiguresGrain")]
public interface IFiguresGrain : IGrainWithStringKey
{
    /// <summary>A silo tells what it has counted.</summary>
    /// <returns>False if what it counted before is not known here: the next report is to hold all that the silo has.</returns>
    [Alias("Report")]
    Task<bool> Report(SiloFigures figures);

    /// <summary>What all silos have counted together.</summary>
    /// <param name="from">The history begins with the interval that holds this time; null for all that is kept.</param>
    [Alias("Read")]
    Task<FiguresReading> Read(DateTimeOffset? from);
}
