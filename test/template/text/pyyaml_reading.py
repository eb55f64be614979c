"""What PyYAML reads in YAML files, as one line of JSON a file.

Standard input: one path a line. Output: {"path": …, "value": …} or {"path": …, "error": …}. The tables of plain scalars
are SnakeYAML's (its Resolver, up to version 1.26), as CloudFormation reads YAML with that; its tags are CloudFormation's.
Keys are text as they are written, a date and what JSON cannot hold stays text. Runs in the virtual environment that
scripts/install-cfn-lint.ts makes: cfn-lint brings PyYAML.
"""

import json
import math
import re
import sys

import yaml

CORE = "tag:yaml.org,2002:"
RESOLVERS = (
    ("bool", r"yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF"),
    (
        "int",
        r"[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+",
    ),
    (
        "float",
        r"[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*",
    ),
    ("merge", r"<<"),
    ("null", r"~|null|Null|NULL|"),
)


class Loader(yaml.SafeLoader):
    """SafeLoader with the tables of another library and the tags of CloudFormation."""

    yaml_implicit_resolvers = {None: [(CORE + name, re.compile(f"^(?:{form})$")) for name, form in RESOLVERS]}

    def construct_mapping(self, node, deep=False):
        self.flatten_mapping(node)
        members = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise yaml.constructor.ConstructorError(None, None, "a key is no text", key.start_mark)
            members[key.value] = self.construct_object(value, deep=True)
        return members

    def flatten_mapping(self, node):
        """Earlier sources of a merge win over later ones, and own keys over all; PyYAML's own order does the same."""
        super().flatten_mapping(node)


def number(loader, node):
    text = loader.construct_scalar(node).replace("_", "")
    sign = -1 if text.startswith("-") else 1
    value = 0.0
    for part in text.lstrip("+-").split(":"):
        value = value * 60 + float(part)
    return node.value if math.isinf(value) else sign * value


def function(loader, name, node):
    key = name if name in ("Ref", "Condition") else "Fn::" + name
    if isinstance(node, yaml.ScalarNode):
        value = node.value
        if name == "GetAtt" and "." in value:
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {key: value}


Loader.add_constructor(CORE + "float", number)
Loader.add_constructor(CORE + "map", lambda loader, node: loader.construct_mapping(node, deep=True))
Loader.add_multi_constructor("!", function)


def main():
    for line in sys.stdin:
        path = line.rstrip("\n")
        try:
            with open(path, encoding="utf-8-sig", newline="") as file:
                answer = {"path": path, "value": yaml.load(file.read(), Loader=Loader)}
        except (yaml.YAMLError, UnicodeError, ValueError) as error:
            answer = {"path": path, "error": " ".join(str(error).split())}
        print(json.dumps(answer), flush=True)


main()
