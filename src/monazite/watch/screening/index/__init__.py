"""Which names may be meant: postings of tokens, skeletons and bigrams, searched by products."""
