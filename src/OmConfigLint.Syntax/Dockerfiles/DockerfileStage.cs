using System.Collections.Immutable;
using OmConfigLint.Syntax.Tokens;

namespace OmConfigLint.Syntax.Dockerfiles;

/// <summary>A build stage.</summary>
/// <param name="From">The instruction that starts it.</param>
/// <param name="Image">The image or stage that it is built on; null where <c>FROM</c> names none.</param>
/// <param name="Name">Its name behind <c>AS</c>; null where it has none.</param>
/// <param name="Instructions">Its instructions, without <paramref name="From"/>.</param>
public sealed record DockerfileStage(
    DockerfileInstruction From, DockerfileWord? Image, SyntaxToken? Name, ImmutableArray<DockerfileInstruction> Instructions);
