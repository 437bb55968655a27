namespace FamilyHubs.Pipeline.Ports;

/// <summary>Gives the secret with which identifiers of people become pseudonyms.</summary>
public interface IPersonKeySource
{
    /// <exception cref="InvalidOperationException">The secret is missing or unusable; the message says which setting to correct, never its value.</exception>
    Task<PersonKey> GetAsync(CancellationToken cancel);
}
