using OmConfigLint.Rules.Databases;
using OmConfigLint.Syntax.Yaml;

namespace OmConfigLint.Rules.OpenMetadata.Compose;

/// <summary>The service in which OpenMetadata's database runs.</summary>
internal sealed class ComposeDatabase
{
    // An image that is built, files that are mounted and variables from elsewhere may configure the server as well.
    private static readonly string[] OtherSources = ["build", "configs", "env_file", "extends"];
    private static readonly string[] OwnSources = ["command", "entrypoint", "environment", "volumes"];
    private static readonly string[] OptionFiles = [".cnf", ".conf", "/etc/mysql", "/etc/postgresql", "conf.d", "config_file", "defaults-"];

    private readonly string _text;

    /// <summary>Creates a database.</summary>
    /// <param name="service">The service.</param>
    /// <param name="engine">What runs in it.</param>
    /// <param name="source">The text of its file.</param>
    public ComposeDatabase(ComposeService service, DatabaseEngine engine, string source)
    {
        Service = service;
        Engine = engine;
        // What an anchor or a merge key brings in stands elsewhere.
        var nodes = OwnSources.Select(key => service.Find(key)?.Value.Resolved).OfType<YamlNode>();
        _text = string.Join('\n', nodes.Prepend(service.Mapping).Select(node => source.Substring(node.Span.Start, node.Span.Length)));
    }

    /// <summary>The service.</summary>
    public ComposeService Service { get; }

    /// <summary>What runs in it.</summary>
    public DatabaseEngine Engine { get; }

    /// <summary>True where more than its own entry may say how the server is configured.</summary>
    public bool IsConfiguredElsewhere => OtherSources.Any(key => Service.Find(key) is not null) || OptionFiles.Any(Mentions);

    /// <summary>True where its entry holds <paramref name="text"/>.</summary>
    public bool Mentions(string text) => _text.Contains(text, StringComparison.OrdinalIgnoreCase);
}
