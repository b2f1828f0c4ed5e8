"""Validates OCDS release packages by the official schemas of the standard.

    python validate-ocds.py SCHEMAS PACKAGE...

SCHEMAS holds release-package-schema.json of 1.1.5 and release-schema-1__1__4.json, as the source distributions of ocdskit and ocdsmerge
have them: 1.1.5 adds to that release schema currencies alone. Prints a line for each package: how many errors it has, and the first.
"""
import json
import os
import sys

from jsonschema import Draft4Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

folder, *packages = sys.argv[1:]


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


schema = read(os.path.join(folder, "release-package-schema.json"))
release = Resource.from_contents(
    read(os.path.join(folder, "release-schema-1__1__4.json")), default_specification=DRAFT4
)
named = schema["properties"]["releases"]["items"]["$ref"]
assert "1__1__5" in named, named
validator = Draft4Validator(
    schema, registry=Registry().with_resource(named, release), format_checker=FormatChecker()
)
for package in packages:
    errors = list(validator.iter_errors(read(package)))
    print(len(errors), *(f"{error.json_path}: {error.message}" for error in errors[:1]))
