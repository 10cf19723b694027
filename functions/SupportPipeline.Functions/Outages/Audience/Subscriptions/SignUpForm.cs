using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>What somebody who wants notices says: as a form of a page, or as JSON.</summary>
internal sealed record SignUpForm
{
    private const int MaxBody = 16_384;

    /// <summary>The address.</summary>
    public string? Email { get; init; }

    /// <summary>The components; none for everything.</summary>
    public IReadOnlyList<string>? Components { get; init; }

    /// <summary>The language.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it came from a page, so that a page answers.</summary>
    [JsonIgnore]
    public bool IsPage { get; init; }

    /// <summary>Reads it; null when it is neither.</summary>
    public static async Task<SignUpForm?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await ReadTextAsync(request, MaxBody, cancellationToken);
        if (body is null)
        {
            return null;
        }

        if (request.HasJsonContentType())
        {
            try
            {
                return JsonSerializer.Deserialize(body, SignUpJson.Default.SignUpForm);
            }
            catch (JsonException)
            {
                return null;
            }
        }

        var form = QueryHelpers.ParseQuery(body);
        return new()
        {
            Email = form.TryGetValue("email", out var email) ? email.ToString() : null,
            Components = form.TryGetValue("components", out var components) ? [.. components.OfType<string>()] : [],
            Language = form.TryGetValue("language", out var language) ? language.ToString() : null,
            IsPage = true,
        };
    }

    /// <summary>Reads a small body; null when it is longer.</summary>
    internal static async Task<string?> ReadTextAsync(HttpRequest request, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = new byte[maxBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return read > maxBytes ? null : Encoding.UTF8.GetString(buffer, 0, read);
    }
}

/// <summary>The JSON of a sign-up.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SignUpForm))]
internal sealed partial class SignUpJson : JsonSerializerContext;
