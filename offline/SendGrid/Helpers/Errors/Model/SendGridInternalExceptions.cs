namespace SendGrid.Helpers.Errors.Model;

/// <summary>The API failed (5xx); the message is the JSON of a <see cref="SendGridErrorResponse"/>.</summary>
public class SendGridInternalException : Exception
{
    public SendGridInternalException() { }

    public SendGridInternalException(string message)
        : base(message) { }

    public SendGridInternalException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>500.</summary>
public class ServerUnavailableException : SendGridInternalException
{
    public ServerUnavailableException() { }

    public ServerUnavailableException(string message)
        : base(message) { }

    public ServerUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>503.</summary>
public class ServiceNotAvailableException : SendGridInternalException
{
    public ServiceNotAvailableException() { }

    public ServiceNotAvailableException(string message)
        : base(message) { }

    public ServiceNotAvailableException(string message, Exception innerException)
        : base(message, innerException) { }
}
