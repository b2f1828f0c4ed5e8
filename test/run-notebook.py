"""Runs the code cells of a notebook in order, as Jupyter does, and prints what each prints as a JSON list.

    python run-notebook.py NOTEBOOK
"""
import contextlib
import io
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    notebook = json.load(file)
names = {"__name__": "__main__"}
outputs = []
for cell in notebook["cells"]:
    if cell["cell_type"] != "code":
        continue
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile("".join(cell["source"]), cell["id"], "exec"), names)
    outputs.append(printed.getvalue())
print(json.dumps(outputs, ensure_ascii=False))
