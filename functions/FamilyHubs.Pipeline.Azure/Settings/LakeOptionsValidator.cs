using Microsoft.Extensions.Options;

namespace FamilyHubs.Pipeline.Azure.Settings;

internal sealed class LakeOptionsValidator : IValidateOptions<LakeOptions>
{
    public ValidateOptionsResult Validate(string? name, LakeOptions options)
    {
        try
        {
            LakeAddress.Parse(options.Lake, options.ClientId);
            return ValidateOptionsResult.Success;
        }
        catch (FormatException e)
        {
            return ValidateOptionsResult.Fail(e.Message);
        }
    }
}
