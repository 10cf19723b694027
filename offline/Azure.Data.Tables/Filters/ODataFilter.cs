using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Azure.Data.Tables.Entities;
using Azure.Data.Tables.Models;
using static Azure.Data.Tables.Filters.ExpressionParts;

namespace Azure.Data.Tables.Filters;

#nullable enable

/// <summary>Comparisons written in C# as the service's filter language.</summary>
internal sealed class ODataFilter
{
    private static readonly Dictionary<ExpressionType, string> Operators = new()
    {
        [ExpressionType.AndAlso] = "and",
        [ExpressionType.And] = "and",
        [ExpressionType.OrElse] = "or",
        [ExpressionType.Or] = "or",
        [ExpressionType.Equal] = "eq",
        [ExpressionType.NotEqual] = "ne",
        [ExpressionType.LessThan] = "lt",
        [ExpressionType.LessThanOrEqual] = "le",
        [ExpressionType.GreaterThan] = "gt",
        [ExpressionType.GreaterThanOrEqual] = "ge",
    };

    private readonly StringBuilder _text = new();
    private readonly ParameterExpression _entity;

    private ODataFilter(ParameterExpression entity)
    {
        _entity = entity;
    }

    /// <summary>The filter; null when the expression is simply true.</summary>
    /// <exception cref="NotSupportedException">The service has no such comparison.</exception>
    public static string? Of<T>(Expression<Func<T, bool>> filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var translation = new ODataFilter(filter.Parameters[0]);
        translation.Condition(filter.Body);
        var text = translation._text.ToString();
        return text == "true" ? null : text;
    }

    private void Condition(Expression expression)
    {
        switch (expression)
        {
            case var constant when !Mentions(constant):
                Literal(Value(constant));
                break;
            case BinaryExpression
            {
                NodeType: ExpressionType.AndAlso or ExpressionType.OrElse or ExpressionType.And or ExpressionType.Or
            } both:
                Nested(both.Left);
                _text.Append(' ').Append(Operators[both.NodeType]).Append(' ');
                Nested(both.Right);
                break;
            case BinaryExpression comparison when Operators.ContainsKey(comparison.NodeType):
                Comparison(comparison);
                break;
            case UnaryExpression { NodeType: ExpressionType.Not } not:
                _text.Append("not ");
                Nested(not.Operand, always: true);
                break;
            case MethodCallExpression { Method: { Name: nameof(string.Equals) } method } call when IsOnStrings(method):
                var (left, right) = Arguments(call);
                Compare(left, "eq", right);
                break;
            case var flag when PropertyName(flag) is { } name:
                _text.Append(name).Append(" eq true");
                break;
            default:
                throw Untranslatable(expression);
        }
    }

    private void Nested(Expression expression, bool always = false)
    {
        var parentheses = always || expression is BinaryExpression or UnaryExpression;
        _text.Append(parentheses ? "(" : "");
        Condition(expression);
        _text.Append(parentheses ? ")" : "");
    }

    // string.Compare(a, b) >= 0 and a.CompareTo(b) >= 0 say "a ge b".
    private void Comparison(BinaryExpression comparison)
    {
        var name = Operators[comparison.NodeType];
        if (comparison.Left is MethodCallExpression { Method: { Name: nameof(string.Compare) or nameof(string.CompareTo) } method } call)
        {
            if (!IsOnStrings(method) || Mentions(comparison.Right) || Value(comparison.Right) is not 0)
            {
                throw Untranslatable(comparison);
            }

            var (left, right) = Arguments(call);
            Compare(left, name, right);
            return;
        }

        Compare(comparison.Left, name, comparison.Right);
    }

    private void Compare(Expression left, string name, Expression right)
    {
        // The compiler turns enums into numbers, but they are stored by name: the package cannot compare them either.
        if (IsEnum(left) || IsEnum(right))
        {
            throw new NotSupportedException("Enum properties are stored by name: compare them in a filter made from a string.");
        }

        Operand(left);
        _text.Append(' ').Append(name).Append(' ');
        Operand(right);
    }

    private void Operand(Expression operand)
    {
        if (!Mentions(operand))
        {
            Literal(Value(operand));
            return;
        }

        _text.Append(PropertyName(operand) ?? throw Untranslatable(operand));
    }

    private void Literal(object? value) =>
        _text.Append(
            ODataLiteral.Of(value) ?? throw new InvalidOperationException($"Could not convert constant {value} to an OData literal.")
        );

    private string? PropertyName(Expression expression) =>
        Stripped(expression) switch
        {
            MemberExpression { Member: { Name: "Value", DeclaringType: { } type } } nullable
                when Nullable.GetUnderlyingType(type) is not null => PropertyName(nullable.Expression!),
            MemberExpression { Expression: { } owner, Member: PropertyInfo property } when Stripped(owner) == _entity => NameOf(property),
            MethodCallExpression { Object: { } owner, Arguments: [var key] } call
                when Stripped(owner) == _entity
                    && call.Method.Name.StartsWith("get", StringComparison.OrdinalIgnoreCase)
                    && !Mentions(key) => Value(key) as string,
            _ => null,
        };

    private static string NameOf(PropertyInfo property) =>
        property.DeclaringType == typeof(TableItem) ? "TableName" : EntityShape.StoredName(property);

    private static bool IsEnum(Expression operand)
    {
        var type = Stripped(operand).Type;
        return (Nullable.GetUnderlyingType(type) ?? type).IsEnum;
    }

    // Only the overloads without a culture or a kind of comparison: the service compares ordinally.
    private static bool IsOnStrings(MethodInfo method) =>
        method.DeclaringType == typeof(string)
        && method.GetParameters() is { Length: > 0 } parameters
        && parameters.Length == (method.IsStatic ? 2 : 1)
        && Array.TrueForAll(parameters, parameter => parameter.ParameterType == typeof(string));

    private static (Expression Left, Expression Right) Arguments(MethodCallExpression call) =>
        call.Object is null ? (call.Arguments[0], call.Arguments[1]) : (call.Object, call.Arguments[0]);

    private bool Mentions(Expression expression) => ExpressionParts.Mentions(expression, _entity);

    private static NotSupportedException Untranslatable(Expression expression) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The expression {expression} is not supported."));
}
