using System.Globalization;
using System.Net.Http.Json;
using MultiLine.Load.Running;

namespace MultiLine.Load.Faults.Steps;

/// <summary>The deployment of a run through the steps, people who are signed in there, and what was acknowledged so far.</summary>
internal sealed class StepWorld : IDisposable
{
    private const long FirstNumber = 12025560000;

    private int _numbers;

    private StepWorld(Deployment deployment, HttpClient user, HttpClient officer, HttpClient @operator)
    {
        (Deployment, User, Officer, Operator) = (deployment, user, officer, @operator);
        Phones = new HttpClient { BaseAddress = new Uri(deployment.Simulator, "control/") };
        Provider = new HttpClient { BaseAddress = new Uri(deployment.Simulator, "v25.0/") };
        Provider.DefaultRequestHeaders.Authorization = new("Bearer", Bank.AccessToken);
        Webhooks = new Webhooks(deployment.Servers[0]);
    }

    public Deployment Deployment { get; }

    public HttpClient User { get; }

    public HttpClient Officer { get; }

    public HttpClient Operator { get; }

    /// <summary>The control API of the simulator.</summary>
    public HttpClient Phones { get; }

    /// <summary>The simulator as the Graph API.</summary>
    public HttpClient Provider { get; }

    public Webhooks Webhooks { get; }

    public Acknowledged Acknowledged { get; } = new();

    /// <summary>Ids of everybody who has talked.</summary>
    public List<string> Contacts { get; } = [];

    public static async Task<StepWorld> OpenAsync(Deployment deployment)
    {
        deployment.FoundOperators();
        return new StepWorld(
            deployment,
            (await deployment.EverywhereAsync(Bank.User))[0],
            (await deployment.EverywhereAsync(Bank.Officer))[0],
            (await deployment.EverywhereAsync(Bank.Operator))[0]);
    }

    /// <summary>Of a phone that nobody has.</summary>
    public string NewNumber() => (FirstNumber + _numbers++).ToString(CultureInfo.InvariantCulture);

    /// <summary>Somebody new has written, which opens the session and is consent.</summary>
    public async Task<(string Number, string Contact)> MeetAsync()
    {
        var number = NewNumber();
        var contact = await FaultDriver.MeetAsync(number, Phones, User);
        Contacts.Add(contact);
        return (number, contact);
    }

    /// <summary>Posts until it is answered 200.</summary>
    public async Task DeliverAsync(byte[] body)
    {
        while (!await Webhooks.PostAsync(body))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }

    public async Task AskForFaultAsync(string kind) =>
        (await Phones.PostAsJsonAsync("faults", new { kind, count = 1 })).EnsureSuccessStatusCode();

    public static string ConversationOf(string contact) => $"{Bank.Organization}/{Bank.Line}/{contact}";

    public void Dispose()
    {
        Webhooks.Dispose();
        foreach (var client in (HttpClient[])[User, Officer, Operator, Phones, Provider])
        {
            client.Dispose();
        }
    }
}
