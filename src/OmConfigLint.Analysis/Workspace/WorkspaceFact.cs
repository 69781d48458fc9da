namespace OmConfigLint.Analysis.Workspace;

/// <summary>
/// Something small that a document tells the rest of the tree, such as "a workflow of this type for this service". Facts outlive their
/// trees, so they hold no nodes.
/// </summary>
/// <param name="Key">What it is found by.</param>
/// <param name="Path">The file, as users see it.</param>
public abstract record WorkspaceFact(string Key, string Path);
