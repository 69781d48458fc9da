using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace OmConfigLint.Testing;

/// <summary>
/// Compares a text with the one that was approved, by the conventions of Verify (github.com/VerifyTests/Verify): <c>Class.Method.verified.txt</c>
/// beside the test, <c>Class.Method.received.txt</c> where it differs or is missing, to be renamed by whoever approves it.
/// <c>using static VerifyXunit.Verifier</c> takes its place.
/// </summary>
public static class Snapshot
{
    private const string AcceptVariable = "SNAPSHOT_ACCEPT";

    /// <summary>
    /// Compares <paramref name="target"/> with the verified file; line ends count as LF. With <c>SNAPSHOT_ACCEPT=1</c>, which is ignored where
    /// <c>CI</c> is set, what was received becomes the verified file.
    /// </summary>
    /// <param name="target">What was received.</param>
    /// <param name="extension">The file's extension: <c>txt</c>, <c>json</c>, <c>patch</c>.</param>
    /// <param name="parameters">For a theory, what tells its cases apart: <c>format=text</c>.</param>
    /// <param name="sourceFile">The test's file, named as its class.</param>
    /// <param name="method">The test.</param>
    public static async Task Verify(
        string target,
        string extension = "txt",
        string? parameters = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        var cancel = TestContext.Current.CancellationToken;
        var name = $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method}{(parameters is null ? "" : "_" + parameters)}";
        var directory = Path.GetDirectoryName(OnDisk(sourceFile))!;
        var verifiedPath = Path.Combine(directory, $"{name}.verified.{extension}");
        var receivedPath = Path.Combine(directory, $"{name}.received.{extension}");

        var received = target.ReplaceLineEndings("\n");
        var verified = File.Exists(verifiedPath) ? (await File.ReadAllTextAsync(verifiedPath, cancel)).ReplaceLineEndings("\n") : null;
        if (received == verified)
        {
            File.Delete(receivedPath);
            return;
        }

        var accepts = Environment.GetEnvironmentVariable(AcceptVariable) == "1" && Environment.GetEnvironmentVariable("CI") is not { Length: > 0 };
        await File.WriteAllTextAsync(accepts ? verifiedPath : receivedPath, received, cancel);
        if (accepts)
            return;

        var how = $"approve it by renaming {receivedPath}, or all by {AcceptVariable}=1";
        Assert.Fail(verified is null
            ? $"nothing has been verified for {name} yet; {how}\n{received}"
            : $"{name} differs from what was verified; {how}\n{Difference(verified, received)}");
    }

    /// <summary>In CI the compiler writes <c>/_/</c> for the repository's root, so that builds are the same everywhere.</summary>
    private static string OnDisk(string sourceFile) =>
        sourceFile.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(SharedMaterial.RepositoryRoot, sourceFile[3..]) : sourceFile;

    private static string Difference(string verified, string received)
    {
        var text = new StringBuilder();
        foreach (var line in new InlineDiffBuilder(new Differ()).BuildDiffModel(verified, received).Lines)
        {
            var prefix = line.Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " };
            text.Append(prefix).Append(line.Text).Append('\n');
        }

        return text.ToString();
    }
}
