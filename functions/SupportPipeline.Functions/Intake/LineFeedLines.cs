namespace SupportPipeline.Intake;

/// <summary>Lines as mail means them: ended by LF or CRLF only, not by the other characters that .NET also takes for line ends.</summary>
internal static class LineFeedLines
{
    internal static Enumerator EnumerateLinesByLineFeed(this ReadOnlySpan<char> text) => new(text);

    internal ref struct Enumerator(ReadOnlySpan<char> text)
    {
        private ReadOnlySpan<char> _rest = text;
        private bool _done;

        public ReadOnlySpan<char> Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (_done)
            {
                return false;
            }

            var end = _rest.IndexOf('\n');
            _done = end < 0;
            var line = _done ? _rest : _rest[..end];
            _rest = _done ? default : _rest[(end + 1)..];
            Current = line is [.., '\r'] ? line[..^1] : line;
            return true;
        }
    }
}
