namespace MultiLine.Simulator.Graph.Apps;

/// <summary>The parameters of a call about the app, from the query or from a form.</summary>
internal sealed class AppParameters
{
    private readonly IQueryCollection query;
    private readonly IFormCollection? form;

    private AppParameters(IQueryCollection query, IFormCollection? form)
    {
        this.query = query;
        this.form = form;
    }

    public string? this[string name] =>
        query[name].ToString() is { Length: > 0 } inQuery ? inQuery
        : form?[name].ToString() is { Length: > 0 } inForm ? inForm
        : null;

    /// <summary>A list as Graph takes it: parted by commas.</summary>
    public IReadOnlyList<string> ListOf(string name) =>
        this[name]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    public static async Task<AppParameters> ReadAsync(HttpRequest request) =>
        new(request.Query, request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null);
}
