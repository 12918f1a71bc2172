using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Graph.Numbers;

/// <summary><c>GET /{waba-id}/phone_numbers</c> and <c>GET /{phone-number-id}</c>.</summary>
internal sealed class NumbersEndpoint(NumberStates states, AccountStates accounts, TimeProvider time)
{
    public static IResult List(string id, HttpRequest http, BusinessNumbers numbers, NumbersEndpoint endpoint)
    {
        if (!numbers.HasWaba(id))
            return GraphErrors.UnknownObject(http.Method, id).ToResult();

        var shown = numbers.All.Where(number => number.WabaId == id).Select(number => endpoint.View(number, http)).ToList();
        return shown.FirstOrDefault(view => view.Refusal is not null).Refusal?.ToResult()
            ?? GraphJson.Reply(new { Data = shown.Select(view => view.Value) });
    }

    public IResult Show(BusinessNumber number, HttpRequest http) =>
        View(number, http).IsRefused(out var refusal, out var view) ? refusal.ToResult() : GraphJson.Reply(view);

    private Answer<Dictionary<string, object?>> View(BusinessNumber number, HttpRequest http) =>
        NumberView.Of(number, states.Of(number.Id), accounts.Of(number.WabaId).StatusAt(time.GetUtcNow()), http.Query["fields"]);
}
