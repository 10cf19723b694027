using System.Text.Json;

namespace SupportPipeline.Infra.Reading;

/// <summary>A node of the syntax of a Bicep file, as the grammar names it; <see cref="Text"/> is that of a leaf.</summary>
internal sealed record BicepNode(string Type, int Line, string Text, IReadOnlyList<BicepNode> Children)
{
    /// <summary>This and everything below it.</summary>
    public IEnumerable<BicepNode> All => Children.SelectMany(child => child.All).Prepend(this);

    /// <summary>What is written here, without blanks.</summary>
    public string Written => Children.Count == 0 ? Text : string.Concat(Children.Select(child => child.Written));

    public static BicepNode Of(JsonElement node) =>
        node[2].ValueKind == JsonValueKind.String
            ? new(node[0].GetString()!, node[1].GetInt32(), node[2].GetString()!, [])
            : new(node[0].GetString()!, node[1].GetInt32(), "", [.. node[2].EnumerateArray().Select(Of)]);

    /// <summary>The first child of a type.</summary>
    public BicepNode? Child(string type) => Children.FirstOrDefault(child => child.Type == type);

    /// <summary>The name of a property of an object, or of a declaration.</summary>
    public string? Name => Child("identifier")?.Text ?? Child("string")?.Written.Trim('\'');

    /// <summary>The value of a property: what stands behind the colon.</summary>
    public BicepNode Value => Children[^1];

    /// <summary>The object that a declaration makes, whatever condition or loop stands before it.</summary>
    public BicepNode? Body =>
        Type == "object"
            ? this
            : Children
                .Where(child => child.Type is "object" or "if_statement" or "for_statement")
                .Select(child => child.Body)
                .FirstOrDefault(body => body is not null);

    /// <summary>The properties of an object.</summary>
    public IEnumerable<BicepNode> Properties => Children.Where(child => child.Type == "object_property");

    /// <summary>The value at a path of property names; null when there is none.</summary>
    public BicepNode? At(params ReadOnlySpan<string> path)
    {
        var at = Body;
        foreach (var name in path)
        {
            at = at?.Properties.FirstOrDefault(property => property.Name == name)?.Value;
        }

        return at;
    }
}
