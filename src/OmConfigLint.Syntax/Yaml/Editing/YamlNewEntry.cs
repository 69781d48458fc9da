namespace OmConfigLint.Syntax.Yaml.Editing;

/// <summary>An entry that an edit writes.</summary>
internal sealed record YamlNewEntry(string Key, YamlNewValue Value);
