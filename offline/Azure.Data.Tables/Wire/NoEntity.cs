namespace Azure.Data.Tables.Wire;

#nullable enable

/// <summary>The answer of a lookup that found nothing.</summary>
internal sealed class NoEntity<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException($"The response has no value: status {response.Status}.");

    public override Response GetRawResponse() => response;
}
