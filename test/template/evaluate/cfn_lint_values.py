"""What cfn-lint resolves the functions of templates to, as one line of JSON a template.

Standard input: one template's path a line. Output: {"path": …, "uses": [{"at": [steps], "values": [{"value": …,
"refs": {name: text}, "conditions": {name: truth}}]}]}, or {"path": …, "error": …}. A function that cfn-lint leaves
alone, or whose values depend on more than fits into twenty, has no entry. Runs in the virtual environment that
scripts/install-cfn-lint.ts makes.
"""

import json
import logging
import sys
from copy import deepcopy

from cfnlint.decode import decode
from cfnlint.jsonschema import CfnTemplateValidator
from cfnlint.template import Template

MOST_VALUES = 20
SECTIONS = ("Conditions", "Resources", "Outputs")


def functions(node, at):
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from functions(item, [*at, index])
    elif isinstance(node, dict):
        if len(node) == 1:
            (key,) = node
            if key == "Ref" or str(key).startswith("Fn::"):
                yield at, node
        for key, member in node.items():
            yield from functions(member, [*at, str(key)])


def resolved(validator, node):
    values = []
    for value, found, error in validator.resolve_value(node):
        if error:
            return []
        if len(values) == MOST_VALUES:
            return []
        context = found.context
        values.append(
            {
                "value": value,
                "refs": {name: text for name, text in context.ref_values.items()},
                "conditions": dict(context.conditions.status),
            }
        )
    return values


def uses_of(path):
    template, problems = decode(path)
    if problems or template is None:
        raise ValueError("; ".join(str(problem) for problem in problems))
    # cfn-lint sorts operands of conditions in place; the steps must be those of the file.
    written = deepcopy(template)
    cfn = Template(path, template, ["us-east-1"])
    validator = CfnTemplateValidator({}).evolve(cfn=cfn, context=cfn.context)
    for section in SECTIONS:
        for at, node in functions(written.get(section, {}), [section]):
            values = resolved(validator, node)
            if values:
                yield {"at": at, "values": values}


def main():
    logging.disable(logging.CRITICAL)
    for line in sys.stdin:
        path = line.rstrip("\n")
        try:
            answer = {"path": path, "uses": list(uses_of(path))}
        except Exception as error:  # One template that cfn-lint cannot take is counted, not the end.
            answer = {"path": path, "error": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer, default=str), flush=True)


main()
