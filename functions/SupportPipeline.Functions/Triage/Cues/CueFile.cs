namespace SupportPipeline.Triage.Cues;

/// <summary>One entry of a cue file, opened into everything it stands for.</summary>
/// <param name="Sequences">The phrases.</param>
/// <param name="Effects">What each of them means.</param>
/// <param name="Source">The file and line.</param>
/// <param name="FromFolder">Whether it comes from the organisation's own folder.</param>
internal sealed record CueEntry(List<List<CueElement>> Sequences, CueEffect[] Effects, string Source, bool FromFolder);

/// <summary>Reads cue files, docs/cues.md.</summary>
internal static class CueFile
{
    /// <summary>Reads a file; what is wrong is added to the problems, with its line.</summary>
    public static IEnumerable<CueEntry> Read(CueSource file, CueGroups groups, List<string> problems)
    {
        CueEffect[]? section = null;
        var isSkipped = false;
        var number = 0;
        foreach (var raw in file.Text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = WithoutComment(raw).Trim();
            if (line.Length == 0)
            {
                continue;
            }

            var source = $"{file.Name}:{number}";
            CueEntry? entry = null;
            try
            {
                if (line is ['[', .. var header, ']'])
                {
                    // One message about a section that cannot be read is enough.
                    (section, isSkipped) = (null, true);
                    section = CueEffects.Read(header, groups);
                    isSkipped = false;
                }
                else if (line[0] == '[')
                {
                    (section, isSkipped) = (null, true);
                    throw new FormatException("there is a '[' without its ']'");
                }
                else if (!isSkipped)
                {
                    entry = ReadEntry(line, section, source, file);
                }
            }
            catch (FormatException exception)
            {
                problems.Add($"{source}: {exception.Message}.");
            }

            if (entry is not null)
            {
                yield return entry;
            }
        }
    }

    private static CueEntry ReadEntry(string line, CueEffect[]? section, string source, CueSource file)
    {
        if (section is null)
        {
            throw new FormatException("an entry stands before the first section");
        }

        var equals = line.LastIndexOf(" = ", StringComparison.Ordinal);
        var effects = section;
        if (equals > 0)
        {
            var (least, most) = section[0].Layer == CueLayer.Feeling && section[0].Label != 0 ? (0f, 3f) : (-5f, 5f);
            effects = [section[0] with { Weight = CueEffects.Weight(line[(equals + 3)..].Trim(), least, most) }, .. section[1..]];
            line = line[..equals].TrimEnd();
        }

        var plain = file.IsInflected ? CueElementKind.Inflected : CueElementKind.Exact;
        return new(CuePattern.Open(line, plain), effects, source, file.FromFolder);
    }

    private static string WithoutComment(string line)
    {
        var inQuotes = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"')
            {
                inQuotes = !inQuotes;
            }
            else if (line[at] == '#' && !inQuotes && (at == 0 || char.IsWhiteSpace(line[at - 1])))
            {
                return line[..at];
            }
        }

        return line;
    }
}
