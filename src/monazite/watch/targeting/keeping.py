"""One head of a model as files: trees as LightGBM writes them, words as JSON, arrays as NumPy's."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from monazite.watch.targeting.features.features import Feature, Features
from monazite.watch.targeting.features.lines import Lines
from monazite.watch.targeting.features.parts import Part, Words
from monazite.watch.targeting.features.plan import Key
from monazite.watch.targeting.features.profiles import Decay, Profile, Sums
from monazite.watch.targeting.features.usual import Usual
from monazite.watch.targeting.learning.calibration import Calibration
from monazite.watch.targeting.learning.fitting import head

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import numpy.typing as npt

    from monazite.watch.targeting.learning.fitting import Head
    from monazite.watch.targeting.table.schema import Schema

    Array = npt.NDArray[Any]

TREES, ARRAYS, WORDS = "trees.txt", "arrays.npz", "words.json"


def head_files(made: Head) -> Iterator[tuple[str, bytes]]:
    """The files of a head by name; the same head gives the same bytes."""
    yield TREES, made.booster.model_to_string().encode("utf-8")
    features = made.features
    parts = list(features.words)
    document = {
        "decay": list(features.decay), "prior": features.prior, "rate": features.rate,
        "last": features.last, "names": [[one.what, one.kind] for one in features.names],
        "parts": [list(part) for part in parts],
        "keys": [[parts.index(part) for part in key.parts] for key in features.profiles],
        "texts": {str(n): _texts(features.words[part]) for n, part in enumerate(parts)},
        "usual": {what: len(one.lines) for what, one in features.usual.items()},
    }  # fmt: skip
    yield WORDS, json.dumps(document, ensure_ascii=False).encode("utf-8")
    written = io.BytesIO()
    arrays: dict[str, Any] = _arrays(made)
    np.savez_compressed(written, **arrays)
    yield ARRAYS, written.getvalue()


def read_head(schema: Schema, data: Mapping[str, bytes]) -> Head:
    """A head from its files."""
    document: dict[str, Any] = json.loads(data[WORDS])
    with np.load(io.BytesIO(data[ARRAYS]), allow_pickle=False) as held:
        arrays: dict[str, Array] = {name: held[name] for name in held.files}
    parts = [Part(*one) for one in document["parts"]]
    words = [_words(document["texts"][str(n)], arrays, n) for n in range(len(parts))]
    keys = [Key(tuple(parts[n] for n in one)) for one in document["keys"]]
    features = Features(
        schema, Decay(*document["decay"]), document["prior"], document["rate"], document["last"],
        dict(zip(parts, words, strict=True)),
        {key: _profile(arrays, n) for n, key in enumerate(keys)},
        {what: Usual(tuple(Lines(*arrays[f"{what}-{n}"]) for n in range(count)))
         for what, count in document["usual"].items()},
        tuple(Feature(*one) for one in document["names"]),
    )  # fmt: skip
    calibration = Calibration(arrays["margins"], arrays["risks"])
    past = arrays["scores"], arrays["outcomes"]
    return head(features, data[TREES].decode("utf-8"), calibration, past)


def _arrays(made: Head) -> dict[str, Array]:
    found: dict[str, Array] = {
        "margins": made.calibration.margins, "risks": made.calibration.risks,
        "scores": made.scores, "outcomes": made.outcomes,
    }  # fmt: skip
    for n, words in enumerate(made.features.words.values()):
        if isinstance(words.known, np.ndarray):
            found[f"words-{n}"] = words.known
    for n, profile in enumerate(made.features.profiles.values()):
        found[f"keys-{n}"] = profile.keys
        found[f"sums-{n}"] = np.array(profile.sums)
    for what, one in made.features.usual.items():
        for n, lines in enumerate(one.lines):
            found[f"{what}-{n}"] = np.array(lines)
    return found


def _texts(words: Words) -> list[str] | None:
    return None if isinstance(words.known, np.ndarray) else words.known.to_pylist()


def _words(texts: list[str] | None, arrays: Mapping[str, Array], number: int) -> Words:
    return Words(arrays[f"words-{number}"] if texts is None else pa.array(texts, pa.string()))


def _profile(arrays: Mapping[str, Array], number: int) -> Profile:
    return Profile(arrays[f"keys-{number}"], Sums(*arrays[f"sums-{number}"]))
