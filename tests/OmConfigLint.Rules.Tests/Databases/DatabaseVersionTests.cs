using Microsoft.CodeAnalysis.Text;
using OmConfigLint.Rules.Databases;

namespace OmConfigLint.Rules.Tests.Databases;

public sealed class DatabaseVersionTests
{
    [Theory]
    [InlineData("5.7.44", "8.0", true)]
    [InlineData("8.0", "8.0", false)]
    [InlineData("8", "8.0.42", false)]
    [InlineData("8.0", "8.0.42", false)]
    [InlineData("8.0.41-debian", "8.0.42", true)]
    [InlineData("8.4.1", "8.0.42", false)]
    [InlineData("11-alpine", "12", true)]
    [InlineData("8.0.mysql_aurora.3.04.0", "8.0.42", false)]
    [InlineData("9.6.24", "12", true)]
    [InlineData("latest", "12", false)]
    [InlineData("99999999999.1", "12", false)]
    public void Is_before_another_where_that_is_certain(string text, string minimum, bool isBefore)
    {
        var version = new DatabaseVersion(DatabaseEngine.MySql, text, DatabaseVersion.NumbersIn(text), new TextSpan(0, 0), "");

        Assert.Equal(isBefore, version.IsBefore(DatabaseVersion.NumbersIn(minimum)));
    }
}
