using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.Messages;

namespace MultiLine.Api.OpenApi;

/// <summary>The OpenAPI document, made from the endpoints themselves.</summary>
internal static class ApiDocument
{
    public const string BearerScheme = "bearer";
    public const string CookieScheme = "cookie";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddDocumentTransformer(Introduce);
        options.AddSchemaTransformer(ListWords);
        options.AddOperationTransformer(ListParameterWords);
        options.AddOperationTransformer(RefusalResponses.Add);
        options.AddOperationTransformer(ByteBodies.Add);
        options.AddOperationTransformer(RequireSession);
        options.AddOperationTransformer(RequireIdempotencyKey);
    });

    public static void MapApiDocument(this IEndpointRouteBuilder app) => app.MapOpenApi().AllowAnyone();

    private static Task Introduce(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "MultiLine",
            Version = "v1",
            Description = "Compliant WhatsApp messaging. Every refusal is a problem document (RFC 9457) with a stable `code`.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[BearerScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The access token from POST /api/v1/sign-in.",
        };
        document.Components.SecuritySchemes[CookieScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = Sessions.SessionHosting.CookieName,
            Description = "Set by the sign-in page. Requests that change something must come from the same origin.",
        };
        return Task.CompletedTask;
    }

    /// <summary>Which words an enumeration has, its converter doesn't tell; nor what a list of them holds.</summary>
    private static Task ListWords(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.JsonTypeInfo.Type is { IsEnum: true } words)
        {
            schema.Enum = WordsOf(words);
        }
        else if (context.JsonTypeInfo.ElementType is { IsEnum: true } listed)
        {
            schema.Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = WordsOf(listed) };
        }

        return Task.CompletedTask;
    }

    private static List<JsonNode> WordsOf(Type words) =>
        [.. Enum.GetValues(words).Cast<object>().Select(word => JsonSerializer.SerializeToNode(word, words, ApiJson.Options)!)];

    /// <summary>Parameters that are words of a closed list are taken as text, to say in our own words what is wrong with them.</summary>
    private static Task ListParameterWords(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var described in context.Description.ParameterDescriptions)
        {
            if ((described.ParameterDescriptor as IParameterInfoParameterDescriptor)?.ParameterInfo
                    .GetCustomAttribute<AllowedValuesAttribute>() is { } allowed
                && operation.Parameters?.FirstOrDefault(parameter => parameter.Name == described.Name)?.Schema is OpenApiSchema schema)
            {
                schema.Enum = [.. allowed.Values.Select(word => JsonValue.Create((string)word!)!)];
            }
        }

        return Task.CompletedTask;
    }

    /// <summary>The endpoints take it as optional only to say in their own words that it is missing.</summary>
    private static Task RequireIdempotencyKey(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var header in operation.Parameters?.OfType<OpenApiParameter>().Where(parameter => parameter.Name == IdempotencyKey.Header) ?? [])
        {
            header.Required = true;
        }

        return Task.CompletedTask;
    }

    private static Task RequireSession(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var rule = context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessRule>().LastOrDefault();
        if (rule is not { Access: Access.Anyone })
        {
            operation.Security =
            [
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerScheme, context.Document)] = [] },
                new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(CookieScheme, context.Document)] = [] },
            ];
        }

        return Task.CompletedTask;
    }
}
