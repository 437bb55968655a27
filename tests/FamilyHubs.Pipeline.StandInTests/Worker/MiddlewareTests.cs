using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FamilyHubs.Pipeline.StandInTests.Worker;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task UseMiddleware_TwoAndDelegate_RunInOrderOfAdding()
    {
        var builder = new FakeBuilder();
        builder.Services.AddSingleton<List<string>>();
        builder.UseMiddleware<Outer>();
        builder.UseMiddleware(async (context, next) =>
        {
            context.InstanceServices.GetRequiredService<List<string>>().Add("inner before");
            await next();
        });

        var steps = await builder.RunAsync();

        Assert.Equal(["outer before", "inner before", "function", "outer after"], steps);
    }

    [Theory]
    [InlineData(true, new[] { "outer before", "function", "outer after" })]
    [InlineData(false, new[] { "function" })]
    public async Task UseWhen_Condition_DecidesWhetherItRuns(bool condition, string[] expected)
    {
        var builder = new FakeBuilder();
        builder.Services.AddSingleton<List<string>>();
        builder.UseWhen<Outer>(_ => condition);

        Assert.Equal(expected, await builder.RunAsync());
    }

    public sealed class Outer(List<string> steps) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            steps.Add("outer before");
            await next(context);
            steps.Add("outer after");
        }
    }

    private sealed class FakeBuilder : IFunctionsWorkerApplicationBuilder
    {
        private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];

        public IServiceCollection Services { get; } = new ServiceCollection();

        public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
        {
            _middleware.Add(middleware);
            return this;
        }

        public async Task<List<string>> RunAsync()
        {
            await using var services = Services.BuildServiceProvider();
            var steps = services.GetRequiredService<List<string>>();
            FunctionExecutionDelegate run = _ =>
            {
                steps.Add("function");
                return Task.CompletedTask;
            };
            foreach (var middleware in Enumerable.Reverse(_middleware))
                run = middleware(run);
            await run(new FakeContext(services));
            return steps;
        }
    }

    private sealed class FakeContext(IServiceProvider services) : FunctionContext
    {
        public override string InvocationId => "1";
        public override string FunctionId => "f";
        public override TraceContext TraceContext => null!;
        public override BindingContext BindingContext => null!;
        public override RetryContext RetryContext => null!;
        public override IServiceProvider InstanceServices { get; set; } = services;
        public override FunctionDefinition FunctionDefinition => null!;
        public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object>();
        public override IInvocationFeatures Features => null!;
    }
}
