using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Host;

/// <summary>Gives each parameter of a function its value.</summary>
internal static class ParameterBinder
{
    internal static async ValueTask<object?[]> BindAsync(InvocationContext context)
    {
        var parameters = context.Function.Method.GetParameters();
        var values = new object?[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            values[i] = parameters[i] == context.Function.TriggerParameter ? await context.Input.BindAsync(type, context.CancellationToken)
                : type == typeof(FunctionContext) ? context
                : type == typeof(CancellationToken) ? context.CancellationToken
                : context.Input.BindByType(type) ?? Convert(parameters[i], context);
        }
        return values;
    }

    private static object? Convert(ParameterInfo parameter, InvocationContext context)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (!context.BindingContext.BindingData.TryGetValue(parameter.Name!, out var value) || value is null)
            return parameter.HasDefaultValue ? parameter.DefaultValue : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
        if (type.IsInstanceOfType(value))
            return value;
        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        try
        {
            return type == typeof(string) ? text : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception e) when (e is FormatException or NotSupportedException or ArgumentException)
        {
            // The text is not repeated: it may be anything that a caller typed.
            throw new InvalidOperationException($"The data for the parameter '{parameter.Name}' is no {type.Name}.", e);
        }
    }
}
