using Dapper;

namespace MultiLine.Simulator.State;

/// <summary>Something that is to happen to a message or a template later, across restarts.</summary>
/// <param name="Kind">Names the <see cref="IScheduledAct"/>.</param>
/// <param name="Subject">The id of the message or template.</param>
internal sealed record Appointment(long Id, long Due, string Kind, string Subject, string Argument);

/// <summary>What an appointment leads to. Runs in the step that removes the appointment.</summary>
internal interface IScheduledAct
{
    string Kind { get; }

    void Run(string subject, string argument);
}

/// <summary>The durable calendar.</summary>
internal sealed class Schedule(Database database, TimeProvider time)
{
    public Bell Bell { get; } = new(time);

    public void Add(TimeSpan after, string kind, string subject, string argument)
    {
        var due = (time.GetUtcNow() + after).Milliseconds();
        database.Step(db =>
            db.Execute(
                "INSERT INTO schedule (due, kind, subject, argument) VALUES (@due, @kind, @subject, @argument)",
                new
                {
                    due,
                    kind,
                    subject,
                    argument,
                }
            )
        );
        Bell.Ring();
    }

    public Appointment? First() =>
        database.Read(db =>
            db.QuerySingleOrDefault<Appointment>("SELECT id, due, kind, subject, argument FROM schedule ORDER BY due, id LIMIT 1")
        );

    public void Keep(Appointment appointment, IScheduledAct act) =>
        database.Step(db =>
        {
            act.Run(appointment.Subject, appointment.Argument);
            return db.Execute("DELETE FROM schedule WHERE id = @Id", appointment);
        });
}

/// <summary>Keeps the appointments of the <see cref="Schedule"/> when they are due, one after the other.</summary>
internal sealed class Scheduler(Schedule schedule, IEnumerable<IScheduledAct> acts, TimeProvider time) : BackgroundService
{
    private readonly Dictionary<string, IScheduledAct> acts = acts.ToDictionary(act => act.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = schedule.First();
            if (next is not null && next.Due <= time.GetUtcNow().Milliseconds())
                schedule.Keep(next, acts[next.Kind]);
            else
                await schedule.Bell.WaitAsync(next is null ? null : Stored.Time(next.Due), stoppingToken);
        }
    }
}

internal static class StateRegistration
{
    public static IServiceCollection AddState(this IServiceCollection services) =>
        services.AddSingleton<Database>().AddSingleton<Schedule>().AddHostedService<Scheduler>();
}
