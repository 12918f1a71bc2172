using Dapper;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph.Templates;

/// <summary>All templates of all accounts, in the order in which they were created.</summary>
internal sealed class TemplateCatalog(Database database)
{
    public Template? Find(string id) =>
        database.Read(db =>
            db.QuerySingleOrDefault<string>("SELECT document FROM templates WHERE id = @id", new { id }) is { } document
                ? Stored.Read<Template>(document)
                : null
        );

    /// <summary>All languages of a name.</summary>
    public IReadOnlyList<Template> Named(string wabaId, string name) =>
        database.Read(db =>
            db.Query<string>("SELECT document FROM templates WHERE waba = @wabaId AND name = @name ORDER BY sequence", new { wabaId, name })
                .Select(Stored.Read<Template>)
                .ToList()
        );

    public IReadOnlyList<(long Sequence, Template Template)> Of(string wabaId) =>
        database.Read(db =>
            db.Query<(long Sequence, string Document)>(
                    "SELECT sequence, document FROM templates WHERE waba = @wabaId ORDER BY sequence",
                    new { wabaId }
                )
                .Select(row => (row.Sequence, Stored.Read<Template>(row.Document)))
                .ToList()
        );

    public int Count(string wabaId) =>
        database.Read(db => db.ExecuteScalar<int>("SELECT count(*) FROM templates WHERE waba = @wabaId", new { wabaId }));

    public void Save(Template template) =>
        database.Step(db =>
            db.Execute(
                """
                INSERT INTO templates (id, waba, name, language, document) VALUES (@Id, @WabaId, @Name, @Language, @document)
                ON CONFLICT (id) DO UPDATE SET document = excluded.document
                """,
                new
                {
                    template.Id,
                    template.WabaId,
                    template.Name,
                    template.Language,
                    document = Stored.Write(template),
                }
            )
        );

    public void Remove(Template template) => database.Step(db => db.Execute("DELETE FROM templates WHERE id = @Id", new { template.Id }));
}
