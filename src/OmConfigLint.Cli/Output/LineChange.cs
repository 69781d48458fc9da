namespace OmConfigLint.Cli.Output;

/// <summary>Lines of an old text that are replaced by lines of a new one; 0-based, ends excluded. One of the two ranges may be empty.</summary>
internal readonly record struct LineChange(int OldStart, int OldEnd, int NewStart, int NewEnd);
