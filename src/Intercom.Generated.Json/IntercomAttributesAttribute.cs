namespace Intercom.Generated;

/// <summary>
/// Marks a partial class whose public properties are custom attributes. The package generates <c>From</c>, which reads them from
/// <see cref="CustomAttributes"/>, <c>ToCustomAttributes</c>, which writes those that changed, the class <c>Names</c> with their names, and
/// the class <c>Fields</c> with the fields by which contacts can be searched.
/// </summary>
/// <remarks>
/// Each property must be nullable and have a getter and a setter. The types are <see cref="string"/>, <see cref="int"/>,
/// <see cref="long"/>, <see cref="double"/>, <see cref="decimal"/>, <see cref="bool"/>, <see cref="DateTime"/>,
/// <see cref="DateTimeOffset"/>, DateOnly, enums, lists of text (<c>string[]</c>, <c>List&lt;string&gt;</c>, and
/// <c>IReadOnlyList&lt;string&gt;</c>), and <see cref="CustomObjectReferences"/>. The compiler reports anything else.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class IntercomAttributesAttribute : Attribute;
