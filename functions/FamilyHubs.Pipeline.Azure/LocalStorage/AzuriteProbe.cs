namespace FamilyHubs.Pipeline.Azure.LocalStorage;

/// <summary>Asks whether an Azurite listens.</summary>
internal static class AzuriteProbe
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>True when the blob service answers as Azurite; a request without a signature is refused by it, but with its name.</summary>
    public static async Task<bool> AnswersAsync(AzuritePorts ports, CancellationToken cancel)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Limit };
        try
        {
            using var response = await client.GetAsync(new Uri(ports.BlobEndpoint + "?comp=list"), cancel).ConfigureAwait(false);
            return response.Headers.Server.ToString().StartsWith("Azurite-Blob", StringComparison.Ordinal);
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
