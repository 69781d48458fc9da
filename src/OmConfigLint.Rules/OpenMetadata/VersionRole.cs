namespace OmConfigLint.Rules.OpenMetadata;

/// <summary>What part of an OpenMetadata deployment a written version belongs to. All parts of one deployment speak of one release.</summary>
internal enum VersionRole
{
    /// <summary>The image of the server: <c>openmetadata/server</c>.</summary>
    ServerImage,

    /// <summary>An image of the databases that the quickstart brings: <c>openmetadata/db</c>, <c>openmetadata/postgresql</c>.</summary>
    DatabaseImage,

    /// <summary>An image that ingests: <c>openmetadata/ingestion</c> and its siblings.</summary>
    IngestionImage,

    /// <summary>Any other image of OpenMetadata's.</summary>
    OtherImage,

    /// <summary>A Helm chart of OpenMetadata's.</summary>
    Chart,

    /// <summary>A Python package of OpenMetadata's.</summary>
    Package,
}
