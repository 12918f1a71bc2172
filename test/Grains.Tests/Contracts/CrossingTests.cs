using System.Collections.Immutable;
using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>Contracts crossing real calls: between a client and a silo on Orleans, through the copier on the embedded host.</summary>
public sealed class CrossingTests(EchoHost host) : IClassFixture<EchoHost>
{
    private static readonly string[] Words = ["Yes", "No"];

    public static TheoryData<Type> Records => [.. Declared.Records];

    /// <summary>The compiler's own types of lists among them, of which there is one for one element and one for more.</summary>
    public static TheoryData<IReadOnlyList<string>> Lists =>
    [
        [], ["Yes"], ["Yes", "No"], [.. Words.Take(2)], Words, Words.ToList(), Words.ToImmutableArray(), Words.ToImmutableList(), Words.ToList().AsReadOnly(),
    ];

    [Theory]
    [MemberData(nameof(Records))]
    public Task A_contract_record_arrives_with_everything_that_was_sent(Type record) => ArrivesAsSent(Sample.Full(record));

    [Theory]
    [MemberData(nameof(Records))]
    public Task A_contract_record_arrives_with_nothing_where_nothing_was_sent(Type record) => ArrivesAsSent(Sample.Bare(record));

    [Theory]
    [MemberData(nameof(Records))]
    public Task Several_contract_records_arrive_together_and_in_order(Type record)
    {
        var several = Array.CreateInstance(record, 2);
        several.SetValue(Sample.Full(record), 0);
        several.SetValue(Sample.Bare(record), 1);
        return ArrivesAsSent(several);
    }

    /// <summary>A sample that looked like what a record is without being told anything would show nothing.</summary>
    [Theory]
    [MemberData(nameof(Records))]
    public void The_sample_of_a_contract_record_leaves_no_member_as_it_is_by_itself(Type record) => Assert.All(
        Declared.Members(record),
        member => Assert.NotEqual(
            member.PropertyType.IsValueType ? Activator.CreateInstance(member.PropertyType) : null, member.GetValue(Sample.Full(record))));

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_of_a_contract_record_arrives_however_it_was_made(IReadOnlyList<string> list)
    {
        var sent = (TemplateDraft)Sample.Bare(typeof(TemplateDraft)) with { Buttons = list };

        var arrived = (TemplateDraft)await host.Echo(sent);

        Assert.Equal(list, arrived.Buttons);
    }

    private async Task ArrivesAsSent(object sent)
    {
        var arrived = await host.Echo(sent);

        Assert.Equal(sent.GetType(), arrived.GetType());
        Assert.Equal(Readable.Text(sent), Readable.Text(arrived));
    }
}
