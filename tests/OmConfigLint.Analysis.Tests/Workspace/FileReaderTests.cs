using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OmConfigLint.Analysis.Workspace;
using OmConfigLint.Testing;

namespace OmConfigLint.Analysis.Tests.Workspace;

public sealed class FileReaderTests
{
    private static readonly ContentFilter Filter = new(["sourceConfig"]);

    [Fact]
    public void Reads_relevant_text_only()
    {
        Assert.Equal("sourceConfig: é 😀\n", TextOf(Read("sourceConfig: é 😀\n"u8.ToArray())).Text);
        Assert.IsType<FileContent.Irrelevant>(Read("a: b\n"u8.ToArray()));
        Assert.IsType<FileContent.Irrelevant>(Read([]));
    }

    [Theory]
    [InlineData(FileEncoding.Utf8)]
    [InlineData(FileEncoding.Utf8WithBom)]
    [InlineData(FileEncoding.Utf16LittleEndian)]
    [InlineData(FileEncoding.Utf16BigEndian)]
    public void Bytes_of_the_text_are_the_bytes_of_the_file(FileEncoding encoding) => Check.One(
        RandomCases.Of(50),
        Prop.ForAll(Arb.From(Gen.ListOf(Gen.Elements("a", "\r\n", "\n", "é", "€", "😀", "\u0085", "\uFEFF", ": "), 20).Select(string.Concat)), text =>
        {
            var bytes = FileEncodings.GetBytes($"sourceConfig {text}", encoding);
            var file = TextOf(Read(bytes));
            Assert.Equal(encoding, file.Encoding);
            Assert.Equal(bytes, FileEncodings.GetBytes(file.Text, file.Encoding));
        }));

