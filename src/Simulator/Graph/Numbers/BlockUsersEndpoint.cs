using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph.Numbers;

/// <summary><c>/{phone-number-id}/block_users</c>.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users"/></remarks>
internal sealed class BlockUsersEndpoint(Database database, PhoneBook phones, CustomerWindows windows, BlockList blocks)
{
    private const int MostUsers = 1000;

    private sealed record BlockRequest(string? MessagingProduct, IReadOnlyList<BlockedUser>? BlockUsers);

    private sealed record BlockedUser(string? User);

    private sealed record BlockResult
    {
        public IEnumerable<object>? AddedUsers { get; init; }

        public IEnumerable<object>? RemovedUsers { get; init; }

        public IEnumerable<object>? FailedUsers { get; init; }
    }

    private sealed record Named(string Input, Phone? Phone)
    {
        public object View => new { Input, WaId = Phone?.Spelled };
    }

    public static IResult List(string id, HttpRequest http, BusinessNumbers numbers, BlockUsersEndpoint endpoint) =>
        numbers.Find(id) is null ? GraphErrors.UnknownObject(http.Method, id).ToResult() : endpoint.Show(id);

    public static Task<IResult> BlockAsync(string id, HttpRequest http, BusinessNumbers numbers, BlockUsersEndpoint endpoint) =>
        endpoint.WithUsersAsync(id, http, numbers, endpoint.Block);

    public static Task<IResult> UnblockAsync(string id, HttpRequest http, BusinessNumbers numbers, BlockUsersEndpoint endpoint) =>
        endpoint.WithUsersAsync(id, http, numbers, endpoint.Unblock);

    private async Task<IResult> WithUsersAsync(
        string id,
        HttpRequest http,
        BusinessNumbers numbers,
        Func<BusinessNumber, IReadOnlyList<Named>, IResult> act
    )
    {
        if (numbers.Find(id) is not { } number)
            return GraphErrors.UnknownObject(http.Method, id).ToResult();
        if ((await RequestBody.ReadAsync<BlockRequest>(http)).IsRefused(out var refusal, out var request))
            return refusal.ToResult();
        if (request.MessagingProduct != "whatsapp")
            return GraphErrors.ParameterRequired("messaging_product").ToResult();
        if (request.BlockUsers is not { Count: > 0 and <= MostUsers } users || users.Any(user => user is not { User.Length: > 0 }))
            return GraphErrors.InvalidParameter($"block_users must name 1 to {MostUsers} users.").ToResult();

        return act(number, [.. users.Select(user => new Named(user.User!, Find(user.User!)))]);
    }

    private Phone? Find(string user) =>
        PhoneNumber.TryDigitsOf(user) is { } digits ? phones.FindSpelled(digits) : phones.FindByUserId(user);

    private IResult Show(string numberId) =>
        GraphJson.Reply(
            new
            {
                Data = blocks.Of(numberId).Select(contact => new { MessagingProduct = "whatsapp", WaId = phones.Find(contact)?.Spelled ?? contact }),
            }
        );

    /// <summary>Only who has written in the last 24 hours can be blocked.</summary>
    private IResult Block(BusinessNumber number, IReadOnlyList<Named> users) =>
        database.Step(_ =>
        {
            var done = users.Where(user => user.Phone is { } phone && windows.IsOpen(number.Id, phone.Number)).ToList();
            foreach (var user in done)
                blocks.Add(number.Id, user.Phone!.Number);
            return Answer(users, done, new BlockResult { AddedUsers = done.Select(user => user.View) });
        });

    private IResult Unblock(BusinessNumber number, IReadOnlyList<Named> users) =>
        database.Step(_ =>
        {
            var done = users.Where(user => user.Phone is { } phone && blocks.Has(number.Id, phone.Number)).ToList();
            foreach (var user in done)
                blocks.Remove(number.Id, user.Phone!.Number);
            return Answer(users, done, new BlockResult { RemovedUsers = done.Select(user => user.View) });
        });

    /// <summary>Some may succeed and others fail.</summary>
    private static IResult Answer(IReadOnlyList<Named> users, IReadOnlyList<Named> done, BlockResult result)
    {
        var failed = users.Except(done).ToList();
        return GraphJson.Reply(
            new
            {
                MessagingProduct = "whatsapp",
                BlockUsers = failed.Count == 0 ? result : result with { FailedUsers = failed.Select(Failure) },
                Errors = failed.Count == 0 ? null : new { Message = "(#139100) Failed to block/unblock some users", Code = 139100 },
            }
        );
    }

    private static object Failure(Named user) =>
        new
        {
            user.Input,
            WaId = user.Phone?.Spelled,
            Errors = new[]
            {
                new
                {
                    Message = "(#131047) Re-engagement message",
                    Code = 131047,
                    ErrorData = new { Details = "Only users who have messaged the business in the last 24 hours can be blocked." },
                },
            },
        };
}
