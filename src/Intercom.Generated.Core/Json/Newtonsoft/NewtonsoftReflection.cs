namespace Intercom.Generated.Runtime;

/// <summary>Why what Newtonsoft's serializer uses is no part of a program that is trimmed or compiled ahead of time.</summary>
internal static class NewtonsoftReflection
{
    public const string Reason = "It finds the members of a type by reflection, as Newtonsoft's serializer does. IntercomJson reads and writes without.";
}
