using MultiLine.Cli.Tests.Harness;

namespace MultiLine.Cli.Tests;

public sealed class HelpTests : IDisposable
{
    private readonly TempDeployment _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("org create")]
    [InlineData("org list")]
    [InlineData("person add")]
    [InlineData("line add")]
    [InlineData("link")]
    [InlineData("doctor")]
    [InlineData("export")]
    [InlineData("verify")]
    [InlineData("scan")]
    [InlineData("demo prepare")]
    [InlineData("demo live")]
    [InlineData("demo links")]
    public async Task Every_command_explains_itself(string command)
    {
        var ending = await _temp.RunExactlyAsync([.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (ending.Code, ending.Error));
        Assert.Contains($"multiline {command}".Trim(), ending.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("org create --id acme")]
    [InlineData("link --organization acme --person ada --valid-for soon")]
    [InlineData("link --organization acme --person ada --valid-for 31.00:00:00")]
    [InlineData("link --organization acme --person ada --url nowhere")]
    [InlineData("demo prepare --simulator nowhere")]
    public async Task What_is_not_understood_ends_with_1_and_a_reason(string command)
    {
        var ending = await _temp.RunExactlyAsync(command.Split(' '));

        Assert.Equal(1, ending.Code);
        Assert.NotEqual("", ending.Error.Trim());
    }
}
