using MultiLine.Filling;

// Fills the storage of a deployment that is not running. bench/Load calls it.
var plan = Plan.Of(args);
await using var product = await ProductInProcess.StartAsync(plan.Directory);
await new FilledTalks(product, plan, TimeProvider.System.GetUtcNow()).WriteAsync();
