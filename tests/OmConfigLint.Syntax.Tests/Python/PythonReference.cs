using System.Diagnostics;
using System.Text;
using System.Text.Json;
using OmConfigLint.Testing;

namespace OmConfigLint.Syntax.Tests.Python;

/// <summary>Python's own parser, as a second opinion; tests are skipped where there is no <c>python3</c>.</summary>
internal static class PythonReference
{
    private static readonly string Script =
        Path.Combine(SharedMaterial.RepositoryRoot, "tests", "OmConfigLint.Syntax.Tests", "Python", "reference.py");

    /// <summary>About <paramref name="count"/> files of Python's standard library, evenly taken, and those of its tests that are about its syntax.</summary>
    public static List<string> StandardLibrary(int count)
    {
        var folder = Run("import sysconfig; print(sysconfig.get_paths()['stdlib'])", "").Trim();
        var files = Directory.EnumerateFiles(folder, "*.py", SearchOption.AllDirectories)
            .Where(path => !path.Contains("site-packages", StringComparison.Ordinal) && new FileInfo(path).Length is > 0 and < 300_000)
            .Order(StringComparer.Ordinal)
            .ToList();
        var step = Math.Max(1, files.Count / count);
        return [.. files.Where((path, index) => index % step == 0
            || Path.GetFileName(path) is "test_fstring.py" or "test_grammar.py" or "test_string_literals.py" or "test_textwrap.py" or "test_tokenize.py")];
    }

    /// <summary>What Python finds in files; those that it does not parse are left out.</summary>
    public static IEnumerable<(string Path, JsonElement Facts)> Read(IEnumerable<string> paths)
    {
        foreach (var line in Run(File.ReadAllText(Script), string.Join('\n', paths)).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var facts = JsonDocument.Parse(line).RootElement;
            if (!facts.TryGetProperty("error", out _))
                yield return (facts.GetProperty("path").GetString()!, facts);
        }
    }

    /// <summary>Which of the texts Python cannot compile, with its reason.</summary>
    public static List<string> NotCompiled(IEnumerable<string> texts)
    {
        const string Compile =
            """
            import json, sys, warnings
            warnings.simplefilter("ignore")
            for text in json.load(sys.stdin):
                try:
                    compile(text, "edited.py", "exec")
                except (SyntaxError, ValueError) as error:
                    print(json.dumps([str(error), text]))
            """;
        var output = Run(Compile, JsonSerializer.Serialize(texts));
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static string Run(string script, string input)
    {
        var start = new ProcessStartInfo("python3", ["-X", "utf8", "-c", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("there is no python3 on this machine to ask for a second opinion");
        }

        using (process)
        {
            var writing = Task.Run(() =>
            {
                process.StandardInput.Write(input);
                process.StandardInput.Close();
            });
            var output = process.StandardOutput.ReadToEnd();
            writing.Wait();
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
            return output;
        }
    }
}
