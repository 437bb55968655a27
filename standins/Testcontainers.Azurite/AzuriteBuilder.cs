using System.Globalization;

namespace Testcontainers.Azurite;

/// <summary>Configures an <see cref="AzuriteContainer"/>. Immutable: each method gives a new builder.</summary>
public sealed class AzuriteBuilder
{
    /// <summary>Ports inside the container, which the container maps to free ones.</summary>
    public const ushort BlobPort = 10000;
    public const ushort QueuePort = 10001;
    public const ushort TablePort = 10002;

    private readonly IReadOnlyList<string> _command;

    /// <param name="image">Image and tag; here the pinned npm package is run, so the tag says only which version is expected.</param>
    public AzuriteBuilder(string image)
        : this([])
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(image);
    }

    private AzuriteBuilder(IReadOnlyList<string> command) => _command = command;

    /// <summary>Adds arguments for Azurite.</summary>
    public AzuriteBuilder WithCommand(params string[] command) => new([.. _command, .. command]);

    /// <summary>Keeps all data in memory, at most <paramref name="megabytes"/> when given.</summary>
    public AzuriteBuilder WithInMemoryPersistence(float? megabytes = null) => megabytes is { } limit
        ? WithCommand(AzuriteContainer.InMemory, "--extentMemoryLimit", limit.ToString(CultureInfo.InvariantCulture))
        : WithCommand(AzuriteContainer.InMemory);

    public AzuriteContainer Build() => new(_command);
}
