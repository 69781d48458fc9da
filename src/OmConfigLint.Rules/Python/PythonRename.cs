using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Rules.Python;

/// <summary>Writes new names into imports, and into what uses them.</summary>
internal sealed class PythonRename(PythonTree tree, FixBuilder builder, SourceFile file)
{
    private readonly TokenEditor _editor = (TokenEditor)builder.Edit(file, tree);

    /// <summary>Gives a package another name in <paramref name="import"/>.</summary>
    /// <exception cref="SyntaxEditException">It cannot be done as text.</exception>
    public void Package(PythonImport import, string from, string to)
    {
        if (!import.IsFrom)
        {
            foreach (var name in import.Names)
            {
                if (name.Name.Text != from && !name.Name.Text.StartsWith(from + ".", StringComparison.Ordinal))
                    continue;
                tree.Replace(_editor, name.Name.Span, to + name.Name.Text[from.Length..]);
                if (name.Alias is null)
                    DottedUses(from, to);
            }
        }
        else if (import.Module is { } module && (module.Text == from || module.Text.StartsWith(from + ".", StringComparison.Ordinal)))
        {
            tree.Replace(_editor, module.Span, to + module.Text[from.Length..]);
        }
        else
        {
            Module(import, from, to);
        }
    }

    /// <summary>Gives a class another module, and perhaps another name, in <paramref name="import"/> and where it is used.</summary>
    /// <exception cref="SyntaxEditException">It cannot be done as text.</exception>
    public void Class(PythonImport import, string from, string to)
    {
        var (oldModule, oldName) = (PythonMove.ModuleOf(from), PythonMove.LastOf(from));
        var (newModule, newName) = (PythonMove.ModuleOf(to), PythonMove.LastOf(to));
        if (!import.IsFrom)
        {
            var imported = import.Names.First(name => name.Name.Text == oldModule);
            tree.Replace(_editor, imported.Name.Span, newModule);
            if (imported.Alias is null)
                DottedUses(from, to, oldModule);
            else if (oldName != newName)
                Attributes(imported.Alias.Text, oldName, newName);
            return;
        }

        if (import.Module!.Text != oldModule)
        {
            if (oldName != newName)
                throw new SyntaxEditException("the class has another name now, and its module is imported as a whole");
            Module(import, oldModule, newModule);
            return;
        }

        if (import.Names is not [var name] || name.Name.Text != oldName)
            throw new SyntaxEditException("the import has other names too");
        tree.Replace(_editor, import.Module.Span, newModule);
        if (oldName == newName)
            return;
        // A cell of a notebook does not see the others.
        if (name.Alias is null && (file.Embedding is not null || tree.Tokens.Any(token => token.Kind == SyntaxTokenKind.Name && token.Value == newName)))
        {
            tree.Replace(_editor, name.Name.Span, $"{newName} as {oldName}");
            return;
        }

        tree.Replace(_editor, name.Name.Span, newName);
        if (name.Alias is null)
            Uses(oldName, newName, import.Span);
    }

    /// <summary>Renames an argument in calls of a class.</summary>
    /// <returns>False where the name is used in other ways too.</returns>
    public bool TryKeyword(PythonImport import, string className, string from, string to)
    {
        var imported = import.Names.First(name => !import.IsFrom || name.Name.Text == className);
        var callee = import.IsFrom ? (imported.Alias ?? imported.Name).Text : $"{(imported.Alias ?? imported.Name).Text}.{className}";
        var renamed = tree.Calls.Where(call => call.Callee == callee).Select(call => call[from]).OfType<PythonEntry>().Select(entry => entry.NameSpan!.Value).ToHashSet();
        foreach (var span in renamed)
            tree.Replace(_editor, span, to);
        return tree.Tokens.All(token => token.Value != from || renamed.Contains(token.Span));
    }

    /// <summary><c>from a.b import c</c> where the module <c>a.b.c</c> has moved: it keeps its name in the code.</summary>
    private void Module(PythonImport import, string from, string to)
    {
        var (oldName, newName) = (PythonMove.LastOf(from), PythonMove.LastOf(to));
        if (import.Names is not [var name] || name.Name.Text != oldName || !to.Contains('.', StringComparison.Ordinal))
            throw new SyntaxEditException("the import has other names too");
        if (import.Module!.Text != PythonMove.ModuleOf(to))
            tree.Replace(_editor, import.Module.Span, PythonMove.ModuleOf(to));
        if (oldName != newName)
            tree.Replace(_editor, name.Name.Span, name.Alias is null ? $"{newName} as {oldName}" : newName);
    }

    private void Uses(string oldName, string newName, TextSpan import)
    {
        var keywords = tree.Values.Select(value => value.Entry).OfType<PythonEntry>()
            .Where(entry => entry.Key is null && entry.NameSpan is not null)
            .Select(entry => entry.NameSpan!.Value)
            .ToHashSet();
        for (var i = 0; i < tree.Tokens.Length; i++)
        {
            var token = tree.Tokens[i];
            if (token.Kind != SyntaxTokenKind.Name || token.Value != oldName || import.Contains(token.Span) || keywords.Contains(token.Span) || IsPunctuation(i - 1, "."))
                continue;
            if (tree.Imports.Any(other => other.Span.Contains(token.Span)))
                throw new SyntaxEditException($"`{oldName}` is imported twice");
            tree.Replace(_editor, token.Span, newName);
        }
    }

    /// <summary>The dotted name of a plain import where the code uses it: <c>metadata.orm_profiler.api…</c>.</summary>
    private void DottedUses(string from, string to, string? module = null)
    {
        var names = from.Split('.');
        for (var i = 0; i < tree.Tokens.Length; i++)
        {
            if (IsPunctuation(i - 1, ".") || tree.Imports.Any(import => import.Span.Contains(tree.Tokens[i].Span)))
                continue;
            if (IsDotted(i, names))
                tree.Replace(_editor, TextSpan.FromBounds(tree.Tokens[i].Span.Start, tree.Tokens[i + ((names.Length - 1) * 2)].Span.End), to);
            else if (module is not null && IsDotted(i, module.Split('.')))
                throw new SyntaxEditException($"the code uses more of `{module}`");
        }
    }

    private void Attributes(string of, string oldName, string newName)
    {
        for (var i = 0; i + 2 < tree.Tokens.Length; i++)
        {
            if (!IsPunctuation(i - 1, ".") && IsDotted(i, [of, oldName]))
                tree.Replace(_editor, tree.Tokens[i + 2].Span, newName);
        }
    }

    private bool IsDotted(int token, string[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var at = token + (i * 2);
            if (at >= tree.Tokens.Length || tree.Tokens[at].Kind != SyntaxTokenKind.Name || tree.Tokens[at].Value != names[i] || (i > 0 && !IsPunctuation(at - 1, ".")))
                return false;
        }

        return true;
    }

    private bool IsPunctuation(int token, string text) =>
        token >= 0 && tree.Tokens[token].Kind == SyntaxTokenKind.Punctuation && tree.Tokens[token].Value == text;
}
