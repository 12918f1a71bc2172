using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace MultiLine.Api.OpenApi;

/// <summary>The content types of a body that is a file and no JSON, for the document.</summary>
internal sealed record ByteBodyMetadata(IReadOnlyList<string> ContentTypes);

internal static class ByteBodies
{
    /// <summary>Names the content types that the endpoint takes. It is the endpoint that refuses others, in its own words.</summary>
    public static RouteHandlerBuilder TakesBytes(this RouteHandlerBuilder endpoint, params string[] contentTypes) =>
        endpoint.WithMetadata(new ByteBodyMetadata(contentTypes));

    public static Task Add(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ByteBodyMetadata>().LastOrDefault() is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = body.ContentTypes.ToDictionary(
                    type => type,
                    _ => new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } }),
            };
        }

        return Task.CompletedTask;
    }
}
