"""Compares an export with the CSV files that it was made from, to the digit, as other programs read it.

    python compare.py FOLDER FORMAT EXPORT

FOLDER holds datapackage.json; FORMAT is sqlite, duckdb, parquet, xlsx or csv-excel; of the last two EXPORT is a folder of CSV
files that LibreOffice made of them. Prints the number of cells; ends with 1 and the first differences where there are any.
"""
import csv
import json
import os
import sys
from decimal import Decimal

csv.field_size_limit(sys.maxsize)
folder, form, export = sys.argv[1:]
with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as file:
    resources = json.load(file)["resources"]


def stated(resource):
    with open(os.path.join(folder, resource["path"]), encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    return rows[0], rows[1:]


def from_sqlite(resource, names):
    import sqlite3
    connection = sqlite3.connect(export)
    columns = ", ".join(f'"{name}"' for name in names)
    return connection.execute(f'SELECT {columns} FROM "{resource["name"]}" ORDER BY rowid').fetchall()


def from_duckdb(resource, names):
    import duckdb
    with duckdb.connect(export, read_only=True) as connection:
        return connection.execute(f'SELECT * FROM "{resource["name"]}" ORDER BY rowid').fetchall()


def from_parquet(resource, names):
    import pandas
    import pyarrow
    path = os.path.join(export, resource["name"] + ".parquet")
    frame = pandas.read_parquet(path, dtype_backend="pyarrow")
    for field in resource["schema"]["fields"]:
        kind = frame[field["name"]].dtype.pyarrow_dtype
        if field["type"] == "number":
            assert pyarrow.types.is_decimal(kind) or kind == pyarrow.string(), (field["name"], kind)
        if field["type"] == "string":
            assert kind == pyarrow.string(), (field["name"], kind)
    return [[None if cell is pandas.NA else cell for cell in row] for row in frame.itertuples(index=False)]


def from_sheets(resource, names):
    """The rows of a table's sheets, one after another, without the columns of the document."""
    rows = []
    part = 1
    while True:
        name = resource["title"] if part == 1 else f'{resource["title"]} ({part})'
        path = os.path.join(export, f"export-{name}.csv")
        if not os.path.exists(path):
            return rows
        with open(path, encoding="utf-8-sig", newline="") as file:
            read = list(csv.reader(file))
        rows += [row[len(row) - len(names):] for row in read[1:]]
        part += 1


def from_files(resource, names):
    with open(os.path.join(export, resource["path"]), encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


READERS = {
    "sqlite": from_sqlite,
    "duckdb": from_duckdb,
    "parquet": from_parquet,
    "xlsx": from_sheets,
    "csv-excel": from_files,
}


def printed(cell, field):
    """A cell as the CSV file prints it."""
    kind = field["type"]
    if cell is None:
        return ""
    if form == "xlsx":
        if kind == "boolean":
            return {"是": "true", "否": "false"}.get(cell, cell)
        labels = {each["label"]: each["value"] for each in field.get("categories", [])}
        return labels.get(cell, cell)
    if form == "csv-excel":
        if kind == "boolean":
            return cell.lower()
        return cell
    if kind == "boolean":
        return "true" if cell else "false"
    if kind == "number":
        text = repr(cell) if isinstance(cell, float) else str(cell)
        return f"{Decimal(text).normalize():f}"
    if kind in ("date", "datetime") and not isinstance(cell, str):
        return cell.strftime("%Y-%m-%d" if kind == "date" else "%Y-%m-%dT%H:%M:%SZ")
    return str(cell)


def told(text, field):
    """What is to be read: for Excel, a time may be shown in another way."""
    if field["type"] == "number" and text != "" and form not in ("xlsx", "csv-excel"):
        return f"{Decimal(text).normalize():f}"
    return text


cells = 0
differences = []
for resource in resources:
    fields = resource["schema"]["fields"]
    names, rows = stated(resource)
    read = READERS[form](resource, names)
    if len(read) != len(rows):
        differences.append(f'{resource["name"]}: {len(rows)} rows, read {len(read)}')
    for number, (row, other) in enumerate(zip(rows, read)):
        for text, cell, field in zip(row, other, fields):
            cells += 1
            if form == "csv-excel" and field["type"] in ("date", "datetime"):
                continue
            # A text that no formula of Excel can hold gets an apostrophe before it.
            if form == "csv-excel" and cell == f"'{text}":
                continue
            if printed(cell, field) != told(text, field):
                differences.append(f'{resource["name"]} row {number} {field["name"]}: {text!r}, read {cell!r}')
print(f"{cells} cells")
for difference in differences[:20]:
    print(difference, file=sys.stderr)
sys.exit(1 if differences else 0)
