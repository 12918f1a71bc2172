using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MultiLine.Api.Authorization;
using MultiLine.Api.Problems;
using MultiLine.Domain;

namespace MultiLine.Api.OpenApi;

/// <summary>Writes into the document with which statuses and codes an operation may refuse.</summary>
internal static class RefusalResponses
{
    public static async Task Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var schema = await context.GetOrCreateSchemaAsync(typeof(Problem), parameterDescription: null, cancellationToken);
        context.Document?.AddComponent(nameof(Problem), schema);
        operation.Responses ??= [];
        foreach (var status in Codes(context).Distinct(StringComparer.Ordinal).GroupBy(ProblemCatalog.Status).OrderBy(codes => codes.Key))
        {
            operation.Responses[status.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = $"Refused: {string.Join(", ", status)}.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(Problem), context.Document) },
                },
            };
        }
    }

    private static IEnumerable<string> Codes(OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var code in metadata.OfType<RefusalMetadata>().SelectMany(refusals => refusals.Codes))
        {
            yield return code;
        }

        if (metadata.OfType<AccessRule>().LastOrDefault() is not { Access: Access.Anyone })
        {
            yield return ProblemCodes.Unauthenticated;
            yield return RefusalCodes.Forbidden;
        }

        yield return ProblemCodes.Unavailable;
    }
}
