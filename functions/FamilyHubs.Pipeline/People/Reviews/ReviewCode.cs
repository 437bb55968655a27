namespace FamilyHubs.Pipeline.People.Reviews;

/// <summary>What a CTV3 code says of reviews; numbers as in <see cref="ReviewDefinitions"/>, -1 for none.</summary>
/// <param name="Types">Set of the review types it signals.</param>
/// <param name="Component">Component it makes present.</param>
/// <param name="Domain">Domain of ASQ-3 it scores.</param>
/// <param name="Status">Feeding status.</param>
internal readonly record struct ReviewCode(uint Types, short Component, short Domain, short Status)
{
    public static readonly ReviewCode Nothing = new(0, -1, -1, -1);

    /// <summary>It says something of a component, and not only that there was a review.</summary>
    public bool IsComponent => Component >= 0 || Domain >= 0 || Status >= 0;
}
