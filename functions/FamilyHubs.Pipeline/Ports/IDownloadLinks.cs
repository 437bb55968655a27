namespace FamilyHubs.Pipeline.Ports;

/// <summary>Makes links by which a browser fetches one blob for a short time without signing in again.</summary>
public interface IDownloadLinks
{
    /// <summary>A link that only reads this blob; null where the store cannot give one, so that the app passes the content on itself.</summary>
    /// <param name="container">Container.</param>
    /// <param name="name">Blob name.</param>
    /// <param name="fileName">Name under which the browser keeps it.</param>
    /// <param name="cancel">Cancels.</param>
    Task<Uri?> CreateAsync(string container, string name, string fileName, CancellationToken cancel);
}
