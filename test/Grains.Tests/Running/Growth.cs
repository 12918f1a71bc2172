using MultiLine.Domain;

namespace MultiLine.Grains.Tests.Running;

/// <summary>A talk that grows by an event each time somebody reads a log, up to a limit.</summary>
public sealed class Growth
{
    public const int Most = 40;

    private readonly Product _product;
    private readonly Talk _talk;
    private int _grown;

    public Growth(Product product, Talk talk)
    {
        (_product, _talk) = (product, talk);
        product.Appends.BeforeReading = Grow;
    }

    /// <returns>By how many events it has grown.</returns>
    public int Stop()
    {
        _product.Appends.BeforeReading = null;
        return _grown;
    }

    private async Task Grow(ConversationKey conversation)
    {
        // Growing reads the log too.
        _product.Appends.BeforeReading = null;
        await _talk.ChangesUntold();
        _product.Appends.BeforeReading = ++_grown < Most ? Grow : null;
    }
}
