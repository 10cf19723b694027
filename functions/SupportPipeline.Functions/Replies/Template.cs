using HandlebarsDotNet;
using HandlebarsDotNet.Compiler;

namespace SupportPipeline.Replies;

/// <summary>
/// One template that can be filled. It is compiled when it is first used: compiling all of them would hold up the first message after a
/// cold start, and a test compiles every one.
/// </summary>
internal sealed class Template
{
    private readonly TemplateFile _file;
    private readonly Lazy<string?> _unannounced;
    private readonly Lazy<HandlebarsTemplate<object, object>> _subject;
    private readonly Lazy<HandlebarsTemplate<object, object>> _text;

    public Template(IHandlebars handlebars, TemplateFile file)
    {
        _file = file;
        _unannounced = new(() =>
            file.Used.FirstOrDefault(name =>
                !file.Required.Contains(name, StringComparer.Ordinal) && !file.Optional.Contains(name, StringComparer.Ordinal)
            )
        );
        _subject = new(() => handlebars.Compile(file.Subject));
        _text = new(() => handlebars.Compile(file.Text));
    }

    /// <summary>Fills the template; what is required and missing becomes its name in double brackets.</summary>
    public RenderResult RenderDraft(IReadOnlyDictionary<string, string> values)
    {
        var completed = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var name in _file.Required.Where(name => InsertedValue.Of(name, completed.GetValueOrDefault(name, "")).Length == 0))
        {
            completed[name] = $"[[{name}]]";
        }

        return Render(completed);
    }

    /// <summary>Fills the template. Values are inserted as they are read by <see cref="InsertedValue"/> and are never a template themselves.</summary>
    public RenderResult Render(IReadOnlyDictionary<string, string> values)
    {
        if (_unannounced.Value is { } unannounced)
        {
            return new RenderResult.Incomplete($"'{unannounced}' is not announced.");
        }

        var model = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var name in _file.Required.Concat(_file.Optional))
        {
            model[name] = InsertedValue.Of(name, values.GetValueOrDefault(name, ""));
        }

        if (_file.Required.FirstOrDefault(name => model[name] is "") is { } missing)
        {
            return new RenderResult.Incomplete($"'{missing}' is empty.");
        }

        try
        {
            var text = _text.Value(model).Trim();
            return _file.Channel == TemplateChannel.Public
                ? new RenderResult.Complete("", text)
                : new RenderResult.Complete(_subject.Value(model).Trim(), text + "\n");
        }
        catch (Exception exception) when (exception is HandlebarsException or HandlebarsUndefinedBindingException)
        {
            return new RenderResult.Incomplete(exception.Message);
        }
    }
}
