"""Judges what Takeup judged, with another program, and compares every count.

peers.py FOLDER PEER: reads what the bench wrote down, prints one line of JSON. With PEER-merged the questions that
several powers ask are handed over once, as Takeup merges them; else each power's own.

Every peer may take liftable facts as true when relaxed, and has to count three kinds of groups: the rest is blocked.
"""

import json
import sys
import time
from pathlib import Path


class Data:
    def __init__(self, folder, merged):
        import numpy as np

        about = json.loads((folder / "questions.json").read_text())
        self.starts = np.array(about["starts"])
        self.rows, self.areas = int(self.starts[-1]), len(self.starts) - 1
        self.area = np.repeat(np.arange(self.areas), np.diff(self.starts))
        self.liftable, self.questions, self.powers = about["liftable"], about["questions"], about["powers"]
        if not merged:
            self.questions = [question | {"powers": [power]} for question in self.questions for power in question["powers"]]
        read = lambda name, kind, *shape: np.fromfile(folder / name, dtype=kind).reshape(shape)
        self.facts = read("facts.u8", "u1", about["facts"], self.rows)
        self.stops = read("stops.u8", "u1", about["stops"], self.rows).astype(bool)
        self.available = read("available.u8", "u1", self.powers, self.areas).astype(bool)
        self.wanted = read("counts.u32", "<u4", self.powers, self.areas, 4)

    def relaxed(self, tree):
        """The law when relaxed: True, or the tree that is left."""
        if tree is None or isinstance(tree, int):
            return True if tree is None or self.liftable[tree] else tree
        (word, parts), = tree.items()
        parts = [self.relaxed(part) for part in parts]
        if word == "any":
            return True if True in parts else {"any": parts}
        parts = [part for part in parts if part is not True]
        return {"all": parts} if parts else True

    def cells(self, counts):
        """Open, unsettled and out of reach by question and area, spread over powers: all four by power and area."""
        import numpy as np

        cells = np.zeros((self.powers, self.areas, 4), dtype="u4")
        people = np.diff(self.starts)
        for question, (open_, unsettled, out) in zip(self.questions, counts):
            four = np.stack([open_, unsettled, people - open_ - unsettled - out, out], axis=1)
            for power in question["powers"]:
                cells[power] = np.where(self.available[power][:, None], four, 0)
        return cells


def as_sql(tree, column):
    if isinstance(tree, int):
        return column(tree)
    (word, parts), = tree.items()
    joined = " AND " if word == "all" else " OR "
    return "(" + joined.join(as_sql(part, column) for part in parts) + ")"


def conditions(data):
    """Law, what stops, and what is relaxed, of every question as SQL: true when open, unsettled, out of reach."""
    fact, stop = (lambda n: f"f{n}"), (lambda n: f"NOT s{n}")
    found = []
    for question in data.questions:
        parts = [] if question["law"] is None else [as_sql(question["law"], fact)]
        now = " AND ".join(parts + [stop(n) for n, _ in question["stops"]]) or "TRUE"
        tree = data.relaxed(question["law"])
        parts = [] if tree is True else [as_sql(tree, fact)]
        relaxed = " AND ".join(parts + [stop(n) for n, lift in question["stops"] if not lift])
        found += [f"({now})", f"({now}) IS NULL", f"({relaxed}) IS FALSE" if relaxed else "FALSE"]
    return found


def sql(data):
    counts = ", ".join(f"count(*) FILTER (WHERE {condition})" for condition in conditions(data))
    return f"SELECT area, {counts} FROM presences GROUP BY area ORDER BY area"


def from_table(data, table):
    """Rows of area and counts, areas without groups left out, as counts by question."""
    import numpy as np

    table = np.asarray(table).astype("i8")
    whole = np.zeros((data.areas, table.shape[1] - 1), dtype="i8")
    whole[table[:, 0]] = table[:, 1:]
    return whole.T.reshape(len(data.questions), 3, data.areas)


