"""Pictures drawn by the server: tracks and bars as SVG that needs no script."""
