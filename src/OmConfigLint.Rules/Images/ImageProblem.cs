namespace OmConfigLint.Rules.Images;

/// <summary>What is wrong with the image that a file names. One image has one problem: the first of these that holds.</summary>
internal enum ImageProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The image has a successor.</summary>
    Retired,

    /// <summary>The tag is <c>latest</c>, or there is none.</summary>
    Latest,

    /// <summary>The tag is that of a build before a release.</summary>
    PreRelease,

    /// <summary>The tag is newer than every release that omlint knows.</summary>
    Unknown,

    /// <summary>The tag is older than the image.</summary>
    BeforeFirstRelease,

    /// <summary>The tag has four numbers, and the image's tags have three.</summary>
    FourNumbers,

    /// <summary>The tag has four numbers, and was published before ingestion images got such tags.</summary>
    EarlyFourNumbers,

    /// <summary>The tag was copied from samples that were never brought up to date.</summary>
    CopiedSample,

    /// <summary>The tag is older than the release that is asked for.</summary>
    Outdated,

    /// <summary>The tag moves with every release of the ingestion package.</summary>
    Floating,
}
