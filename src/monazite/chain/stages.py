"""The stages of a supply chain, from ore to use, and what a country does at each."""

from __future__ import annotations

MINING, REFINING, METAL, ALLOY = "mining", "refining", "metal", "alloy"
MAGNET, INTERMEDIATE, COMPONENT, SECTOR = "magnet", "intermediate", "component", "sector"
STAGES = (MINING, REFINING, METAL, ALLOY, MAGNET, INTERMEDIATE, COMPONENT, SECTOR)
"""In the order in which goods pass them; refining is the separation of rare earths."""

MAKE, MARKET, USE = "make", "market", "use"
"""A plant or mine of a stage; what a country has of its product, made or bought; who uses it up."""
