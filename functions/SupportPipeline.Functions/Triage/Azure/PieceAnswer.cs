namespace SupportPipeline.Triage.Azure;

/// <summary>What the service said about one piece of a text.</summary>
internal sealed record PieceAnswer<T>(TextPiece Piece, T Value);
