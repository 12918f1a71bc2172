using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.BadInput;

/// <param name="What">Says in a failed test which one it was.</param>
/// <param name="Send">Sends it.</param>
internal sealed record Request(string What, Func<Task<Answer>> Send);
