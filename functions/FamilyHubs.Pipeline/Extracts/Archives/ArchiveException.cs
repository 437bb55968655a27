namespace FamilyHubs.Pipeline.Extracts.Archives;

/// <summary>
/// An archive is refused (<c>archive-unsafe</c>): it is damaged, lies about its content or could do harm. The message names the entry
/// by name where the name is a table's, by its place in the directory otherwise.
/// </summary>
public sealed class ArchiveException(string message, Exception? inner = null) : Exception(message, inner);
