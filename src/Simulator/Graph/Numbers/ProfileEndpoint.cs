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

    /// <summary>Of an uploaded file; only in a change.</summary>
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

/// <summary><c>/{phone-number-id}/whatsapp_business_profile</c>, and the picture of it.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles"/></remarks>
internal static class ProfileEndpoint
{
    public static IResult Get(string id, HttpRequest http, BusinessNumbers numbers, Profiles profiles, ProfilePictures pictures) =>
        numbers.Find(id) is null
            ? GraphErrors.UnknownObject(http.Method, id).ToResult()
            : GraphJson.Reply(new { Data = new[] { View(profiles.Of(id), pictures.PathOf(id), http) } });

    public static async Task<IResult> PostAsync(string id, HttpRequest http, BusinessNumbers numbers, Profiles profiles, ProfilePictures pictures)
    {
        if (numbers.Find(id) is null)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if ((await RequestBody.ReadAsync<BusinessProfile>(http)).IsRefused(out var refusal, out var changes))
            return refusal.ToResult();
        if (changes.MessagingProduct != "whatsapp")
            return GraphErrors.ParameterRequired("messaging_product").ToResult();
        if (changes.ProfilePictureHandle is { } handle)
        {
            if (pictures.Refusal(handle) is { } unfit)
                return unfit.ToResult();
            pictures.Set(id, handle);
        }

        profiles.Change(id, changes);
        return GraphJson.Success;
    }

    public static IResult Picture(string file, HttpResponse http, ProfilePictures pictures)
    {
        http.Headers.XContentTypeOptions = "nosniff";
        return pictures.Find(file) is { } picture ? Results.Bytes(picture.Bytes, picture.MimeType) : Results.NotFound();
    }

    private static object View(BusinessProfile profile, string? picture, HttpRequest http) =>
        new
        {
            profile.MessagingProduct,
            profile.About,
            profile.Address,
            profile.Description,
            profile.Email,
            ProfilePictureUrl = picture is null ? null : $"{http.Scheme}://{http.Host}{picture}",
            profile.Websites,
            profile.Vertical,
        };
}
