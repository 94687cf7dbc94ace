// Types that the compiler needs for records and init accessors and that netstandard2.0 lacks.

#pragma warning disable IDE0130 // The compiler looks the types up by these namespaces.
namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
