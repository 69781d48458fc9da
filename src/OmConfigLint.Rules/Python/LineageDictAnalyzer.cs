using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Syntax.Python;

namespace OmConfigLint.Rules.Python;

/// <summary>Lineage that a task declares as a dict of tables (kind <c>lineage-dict</c>).</summary>
internal sealed class LineageDictAnalyzer(Rule rule) : PythonCodeAnalyzer(rule)
{
    protected override void Analyze(PythonModule module, DocumentAnalysisContext context)
    {
        foreach (var dict in module.Tree.Dicts)
        {
            if (dict.Entry is not { Container: PythonCall call, Name: "inlets" or "outlets" } argument
                || dict["tables"] is not { Value: PythonSequence { Items: [{ Value: PythonString }, ..] } })
            {
                continue;
            }

            context.Report(new Finding(
                Rule,
                context.Document.File,
                argument.Span,
                $"`{argument.Name}` as a dict of tables is no lineage to OpenMetadata since {Rule.Since}",
                "no lineage comes of it",
                fix: ConfigFix.Manual(
                    $"write `{argument.Name}=[OMEntity(entity=Table, fqn=\"service.database.schema.table\", key=\"…\")]`"),
                nodePath: $"{call.CalleeName}.{argument.Name}"));
        }
    }
}
