from setuptools import setup

setup(
    name="ingestion",
    install_requires=[
        "openmetadata-ingestion[mysql,snowflake]==1.5.4.0",  # the server's release
        'requests>=2',
    ],
    extras_require={"dev": ["openmetadata-ingestion~=1.5.0"]},
)
