using Azure;
using Azure.Identity;

namespace FamilyHubs.Pipeline.Cli;

/// <summary>Says in one sentence why a store cannot be reached. What the client library says names addresses and keys of requests, in a hundred lines.</summary>
internal static class StoreFaults
{
    /// <summary>The sentence; null when the fault is none of the store's.</summary>
    public static string? Of(Exception fault) => fault switch
    {
        AuthenticationFailedException =>
            "The store does not know who you are. Sign in (az login), or give a connection string with --lake or the setting Lake.",
        RequestFailedException { Status: 0 } => Unreachable,
        RequestFailedException { Status: 403 } answer =>
            $"The store refuses: {answer.ErrorCode ?? "403"}. Ask for a role on its data, and check that its network lets you in.",
        RequestFailedException answer => $"The store answered {answer.Status} {answer.ErrorCode}. Try again in a while; what was not finished is done then.",
        AggregateException many when many.InnerExceptions.Any(inner => inner is RequestFailedException) => Unreachable,
        _ => null,
    };

    private const string Unreachable = "The store named by --lake or the setting Lake cannot be reached. Check the address, and that it runs.";
}
