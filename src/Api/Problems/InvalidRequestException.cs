namespace MultiLine.Api.Problems;

/// <summary>What was sent is not of the form that the endpoint takes. The message goes to the client.</summary>
internal sealed class InvalidRequestException(string message) : Exception(message);
