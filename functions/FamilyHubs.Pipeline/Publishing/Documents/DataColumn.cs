namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <param name="Numeric">Set to the right.</param>
/// <param name="Tagged">The cells are words of a state, such as Green or Cross, which a page colours as well.</param>
public sealed record DataColumn(string Heading, bool Numeric = true, bool Tagged = false);
