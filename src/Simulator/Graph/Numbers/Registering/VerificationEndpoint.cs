using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Graph.Numbers.Registering;

/// <summary><c>POST /{phone-number-id}/request_code</c> and <c>/verify_code</c>; the code is read in the control API.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers"/></remarks>
internal static partial class VerificationEndpoint
{
    private static readonly string[] Methods = ["SMS", "VOICE"];

    private sealed record RequestCodeRequest(string? CodeMethod, string? Language);

    private sealed record VerifyCodeRequest(string? Code);

    public static async Task<IResult> RequestAsync(string id, HttpRequest http, BusinessNumbers numbers, NumberStates states)
    {
        if (numbers.Find(id) is null)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if ((await RequestBody.ReadAsync<RequestCodeRequest>(http)).IsRefused(out var refusal, out var request))
            return refusal.ToResult();
        if (!Methods.Contains(request.CodeMethod))
            return GraphErrors.NotOneOf("code_method", request.CodeMethod ?? "", Methods).ToResult();
        if (request.Language is not { } language || !Locale().IsMatch(language))
            return GraphErrors.ParameterRequired("language").ToResult();
        if (states.Of(id).CodeVerified)
            return RegistrationErrors.NotEligible.ToResult();

        states.Change(id, state => state with { Code = RandomNumberGenerator.GetString("0123456789", 6) });
        return GraphJson.Success;
    }

    public static async Task<IResult> VerifyAsync(string id, HttpRequest http, BusinessNumbers numbers, NumberStates states)
    {
        if (numbers.Find(id) is null)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if ((await RequestBody.ReadAsync<VerifyCodeRequest>(http)).IsRefused(out var refusal, out var request))
            return refusal.ToResult();
        if (request.Code is not { Length: 6 } code || !code.All(char.IsAsciiDigit))
            return RegistrationErrors.CodeFormat.ToResult();
        if (states.Of(id).Code != code)
            return RegistrationErrors.WrongCode.ToResult();

        states.Change(id, state => state with { Code = null, CodeVerified = true });
        return GraphJson.Success;
    }

    [GeneratedRegex("^[a-z]{2}(_[A-Z]{2})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Locale();
}
