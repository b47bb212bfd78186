#!/usr/bin/env python3
"""Second implementation of the draw `wrv-loting-v1`, with Python's standard library alone.

    python3 verify.py              checks the vectors in this folder
    python3 verify.py draw.json    checks published draws

It does everything except the signatures of the beacon, for which the library has no mathematics.
Prints one line per draw, and ends with 0 when all is as it should be.
"""
import hashlib
import hmac
import json
import sys
from pathlib import Path

SCHEME = "wrv-loting-v1"
HOUR = 3600


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def u64be(number):
    return number.to_bytes(8, "big")


def canonical(value):
    """Enough of RFC 8785 for lists of texts and whole numbers."""
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


def merkle_root(leaves):
    """RFC 6962 part 2.1, by its definition."""
    if not leaves:
        return sha256()
    if len(leaves) == 1:
        return sha256(b"\0", leaves[0])
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\1", merkle_root(leaves[:k]), merkle_root(leaves[k:]))


def time_of(source, chain):
    if source["kind"] == "round":
        return chain["genesis"] + (source["round"] - 1) * chain["periodSeconds"]
    return source["at"] if source["kind"] == "pulse" else source["from"]


def commitment_problems(commitment):
    chain, sources, classes = (commitment[key] for key in ("chain", "sources", "classes"))
    if commitment["scheme"] != SCHEME:
        yield "unknown-scheme"
    if commitment["marginSeconds"] < HOUR:
        yield "margin-too-short"
    if not sources:
        yield "no-source"
    elif commitment["committedAt"] > time_of(sources[0], chain) - commitment["marginSeconds"]:
        yield "committed-too-late"
    for index, source in enumerate(sources):
        if source["until"] < time_of(source, chain):
            yield "source-closes-early"
        if index and time_of(source, chain) <= sources[index - 1]["until"]:
            yield "fallback-too-early"
        names = [party["name"] for party in source.get("parties", [])]
        if len(names) != len(set(names)):
            yield "duplicate-party"
    if len(classes) != len(set(classes)):
        yield "duplicate-class"


def list_problems(commitment, lots):
    names = [entry["lot"].encode() for entry in lots]
    if not names:
        yield "no-lots"
    if names != sorted(names):
        yield "list-not-sorted"
    if len(names) != len(set(names)):
        yield "duplicate-lot"
    if any(entry["class"] not in commitment["classes"] for entry in lots):
        yield "unknown-class"
    ordered = sorted(lots, key=lambda entry: entry["lot"].encode())
    pairs = [[entry["lot"], entry["class"]] for entry in ordered]
    if len(lots) != commitment["lotCount"]:
        yield "count-mismatch"
    elif merkle_root(sorted(names)).hex() != commitment["lotsRoot"]:
        yield "lots-changed"
    elif sha256(canonical(pairs)).hex() != commitment["listHash"]:
        yield "classes-changed"


def speaks_for(source, item):
    if source["kind"] == "round":
        return item["kind"] == "round" and item["round"] == source["round"]
    if source["kind"] == "pulse":
        return item["kind"] == "pulse" and item["at"] == source["at"]
    named = [party["name"] for party in source["parties"]]
    return item["kind"] == "reveal" and item["party"] in named


def why_not(item, commitment, drawn_at):
    chain = commitment["chain"]
    if item["kind"] == "round" and item["publicKey"] != chain["publicKey"]:
        return "wrong-chain"
    source = next((each for each in commitment["sources"] if speaks_for(each, item)), None)
    if source is None:
        return "not-committed"
    if item["receivedAt"] < time_of(source, chain):
        return "value-before-its-time"
    if item["receivedAt"] > min(source["until"], drawn_at):
        return "value-too-late"
    if item["kind"] == "reveal":
        committed = {party["name"]: party["commitment"] for party in source["parties"]}
        if sha256(bytes.fromhex(item["secret"])).hex() != committed[item["party"]]:
            return "value-not-verified"
    return None


def settle(draw, problems):
    """The value of the first source that spoke in time, and the parties who kept silent."""
    commitment, now = draw["commitment"], draw["drawnAt"]
    counting = []
    for item in draw["evidence"]:
        problem = why_not(item, commitment, now)
        if problem:
            problems.append(problem)
        else:
            counting.append(item)
    for source in commitment["sources"]:
        said = [item for item in counting if speaks_for(source, item)]
        if source["kind"] == "parties":
            secrets = {item["party"]: item["secret"] for item in said}
            silent = [p["name"] for p in source["parties"] if p["name"] not in secrets]
            if not silent or now > source["until"]:
                parts = [secrets.get(p["name"], p["commitment"]) for p in source["parties"]]
                joined = bytes.fromhex("".join(parts))
                return sha256(SCHEME.encode(), b" parties\0", joined), silent
        elif said:
            key = "signature" if source["kind"] == "round" else "outputValue"
            return sha256(bytes.fromhex(said[0][key])), []
        if now <= source["until"]:
            problems.append("waiting-for-source")
            return None, []
    problems.append("no-source-left")
    return None, []


def check(draw):
    """The codes of all that is wrong; nothing when the draw holds."""
    commitment, lots = draw["commitment"], draw["lots"]
    problems = [*commitment_problems(commitment), *list_problems(commitment, lots)]
    value, silent = settle(draw, problems)
    if problems:
        return problems
    identity = commitment["lottery"].encode()
    head = SCHEME.encode() + b"\0" + u64be(len(identity)) + identity + u64be(len(lots))
    seed = sha256(head, bytes.fromhex(commitment["lotsRoot"]), value)
    keys = {
        entry["lot"]: hmac.new(seed, entry["lot"].encode(), hashlib.sha256).hexdigest()
        for entry in lots
    }
    rank = {served: index for index, served in enumerate(commitment["classes"])}
    order = sorted(lots, key=lambda entry: (rank[entry["class"]], keys[entry["lot"]]))
    if draw["silent"] != silent:
        problems.append("silent-mismatch")
    if draw["value"] != value.hex():
        problems.append("value-mismatch")
    if draw["seed"] != seed.hex():
        problems.append("seed-mismatch")
    if any(entry["key"] != keys[entry["lot"]] for entry in lots):
        problems.append("key-mismatch")
    if any(entry["place"] != place for place, entry in enumerate(order, 1)):
        problems.append("place-mismatch")
    return problems


def report(name, right, said):
    print(f"{'ok  ' if right else 'FAIL'} {name}: {said}")
    return right


def check_file(path):
    content = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(content, list):
        return all([check_invalid(item) for item in content])
    if "people" in content:
        return check_people(path, content)
    problems = check(content)
    return report(path.name, not problems, ", ".join(problems) or "holds, signature apart")


def check_invalid(item):
    """A draw that must not hold, for the reason that is named."""
    problems = check(item["draw"])
    if item.get("needs") == "signature":
        return report(item["why"], not problems, "only its signature is wrong")
    return report(item["why"], item["code"] in problems, ", ".join(problems) or "nothing found")


def check_people(path, content):
    """The people of a weighted draw, each at the best of their lots."""
    draw = json.loads((path.parent / content["draw"]).read_text(encoding="utf-8"))
    place = {entry["lot"]: entry["place"] for entry in draw["lots"]}
    holders = content["holders"]
    order = sorted(holders, key=lambda person: min(place[lot] for lot in holders[person]))
    return report(path.name, order == content["people"], ", ".join(order))


if __name__ == "__main__":
    named = [Path(name) for name in sys.argv[1:]]
    files = named or sorted(Path(__file__).parent.glob("*.json"))
    results = [check_file(path) for path in files]
    sys.exit(0 if results and all(results) else 1)
