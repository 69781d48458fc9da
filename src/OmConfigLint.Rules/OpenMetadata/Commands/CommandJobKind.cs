namespace OmConfigLint.Rules.OpenMetadata.Commands;

/// <summary>What runs a <see cref="CommandScript"/>.</summary>
internal enum CommandJobKind
{
    /// <summary>A person or another script: a file of its own, or one in a ConfigMap.</summary>
    Script,

    /// <summary>make, for a target.</summary>
    Target,

    /// <summary>A pipeline of GitHub, GitLab and their like.</summary>
    Pipeline,

    /// <summary>A container, whenever it starts: a service of Compose, a container of Kubernetes.</summary>
    Container,

    /// <summary>The build of an image, or who starts it.</summary>
    Image,
}
