namespace FamilyHubs.Pipeline.Publishing.Documents;

/// <param name="Numeric">Set to the right.</param>
public sealed record DataColumn(string Heading, bool Numeric = true);
