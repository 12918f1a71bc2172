using System.Text.Json.Serialization;
using MultiLine.Api.Authorization;
using MultiLine.Api.Http;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Domain.PhoneNumbers;
using MultiLine.Grains.Interfaces.Contacts;

namespace MultiLine.Api.Contacts;

/// <summary>The organisation's contacts.</summary>
internal static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder api)
    {
        var contacts = api.MapGroup("/contacts").WithTags("Contacts");
        contacts.MapGet("", List).Requires(Access.Member)
            .Produces<Page<ContactCard>>().Refuses(RefusalCodes.InvalidRequest);
        contacts.MapPost("", Create).Requires(Access.Member)
            .Produces<ContactCard>().Produces<ContactCard>(StatusCodes.Status201Created).Refuses(RefusalCodes.InvalidRequest);
        contacts.MapGet("/{contact}", Get).Requires(Access.Member)
            .Produces<ContactCard>().Refuses(RefusalCodes.NotFound);
        contacts.MapPatch("/{contact}", Rename).Requires(Access.Member)
            .Produces<ContactCard>().Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);
    }

    /// <summary>Contacts by name</summary>
    /// <param name="search">Looked for in names and phone numbers.</param>
    /// <param name="cursor">The <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 200 contacts; 50 if not given.</param>
    internal static async Task<IResult> List(string? search, string? cursor, int? limit, Caller caller, IGrainFactory grains)
    {
        var page = PageStart.Known(await grains.ContactBook(caller).List(ContactSearch.Words(search), cursor, PageLimit.Of(limit)));
        return TypedResults.Ok(new Page<ContactCard>(page.Contacts, page.Cursor));
    }

    /// <summary>Find or make the contact with a phone number</summary>
    /// <remarks>201 with a new contact; 200 with the one that has the number already, whose name stays as it is.</remarks>
    internal static async Task<IResult> Create(NewContact body, Caller caller, IGrainFactory grains)
    {
        if (!PhoneNumber.TryParse(body.Phone, out var phone))
        {
            throw new InvalidRequestException("“phone” must be a number with its country code, for example +49 30 901820.");
        }

        var name = body.Name is null ? null : GivenName.Check(body.Name);
        var resolved = await grains.ContactBook(caller).Resolve(new LearnedContact(phone.Value, Bsuid: null, name));
        return resolved.IsNew
            ? TypedResults.Created($"/api/v1/contacts/{resolved.Contact.Id}", resolved.Contact)
            : TypedResults.Ok(resolved.Contact);
    }

    /// <summary>One contact</summary>
    internal static async Task<IResult> Get(string contact, Caller caller, IGrainFactory grains) =>
        await grains.Contact(caller, contact).Get() is { } card ? TypedResults.Ok(card) : ContactProblems.NotFound;

    /// <summary>Change a contact's name</summary>
    internal static async Task<IResult> Rename(string contact, ContactChange body, Caller caller, IGrainFactory grains) =>
        await grains.Contact(caller, contact).Rename(GivenName.Check(body.Name)) is { } card ? TypedResults.Ok(card) : ContactProblems.NotFound;
}

/// <param name="Phone">With the country code; spaces and hyphens don't count.</param>
/// <param name="Name">Up to 200 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record NewContact(string Phone, string? Name = null);

/// <param name="Name">Up to 200 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ContactChange(string Name);

internal static class ContactProblems
{
    public static IResult NotFound { get; } = new ProblemResult(RefusalCodes.NotFound, "Your organisation has no such contact.");
}
