using MultiLine.Domain;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Archive;
using MultiLine.Grains.Interfaces.Archive.Search;
using MultiLine.Grains.Interfaces.Audit;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Exports;
using MultiLine.Grains.Interfaces.Inbox;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Policies;
using MultiLine.Grains.Interfaces.Retention;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Interfaces.Surveillance;
using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Api.Authorization;

/// <summary>The grains that a caller can reach: their keys begin with the caller's organisation.</summary>
internal static class CallerGrains
{
    public static IOrganizationGrain Organization(this IGrainFactory grains, Caller caller) =>
        grains.GetGrain<IOrganizationGrain>(caller.Organization);

    public static IBusinessProfileGrain BusinessProfiles(this IGrainFactory grains, Caller caller) =>
        grains.GetGrain<IBusinessProfileGrain>(caller.Organization);

    public static IInboxGrain Inbox(this IGrainFactory grains, Caller caller, string line) =>
        grains.GetGrain<IInboxGrain>(GrainKeys.Line(caller.Organization, line));

    public static IConversationGrain Conversation(this IGrainFactory grains, Caller caller, string line, string contact) =>
        grains.GetGrain<IConversationGrain>(new ConversationKey(caller.Organization, line, contact).ToString());

    public static IContactGrain Contact(this IGrainFactory grains, Caller caller, string contact) =>
        grains.GetGrain<IContactGrain>(GrainKeys.Contact(caller.Organization, contact));

    public static IContactBookGrain ContactBook(this IGrainFactory grains, Caller caller) =>
        grains.GetGrain<IContactBookGrain>(caller.Organization);

    public static ITemplateCatalogGrain Templates(this IGrainFactory grains, Caller caller) =>
        grains.GetGrain<ITemplateCatalogGrain>(caller.Organization);

    public static IReceiptGrain Receipts(this IGrainFactory grains, Caller caller) =>
        grains.GetGrain<IReceiptGrain>(caller.Organization);

    /// <param name="providerId">As it stands in a message that the caller may read.</param>
    public static IMediumGrain Medium(this IGrainFactory grains, Caller caller, string providerId) =>
        grains.GetGrain<IMediumGrain>(GrainKeys.Medium(caller.Organization, providerId));

    public static IPolicyGrain Policy(this IGrainFactory grains, Caller caller) => grains.GetGrain<IPolicyGrain>(caller.Organization);

    public static IDryRunGrain DryRuns(this IGrainFactory grains, Caller caller) => grains.GetGrain<IDryRunGrain>(caller.Organization);

    public static IAuditGrain Audit(this IGrainFactory grains, Caller caller) => grains.GetGrain<IAuditGrain>(caller.Organization);

    public static IRetentionGrain Retention(this IGrainFactory grains, Caller caller) => grains.GetGrain<IRetentionGrain>(caller.Organization);

    public static IArchiveGrain Archive(this IGrainFactory grains, Caller caller, int shard) =>
        grains.GetGrain<IArchiveGrain>(GrainKeys.ArchiveShard(caller.Organization, shard));

    public static ISearchGrain Search(this IGrainFactory grains, Caller caller) => grains.GetGrain<ISearchGrain>(caller.Organization);

    public static IExportGrain Exports(this IGrainFactory grains, Caller caller) => grains.GetGrain<IExportGrain>(caller.Organization);

    public static IReviewGrain Reviews(this IGrainFactory grains, Caller caller) => grains.GetGrain<IReviewGrain>(caller.Organization);

    /// <summary>The caller's own.</summary>
    public static INoticesGrain Notices(this IGrainFactory grains, Caller caller) =>
        grains.GetGrain<INoticesGrain>(GrainKeys.Person(caller.Organization, caller.Person.Id));

    public static ITreeHeadGrain TreeHeads(this IGrainFactory grains, Caller caller) => grains.GetGrain<ITreeHeadGrain>(caller.Organization);

    public static IReconciliationGrain Reconciliations(this IGrainFactory grains, Caller caller) =>
        grains.GetGrain<IReconciliationGrain>(caller.Organization);
}
