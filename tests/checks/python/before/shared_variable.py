profiler = {
    "type": "Profiler",
    "generateSampleData": True,
    "includeViews": True,
}
CONFIG = {"source": {"type": "mysql", "serviceName": "a", "sourceConfig": {"config": profiler}}, "sink": {}}
OTHER = {"source": {"type": "mysql", "serviceName": "b", "sourceConfig": {"config": profiler}}, "sink": {}}
