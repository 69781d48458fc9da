using OmConfigLint.Syntax.Editing;
using OmConfigLint.Syntax.Python;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Tests.Python;

/// <summary>Every kind of edit at every place of files of Python's standard library: proved by omlint, and compiled by Python.</summary>
public sealed class PythonLibraryEditTests
{
    private const string Inserted = "é'\"{\\\n  x: \"y\"\n";

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Edits_are_proved_and_compile(string lineBreak)
    {
        var edited = new List<string>();
        var counts = new int[3];
        var paths = PythonReference.StandardLibrary(60).Where(path => new FileInfo(path).Length < 100_000).ToList();
        foreach (var (path, _) in PythonReference.Read(paths))
        {
            var tree = PythonOutline.Parse(File.ReadAllText(path).ReplaceLineEndings(lineBreak));
            PythonTreeProperties.Check(tree);
            edited.Add(Edit(path, tree, RemoveEntries));
            edited.Add(Edit(path, tree, InsertText));
            edited.Add(Edit(path, tree, RenameModules));
        }

        Assert.Empty(PythonReference.NotCompiled(edited));
        Assert.True(counts is [> 500, > 2000, > 100], string.Join(' ', counts));

        void RemoveEntries(TokenEditor editor, PythonTree text)
        {
            // One of each container, but not inside one that goes.
            var end = 0;
            foreach (var container in text.Values.Where(value => value is PythonDict or PythonCall).OrderBy(value => value.Span.Start))
            {
                var entries = (container as PythonDict)?.Entries ?? ((PythonCall)container).Arguments;
                var named = entries.Where(entry => entry.Name is not null).ToList();
                if (named.Count == 0)
                    continue;
                var entry = named[container.Span.Start % named.Count];
                if (entry.Span.Start < end || IsInField(text, entry.Span.Start))
                    continue;
                text.Remove(editor, entry);
                end = entry.Span.End;
                counts[0]++;
            }
        }

        void InsertText(TokenEditor editor, PythonTree text)
        {
            foreach (var token in text.Strings.SelectMany(value => value.Literals).Distinct().Where(literal => !IsInField(text, literal.Span.Start)).SelectMany(literal => literal.Texts))
            {
                var at = token.Value.Length / 2;
                try
                {
                    token.Text.Replace(new(at, 0), Inserted);
                }
                catch (SyntaxEditException)
                {
                    continue;
                }

                editor.ReplaceText(token.Text, new(at, 0), Inserted);
                counts[1]++;
            }
        }

        void RenameModules(TokenEditor editor, PythonTree text)
        {
            foreach (var import in text.Imports)
            {
                foreach (var name in import.IsFrom ? (import.Module is null ? [] : new[] { import.Module }) : import.Names.Select(name => name.Name))
                {
                    if (name.Text == "__future__")
                        continue;
                    text.Replace(editor, name.Span, "a.b_c." + name.Text);
                    counts[2]++;
                }
            }
        }
    }

    private static string Edit(string path, PythonTree tree, Action<TokenEditor, PythonTree> edit)
    {
        var editor = (TokenEditor)tree.CreateEditor();
        edit(editor, tree);
        var edited = PythonProof.Apply(editor);
        Assert.True(PythonProof.FindDifference(editor, edited) is null, $"{path}: {PythonProof.FindDifference(editor, edited)}");
        return edited;
    }

    /// <summary>True in a replacement field: before Python 3.12, no backslash or comment could stand there.</summary>
    private static bool IsInField(PythonTree tree, int position) =>
        tree.Strings.Any(text => text.Literals.Any(literal => literal.Fields.Any(field => field.Span.Contains(position))));
}
