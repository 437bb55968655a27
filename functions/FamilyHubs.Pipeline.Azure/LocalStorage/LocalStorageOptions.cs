namespace FamilyHubs.Pipeline.Azure.LocalStorage;

/// <summary>How local storage is started.</summary>
public sealed record LocalStorageOptions
{
    /// <summary>Folder of its data; <c>.azurite</c> in the root of the repository when null.</summary>
    public string? Folder { get; init; }

    /// <summary>Its data are gone when it stops. Somewhat quicker with many rows: else Azurite writes all its tables out every few seconds.</summary>
    public bool InMemory { get; init; }

    /// <summary>Ports 10000, 10001 and 10002, which storage tools and <c>UseDevelopmentStorage=true</c> expect; else free ones.</summary>
    public bool DefaultPorts { get; init; }

    /// <summary>Folders in which Node.js is looked for, as in the variable PATH.</summary>
    public string? SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH");
}
