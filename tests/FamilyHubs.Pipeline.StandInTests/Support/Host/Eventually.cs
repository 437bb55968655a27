namespace FamilyHubs.Pipeline.StandInTests.Support;

/// <summary>Waits for what happens on another thread; the limit only ends a test that would hang.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(15);

    internal static async Task TrueAsync(Func<bool> condition, CancellationToken cancellationToken) =>
        await TrueAsync(() => Task.FromResult(condition()), cancellationToken);

    internal static async Task TrueAsync(Func<Task<bool>> condition, CancellationToken cancellationToken)
    {
        while (!await condition())
            await Task.Delay(Step, cancellationToken);
    }
}
