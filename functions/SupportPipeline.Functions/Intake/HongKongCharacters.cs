using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SupportPipeline.Intake;

/// <summary>
/// Big5 as it is written in Hong Kong. The code page of .NET ends before the Hong Kong Supplementary Character Set, in which the characters
/// of written Cantonese and of many place names stand; the frequent ones are added here.
/// </summary>
internal static class HongKongCharacters
{
    private static readonly FrozenDictionary<ushort, string> Characters = (
        "876D寛 8941𡅅 89C9禇 89E0凼 8A41唥 8A43𠱂 8A45𥄫 8A47𢳆 8A4C𩓥 8A4E𨂾 "
        + "8A4F睺 8A52䟕 8A53𨅝 8A54𦧲 8A55𤷪 8A57𠵼 8A58𠾴 8A62𤓓 8A66𨃩 8A69𢳂 "
        + "8A6F𥋇 8A7A𢵌 8A7E𡁯 8AA8𢆡 8AB5𠽌 8ACB𢫏 8ACE𡃈 8AD5𢃇 8AD7𠼱 8ADF𧕴 "
        + "8AE0𢺋 8AE2𪙛 8AE3𨳍 8AE9𢠃 8AEC𥇣 8AED𠺌 8AF4𠹌 8AFD搲 8B42𢯎 8B46𢱕 "
        + "8B48𠺘 8B49𡃇 8B4A𠼮 8B4B𪘲 8B4D𨳒 8B4E𨶙 8B4F𨳊 8B66𠹷 8B73𨈇 8BA3𠾵 "
        + "8BC4靑 8BFC户 8C64𩥇 8D65嶤 8DE4滢 8DFE𠻘 8E40𣻗 8E58竪 8E5C笋 8E75粦 "
        + "8EA8綫 8EB3𨍭 8EB7繮 8EC1駡 8EC4羣 8EF4蓢 8F4A茘 8F52嗬 8F58菓 8F77蔴 "
        + "8FAF虾 8FC0衞 8FD4瞓 8FF7贃 904D輭 9068邨 90AB鉄 90AF鍳 90B5閠 90B6濶 "
        + "90EE韮 90F6頴 914B飬 9160鬔 916F鰂 91AF麪 91C1嚟 9256栐 925D哋 9344璌 "
        + "937A恵 937B𢲛 937C𢴇 93A5𢬢 93AF𢵧 9456犇 947A瑨 95A8𥚃 95DA啱 96EF吔 "
        + "96F5埗 976E瑈 97CE浗 97D9畑 98EB䁪 99AD䒏 9A47鎭 9AA9鹻 9ADD𠸎 9ADE𠻗 "
        + "9AE0𠼭 9AE6𡁏 9BC4譞 9BCC𠱸 9BCE𤺥 9BD0𠝹 9BD1軚 9BD3劏 9BD5煱 9C6C𦧺 "
        + "9CAE氹 9D4A揦 9D76熢 9DAA㓤 9DB3𧨾 9DB5㷫 9DB7𣲷 9DBC𦉘 9DBD嚿 9DBE𠹭 "
        + "9DC0孭 9DC7攰 9DC8嘭 9DC9𥱊 9DCD𩶘 9DCE䱽 9DCF嘢 9DD0嘞 9DD7𠿪 9DDB鵞 "
        + "9DE5嘥 9DEB噃 9DEC吖 9DEE㗎 9DEF嘅 9DF0嗱 9DF1曱 9DF2𨋢 9DF4甴 9DF5嗰 "
        + "9DF6喺 9DF7咗 9DF8啲 9DF9𠱁 9DFC𥅈 9E40𠺢 9E49燶 9E4C掹 9E4D揾 9E4E啩 "
        + "9E4F𢭃 9E50鱲 9E51𢺳 9E55冧 9E58唓 9E63𡃁 9E6B𢛴 9E6E𧵳 9E72𡇙 9E77𠻹 "
        + "9EA3𢶠 9EC5㩒 9ECA鯭 9EDB逈 9F4D𠵱 9FB7嘑 9FC6莾 A075抦 A0C1眤 A0D1榲 "
        + "FADF𥝲 FB55噏 FBA3啓 FBDF峯 FBE3崐 FC51彣 FCAB攞 FCB6揸 FCDF晧 FCE0𥇦 "
        + "FCE1晳 FCF8栢 FD4D枬 FD5C檝 FD5E枱 FDED焫 FDF0煊 FEB0鎅 FED3着 FEF1褀"
    )
        .Split(' ')
        .ToFrozenDictionary(
            entry => ushort.Parse(entry.AsSpan(0, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            entry => entry[4..]
        );

    /// <summary>Decodes bytes with <paramref name="big5"/>, but for the characters it lacks.</summary>
    internal static string Decode(ReadOnlySpan<byte> bytes, Encoding big5)
    {
        var text = new StringBuilder(bytes.Length);
        var start = 0;
        var i = 0;
        while (i < bytes.Length)
        {
            if (bytes[i] < 0x81 || i + 1 == bytes.Length)
            {
                i++;
                continue;
            }

            if (Characters.TryGetValue(BinaryPrimitives.ReadUInt16BigEndian(bytes[i..]), out var character))
            {
                text.Append(big5.GetString(bytes[start..i])).Append(character);
                start = i + 2;
            }

            i += 2;
        }

        return text.Append(big5.GetString(bytes[start..])).ToString();
    }
}
