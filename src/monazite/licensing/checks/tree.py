"""The product tree: one product, every part inside it, every line in some part.

A node's number says where it stands (1.2.1 is a part of 1.2), so that there is no circle to find.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from monazite.licensing.context import Context
    from monazite.licensing.findings import Finding

_NODE = re.compile(r"[1-9]\d*(\.[1-9]\d*)*")


def some_tree(context: Context) -> Iterator[Finding]:
    """Where civil use is to be proved there is a tree."""
    proved = context.kind and context.kind.proof_of_civil_use
    there = context.application.product_tree or context.unread("product_tree")
    if proved and not there:
        yield context.finding("tree.none", "product_tree")


def nodes(context: Context) -> Iterator[Finding]:
    """Each node has a number of its own, and its parent is there."""
    seen: set[str] = set()
    there = {part.node for part in context.application.product_tree}
    for n, part in enumerate(context.application.product_tree):
        path, node = f"product_tree[{n}].node", part.node
        if node is None:
            continue
        if not _NODE.fullmatch(node):
            yield context.finding("tree.node_malformed", path, node=node)
            continue
        if node in seen:
            yield context.finding("tree.node_twice", path, node=node)
        seen.add(node)
        parent = node.rpartition(".")[0]
        if parent and parent not in there:
            yield context.finding("tree.no_parent", path, node=node, parent=parent)


def one_root(context: Context) -> Iterator[Finding]:
    """The tree is of one product."""
    roots = [
        (n, part.node)
        for n, part in enumerate(context.application.product_tree)
        if part.node and _NODE.fullmatch(part.node) and "." not in part.node
    ]
    for n, node in roots[1:]:
        if node != roots[0][1]:
            path = f"product_tree[{n}].node"
            yield context.finding("tree.two_roots", path, node=str(node), first=str(roots[0][1]))


def root_is_one(context: Context) -> Iterator[Finding]:
    """Needs are worked out for one product: that is the root."""
    for n, part in enumerate(context.application.product_tree):
        root = part.node and _NODE.fullmatch(part.node) and "." not in part.node
        if root and part.per_parent is not None and 0 < part.per_parent != 1:
            path, value = f"product_tree[{n}].per_parent", f"{part.per_parent:f}"
            yield context.finding("tree.root_not_one", path, value=value)


def lines_at_several(context: Context) -> Iterator[Finding]:
    """A line may go into several parts: what it needs is the sum."""
    tree = context.application.product_tree
    for number in sorted({part.line for part in tree if part.line}):
        nodes = list(dict.fromkeys(p.node for p in tree if p.line == number and p.node))
        if len(nodes) > 1:
            words = {"line": str(number), "count": str(len(nodes)), "nodes": ", ".join(nodes)}
            yield context.finding("tree.line_at_several", "product_tree", **words)


def amounts(context: Context) -> Iterator[Finding]:
    """So much of a part goes in, and less than all of it is lost."""
    for n, part in enumerate(context.application.product_tree):
        if part.per_parent is not None and part.per_parent <= 0:
            path = f"product_tree[{n}].per_parent"
            yield context.finding("tree.amount_not_positive", path, value=f"{part.per_parent:f}")
        if part.loss is not None and part.loss >= 1:
            yield context.finding("tree.all_lost", f"product_tree[{n}].loss", loss=f"{part.loss:f}")


def lines_have_a_place(context: Context) -> Iterator[Finding]:
    """Every line goes into some part, and a part names a line that there is."""
    application = context.application
    if not application.product_tree:
        return
    placed: set[int] = set()
    for n, part in enumerate(application.product_tree):
        if part.line is None:
            continue
        placed.add(part.line)
        if not 1 <= part.line <= len(application.lines) and not context.unread("lines"):
            most = str(len(application.lines))
            yield context.finding(
                "tree.line_unknown", f"product_tree[{n}].line", line=str(part.line), most=most
            )
    for number in range(1, len(application.lines) + 1):
        if number not in placed and not context.unread(f"lines[{number - 1}]"):
            yield context.finding("tree.line_without_place", "product_tree", line=str(number))


CHECKS = (
    some_tree,
    nodes,
    one_root,
    root_is_one,
    amounts,
    lines_have_a_place,
    lines_at_several,
)
