using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Analysis.Diagnostics;
using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Cli.Output;

/// <summary>Tells whether a fix would write a literal secret, so that a report leaves its content out. Findings share fixes: each is looked at once, and none is kept alive.</summary>
internal sealed class FixSecrets
{
    private readonly ConditionalWeakTable<ConfigFix, object> _known = [];

    /// <summary>True where a text that <paramref name="fix"/> inserts or a file that it creates holds a secret.</summary>
    public bool HeldBy(ConfigFix fix)
    {
        if (_known.TryGetValue(fix, out var known))
            return (bool)known;
        var holds = fix.NewFiles.Any(file => !SecretMask.Of(file.Text).Spans.IsEmpty) || fix.Edits.Any(InsertsSecret);
        _known.Add(fix, holds);
        return holds;
    }

    /// <summary>A value alone does not tell: it is looked at where it will stand.</summary>
    private static bool InsertsSecret(DocumentEdit edit)
    {
        if (edit.Changes.All(change => string.IsNullOrWhiteSpace(change.NewText)))
            return false;

        var mask = SecretMask.Of(edit.File.SourceText.WithChanges(edit.Changes).ToString());
        var shift = 0;
        foreach (var change in edit.Changes)
        {
            var inserted = change.NewText ?? "";
            if (mask.Overlaps(new TextSpan(change.Span.Start + shift, inserted.Length)))
                return true;
            shift += inserted.Length - change.Span.Length;
        }

        return false;
    }
}