class NumPy:
    """Arrays of booleans, surely true and possibly true; only the areas where any power of a question is available."""

    def __init__(self, data):
        import numpy as np

        self.np, self.version, self.threads, self.data = np, np.__version__, 1, data
        self.true, self.possible, self.clear = data.facts == 2, data.facts > 0, ~data.stops

    def tree(self, tree, columns, rows):
        if isinstance(tree, int):
            return columns[tree][rows]
        (word, parts), = tree.items()
        joined = self.np.logical_and if word == "all" else self.np.logical_or
        value = self.tree(parts[0], columns, rows)
        for part in parts[1:]:
            value = joined(value, self.tree(part, columns, rows))
        return value

    def judge(self):
        np, data = self.np, self.data
        counts = []
        for question in data.questions:
            here = np.flatnonzero(data.available[question["powers"]].any(axis=0))
            three = np.zeros((3, data.areas), dtype="i8")
            counts.append(three)
            if not len(here):
                continue
            first, last = here[0], here[-1] + 1
            rows = slice(data.starts[first], data.starts[last])
            law, stops = question["law"], question["stops"]
            everyone = np.ones(rows.stop - rows.start, dtype=bool)
            true = everyone if law is None else self.tree(law, self.true, rows)
            possible = everyone if law is None else self.tree(law, self.possible, rows)
            relaxed = data.relaxed(law)
            relaxed = everyone if relaxed is True else self.tree(relaxed, self.possible, rows)
            for stop, liftable in stops:
                true, possible = true & self.clear[stop][rows], possible & self.clear[stop][rows]
                if not liftable:
                    relaxed = relaxed & self.clear[stop][rows]
            bounds = list(zip(data.starts[first:last] - rows.start, data.starts[first + 1 : last + 1] - rows.start))
            for place, found in ((0, true), (1, possible & ~true), (2, ~relaxed)):
                if found.any():
                    three[place, first:last] = [np.count_nonzero(found[a:b]) for a, b in bounds]
        return counts


class Polars:
    """Nullable booleans, whose AND and OR are Kleene's; one lazy query, all threads."""

    def __init__(self, data):
        import polars as pl

        self.pl, self.version, self.threads, self.data = pl, pl.__version__, pl.thread_pool_size(), data
        columns = {"area": pl.Series(data.area, dtype=pl.UInt16)}
        for n, fact in enumerate(data.facts):
            known = pl.Series(fact == 2)
            columns[f"f{n}"] = known.zip_with(pl.Series(fact != 1), pl.Series([None], dtype=pl.Boolean))
        for n, stop in enumerate(data.stops):
            columns[f"s{n}"] = pl.Series(stop)
        self.frame = pl.DataFrame(columns)
        self.query = self.plan()

    def tree(self, tree):
        if isinstance(tree, int):
            return self.pl.col(f"f{tree}")
        (word, parts), = tree.items()
        parts = [self.tree(part) for part in parts]
        value = parts[0]
        for part in parts[1:]:
            value = value & part if word == "all" else value | part
        return value

    def plan(self):
        pl, made = self.pl, []
        for n, question in enumerate(self.data.questions):
            relaxed = self.data.relaxed(question["law"])
            now = pl.lit(True) if question["law"] is None else self.tree(question["law"])
            relaxed = pl.lit(True) if relaxed is True else self.tree(relaxed)
            for stop, liftable in question["stops"]:
                now = now & ~pl.col(f"s{stop}")
                if not liftable:
                    relaxed = relaxed & ~pl.col(f"s{stop}")
            made += [now.sum().alias(f"a{n}"), now.is_null().sum().alias(f"b{n}"), (~relaxed).sum().alias(f"c{n}")]
        return self.frame.lazy().group_by("area").agg(made)

    def judge(self):
        return from_table(self.data, self.query.collect().to_numpy())


class DuckDB:
    """SQL over nullable booleans, all threads."""

    def __init__(self, data):
        import duckdb
        import numpy as np

        self.version, self.data = duckdb.__version__, data
        self.base = duckdb.connect()
        self.threads = int(self.base.execute("SELECT current_setting('threads')").fetchall()[0][0])
        columns = {"area": data.area}
        for n, fact in enumerate(data.facts):
            columns[f"f{n}"] = np.ma.masked_array(fact == 2, mask=fact == 1)
        columns |= {f"s{n}": stop for n, stop in enumerate(data.stops)}
        self.base.register("given", columns)
        self.base.sql("CREATE TABLE presences AS SELECT * FROM given")
        self.sql = sql(data)

    def judge(self):
        import numpy as np

        found = self.base.sql(self.sql).fetchnumpy()
        return from_table(self.data, np.stack([np.asarray(column) for column in found.values()], axis=1))


class SQLite:
    """SQL over a table in memory."""

    def __init__(self, data):
        import sqlite3

        import numpy as np

        self.version, self.threads, self.data = sqlite3.sqlite_version, 1, data
        self.base = sqlite3.connect(":memory:")
        names = ["area"] + [f"f{n}" for n in range(len(data.facts))] + [f"s{n}" for n in range(len(data.stops))]
        self.base.execute(f"CREATE TABLE presences ({', '.join(names)})")
        insert = f"INSERT INTO presences VALUES ({', '.join('?' * len(names))})"
        values = np.array([0, None, 1], dtype=object)
        for first in range(0, data.rows, 5000):
            part = slice(first, first + 5000)
            columns = [data.area[part].tolist(), *values[data.facts[:, part]].tolist()]
            columns += data.stops[:, part].astype(int).tolist()
            self.base.executemany(insert, zip(*columns))
        self.sql = sql(data)

    def judge(self):
        return from_table(self.data, self.base.execute(self.sql).fetchall())


