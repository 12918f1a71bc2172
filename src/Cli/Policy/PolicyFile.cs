using System.Text.Json;
using MultiLine.Domain.Policy;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Cli.Policy;

/// <summary>A policy as a file holds it: the form in which it is stored.</summary>
internal static class PolicyFile
{
    /// <summary>As findings name whose policy it is.</summary>
    private const string Own = "file";

    /// <exception cref="CommandFailedException">It is no policy, or one of its rules or lists is not as it has to be; everything that is wrong is said.</exception>
    public static CompiledPolicy Read(FileInfo file)
    {
        OrganizationPolicy policy;
        try
        {
            policy = PolicyFormat.Read(File.ReadAllBytes(file.FullName));
        }
        catch (JsonException e)
        {
            throw new CommandFailedException($"{file.Name} is no policy: {e.Message}");
        }

        var layer = new PolicyLayer(Own, policy);
        return PolicyCheck.Check([], layer) is { IsEmpty: false } problems
            ? throw new CommandFailedException($"{file.Name} can't be used: {string.Join(' ', problems)}")
            : CompiledPolicy.Compile([layer]);
    }
}
