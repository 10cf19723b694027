namespace SendGrid.Helpers.Errors.Model;

/// <summary>The API refused the request (4xx); the message is the JSON of a <see cref="SendGridErrorResponse"/>.</summary>
public class RequestErrorException : Exception
{
    public RequestErrorException() { }

    public RequestErrorException(string message)
        : base(message) { }

    public RequestErrorException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>400: something in the request is invalid; nothing was sent.</summary>
public class BadRequestException : RequestErrorException
{
    public BadRequestException() { }

    public BadRequestException(string message)
        : base(message) { }

    public BadRequestException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>401: the API key is missing or wrong.</summary>
public class UnauthorizedException : RequestErrorException
{
    public UnauthorizedException() { }

    public UnauthorizedException(string message)
        : base(message) { }

    public UnauthorizedException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>403: a scope is missing, or the sender is not verified.</summary>
public class ForbiddenException : RequestErrorException
{
    public ForbiddenException() { }

    public ForbiddenException(string message)
        : base(message) { }

    public ForbiddenException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>404.</summary>
public class NotFoundException : RequestErrorException
{
    public NotFoundException() { }

    public NotFoundException(string message)
        : base(message) { }

    public NotFoundException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>405.</summary>
public class MethodNotAllowedException : RequestErrorException
{
    public MethodNotAllowedException() { }

    public MethodNotAllowedException(string message)
        : base(message) { }

    public MethodNotAllowedException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>413: the message is 30 MB or larger.</summary>
public class PayloadTooLargeException : RequestErrorException
{
    public PayloadTooLargeException() { }

    public PayloadTooLargeException(string message)
        : base(message) { }

    public PayloadTooLargeException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>415.</summary>
public class UnsupportedMediaTypeException : RequestErrorException
{
    public UnsupportedMediaTypeException() { }

    public UnsupportedMediaTypeException(string message)
        : base(message) { }

    public UnsupportedMediaTypeException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>429: wait for <c>X-RateLimit-Reset</c>.</summary>
public class TooManyRequestsException : RequestErrorException
{
    public TooManyRequestsException() { }

    public TooManyRequestsException(string message)
        : base(message) { }

    public TooManyRequestsException(string message, Exception innerException)
        : base(message, innerException) { }
}
