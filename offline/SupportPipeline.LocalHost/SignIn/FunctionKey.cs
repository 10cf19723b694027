using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.LocalHost.SignIn;

/// <summary>The one key of a run. Like Core Tools the local host asks for it only when told to.</summary>
internal sealed class FunctionKey(bool required)
{
    /// <summary>Good for every function, made anew for each run.</summary>
    public string Value { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    public bool IsRequired => required;

    /// <summary>Whether the caller may call a function of this level; the header wins over the query.</summary>
    public bool Admits(HttpRequest request, AuthorizationLevel level)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!required || level == AuthorizationLevel.Anonymous)
        {
            return true;
        }

        var given = request.Headers.TryGetValue("x-functions-key", out var header) ? header.ToString() : request.Query["code"].ToString();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Value));
    }
}
