using OmConfigLint.Analysis.Fixing;

namespace OmConfigLint.Rules.OpenMetadata.Packages;

/// <summary>An extra of a requirement: <c>mysql</c> in <c>openmetadata-ingestion[mysql]</c>.</summary>
/// <param name="Name">Its normal name.</param>
/// <param name="Part">Where it stands.</param>
/// <param name="Remove">Takes it out of the list, brackets and commas kept tidy.</param>
internal sealed record PackageExtra(string Name, PackagePart Part, Action<FixBuilder> Remove);
