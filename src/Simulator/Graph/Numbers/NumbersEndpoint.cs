using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph.Numbers;

/// <summary><c>GET /{waba-id}/phone_numbers</c>.</summary>
internal static class NumbersEndpoint
{
    public static IResult List(string id, HttpRequest http, BusinessNumbers numbers) =>
        numbers.HasWaba(id)
            ? GraphJson.Reply(new { Data = numbers.All.Where(number => number.WabaId == id).Select(View) })
            : GraphErrors.UnknownObject(http.Method, id).ToResult();

    public static object View(BusinessNumber number) =>
        new
        {
            number.Id,
            DisplayPhoneNumber = number.DisplayNumber,
            number.VerifiedName,
            QualityRating = "GREEN",
            NameStatus = "APPROVED",
            CodeVerificationStatus = "VERIFIED",
            Status = "CONNECTED",
            PlatformType = "CLOUD_API",
            Throughput = new { Level = number.MessagesPerSecond > 80 ? "HIGH" : "STANDARD" },
        };
}
