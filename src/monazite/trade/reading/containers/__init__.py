"""Containers: CSV, JSON, XLSX and Parquet as pieces of text in columns."""

from __future__ import annotations
