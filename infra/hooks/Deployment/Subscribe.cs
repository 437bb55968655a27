namespace FamilyHubs.Deployment;

/// <summary>
/// Deploys infra/event-subscriptions.bicep. Event Grid asks each function whether it wants the events, and the key of the hook exists only after the
/// first start of the app: so it is tried for some minutes. The deployment is the same each time, so running it again changes nothing.
/// </summary>
public sealed class Subscribe(HookServices services) : IHook
{
    private const int Tries = 12;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    public async Task RunAsync(CancellationToken cancel)
    {
        var answer = new CommandResult(1, string.Empty, string.Empty);
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            answer = await DeployAsync(cancel);
            if (answer.IsDone)
            {
                await services.Output.WriteLineAsync("Event Grid tells the app of new extracts, returns and reference files.");
                return;
            }

            await services.Output.WriteLineAsync($"The app does not answer Event Grid yet ({attempt} of {Tries}).");
            await Task.Delay(Pause, services.Time, cancel);
        }

        throw new HookException(
            $"The event subscriptions could not be made: {answer.Error.Trim()} Nothing is lost, since landing is swept every hour. Look at the log of the app, then run: azd hooks run postdeploy");
    }

    private Task<CommandResult> DeployAsync(CancellationToken cancel) => services.Commands.RunAsync(
        "az",
        [
            "deployment", "group", "create", "--name", "event-subscriptions", "--resource-group", services.Environment.Get("RESOURCE_GROUP"),
            "--template-file", services.PathOf("infra", "event-subscriptions.bicep"), "--output", "none", "--parameters",
            $"functionAppName={services.Environment.Get("FUNCTION_APP_NAME")}",
            $"topicName={services.Environment.Get("EVENT_TOPIC_NAME")}",
            $"deadLetterAccountId={services.Environment.Get("DEAD_LETTER_ACCOUNT_ID")}",
            $"deadLetterContainerName={services.Environment.Get("DEAD_LETTER_CONTAINER")}",
        ],
        cancel);
}
