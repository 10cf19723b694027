namespace SupportPipeline.Platform;

/// <summary>A part of the product that keeps something by mail address beside the customer's own record. Whoever erases a person asks all of them.</summary>
public interface IAddressMemory
{
    /// <summary>Forgets an address; nothing happens when it is not known.</summary>
    Task ForgetAsync(EmailAddress address, CancellationToken cancellationToken);
}