class NetworkX:
    """One AND/OR graph of all questions, walked in topological order for one presence after another."""

    SAMPLE = 400

    def __init__(self, data):
        import networkx as nx
        import numpy as np

        self.version, self.threads, self.data = nx.__version__, 1, data
        self.sample, rows = [], 0
        for area in np.linspace(0, data.areas - 1, 40).astype(int):
            if rows < self.SAMPLE and area not in self.sample:
                self.sample.append(int(area))
                rows += int(data.starts[area + 1] - data.starts[area])
        self.share = rows / data.rows
        self.graph = nx.DiGraph()
        for n, question in enumerate(data.questions):
            clear = lambda stops: [("stop", stop) for stop, _ in stops]
            hard = [stop for stop in question["stops"] if not stop[1]]
            now = [] if question["law"] is None else [self.add(question["law"])]
            relaxed = data.relaxed(question["law"])
            relaxed = [] if relaxed is True else [self.add(relaxed)]
            self.join(("now", n), "all", now + clear(question["stops"]))
            self.join(("relaxed", n), "all", relaxed + clear(hard))
        self.order = list(nx.topological_sort(self.graph))

    def add(self, tree):
        if isinstance(tree, int):
            return ("fact", tree)
        (word, parts), = tree.items()
        return self.join((word, json.dumps(tree)), word, [self.add(part) for part in parts])

    def join(self, node, word, parts):
        self.graph.add_node(node, word=word)
        self.graph.add_edges_from((part, node) for part in parts)
        return node

    def walk(self, row):
        """False, unknown and true as 0, 1, 2: AND is the least, OR the greatest."""
        value, graph, data = {}, self.graph, self.data
        for node in self.order:
            kind, place = node
            if kind == "fact":
                value[node] = int(data.facts[place, row])
            elif kind == "stop":
                value[node] = 0 if data.stops[place, row] else 2
            else:
                parts = [value[part] for part in graph.predecessors(node)]
                value[node] = min(parts, default=2) if graph.nodes[node]["word"] == "all" else max(parts)
        return value

    def judge(self):
        import numpy as np

        counts = np.zeros((len(self.data.questions), 3, self.data.areas), dtype="i8")
        for area in self.sample:
            for row in range(self.data.starts[area], self.data.starts[area + 1]):
                value = self.walk(row)
                for n in range(len(self.data.questions)):
                    now = value["now", n]
                    counts[n, 0, area] += now == 2
                    counts[n, 1, area] += now == 1
                    counts[n, 2, area] += value["relaxed", n] == 0
        return counts


PEERS = {"numpy": NumPy, "polars": Polars, "duckdb": DuckDB, "sqlite": SQLite, "networkx": NetworkX}


def main():
    folder, (peer, _, merged) = Path(sys.argv[1]), sys.argv[2].partition("-")
    peer = PEERS[peer]
    try:
        data = Data(folder, bool(merged))
        begun = time.perf_counter()
        ready = peer(data)
        load = time.perf_counter() - begun
    except ImportError as error:
        print(json.dumps({"left_out": f"{error.name} is not installed"}))
        return
    wall, processor = [], []
    while len(wall) < 7 and sum(wall) < 20:
        begun, before = time.perf_counter(), time.process_time()
        cells = data.cells(ready.judge())
        wall.append(time.perf_counter() - begun)
        processor.append(time.process_time() - before)
    areas = getattr(ready, "sample", list(range(data.areas)))
    unlike = (cells != data.wanted).any(axis=2)[:, areas]
    found = {
        "name": peer.__name__, "version": ready.version, "threads": ready.threads, "load": load,
        "judging": [1e3 * min(of) / getattr(ready, "share", 1) for of in (wall, processor)],
        "compared": int(unlike.size), "differ": int(unlike.sum()),
    }
    if unlike.any():
        power, place = (int(n[0]) for n in unlike.nonzero())
        got, wanted = (of[power, areas[place]].tolist() for of in (cells, data.wanted))
        found["first"] = f"power {power} in area {areas[place]}: {got}, not {wanted}"
    if hasattr(ready, "share"):
        found["note"] = f"an estimate, from a sample of {ready.share:.2%} of the presences"
    print(json.dumps(found))


if __name__ == "__main__":
    main()
