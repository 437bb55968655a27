using FamilyHubs.Pipeline.Azure.Settings;
using Microsoft.Extensions.Options;

namespace FamilyHubs.Pipeline.Azure.People;

/// <summary>Checks the key when a host starts, so that a night's extract does not have to find out. Never says what the key is.</summary>
internal sealed class PersonKeyOptionsValidator(IOptions<LakeOptions> lake) : IValidateOptions<PersonKeyOptions>
{
    public ValidateOptionsResult Validate(string? name, PersonKeyOptions options)
    {
        var fault = string.IsNullOrEmpty(options.Key) ? Missing() : SettingPersonKeySource.FaultOf(options.Key);
        return fault is null ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(fault);
    }

    private string? Missing()
    {
        try
        {
            return LakeAddress.Parse(lake.Value.Lake, lake.Value.ClientId).IsLocal
                ? null
                : "The setting PersonKey is empty: give base64 of 32 random bytes, in Azure as a Key Vault reference. Without it no extract can be read.";
        }
        catch (OptionsValidationException)
        {
            // The fault of the setting Lake is told by its own check.
            return null;
        }
    }
}
