using Dapper;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph.Numbers;

/// <summary>How a business presents itself on the contact's phone.</summary>
internal sealed record BusinessProfile
{
    public string? MessagingProduct { get; init; }

    public string? About { get; init; }

    public string? Address { get; init; }

    public string? Description { get; init; }

    public string? Email { get; init; }

    public string? ProfilePictureHandle { get; init; }

    public IReadOnlyList<string>? Websites { get; init; }

    public string? Vertical { get; init; }

    /// <summary>What is not given stays.</summary>
    public BusinessProfile With(BusinessProfile changes) =>
        new()
        {
            MessagingProduct = "whatsapp",
            About = changes.About ?? About,
            Address = changes.Address ?? Address,
            Description = changes.Description ?? Description,
            Email = changes.Email ?? Email,
            ProfilePictureHandle = changes.ProfilePictureHandle ?? ProfilePictureHandle,
            Websites = changes.Websites ?? Websites,
            Vertical = changes.Vertical ?? Vertical,
        };
}

internal sealed class Profiles(Database database)
{
    public BusinessProfile Of(string numberId) =>
        database.Read(db =>
            db.QuerySingleOrDefault<string>("SELECT document FROM profiles WHERE number_id = @numberId", new { numberId }) is { } document
                ? Stored.Read<BusinessProfile>(document)
                : new BusinessProfile { MessagingProduct = "whatsapp" }
        );

    public void Change(string numberId, BusinessProfile changes) =>
        database.Step(db =>
            db.Execute(
                "REPLACE INTO profiles (number_id, document) VALUES (@numberId, @document)",
                new { numberId, document = Stored.Write(Of(numberId).With(changes)) }
            )
        );
}

/// <summary><c>/{phone-number-id}/whatsapp_business_profile</c>.</summary>
internal static class ProfileEndpoint
{
    public static IResult Get(string id, HttpRequest http, BusinessNumbers numbers, Profiles profiles) =>
        numbers.Find(id) is null
            ? GraphErrors.UnknownObject(http.Method, id).ToResult()
            : GraphJson.Reply(new { Data = new[] { profiles.Of(id) with { ProfilePictureHandle = null } } });

    public static async Task<IResult> PostAsync(string id, HttpRequest http, BusinessNumbers numbers, Profiles profiles)
    {
        if (numbers.Find(id) is null)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if ((await RequestBody.ReadAsync<BusinessProfile>(http)).IsRefused(out var refusal, out var changes))
            return refusal.ToResult();
        if (changes.MessagingProduct != "whatsapp")
            return GraphErrors.ParameterRequired("messaging_product").ToResult();

        profiles.Change(id, changes);
        return GraphJson.Success;
    }
}
