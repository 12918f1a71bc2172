using System.Net;
using System.Runtime.CompilerServices;
using MultiLine.Walkthrough.Product;

namespace MultiLine.Walkthrough.Expectations;

/// <summary>Compares what is seen with what the story tells.</summary>
internal static class Expect
{
    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
            throw new DiffersException($"{what} should be {expected}, but is {actual}.");
    }

    /// <param name="because">What should be so; the expression itself if nothing is said.</param>
    public static void That(bool condition, [CallerArgumentExpression(nameof(condition))] string because = "")
    {
        if (!condition)
            throw new DiffersException($"This should be so: {because}");
    }

    /// <summary>The request was carried out.</summary>
    public static Answer Is(this Answer answer, HttpStatusCode status) =>
        answer.Status == status ? answer : throw new DiffersException($"{answer} should be {(int)status}.");

    /// <summary>The request was refused with this code, in words for a person.</summary>
    public static Answer Refuses(this Answer answer, HttpStatusCode status, string code)
    {
        answer.Is(status);
        Equal("application/problem+json", answer.MediaType, "The media type of a refusal");
        Equal(code, answer["code"].Text(), "The code");
        That(answer["detail"].Text().Length > 0, "a refusal comes with words");
        return answer;
    }

    public static async Task<Answer> Is(this Task<Answer> answer, HttpStatusCode status) => (await answer).Is(status);

    public static async Task<Answer> Refuses(this Task<Answer> answer, HttpStatusCode status, string code) => (await answer).Refuses(status, code);
}
