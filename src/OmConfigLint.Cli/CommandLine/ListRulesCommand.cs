using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Cli.Output;
using RulePage = OmConfigLint.Rules.Pages.RulePage;

namespace OmConfigLint.Cli.CommandLine;

/// <summary><c>omlint rules</c>: every rule, as a table or as JSON.</summary>
internal static class ListRulesCommand
{
    private const string None = "-";

    /// <summary>Runs.</summary>
    public static int Run(ListRulesRequest request, Terminal terminal)
    {
        if (KnownPages.Load(request.RulesDirectory, terminal) is not { } pages)
            return ExitCodes.Failure;

        if (request.AsJson)
            WriteJson(pages, terminal.OutputStream);
        else
            WriteTable(pages, terminal.Output);
        return ExitCodes.Success;
    }

    /// <summary>A page's word for its fixes.</summary>
    public static string NameOf(FixAvailability fix) => fix switch
    {
        FixAvailability.Safe => "safe",
        FixAvailability.Unsafe => "unsafe",
        FixAvailability.Manual => "manual",
        _ => "none",
    };

    private static void WriteTable(ImmutableArray<RulePage> pages, TextWriter output)
    {
        var idWidth = pages.Max(page => page.Id.Length);
        Row("id", "severity", "fix", "since", "name");
        foreach (var page in pages)
        {
            Row(
                page.Id,
                SeverityNames.Of(page.Severity),
                page.Fix == FixAvailability.None ? None : NameOf(page.Fix),
                page.Since?.ToString() ?? None,
                page.Name);
        }

        void Row(string id, string severity, string fix, string since, string name) =>
            output.WriteLine($"{id.PadRight(idWidth)}  {severity,-8}  {fix,-6}  {since,-7}  {name}");
    }

    private static void WriteJson(ImmutableArray<RulePage> pages, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("version", BuildInformation.Version);
        json.WriteStartArray("rules");
        foreach (var page in pages)
        {
            json.WriteStartObject();
            json.WriteString("id", page.Id);
            json.WriteString("name", page.Name);
            json.WriteString("title", page.Title);
            json.WriteString("category", page.Category);
            json.WriteString("severity", SeverityNames.Of(page.Severity));
            json.WriteString("since", page.Since?.ToString());
            json.WriteString("fix", NameOf(page.Fix));
            json.WriteString("help", page.Help);
            json.WriteStartArray("sources");
            foreach (var source in page.Sources)
                json.WriteStringValue(source);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }
}
