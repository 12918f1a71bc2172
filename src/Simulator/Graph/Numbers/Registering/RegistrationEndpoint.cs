using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph.Numbers.Registering;

/// <summary><c>POST /{phone-number-id}/register</c> and <c>/deregister</c>.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/registration"/></remarks>
internal static class RegistrationEndpoint
{
    private const int MostInAWhile = 10;

    private static readonly TimeSpan While = TimeSpan.FromHours(72);

    private sealed record RegisterRequest(
        string? MessagingProduct,
        string? Pin,
        string? Tier,
        string? DataLocalizationRegion,
        RegistrationBackup? Backup
    );

    private sealed record RegistrationBackup(string? Password, string? Data);

    public static async Task<IResult> RegisterAsync(
        string id,
        HttpRequest http,
        BusinessNumbers numbers,
        NumberStates states,
        AccountStates accounts,
        Database database,
        TimeProvider time
    )
    {
        if (numbers.Find(id) is not { } number)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if ((await RequestBody.ReadAsync<RegisterRequest>(http)).IsRefused(out var refusal, out var request))
            return refusal.ToResult();
        if (request.MessagingProduct != "whatsapp")
            return GraphErrors.ParameterRequired("messaging_product").ToResult();
        if (request.Pin is not { Length: 6 } pin || !pin.All(char.IsAsciiDigit))
            return RegistrationErrors.PinFormat.ToResult();

        return database.Step(_ =>
        {
            if (accounts.Of(number.WabaId).Locked)
                return MessageErrors.AccountLocked.ToResult();
            if (!states.Of(id).CodeVerified)
                return RegistrationErrors.VerificationNeeded.ToResult();
            if (Count(id, states, time) is { } tooMany)
                return tooMany.ToResult();
            if (states.Of(id).Pin is { } known && known != pin)
                return RegistrationErrors.WrongPin.ToResult();

            states.Change(id, state => state with { Registration = Registration.Registered, Pin = pin });
            return GraphJson.Success;
        });
    }

    public static IResult Deregister(
        string id,
        HttpRequest http,
        BusinessNumbers numbers,
        NumberStates states,
        Database database,
        TimeProvider time
    )
    {
        if (numbers.Find(id) is null)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();

        return database.Step(_ =>
        {
            if (states.Of(id).Registration == Registration.Unregistered)
                return RegistrationErrors.NotRegistered.ToResult();
            if (Count(id, states, time) is { } tooMany)
                return tooMany.ToResult();

            states.Change(id, state => state with { Registration = Registration.Unregistered });
            return GraphJson.Success;
        });
    }

    /// <summary>Counts an attempt; null if it may go on.</summary>
    private static GraphError? Count(string id, NumberStates states, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var recent = states.Of(id).Registrations.Where(at => at > now - While).ToList();
        if (recent.Count >= MostInAWhile)
            return RegistrationErrors.TooMany;

        states.Change(id, state => state with { Registrations = [.. recent, now] });
        return null;
    }
}
