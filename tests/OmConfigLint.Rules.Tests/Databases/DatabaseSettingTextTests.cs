using OmConfigLint.Rules.Databases;

namespace OmConfigLint.Rules.Tests.Databases;

public sealed class DatabaseSettingTextTests
{
    [Theory]
    [InlineData("--sort_buffer_size=10M", "10M")]
    [InlineData("mysqld --sort-buffer-size 10M --x", "10M")]
    [InlineData("-c work_mem=10MB", "10MB")]
    [InlineData("maintenance_work_mem = 64MB", "")]
    [InlineData("# work_mem = 4MB", "")]
    [InlineData("[mysqldump]\nsort_buffer_size=1M\n[mysqld]\nsort_buffer_size = 2M", "2M")]
    [InlineData("SET GLOBAL sort_buffer_size = 10 * 1024 * 1024;", "10 * 1024 * 1024")]
    [InlineData("ALTER SYSTEM SET work_mem TO '10MB';", "10MB")]
    [InlineData("--sort_buffer_size=${SORT:-10M}", "10M")]
    [InlineData("--sort_buffer_size=${SORT}", "")]
    [InlineData("ParameterName=sort_buffer_size,ParameterValue=1048576,ApplyMethod=immediate", "1048576")]
    [InlineData("{\"ParameterName\": \"sort_buffer_size\", \"ParameterValue\": \"1048576\"}", "1048576")]
    [InlineData("ParameterName=sort_buffer_size,ApplyMethod=x} {ParameterName=x,ParameterValue=1", "")]
    [InlineData("az mysql parameter set --name sort_buffer_size --value 1048576", "1048576")]
    [InlineData("s/^#work_mem = 4MB/work_mem = 10MB/", "10MB")]
    [InlineData("grep work_mem postgresql.conf", "")]
    public void Finds_amounts(string text, string amounts) => Assert.Equal(
        amounts, string.Join('|', DatabaseSettingText.Find(text).Select(match => text.Substring(match.Value.Start, match.Value.Length))));
}
