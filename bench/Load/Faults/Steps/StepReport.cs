namespace MultiLine.Load.Faults.Steps;

/// <param name="Proof">As at the end of every run.</param>
/// <param name="Reached">How many steps the product was killed at.</param>
/// <param name="Faults">By step, what did not come of it as it had to, and where a kill never came.</param>
public sealed record StepReport(FaultReport Proof, int Reached, IReadOnlyList<string> Faults);