    [Theory]
    [InlineData("sourceConfig\n\nab\u00E9cd", "is not valid UTF-8: byte 0xE9 at line 3, column 3")]
    [InlineData("sourceConfig\r\n\u00C3", "is not valid UTF-8: byte 0xC3 at line 2, column 1")]
    [InlineData("sourceConfig\r\u00F0\u009F\u0098\u0080\u00FF", "is not valid UTF-8: byte 0xFF at line 2, column 3")]
    [InlineData("\u00EF\u00BB\u00BFsourceConfig\u00ED\u00A0\u0080", "is not valid UTF-8: byte 0xED at line 1, column 13")]
    [InlineData("\u00C0\u00AFsourceConfig", "is not valid UTF-8: byte 0xC0 at line 1, column 1")]
    public void Says_where_UTF_8_is_not_valid(string latin1, string message) =>
        AssertProblem(FileProblemKind.InvalidEncoding, message, Read(Encoding.Latin1.GetBytes(latin1)));

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0, (byte)'\n', 0, 0x00, 0xD8, (byte)'b', 0 }, "byte 0x00 at line 2, column 1")]
    [InlineData(new byte[] { 0xFE, 0xFF, 0, (byte)'a', 0xDC, 0x00 }, "byte 0xDC at line 1, column 2")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0, (byte)'b' }, "byte 0x62 at line 1, column 2")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'a', 0, 0x3D, 0xD8 }, "byte 0x3D at line 1, column 2")]
    public void Says_where_UTF_16_is_not_valid(byte[] bytes, string place) =>
        AssertProblem(FileProblemKind.InvalidEncoding, $"is not valid UTF-16: {place}", Read(bytes));

    [Fact]
    public void Takes_NUL_bytes_for_binary()
    {
        AssertProblem(FileProblemKind.NotText, "is not text: it holds NUL characters", Read("sourceConfig\0"u8.ToArray()));
        AssertProblem(FileProblemKind.NotText, "is not text: it holds NUL characters", Read(Encoding.Unicode.GetBytes("sourceConfig")));
        AssertProblem(FileProblemKind.NotText, "is not text: it holds NUL characters", Read([0xFF, 0xFE, 0, 0, (byte)'a', 0, 0, 0]));
    }

    [Fact]
    public void Complains_of_an_irrelevant_file_only_if_it_was_named()
    {
        Assert.IsType<FileContent.Irrelevant>(Read([(byte)'a', 0xFF]));
        AssertProblem(FileProblemKind.InvalidEncoding, "is not valid UTF-8: byte 0xFF at line 1, column 2", Read([(byte)'a', 0xFF], isNamed: true));
        Assert.IsType<FileContent.Irrelevant>(Read("a: b"u8.ToArray(), isNamed: true));
    }

    [Theory]
    [InlineData("sourceConfig: x", 0)]
    [InlineData("sourceConfig: x", 1_048_570)]
    [InlineData("sourceConfig: x", 2_500_000)]
    [InlineData("\"source\\u0043onfig\": x", 1_048_570)]
    public void Looks_through_a_file_beyond_the_limit(string relevant, int place)
    {
        var line = "key: value of no interest, \"quoted\"\n";
        var text = new StringBuilder();
        while (text.Length < place)
            text.Append(line.AsSpan(0, Math.Min(line.Length, place - text.Length)));
        text.Append(relevant);
        while (text.Length < 3_000_000)
            text.Append(line);
        var limits = new ReadLimits(MaxBytes: 2_000_000);

        AssertProblem(
            FileProblemKind.TooLarge, "is too large: 3 MiB, and the limit is 2 MiB", Read(Encoding.UTF8.GetBytes(text.ToString()), limits: limits));
        var irrelevant = Encoding.UTF8.GetBytes(text.Replace("source", "sauce").ToString());
        Assert.IsType<FileContent.Irrelevant>(Read(irrelevant, limits: limits));
        Assert.IsType<FileContent.Problem>(Read(irrelevant, isNamed: true, limits));
    }

    [Fact]
    public void Never_waits_for_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no pipes in the file system");
        using var root = new TemporaryDirectory();
        using var mkfifo = System.Diagnostics.Process.Start("mkfifo", root["a.yaml"]);
        mkfifo.WaitForExit();

        AssertProblem(
            FileProblemKind.Unreadable, "cannot be read: it is no ordinary file", Reader().Read(new DiscoveredFile("a.yaml", root["a.yaml"], IsNamed: false)));
    }

    [Theory]
    [InlineData("é.yaml", "cannot be read: it is no longer there")]
    [InlineData("\uFFFD.yaml", "cannot be read: its name is not valid UTF-8")]
    public void Says_that_a_name_cannot_be_spelled(string name, string message)
    {
        using var root = new TemporaryDirectory();

        AssertProblem(FileProblemKind.Unreadable, message, Reader().Read(new DiscoveredFile(name, root[name], IsNamed: false)));
    }

    [Fact]
    public void Says_why_a_file_cannot_be_read()
    {
        using var root = new TemporaryDirectory("x/a.yaml");

        AssertProblem(
            FileProblemKind.Unreadable, "cannot be read: it is no longer there", Reader().Read(new DiscoveredFile("b.yaml", root["b.yaml"], IsNamed: false)));
        Assert.IsType<FileContent.Problem>(Reader().Read(new DiscoveredFile("x", root["x"], IsNamed: false)));
    }

    private static FileReader Reader(ReadLimits? limits = null) => new(Filter, limits ?? ReadLimits.Default);

    private static FileContent Read(byte[] content, bool isNamed = false, ReadLimits? limits = null)
    {
        using var root = new TemporaryDirectory();
        return Reader(limits).Read(new DiscoveredFile("a.yaml", root.Write("a.yaml", content), isNamed));
    }

    private static SourceFile TextOf(FileContent content) => Assert.IsType<FileContent.Text>(content).File;

    private static void AssertProblem(FileProblemKind kind, string message, FileContent content) =>
        Assert.Equal(new FileContent.Problem(kind, message), content);
}
