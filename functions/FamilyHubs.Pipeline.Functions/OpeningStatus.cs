using FamilyHubs.Pipeline.UseCases;
using Microsoft.AspNetCore.Http;

namespace FamilyHubs.Pipeline.Functions;

/// <summary>HTTP statuses of what became of asking for something.</summary>
internal static class OpeningStatus
{
    public static int Of(OpeningState state) => state switch
    {
        OpeningState.Opened => StatusCodes.Status200OK,
        OpeningState.NotSignedIn => StatusCodes.Status401Unauthorized,
        OpeningState.Forbidden => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status404NotFound,
    };
}
