using MultiLine.Walkthrough.Expectations;
using MultiLine.Walkthrough.Phones;
using MultiLine.Walkthrough.Product;

namespace MultiLine.Walkthrough.Story;

/// <summary>The people of the story and what they have in their hands.</summary>
internal sealed class Stage(WalkthroughOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly Dictionary<string, Talk> talks = [];
    private LiveEvents? events;

    public WalkthroughOptions Options => options;

    public Patience Patience { get; } = new(time);

    /// <summary>Writes from the line.</summary>
    public ProductClient User { get; } = new(options.Product);

    public ProductClient Administrator { get; } = new(options.Product);

    public ProductClient Compliance { get; } = new(options.Product);

    public SimulatorClient Simulator { get; } = new(options.Simulator, new Patience(time));

    public Acknowledged Acknowledged { get; } = new();

    /// <summary>What the line's live feed has said since the story began.</summary>
    public LiveEvents Events => events ?? throw new DiffersException("Nobody listens to the line yet.");

    public IReadOnlyCollection<Talk> Talks => talks.Values;

    /// <summary>Agrees at once and is talked to.</summary>
    public Talk Anna => With("Anna Berger");

    /// <summary>Says no, later yes, and then STOP.</summary>
    public Talk Ben => With("Ben Costa");

    /// <summary>Is not on WhatsApp.</summary>
    public Talk Clara => With("Clara Duval");

    public void Listen() => events = new LiveEvents(User, options.Line, Patience);

    /// <summary>A phone for somebody and a contact for the phone.</summary>
    public async Task<Talk> MeetAsync(string name, string number, bool onWhatsApp = true)
    {
        var phone = await Simulator.NewPhoneAsync(number, name, onWhatsApp);
        return talks[name] = await Talk.WithAsync(this, phone);
    }

    public async ValueTask DisposeAsync()
    {
        if (events is not null)
            await events.DisposeAsync();
        User.Dispose();
        Administrator.Dispose();
        Compliance.Dispose();
        Simulator.Dispose();
    }

    private Talk With(string name) => talks.GetValueOrDefault(name) ?? throw new DiffersException($"{name} has not been met yet.");
}
