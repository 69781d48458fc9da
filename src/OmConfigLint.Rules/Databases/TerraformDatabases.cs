using System.Collections.Immutable;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Syntax.Hcl;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// The resources of a Terraform file that make up databases, and which of them are OpenMetadata's: those that name it, and those that are joined to
/// such by references; all of them where none does and the file or its folders are named for it.
/// </summary>
internal sealed class TerraformDatabases
{
    /// <summary>Texts of which one stands in every file that has such resources.</summary>
    public static readonly ImmutableArray<string> Markers =
        ["aws_db_instance", "aws_rds_cluster", "google_sql_database", "azurerm_mysql_flexible", "azurerm_postgresql_flexible"];

    private static readonly string[] Kinds =
    [
        "aws_db_instance", "aws_db_parameter_group", "aws_rds_cluster", "aws_rds_cluster_instance", "aws_rds_cluster_parameter_group",
        "azurerm_mysql_flexible_database", "azurerm_mysql_flexible_server", "azurerm_mysql_flexible_server_configuration",
        "azurerm_postgresql_flexible_server", "azurerm_postgresql_flexible_server_configuration", "azurerm_postgresql_flexible_server_database",
        "google_sql_database", "google_sql_database_instance", "google_sql_user", "mysql_database", "postgresql_database",
    ];

    // Each is compared with each.
    private const int MaxJoined = 500;

    private readonly HclTree _tree;
    private readonly HashSet<HclNode> _own;

    private TerraformDatabases(HclTree tree, ImmutableArray<HclNode> resources, bool isFolderNamed)
    {
        _tree = tree;
        Resources = resources;
        _own = [.. resources.Where(resource => OpenMetadataName.IsIn(TextOf(resource)))];
        if (_own.Count == 0 && isFolderNamed)
            _own.UnionWith(resources);
        // `openmetadata_db` names its instance, the instance its parameter group.
        for (var before = -1; before != _own.Count && resources.Length <= MaxJoined;)
        {
            before = _own.Count;
            foreach (var resource in resources.Where(resource => !_own.Contains(resource)).ToList())
            {
                if (_own.Any(own => IsReference(TextOf(own), AddressOf(resource)) || IsReference(TextOf(resource), AddressOf(own))))
                    _own.Add(resource);
            }
        }
    }

    /// <summary>All of them, in order.</summary>
    public ImmutableArray<HclNode> Resources { get; }

    /// <summary>Those that are OpenMetadata's.</summary>
    public IEnumerable<HclNode> Own => Resources.Where(_own.Contains);

    /// <summary>The resources of <paramref name="document"/>; null where there are none.</summary>
    public static TerraformDatabases? Bind(ConfigDocument document)
    {
        if (document.Tree is not HclTree tree)
            return null;
        var resources = tree.Root.Children
            .Where(node => (node.IsBlock("resource") && node.Labels.Length == 2 && Kinds.Contains(node.Labels[0].Value)) || IsDatabaseModule(node))
            .ToImmutableArray();
        return resources.IsEmpty ? null : new TerraformDatabases(tree, resources, OpenMetadataName.IsIn(document.File.Path));
    }

    /// <summary>True for a resource that is OpenMetadata's as far as the file says.</summary>
    public bool IsOwn(HclNode resource) => _own.Contains(resource);

    /// <summary>The resource around <paramref name="node"/>; null where it stands in none of them.</summary>
    public HclNode? ResourceOf(HclNode node)
    {
        var outermost = node;
        while (outermost.Parent is { Parent: not null } parent)
            outermost = parent;
        return Resources.Contains(outermost) ? outermost : null;
    }

    /// <summary>By what other resources refer to <paramref name="resource"/>: <c>aws_db_instance.main</c>, <c>module.db</c>.</summary>
    public static string AddressOf(HclNode resource) => resource.Key == "module"
        ? $"module.{resource.Labels[0].Value}"
        : $"{resource.Labels[0].Value}.{resource.Labels[1].Value}";

    /// <summary>The text of <paramref name="resource"/>.</summary>
    public ReadOnlySpan<char> TextOf(HclNode resource) => _tree.Text.AsSpan(resource.Span.Start, resource.Span.Length);

    /// <summary>The addresses of such resources to which <paramref name="resource"/> refers.</summary>
    public IEnumerable<string> ReferencesIn(HclNode resource)
    {
        var text = TextOf(resource).ToString();
        foreach (var kind in Kinds)
        {
            var prefix = kind + ".";
            for (var at = text.IndexOf(prefix, StringComparison.Ordinal); at >= 0; at = text.IndexOf(prefix, at + prefix.Length, StringComparison.Ordinal))
            {
                var end = at + prefix.Length;
                while (end < text.Length && IsNamePart(text[end]))
                    end++;
                if (at == 0 || !IsNamePart(text[at - 1]))
                    yield return text[at..end];
            }
        }
    }

    /// <summary>True where <paramref name="text"/> refers to <paramref name="address"/>.</summary>
    public static bool IsReference(ReadOnlySpan<char> text, string address)
    {
        for (var at = text.IndexOf(address); at >= 0;)
        {
            var end = at + address.Length;
            if ((at == 0 || !IsNamePart(text[at - 1])) && (end == text.Length || !IsNamePart(text[end])))
                return true;
            var next = text[end..].IndexOf(address);
            at = next < 0 ? -1 : end + next;
        }

        return false;
    }

    private static bool IsDatabaseModule(HclNode node) => node.IsBlock("module") && node.Labels.Length == 1
        && node.Find("source")?.Value is { } source && (source.Contains("rds", StringComparison.Ordinal) || source.Contains("sql-db", StringComparison.Ordinal));

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
