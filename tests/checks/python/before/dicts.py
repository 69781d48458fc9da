service_connection = {"config": {"type": "Mysql", "hostPort": "mysql:3306"}}
filters = {
    "includes": ["sales"],
    "excludes": [],
}


def build_profiler_config(service_name, generate_sample_data=True, process_pii_sensitive=False):
    data = {
        "source": {
            "type": "mysql",
            "serviceName": service_name,
            "serviceConnection": service_connection,
            "sourceConfig": {
                "config": {
                    "type": "Profiler",
                    "generateSampleData": generate_sample_data,
                    "processPiiSensitive": process_pii_sensitive,
                    # ToDo: more
                    # "confidence": 80,
                    "schemaFilterPattern": filters,
                    "profileSample": None if not service_name else 85
                }
            },
        },
        "processor": {"type": "orm-profiler", "config": {}},
        "sink": {"type": "metadata-rest", "config": {}},
        "ingestionPipelineFQN": f"{service_name}.profiler",
    }
    data.update({"workflowConfig": {}})
    return data


CONFIG = build_profiler_config("shop")

last = {'type': 'Profiler', 'includeViews': True, 'confidence': 85}
OTHER = {
    'source': dict(type='mysql', serviceName='a' 'b', sourceConfig={'config': last}),
    'sink': {},
}
