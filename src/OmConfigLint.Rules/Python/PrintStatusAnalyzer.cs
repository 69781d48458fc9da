using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Rules.OpenMetadata;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Rules.Python;

/// <summary>A call of <c>print_status</c> on a workflow that has printed it already (kind <c>print-status</c>).</summary>
internal sealed class PrintStatusAnalyzer(Rule rule) : PythonCodeAnalyzer(rule)
{
    private const string Method = ".print_status";

    protected override void Analyze(PythonModule module, DocumentAnalysisContext context)
    {
        var tree = module.Tree;
        foreach (var call in tree.Calls)
        {
            if (call is not { Receiver: null, Arguments.IsEmpty: true } || !call.Callee.EndsWith(Method, StringComparison.Ordinal) || !tree.Statements.Contains(call.Span))
                continue;
            var name = call.Callee[..^Method.Length];
            var scope = tree.ScopeAt(call.Span.Start);
            if (!IsWorkflow(tree, name, scope) || !tree.Calls.Any(other => other.Callee == name + ".execute" && other.Span.End <= call.Span.Start && tree.ScopeAt(other.Span.Start) == scope))
                continue;
            context.Report(new Finding(
                Rule,
                context.Document.File,
                call.Span,
                $"`execute` prints the status itself since {Rule.Since}",
                "prints it a second time",
                fix: FixOf(tree, call.Span, context),
                nodePath: call.Callee));
        }
    }

    /// <summary>True where <paramref name="name"/> is made by a workflow's class there.</summary>
    private static bool IsWorkflow(PythonTree tree, string name, PythonScope scope) => tree.Assignments.Any(assignment =>
        assignment.Name == name && assignment.Scope == scope
        && assignment.Value is PythonCall { Callee: var callee } && callee.EndsWith("Workflow.create", StringComparison.Ordinal));

    private static ConfigFix FixOf(PythonTree tree, TextSpan statement, DocumentAnalysisContext context)
    {
        var builder = new FixBuilder("removes the call");
        builder.MakeUnsafe("a package older than 1.10 prints nothing without it");
        try
        {
            tree.RemoveStatement((TokenEditor)builder.Edit(context.Document.File, tree), statement);
        }
        catch (SyntaxEditException exception)
        {
            return ConfigFix.Manual("remove the call", exception.Message);
        }

        return builder.Build();
    }
}
