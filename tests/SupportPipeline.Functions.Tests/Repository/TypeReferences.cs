using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace SupportPipeline.Repository;

/// <summary>Which types a type uses: in its signatures and in the code of its methods, lambdas and state machines included.</summary>
internal static class TypeReferences
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    public static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), false) || type.Name.Contains('<', StringComparison.Ordinal);

    /// <summary>The types used by a type that is not generated; what the compiler made of it counts as its own.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var found = new HashSet<Type>();
        Collect(type, found);
        found.Remove(type);
        return found;
    }

    private static void Collect(Type type, HashSet<Type> found)
    {
        Add(type.BaseType, found);
        foreach (var implemented in type.GetInterfaces())
        {
            Add(implemented, found);
        }

        foreach (var field in type.GetFields(Everything))
        {
            Add(field.FieldType, found);
        }

        foreach (var method in type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything)))
        {
            Add((method as MethodInfo)?.ReturnType, found);
            foreach (var parameter in method.GetParameters())
            {
                Add(parameter.ParameterType, found);
            }

            CollectBody(method, found);
        }

        foreach (var nested in type.GetNestedTypes(Everything).Where(IsGenerated))
        {
            Collect(nested, found);
        }
    }

    private static void CollectBody(MethodBase method, HashSet<Type> found)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        foreach (var local in body.LocalVariables)
        {
            Add(local.LocalType, found);
        }

        foreach (var member in Tokens(body.GetILAsByteArray() ?? []).Select(token => Resolve(method, token)))
        {
            Add(member as Type ?? member?.DeclaringType, found);
        }
    }

    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length; )
        {
            var code = il[at] == 0xFE ? OpCodes[unchecked((short)(0xFE00 | il[at + 1]))] : OpCodes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(il, at);
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token)
    {
        var ofType = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod);
    }

    private static void Add(Type? type, HashSet<Type> found)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(type.GetElementType(), found);
            return;
        }

        foreach (var argument in type.GetGenericArguments())
        {
            Add(argument, found);
        }

        var plain = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        while (IsGenerated(plain) && plain.DeclaringType is { } outer)
        {
            plain = outer;
        }

        found.Add(plain);
    }
}
