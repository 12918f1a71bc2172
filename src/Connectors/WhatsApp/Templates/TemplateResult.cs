namespace MultiLine.Connectors.WhatsApp.Templates;

/// <summary>The answer to a call about templates, or why there is none.</summary>
public abstract record TemplateResult<T>
{
    private protected TemplateResult() { }
}

/// <summary>It was done.</summary>
public sealed record TemplateSuccess<T>(T Value) : TemplateResult<T>;

/// <summary>It wasn't done, or (<see cref="GraphHandling.Unknown"/>) perhaps it was: then look before repeating.</summary>
/// <param name="Handling">What helps.</param>
/// <param name="Error">Meta's words, with a heading and an explanation for people where the template itself is wrong; null if none came.</param>
public sealed record TemplateFailure<T>(GraphHandling Handling, GraphError? Error) : TemplateResult<T>
{
    internal TemplateFailure<TOther> Of<TOther>() => new(Handling, Error);
}
