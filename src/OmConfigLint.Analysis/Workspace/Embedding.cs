using OmConfigLint.Syntax;
using OmConfigLint.Syntax.Text;

namespace OmConfigLint.Analysis.Workspace;

/// <summary>Where a document stands that is the text of values in another one: YAML in a ConfigMap, a workflow in a Python string.</summary>
/// <param name="Host">The file around it, which may itself be such a document.</param>
/// <param name="HostTree">Its tree.</param>
/// <param name="Text">The document's text with its places in the host.</param>
public sealed record Embedding(SourceFile Host, SyntaxTree HostTree, EmbeddedText Text);
