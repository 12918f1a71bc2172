namespace MultiLine.Storage.Choices;

/// <summary>Settings on which what is stored depends: the first start chooses, and every later one has to choose the same.</summary>
public interface IFixedChoices
{
    /// <summary>Makes a choice if it was not made before.</summary>
    /// <returns>What was chosen first, whether now or before.</returns>
    Task<string> ChooseAsync(string name, string value, CancellationToken cancellationToken = default);
}
