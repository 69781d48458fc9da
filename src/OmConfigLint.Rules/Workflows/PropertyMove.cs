using OmConfigLint.Rules.Pages;

namespace OmConfigLint.Rules.Workflows;

/// <summary>A property of the old type that the new type has as well.</summary>
internal sealed class PropertyMove
{
    /// <summary>Reads a move.</summary>
    public PropertyMove(RuleParameters data)
    {
        From = data.Text("from");
        To = data.Text("to");
        Default = data.Text("default");
        IsSwitch = data.Contains("switch") && data.Boolean("switch");
        Stays = data.Contains("stays") && data.Boolean("stays");
    }

    /// <summary>Its name in the old type.</summary>
    public string From { get; }

    /// <summary>Its name in the new type.</summary>
    public string To { get; }

    /// <summary>What an absent property meant before the change; written out in the new file, whose own default may differ.</summary>
    public string Default { get; }

    /// <summary>True for a property that turns the moved work on: with all switches off there is nothing to move.</summary>
    public bool IsSwitch { get; }

    /// <summary>True for a property that the old type keeps as well.</summary>
    public bool Stays { get; }
}
