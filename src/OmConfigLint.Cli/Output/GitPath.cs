using System.Globalization;
using System.Text;

namespace OmConfigLint.Cli.Output;

/// <summary>Paths as git writes them in patches.</summary>
internal static class GitPath
{
    /// <summary>
    /// The path as <c>git diff</c> prints it with its default <c>core.quotePath</c>: in C's quotes, bytes above ASCII in octal, where it holds
    /// anything but printable ASCII, a quote or a backslash; blanks need no quotes.
    /// </summary>
    public static string Quote(string path)
    {
        var bytes = Encoding.UTF8.GetBytes(path);
        if (!bytes.Any(value => value is < 0x20 or >= 0x7F or (byte)'"' or (byte)'\\'))
            return path;

        var quoted = new StringBuilder("\"");
        foreach (var value in bytes)
        {
            quoted.Append(value switch
            {
                (byte)'"' => "\\\"",
                (byte)'\\' => "\\\\",
                (byte)'\t' => "\\t",
                (byte)'\n' => "\\n",
                (byte)'\r' => "\\r",
                < 0x20 or >= 0x7F => "\\" + Convert.ToString(value, 8).PadLeft(3, '0'),
                _ => ((char)value).ToString(CultureInfo.InvariantCulture),
            });
        }

        return quoted.Append('"').ToString();
    }
}
