"""Reads what gongkai writes, with nothing but Python's standard library (3.9 or newer).

    import gongkai
    data = gongkai.extract("disclosures", out="out")     # or gongkai.Dataset("out")
    total = sum(row["amount"] for row in data.rows("amounts")
                if row["concept"] == "three_public_total" and row["is_primary"])

Amounts are Decimal, codes and ids str, empty cells None. `frame` gives a pandas DataFrame where pandas is installed.
"""
import csv
import json
import pathlib
import subprocess
from decimal import Decimal

COMMAND = ["npx", "gongkai"]
_TYPES = {
    "number": Decimal,
    "integer": int,
    "boolean": lambda text: text == "true",
}


class Failed(Exception):
    """The command ended with an error; its message says which and what to do."""


class Dataset:
    """An output folder of `gongkai extract`, or a panel of `gongkai compare`."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        package = json.loads((self.folder / "datapackage.json").read_text("utf-8"))
        self.resources = {resource["name"]: resource for resource in package["resources"]}

    def rows(self, name):
        """The rows of a CSV file as dictionaries, one after another."""
        fields = self.resources[name]["schema"]["fields"]
        types = {field["name"]: _TYPES.get(field["type"], str) for field in fields}
        with open(self.folder / f"{name}.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield {key: None if text == "" else types[key](text) for key, text in row.items()}

    def frame(self, name):
        """The same as a pandas DataFrame; its amounts stay Decimal."""
        import pandas

        columns = [field["name"] for field in self.resources[name]["schema"]["fields"]]
        return pandas.DataFrame(list(self.rows(name)), columns=columns, dtype=object)

    def document(self, document_id):
        """All that is known of a document: grids with the place of each cell, ledger, prose, checks."""
        path = self.folder / "documents" / f"{document_id}.json"
        return json.loads(path.read_text("utf-8"), parse_float=Decimal)


def extract(*paths, out, options=()):
    """Reads documents into a folder. Those that cannot be read are `failed` rows of `documents`.

    Raises Failed where the command was called wrongly or could not write.
    """
    command = [*COMMAND, "extract", *map(str, paths), "--out", str(out), *options]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    if done.returncode not in (0, 1) or not (pathlib.Path(out) / "datapackage.json").exists():
        raise Failed(done.stderr.strip() or done.stdout.strip())
    return Dataset(out)
