"""What the QR codes of a picture say."""

from __future__ import annotations

from typing import Any

import zxingcpp

QR = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def qr_texts(picture: Any) -> set[str]:
    """Their texts. Of every kind of code, a letter or a rule would sometimes read as a number."""
    found = zxingcpp.read_barcodes(picture, formats=QR)
    return {code.text for code in found}
