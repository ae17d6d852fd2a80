"""A licence on paper: the PDF, its fonts and its QR code."""
