using OmConfigLint.Analysis.Fixing;
using OmConfigLint.Testing;

namespace OmConfigLint.Analysis.Tests.Fixing;

public sealed class FileOperationsTests
{
    [Fact]
    public void Places_a_file_where_links_are_not_possible_and_overwrites_nothing()
    {
        Assert.SkipUnless(Directory.Exists("/dev/shm"), "there is no second file system");
        using var root = new TemporaryDirectory("taken.yaml");
        var source = Path.Combine("/dev/shm", $"omlint-test-{Path.GetFileName(root.Path)}");
        File.WriteAllText(source, "text");
        try
        {
            var disk = new FileOperations();
            disk.Place(source, root["a.yaml"]);
            Assert.Equal("text", root.Read("a.yaml"));
            Assert.Throws<IOException>(() => disk.Place(source, root["taken.yaml"]));
            Assert.Equal("taken.yaml", root.Read("taken.yaml"));
        }
        finally
        {
            File.Delete(source);
        }
    }
}
