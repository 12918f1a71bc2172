using MultiLine.Api.Archive;
using MultiLine.Api.Audit;
using MultiLine.Api.Contacts;
using MultiLine.Api.Events;
using MultiLine.Api.Exports;
using MultiLine.Api.Messages;
using MultiLine.Api.Numbers;
using MultiLine.Api.Operations;
using MultiLine.Api.OptIn;
using MultiLine.Api.Organizations;
using MultiLine.Api.People;
using MultiLine.Api.Policies;
using MultiLine.Api.RawInbox;
using MultiLine.Api.Retention;
using MultiLine.Api.Sessions;
using MultiLine.Api.Surveillance;
using MultiLine.Api.Templates;
using MultiLine.Api.Threads;

namespace MultiLine.Api;

/// <summary>The REST API, subject by subject.</summary>
internal static class Routes
{
    public static void MapRestApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapSessions();
        api.MapOrganizations();
        api.MapPeople();
        api.MapNumbers();
        api.MapBusinessProfiles();
        api.MapBusinessLogos();
        api.MapThreads();
        api.MapMessages();
        api.MapOptIn();
        api.MapEvents();
        api.MapContacts();
        api.MapTemplates();
        api.MapOptInTemplate();
        api.MapPolicy();
        api.MapArchive();
        api.MapAudit();
        api.MapProofs();
        api.MapReconciliations();
        api.MapSearch();
        api.MapExports();
        api.MapRecording();
        api.MapHolds();
        api.MapDisposals();
        api.MapReviews();
        api.MapNotices();
        api.MapRawInbox();
        api.MapOperations();
    }
}
