using System.Globalization;
using System.Text;
using System.Xml;

namespace OmConfigLint.Cli.Output;

/// <summary>What formats in XML have in common. Such a report is a complete document only after <see cref="ReportWriter.End"/>.</summary>
internal abstract class XmlReportWriter : ReportWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        CloseOutput = false,
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

    /// <summary>Writes to <paramref name="output"/>, which is flushed at the end and left open.</summary>
    protected XmlReportWriter(Stream output) => Xml = XmlWriter.Create(output, Settings);

    /// <summary>Writes the document.</summary>
    protected XmlWriter Xml { get; }

    /// <inheritdoc/>
    public override void Dispose()
    {
        Xml.Dispose();
        base.Dispose();
    }

    /// <summary>Writes an attribute; what XML cannot hold becomes U+FFFD.</summary>
    protected void Attribute(string name, string value) => Xml.WriteAttributeString(name, Valid(value));

    /// <summary>Writes a number as an attribute.</summary>
    protected void Attribute(string name, int value) => Xml.WriteAttributeString(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The text, as XML 1.0 can hold it.</summary>
    protected static string Valid(string text)
    {
        if (text.All(XmlConvert.IsXmlChar))
            return text;

        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            valid.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        return valid.ToString();
    }
}
