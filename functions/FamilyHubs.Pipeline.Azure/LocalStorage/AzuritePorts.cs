using System.Globalization;

namespace FamilyHubs.Pipeline.Azure.LocalStorage;

/// <summary>Loopback ports of the three services; 0 asks for a free one.</summary>
internal sealed record AzuritePorts(int Blob, int Queue, int Table)
{
    // The account and key that every Azurite and the Azure documentation have; they protect nothing.
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static AzuritePorts Free { get; } = new(0, 0, 0);

    /// <summary>What <c>UseDevelopmentStorage=true</c> means.</summary>
    public static AzuritePorts Default { get; } = new(10000, 10001, 10002);

    public string BlobEndpoint => Endpoint(Blob);

    public string QueueEndpoint => Endpoint(Queue);

    public string TableEndpoint => Endpoint(Table);

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};BlobEndpoint={BlobEndpoint};QueueEndpoint={QueueEndpoint};TableEndpoint={TableEndpoint}";

    private static string Endpoint(int port) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{Account}");
}
