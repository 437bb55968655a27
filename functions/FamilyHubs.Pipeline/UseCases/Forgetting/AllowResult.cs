namespace FamilyHubs.Pipeline.UseCases.Forgetting;

/// <summary>What became of a request to let a forgotten person come back.</summary>
/// <param name="Area">Area.</param>
/// <param name="Busy">Another worker has the area: nothing was done.</param>
/// <param name="WasForgotten">The person was on the list and is not any more; false: was not on it.</param>
public sealed record AllowResult(string Area, bool Busy, bool WasForgotten);
