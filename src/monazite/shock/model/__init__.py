"""The world that is shocked: goods, markets, makers, users and the trade between them, a week."""
