// YamlDotNet's string builders come from one pool: readers in parallel are slower than one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
