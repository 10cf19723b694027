namespace SupportPipeline.Intake;

/// <summary>What one check of a mail's origin found (RFC 8601, 2.7: the result words of SPF, DKIM and DMARC).</summary>
internal enum AuthenticationVerdict
{
    /// <summary>Nobody said, or said it in words that are not known.</summary>
    Unknown,

    /// <summary>There was nothing to check: no signature, no policy.</summary>
    None,

    /// <summary>The check passed.</summary>
    Pass,

    /// <summary>The check failed.</summary>
    Fail,

    /// <summary>SPF only: the server is probably not allowed to send for the domain.</summary>
    SoftFail,

    /// <summary>The domain makes no statement, or the signature could not be judged.</summary>
    Neutral,

    /// <summary>The check could not be made this time.</summary>
    TempError,

    /// <summary>What the domain publishes, or the signature, cannot be read.</summary>
    PermError,
}
