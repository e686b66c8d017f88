"""Prints the JSON Schema of BatchImportFindings' request, from AWS's own model of the Security Hub API as botocore publishes it.

Structures take no member that the model does not name; limits that the model states only in prose are taken from its prose.
    python3 scripts/asff_schema.py > lib/export/reports/asff-2018-10-08.schema.json
"""

import gzip
import json
import os
import re

import botocore

MODEL = os.path.join(os.path.dirname(botocore.__file__), "data/securityhub/2018-10-26/service-2.json.gz")
with gzip.open(MODEL) as file:
    SHAPES = json.load(file)["shapes"]
# What a resource is made of, service by service: a thousand shapes of which we write none.
LEFT_OUT = {"ResourceDetails"}
LIMIT = re.compile(r"(Length Constraints|Array Members): *(?:Min[^.]*?(\d+)[^.]*\.)? *(?:Max[^.]*?(\d+)[^.]*\.)?(\d+)?")


def limits(prose):
    found = LIMIT.search(re.sub(r"<[^>]+>", "", prose or ""))
    if found is None:
        return {}
    kind, least, most, exact = found.groups()
    word = "Length" if kind == "Length Constraints" else "Items"
    pair = ((f"min{word}", least or exact), (f"max{word}", most or exact))
    return {name: int(number) for name, number in pair if number}


def schema_of(shape):
    kind = shape["type"]
    if kind == "structure":
        return {
            "type": "object",
            "required": shape.get("required", []),
            "additionalProperties": False,
            "properties": {
                name: {"allOf": [reference(member)], **limits(member.get("documentation"))}
                for name, member in shape["members"].items()
                if member["shape"] not in LEFT_OUT
            },
        }
    if kind == "list":
        return {"type": "array", "items": reference(shape["member"]), **bounds(shape, "Items")}
    if kind == "map":
        return {"type": "object", "additionalProperties": reference(shape["value"])}
    if kind == "string":
        named = {name: shape[name] for name in ("pattern", "enum") if name in shape}
        return {"type": "string", **named, **bounds(shape, "Length")}
    if kind in ("integer", "long"):
        return {"type": "integer", **{f"{name}imum": shape[name] for name in ("min", "max") if name in shape}}
    return {"type": {"timestamp": "string", "double": "number"}.get(kind, kind)}


def bounds(shape, word):
    return {f"{name}{word}": shape[name] for name in ("min", "max") if name in shape}


def reference(member):
    return {"$ref": f"#/definitions/{member['shape']}"}


def reached(name, seen):
    if name in seen or name in LEFT_OUT:
        return seen
    seen[name] = schema_of(SHAPES[name])
    shape = SHAPES[name]
    members = [*shape.get("members", {}).values(), *(shape[part] for part in ("member", "value") if part in shape)]
    for member in members:
        reached(member["shape"], seen)
    return seen


definitions = reached("BatchImportFindingsRequest", {})
print(
    json.dumps(
        {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "$comment": f"AWS's model of the Security Hub API (2018-10-26) in botocore {botocore.__version__}, Apache-2.0",
            "$ref": "#/definitions/BatchImportFindingsRequest",
            "definitions": dict(sorted(definitions.items())),
        },
        indent=1,
    )
)
