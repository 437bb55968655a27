using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FamilyHubs.Pipeline.Benchmarks;

/// <summary>The product in processes of its own, compiled ahead for this system as it is where it is deployed.</summary>
internal sealed class Product
{
    private readonly string _program;

    private Product(string program) => _program = program;

    /// <summary>Publishes the product. On a feed without the compiler it runs as it was built, which a line says.</summary>
    public static async Task<Product> PublishAsync(string folder, CancellationToken cancel)
    {
        var output = Path.Combine(folder, "product");
        string[] arguments =
        [
            "publish", Repository.At("tests", "FamilyHubs.Pipeline.Benchmarks"), "-c", "Debug", "-r", RuntimeInformation.RuntimeIdentifier, "-o", output,
            "-p:NuGetLockFilePath=obj/publish.lock.json",
        ];
        try
        {
            await ProcessRun.StartAsync("dotnet", arguments, Repository.At(), cancel);
            return new Product(Path.Combine(output, Path.GetFileName(typeof(Product).Assembly.Location)));
        }
        catch (InvalidOperationException failure)
        {
            Console.Error.WriteLine($"Not compiled ahead, so each start takes longer than where it is deployed: {failure.Message}");
            return new Product(typeof(Product).Assembly.Location);
        }
    }

    public Task<Run> RunAsync(string[] arguments, CancellationToken cancel, Action<Process>? started = null) =>
        ProcessRun.StartAsync("dotnet", [_program, .. arguments], AppContext.BaseDirectory, cancel, started);
}
