namespace SupportPipeline.Outages.Audience.Import;

/// <summary>Why a row did not go in.</summary>
/// <param name="Line">The line on which the row begins, from 1.</param>
/// <param name="Reason">A stable code.</param>
/// <param name="Detail">For people; nothing of what the row says.</param>
internal sealed record ImportProblem(long Line, string Reason, string Detail)
{
    /// <summary>A line or a row is longer than 64 KiB.</summary>
    public static ImportProblem TooLong(long line) => new(line, "line-too-long", "A row has at most 65536 bytes.");

    /// <summary>A line is not UTF-8.</summary>
    public static ImportProblem EncodingInvalid(long line) => new(line, "encoding-invalid", "The line is not UTF-8.");

    /// <summary>A quote stands where none may be.</summary>
    public static ImportProblem QuoteInvalid(long line, string detail) => new(line, "quote-invalid", detail);

    /// <summary>A row has more or fewer cells than the header.</summary>
    public static ImportProblem ColumnsInvalid(long line, int expected, int found) =>
        new(line, "columns-invalid", $"The header has {expected} columns and the row {found}.");

    /// <summary>A row is not JSON, or not an object.</summary>
    public static ImportProblem JsonInvalid(long line, string detail) => new(line, "json-invalid", detail);

    /// <summary>A value cannot be.</summary>
    public static ImportProblem Value(long line, string reason, string detail) => new(line, reason, detail);
}
