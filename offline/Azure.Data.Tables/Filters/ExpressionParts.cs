using System.Linq.Expressions;
using System.Reflection;

namespace Azure.Data.Tables.Filters;

#nullable enable

/// <summary>Looks into parts of a comparison.</summary>
internal static class ExpressionParts
{
    /// <summary>Whether a part depends on the entity; one that does not has a value now.</summary>
    public static bool Mentions(Expression expression, ParameterExpression parameter)
    {
        var search = new ParameterSearch(parameter);
        search.Visit(expression);
        return search.Found;
    }

    /// <summary>The value of a part that does not depend on the entity. Captured variables, the common case, need no compiler.</summary>
    public static object? Value(Expression expression) =>
        expression switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression { Member: FieldInfo field } captured when captured.Expression is null or ConstantExpression => field.GetValue(
                (captured.Expression as ConstantExpression)?.Value
            ),
            _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
        };

    /// <summary>A part without the conversions the compiler put around it.</summary>
    public static Expression Stripped(Expression expression) =>
        expression
            is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs } conversion
            ? Stripped(conversion.Operand)
            : expression;

    private sealed class ParameterSearch(ParameterExpression parameter) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found |= node == parameter;
            return node;
        }
    }
}
