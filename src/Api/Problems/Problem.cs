using System.Text.Json.Serialization;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Api.Problems;

/// <summary>Why a request was not carried out (<see href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</see>).</summary>
/// <param name="Type">A name of the kind of problem: <c>urn:multiline:problem:</c> and the code.</param>
/// <param name="Title">The kind of problem in a few words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The stable code: the thing to program against.</param>
/// <param name="Detail">What is the matter with this request, and the next step where there is one.</param>
public sealed record Problem(string Type, string Title, int Status, string Code, string Detail)
{
    /// <summary>Which of the firm's rules it was and who can be asked; only where policy is the reason.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PolicyStopPart? Policy { get; init; }
}
