namespace Intercom.Generated.Testing.Tests;

/// <summary>An example of an error in a published description: a row of DocumentedErrors.tsv.</summary>
/// <param name="Operation">The operation without placeholder names, such as <c>GET /contacts/{}</c>.</param>
/// <param name="Status">The status code.</param>
/// <param name="Situation">The published name of the example.</param>
/// <param name="Code">The code. Empty if the body is not an <c>error.list</c>.</param>
/// <param name="Message">The message, or the whole body if it is not an <c>error.list</c>.</param>
internal sealed record DocumentedError(string Operation, int Status, string Situation, string Code, string Message)
{
    private static readonly Lazy<List<(DocumentedError Error, string[] Versions)>> Rows = new(Read);

    public override string ToString() => $"{Operation}: {Status} {Situation}: {Code} {Message}";

    /// <summary>Gets the errors of the operations that the corrected description of the version has.</summary>
    public static IReadOnlyList<DocumentedError> Of(string version) =>
    [
        .. Rows.Value.Where(row => row.Versions.Contains(version) && Description.Operations(version).Contains(row.Error.Operation))
            .Select(row => row.Error),
    ];

    private static List<(DocumentedError Error, string[] Versions)> Read()
    {
        using var stream = typeof(DocumentedError).Assembly.GetManifestResourceStream("DocumentedErrors.tsv")!;
        using var reader = new StreamReader(stream);
        var rows = new List<(DocumentedError Error, string[] Versions)>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var cells = line.Split('\t');
            rows.Add((new DocumentedError(cells[0], int.Parse(cells[1], null), cells[2], cells[3], cells[4]), cells[5].Split(',')));
        }

        return rows;
    }
}
