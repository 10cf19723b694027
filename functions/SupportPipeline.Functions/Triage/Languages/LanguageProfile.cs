namespace SupportPipeline.Triage.Languages;

/// <summary>
/// What is known of a language: the file <c>Languages/code.txt</c>. A line is empty, a comment (<c># ...</c>), or a name and what it names:
/// <c>words</c> (in small letters, the most common first, with the short ones that are written together such as <c>l'</c>),
/// <c>endings</c> of words, <c>letters</c> beyond a to z, and <c>prior</c>: by how much, as a logarithm, the language is more likely
/// than its neighbours before anything is read. Names but <c>prior</c> may stand on many lines.
/// </summary>
internal sealed record LanguageProfile(
    string Code,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Endings,
    string Letters,
    double Prior
)
{
    /// <summary>Reads a file of that format.</summary>
    /// <exception cref="FormatException">A line is none of the above; the message says which.</exception>
    internal static LanguageProfile Parse(string code, TextReader text)
    {
        var words = new List<string>();
        var endings = new List<string>();
        var letters = "";
        var prior = 0.0;
        var number = 0;
        while (text.ReadLine() is { } line)
        {
            number++;
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (parts)
            {
                case []:
                case ["#", ..]:
                    break;
                case ["words", .. var some]:
                    words.AddRange(some);
                    break;
                case ["endings", .. var some]:
                    endings.AddRange(some);
                    break;
                case ["letters", var some]:
                    letters += some;
                    break;
                case ["prior", var some]:
                    prior = double.Parse(some, System.Globalization.CultureInfo.InvariantCulture);
                    break;
                default:
                    throw new FormatException(
                        $"Languages/{code}.txt, line {number}: '{parts[0]}' is not words, endings, letters or prior."
                    );
            }
        }

        return new LanguageProfile(code, words, endings, letters, prior);
    }

    /// <summary>The profile of that code from this assembly.</summary>
    internal static LanguageProfile Read(string code)
    {
        var name = $"Languages/{code}.txt";
        using var stream =
            typeof(LanguageProfile).Assembly.GetManifestResourceStream(name)
            ?? throw new FormatException($"{name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return Parse(code, reader);
    }
}
