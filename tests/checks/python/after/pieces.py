def source_of(name, **more):
    return {
        "type": "mysql",
        "serviceName": name,
        "sourceConfig": {
            "config": {
                "type": "Profiler",
                "includeViews": True,
                **more,
            }
        },
    }


CONFIG = {"source": source_of("shop"), "sink": {"type": "metadata-rest", "config": {}}}
