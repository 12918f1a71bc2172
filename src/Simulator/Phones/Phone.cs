using Dapper;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Phones;

/// <summary>A contact's phone.</summary>
/// <param name="Number">Digits with country code, without plus.</param>
/// <param name="UserId">The BSUID.</param>
/// <param name="Name">The profile name.</param>
internal sealed record Phone(string Number, string UserId, string Name)
{
    /// <summary>A phone without WhatsApp gets nothing and writes nothing.</summary>
    public bool OnWhatsApp { get; init; } = true;

    /// <summary>Reads each message shortly after it arrived.</summary>
    public bool AutoRead { get; init; }

    /// <summary>Whether the business is told what was read.</summary>
    public bool ReadReceipts { get; init; } = true;

    /// <summary>Digits by which WhatsApp calls the contact instead of <see cref="Number"/>, as it does with some numbers of Brazil and Mexico.</summary>
    public string? WaId { get; init; }

    public string? Username { get; init; }

    /// <summary>How often WhatsApp was installed anew; each time the contact has another key.</summary>
    public int Installations { get; init; }

    /// <summary>A contact with a username may hide the number: webhooks then carry the BSUID only.</summary>
    public bool PhoneWithheld { get; init; }

    /// <summary>The business numbers (phone number ids) that this contact has blocked.</summary>
    public IReadOnlyList<string> Blocked { get; init; } = [];

    /// <summary>It takes no SMS (21614).</summary>
    public bool Landline { get; init; }

    /// <summary>Switched off: an SMS is not delivered (30003).</summary>
    public bool Unreachable { get; init; }

    /// <summary>The business numbers (E.164) to which the contact sent STOP by SMS.</summary>
    public IReadOnlyList<string> SmsStopped { get; init; } = [];

    /// <summary>The business numbers from which this contact wants no marketing.</summary>
    public IReadOnlyList<string> NoMarketing { get; init; } = [];

    /// <summary>The number as WhatsApp writes it.</summary>
    internal string Spelled => WaId ?? Number;

    public bool HasBlocked(string numberId) => Blocked.Contains(numberId);
}

/// <summary>All phones there are.</summary>
internal sealed class PhoneBook(Database database)
{
    public Phone? Find(string number) => One("SELECT document FROM phones WHERE number = @key", number);

    /// <summary>By the number, or by what WhatsApp calls it.</summary>
    public Phone? FindSpelled(string digits) => Find(digits) ?? All().FirstOrDefault(phone => phone.WaId == digits);

    public Phone? FindByUserId(string userId) => One("SELECT document FROM phones WHERE user_id = @key", userId);

    public IReadOnlyList<Phone> All() =>
        database.Read(db => db.Query<string>("SELECT document FROM phones ORDER BY number").Select(Stored.Read<Phone>).ToList());

    public void Save(Phone phone) =>
        database.Step(db =>
            db.Execute(
                """
                INSERT INTO phones (number, user_id, document) VALUES (@Number, @UserId, @document)
                ON CONFLICT (number) DO UPDATE SET document = excluded.document
                """,
                new
                {
                    phone.Number,
                    phone.UserId,
                    document = Stored.Write(phone),
                }
            )
        );

    /// <summary>The phone goes on under another number and user id, and keeps its chats, calls and windows.</summary>
    public void Renumber(string from, Phone to) =>
        database.Step(db =>
            db.Execute(
                """
                UPDATE phones SET number = @Number, user_id = @UserId, document = @document WHERE number = @from;
                UPDATE messages SET contact = @Number, document = json_set(document, '$.contact', @Number) WHERE contact = @from;
                UPDATE calls SET document = json_set(document, '$.contact', @Number) WHERE json_extract(document, '$.contact') = @from;
                UPDATE windows SET contact = @Number WHERE contact = @from;
                UPDATE OR REPLACE blocks SET contact = @Number WHERE contact = @from;
                """,
                new
                {
                    from,
                    to.Number,
                    to.UserId,
                    document = Stored.Write(to),
                }
            )
        );

    private Phone? One(string query, string key) =>
        database.Read(db => db.QuerySingleOrDefault<string>(query, new { key }) is { } document ? Stored.Read<Phone>(document) : null);
}
