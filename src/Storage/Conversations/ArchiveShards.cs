using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;
using MultiLine.Storage.Choices;

namespace MultiLine.Storage.Conversations;

/// <summary>Section <c>Archive</c> of the configuration.</summary>
public sealed class ArchiveShards
{
    public const string Section = "Archive";

    /// <summary>
    /// How many shards an organisation's archive has. Each conversation belongs to one of them by its key, so the number is chosen
    /// before the first start and not changed: see <see cref="FixAsync"/>. Default: 1.
    /// </summary>
    [Range(1, 64, ErrorMessage = "Archive:Count must be between 1 and 64.")]
    public int Count { get; set; } = 1;

    /// <summary>Holds the number to what it was at the first start: another one would record every conversation a second time.</summary>
    /// <exception cref="OptionsValidationException">It differs.</exception>
    public async Task FixAsync(IFixedChoices choices, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(choices);
        var count = Count.ToString(CultureInfo.InvariantCulture);
        var chosen = await choices.ChooseAsync("archive.count", count, cancellationToken);
        if (chosen != count)
        {
            throw new OptionsValidationException(
                Section, typeof(ArchiveShards), [$"Archive:Count is {count}, but it was {chosen} at the first start on this data and can't be changed."]);
        }
    }
}
