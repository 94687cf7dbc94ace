#if !NET
// Members that netstandard2.0 lacks, so that the same code compiles for both targets.

using System.Runtime.CompilerServices;

namespace Intercom.Generated.Testing
{
    internal static class Polyfills
    {
        extension(ArgumentNullException)
        {
            public static void ThrowIfNull(object? argument, [CallerArgumentExpression(nameof(argument))] string? paramName = null)
            {
                if (argument is null)
                    throw new ArgumentNullException(paramName);
            }
        }

        extension(string text)
        {
            public bool Contains(char value) => text.IndexOf(value) >= 0;

            public bool Contains(string value, StringComparison comparison) => text.IndexOf(value, comparison) >= 0;

            public bool EndsWith(char value) => text.Length > 0 && text[text.Length - 1] == value;
        }
    }
}

namespace System.Runtime.CompilerServices
{
    [AttributeUsage(AttributeTargets.Parameter)]
    internal sealed class CallerArgumentExpressionAttribute(string parameterName) : Attribute
    {
        public string ParameterName { get; } = parameterName;
    }
}
#endif
