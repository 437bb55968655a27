namespace FamilyHubs.Pipeline.EndToEndTests.Browser;

/// <summary>A theory that needs a browser. A machine with only .NET and Node.js says so instead of failing; continuous integration installs one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (Chromium.Path is null)
        {
            Skip = "No Chromium on the PATH: install one, or set CHROMIUM_PATH.";
        }
    }
}
