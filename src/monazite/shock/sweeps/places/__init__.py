"""Where chunks are computed: on threads of this process, or on a Dask cluster."""
