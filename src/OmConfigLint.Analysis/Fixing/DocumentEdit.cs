using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Editing;

namespace OmConfigLint.Analysis.Fixing;

/// <summary>The edit of one existing file.</summary>
/// <param name="File">The file as it was read.</param>
/// <param name="Declared">The operations, against which the edited text is proved.</param>
/// <param name="Changes">The same as changes to <see cref="SourceFile.Text"/>, sorted, not overlapping.</param>
public sealed record DocumentEdit(SourceFile File, SyntaxEditor Declared, ImmutableArray<TextChange> Changes);
