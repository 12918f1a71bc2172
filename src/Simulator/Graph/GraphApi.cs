using Microsoft.AspNetCore.Mvc;
using MultiLine.Simulator.Graph.Apps;
using MultiLine.Simulator.Graph.Media;
using MultiLine.Simulator.Graph.Messages;
using MultiLine.Simulator.Graph.Numbers;
using MultiLine.Simulator.Graph.Numbers.Registering;
using MultiLine.Simulator.Graph.Templates;
using MultiLine.Simulator.Graph.Uploads;
using MultiLine.Simulator.Media;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph;

/// <summary>The part of Meta's Graph API that a business uses.</summary>
internal static class GraphApi
{
    public static void MapGraph(this WebApplication app)
    {
        var graph = app.MapGroup("/{version:regex(^v\\d)}")
            .AddEndpointFilter<VersionFilter>()
            .AddEndpointFilter<TokenFilter>()
            .AddEndpointFilter<TokenStateFilter>()
            .AddEndpointFilter<FaultFilter>();

        app.MapApps();
        graph.MapPost("/{id}/messages", MessagesEndpoint.PostAsync);

        graph.MapGet("/{id}/message_templates", TemplatesEndpoint.List);
        graph.MapPost("/{id}/message_templates", TemplatesEndpoint.CreateAsync);
        graph.MapDelete("/{id}/message_templates", TemplatesEndpoint.Delete);

        graph.MapGet("/{id}/phone_numbers", NumbersEndpoint.List);
        graph.MapGet("/{id}/subscribed_apps", SubscribedAppsEndpoint.List);
        graph.MapPost("/{id}/subscribed_apps", SubscribedAppsEndpoint.SubscribeAsync);
        graph.MapDelete("/{id}/subscribed_apps", SubscribedAppsEndpoint.Unsubscribe);

        graph.MapGet("/{id}/whatsapp_business_profile", ProfileEndpoint.Get);
        graph.MapPost("/{id}/whatsapp_business_profile", ProfileEndpoint.PostAsync);

        app.MapGet(ProfilePictures.Path, ProfileEndpoint.Picture);

        graph.MapUploads();

        graph.MapPost("/{id}/register", RegistrationEndpoint.RegisterAsync);
        graph.MapPost("/{id}/deregister", RegistrationEndpoint.Deregister);
        graph.MapPost("/{id}/request_code", VerificationEndpoint.RequestAsync);
        graph.MapPost("/{id}/verify_code", VerificationEndpoint.VerifyAsync);
        graph.MapGet("/{id}/settings", SettingsEndpoint.Get);
        graph.MapPost("/{id}/settings", SettingsEndpoint.PostAsync);
        graph.MapGet("/{id}/block_users", BlockUsersEndpoint.List);
        graph.MapPost("/{id}/block_users", BlockUsersEndpoint.BlockAsync);
        graph.MapDelete("/{id}/block_users", BlockUsersEndpoint.UnblockAsync);

        graph
            .MapPost("/{id}/media", MediaEndpoint.UploadAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MediaEndpoint.LargestUpload));
        app.MapGet(MediaUrls.Path, MediaEndpoint.Download)
            .AddEndpointFilter<TokenFilter>()
            .AddEndpointFilter<TokenStateFilter>()
            .AddEndpointFilter<FaultFilter>();

        graph.MapGet("/{id}", NodeEndpoint.Get);
        graph.MapPost("/{id}", NodeEndpoint.PostAsync);
        graph.MapDelete("/{id}", MediaEndpoint.Delete);
    }

    public static IServiceCollection AddGraph(this IServiceCollection services) =>
        services
            .AddApps()
            .AddSingleton<MessageSender>()
            .AddSingleton<ReadMarks>()
            .AddSingleton<SenderRules>()
            .AddSingleton<RateLimits>()
            .AddSingleton<Recipients>()
            .AddSingleton<TemplateCatalog>()
            .AddSingleton<TemplateReview>()
            .AddSingleton<IScheduledAct>(provider => provider.GetRequiredService<TemplateReview>())
            .AddSingleton<TemplateChanges>()
            .AddSingleton<IScheduledAct>(provider => provider.GetRequiredService<TemplateChanges>())
            .AddSingleton<NumbersEndpoint>()
            .AddSingleton<BlockUsersEndpoint>()
            .AddSingleton<Profiles>()
            .AddSingleton<ProfilePictures>()
            .AddSingleton<UploadStore>()
            .AddSingleton<MediaUrls>()
            .AddSingleton<MediaStore>();
}
