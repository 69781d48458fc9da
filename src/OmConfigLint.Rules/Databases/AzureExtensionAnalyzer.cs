using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.Pages;
using OmConfigLint.Syntax.Hcl;

namespace OmConfigLint.Rules.Databases;

/// <summary>
/// An Azure PostgreSQL server of OpenMetadata's that does not allow an extension (kind <c>azure-extension</c>). Parameter <c>extension</c>.
/// </summary>
internal sealed class AzureExtensionAnalyzer : ConfigAnalyzer
{
    private const string Configuration = "azurerm_postgresql_flexible_server_configuration";
    private const string AllowList = "azure.extensions";

    private readonly string _extension;

    public AzureExtensionAnalyzer(Rule rule, RuleParameters parameters)
        : base(rule)
    {
        parameters.Expect("extension");
        _extension = parameters.Text("extension");
    }

    /// <inheritdoc/>
    public override bool IsAbout(object model) => model is TerraformDatabases;

    /// <inheritdoc/>
    public override void Analyze(DocumentAnalysisContext context)
    {
        if (context.Document.Find<TerraformDatabases>() is not { } databases)
            return;
        foreach (var resource in databases.Own)
        {
            if (!resource.IsBlock("resource", Configuration) || resource.Find("name")?.Value != AllowList
                || resource.Find("value") is not { Kind: HclNodeKind.String, Token: { } token, Interpolations.IsEmpty: true } value
                || token.Value.Split(',', StringSplitOptions.TrimEntries).Contains(_extension, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            var builder = new FixBuilder($"adds `{_extension}`");
            builder.MakeUnsafe("the server then allows one extension more");
            builder.Edit(context.Document.File, context.Document.Tree)
                .ReplaceText(token.Text, new TextSpan(token.Value.Length, 0), token.Value.Length == 0 ? _extension : "," + _extension);
            context.Report(new Finding(
                Rule,
                context.Document.File,
                value.Span,
                $"OpenMetadata's server does not allow the extension `{_extension}`",
                $"the migration to {Rule.Since} creates it",
                fix: builder.Build(),
                nodePath: value.Path));
        }
    }
}
