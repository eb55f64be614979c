"""Holds recorded exchanges with AWS against botocore's service models.

Reads exchanges, one JSON object a line, and writes {"operations": [...], "problems": [...]}. A request must decode into
the operation's input with nothing left over, stand botocore's own validator and what the model says beyond it (enums,
lengths, patterns), and botocore must serialize the decoded input into the very same request. An answer must hold only
what the output shape has, all that it requires, each value of its type, and botocore's own parser must read it.
"""

import base64
import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from urllib.parse import parse_qsl, unquote, urlsplit

import botocore.parsers
import botocore.serialize
import botocore.session
from botocore.utils import parse_timestamp
from botocore.validate import ParamValidator

SESSION = botocore.session.get_session()
MODELS = {}

# Common to all operations, so that no model names them: "Common Errors" of each service's API reference.
COMMON_ERRORS = {
    "AccessDenied",
    "AccessDeniedException",
    "ExpiredToken",
    "ExpiredTokenException",
    "InternalFailure",
    "ServiceUnavailable",
    "Throttling",
    "ThrottlingException",
    "UnauthorizedOperation",
    "ValidationError",
    "ValidationException",
}


# Where the name in a signature is not that of the model.
SIGNED_AS = {"monitoring": "cloudwatch", "servicequotas": "service-quotas"}


def model_of(service):
    if service not in MODELS:
        MODELS[service] = SESSION.get_service_model(service)
    return MODELS[service]


# --- constraints ---------------------------------------------------------------------------------------------------


def beyond_validator(shape, value, at):
    """What the model says and botocore's validator does not look at."""
    if shape.type_name == "structure":
        for name, member in value.items():
            yield from beyond_validator(shape.members[name], member, f"{at}.{name}")
    elif shape.type_name == "list":
        yield from bounds(shape, len(value), at, "items")
        for item in value:
            yield from beyond_validator(shape.member, item, f"{at}[]")
    elif shape.type_name == "map":
        for key, item in value.items():
            yield from beyond_validator(shape.key, key, f"{at}.key")
            yield from beyond_validator(shape.value, item, f"{at}.value")
    elif shape.type_name == "string":
        yield from bounds(shape, len(value), at, "characters")
        if shape.enum and value not in shape.enum:
            yield f"{at}: {value} is none of {', '.join(shape.enum)}"
        yield from pattern(shape, value, at)


def bounds(shape, length, at, of):
    if "max" in shape.metadata and length > shape.metadata["max"]:
        yield f"{at}: more than {shape.metadata['max']} {of}"
    if "min" in shape.metadata and length < shape.metadata["min"]:
        yield f"{at}: fewer than {shape.metadata['min']} {of}"


def pattern(shape, value, at):
    source = shape.metadata.get("pattern")
    if source is None:
        return
    for name, python in (("\\p{L}", "\\w"), ("\\p{Z}", "\\s"), ("\\p{N}", "\\d"), ("\\p{P}", ""), ("\\p{S}", "")):
        source = source.replace(name, python)
    try:
        compiled = re.compile(source)
    except re.error:
        return  # Java's dialect has more than Python's.
    if compiled.fullmatch(value) is None:
        yield f"{at}: {value[:80]} is not like {shape.metadata['pattern']}"


# --- requests ------------------------------------------------------------------------------------------------------


def tree_of(pairs):
    root = {}
    for name, value in pairs:
        node = root
        *path, last = name.split(".")
        for part in path:
            node = node.setdefault(part, {})
            if not isinstance(node, dict):
                raise ValueError(f"{name} is a value and has members")
        node[last] = value
    return root


def query_name(name, member, protocol):
    if protocol == "ec2":
        given = member.serialization.get("queryName")
        given = given or member.serialization.get("name", name)
        return given[0].upper() + given[1:]
    return member.serialization.get("name", name)


def from_query(shape, tree, protocol, at, problems):
    if shape.type_name == "structure":
        names = {query_name(name, member, protocol): (name, member) for name, member in shape.members.items()}
        found = {}
        for key, value in tree.items():
            if key not in names:
                problems.append(f"{at}.{key}: no such member")
                continue
            name, member = names[key]
            found[name] = from_query(member, value, protocol, f"{at}.{name}", problems)
        return found
    if shape.type_name == "list":
        if tree == "":
            return []
        items = tree
        if protocol != "ec2" and not shape.serialization.get("flattened"):
            items = tree.get(shape.member.serialization.get("name", "member"), {})
        if not all(key.isdigit() for key in items):
            problems.append(f"{at}: items are not numbered as the model says")
            return []
        return [
            from_query(shape.member, items[key], protocol, f"{at}[]", problems) for key in sorted(items, key=int)
        ]
    if shape.type_name == "map":
        entries = tree.get("entry", {})
        return {entry["key"]: entry["value"] for _, entry in sorted(entries.items(), key=lambda item: int(item[0]))}
    return scalar(shape, tree, at, problems)


def from_json(shape, value, at, problems):
    if shape.type_name == "structure":
        found = {}
        for key, item in value.items():
            if key not in shape.members:
                problems.append(f"{at}.{key}: no such member")
                continue
            found[key] = from_json(shape.members[key], item, f"{at}.{key}", problems)
        return found
    if shape.type_name == "list":
        return [from_json(shape.member, item, f"{at}[]", problems) for item in value]
    if shape.type_name == "map":
        return {key: from_json(shape.value, item, f"{at}.value", problems) for key, item in value.items()}
    if shape.type_name == "blob":
        return base64.b64decode(value)
    if shape.type_name == "timestamp":
        return parse_timestamp(value)
    return value


def scalar(shape, text, at, problems):
    try:
        if shape.type_name in ("integer", "long"):
            return int(text)
        if shape.type_name in ("float", "double"):
            return float(text)
        if shape.type_name == "boolean":
            return {"true": True, "false": False}[text]
        if shape.type_name == "timestamp":
            return parse_timestamp(text)
        if shape.type_name == "blob":
            return base64.b64decode(text)
    except (ValueError, KeyError):
        problems.append(f"{at}: {str(text)[:40]} is no {shape.type_name}")
    return text


def judge_request(model, operation, decoded, sent, problems):
    """`sent` takes what botocore serializes and gives what of it must be equal to what was sent."""
    shape = operation.input_shape
    if shape is None:
        return
    report = ParamValidator().validate(decoded, shape)
    problems.extend(f"input: {line}" for line in report.generate_report().splitlines())
    problems.extend(beyond_validator(shape, decoded, "input"))
    if not problems:
        serialized = botocore.serialize.create_serializer(model.resolved_protocol).serialize_to_request(decoded, operation)
        expected, found = sent(serialized)
        if expected != found:
            problems.append(f"input: botocore would send {expected}, sent was {found}")


# --- answers -------------------------------------------------------------------------------------------------------


def local(tag):
    return tag.rsplit("}", 1)[-1]


def xml_name(name, member):
    return member.serialization.get("name", name)


def answer_xml(shape, element, at, problems):
    if shape.type_name == "structure":
        names = {xml_name(name, member): (name, member) for name, member in shape.members.items()}
        body = {key: value for key, value in names.items() if "location" not in value[1].serialization}
        seen = {}
        for child in element:
            seen.setdefault(local(child.tag), []).append(child)
        for key, children in seen.items():
            if key in ("ResponseMetadata", "requestId"):
                continue
            if key not in body:
                problems.append(f"{at}.{key}: no such member")
                continue
            name, member = body[key]
            if member.type_name == "list" and member.serialization.get("flattened"):
                for child in children:
                    answer_xml(member.member, child, f"{at}.{name}[]", problems)
            else:
                if len(children) > 1:
                    problems.append(f"{at}.{name}: comes {len(children)} times")
                answer_xml(member, children[0], f"{at}.{name}", problems)
        missing = [name for name in shape.required_members if xml_name(name, shape.members[name]) not in seen]
        problems.extend(f"{at}.{name}: required" for name in missing if "location" not in shape.members[name].serialization)
    elif shape.type_name == "list":
        wanted = shape.member.serialization.get("name", "member")
        for child in element:
            if local(child.tag) != wanted:
                problems.append(f"{at}: an item is called {local(child.tag)}, not {wanted}")
            answer_xml(shape.member, child, f"{at}[]", problems)
    elif shape.type_name == "map":
        pass
    else:
        answer_scalar(shape, element.text or "", at, problems)


def answer_scalar(shape, text, at, problems):
    value = scalar(shape, text, at, problems)
    if shape.type_name == "string" and shape.enum and value not in shape.enum:
        problems.append(f"{at}: {value} is none of {', '.join(shape.enum)}")


def answer_json(shape, value, at, problems):
    if shape.type_name == "structure":
        for key, item in value.items():
            if key not in shape.members:
                problems.append(f"{at}.{key}: no such member")
            else:
                answer_json(shape.members[key], item, f"{at}.{key}", problems)
        problems.extend(f"{at}.{name}: required" for name in shape.required_members if name not in value)
    elif shape.type_name == "list":
        for item in value:
            answer_json(shape.member, item, f"{at}[]", problems)
    elif shape.type_name == "map":
        for item in value.values():
            answer_json(shape.value, item, f"{at}.value", problems)
    elif shape.type_name in ("string", "blob") and not isinstance(value, str):
        problems.append(f"{at}: {value} is no {shape.type_name}")
    elif shape.type_name == "string" and shape.enum and value not in shape.enum:
        problems.append(f"{at}: {value} is none of {', '.join(shape.enum)}")
    elif shape.type_name in ("timestamp", "integer", "long", "double") and not isinstance(value, (int, float)):
        problems.append(f"{at}: {value} is no {shape.type_name}")


def judge_answer(model, operation, exchange, problems):
    body, status = exchange["answer"], exchange["status"]
    parser = botocore.parsers.create_parser(model.resolved_protocol)
    response = {"status_code": status, "headers": exchange["answerHeaders"], "body": body.encode()}
    shape = operation.output_shape
    if status >= 300:
        code = parser.parse(response, shape)["Error"].get("Code", "")
        codes = {one.error_code for one in operation.error_shapes} | {one.name for one in operation.error_shapes}
        if code not in codes | COMMON_ERRORS and exchange["method"] != "HEAD":
            problems.append(f"error: the model has no {code or 'error without a code'}")
        return
    if shape is None:
        return
    if model.resolved_protocol == "json":
        answer_json(shape, json.loads(body or "{}"), "output", problems)
    elif shape.serialization.get("payload") is None and body != "":
        root = ElementTree.fromstring(body)
        wrapper = shape.serialization.get("resultWrapper")
        if wrapper is not None:
            found = [child for child in root if local(child.tag) == wrapper]
            if not found:
                problems.append(f"output: no {wrapper}")
                return
            root = found[0]
        answer_xml(shape, root, "output", problems)
    parser.parse(response, shape)


# --- which operation -----------------------------------------------------------------------------------------------


def judge_query(model, exchange, problems):
    pairs = parse_qsl(exchange["body"], keep_blank_values=True)
    given = dict(pairs)
    operation = model.operation_model(given["Action"])
    rest = [(name, value) for name, value in pairs if name not in ("Action", "Version")]
    shape = operation.input_shape
    decoded = from_query(shape, tree_of(rest), model.resolved_protocol, "input", problems) if shape else {}
    judge_request(model, operation, decoded, lambda made: (plain(made["body"]), given), problems)
    return operation


def plain(body):
    """As form fields are: text."""
    return {name: {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value) for name, value in body.items()}


def judge_json(model, exchange, problems):
    prefix, name = exchange["headers"]["x-amz-target"].split(".")
    if prefix != model.metadata["targetPrefix"]:
        problems.append(f"input: the target is {prefix}")
    operation = model.operation_model(name)
    given = json.loads(exchange["body"] or "{}")
    decoded = from_json(operation.input_shape, given, "input", problems)
    judge_request(model, operation, decoded, lambda made: (json.loads(made["body"]), given), problems)
    return operation


# Of the transport, signature and the SDK itself, not of an operation.
OWN_HEADERS = {"x-amz-content-sha256", "x-amz-date", "x-amz-security-token", "x-amz-trailer", "x-amz-user-agent"}
OWN_HEADERS |= {"x-amz-decoded-content-length", "x-amz-sdk-checksum-algorithm", "x-amz-checksum-mode"}


def judge_s3(model, exchange, problems):
    parts = urlsplit(exchange["url"])
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    bucket, _, key = unquote(parts.path)[1:].partition("/")
    operation, static = s3_operation(model, exchange["method"], query, key)
    decoded = {"Bucket": bucket} | ({"Key": key} if key else {})
    for name, member in operation.input_shape.members.items():
        location, sent = member.serialization.get("location"), member.serialization.get("name", name)
        if location == "querystring" and sent in query:
            decoded[name] = scalar(member, query.pop(sent), f"input.{name}", problems)
        if location == "header" and exchange["headers"].get(sent.lower()) and sent.lower() not in OWN_HEADERS:
            if sent.lower().startswith("x-amz-"):
                decoded[name] = scalar(member, exchange["headers"][sent.lower()], f"input.{name}", problems)
    # `x-id` names the operation; SDKs generated by Smithy send it.
    problems.extend(f"input: query {name} is not in the model" for name in query if name not in {*static, "x-id"})
    headers = {m.serialization.get("name", n).lower() for n, m in operation.input_shape.members.items()}
    unknown = [name for name in exchange["headers"] if name.startswith("x-amz-") and name not in headers | OWN_HEADERS]
    problems.extend(f"input: header {name} is not in the model" for name in unknown)
    judge_request(model, operation, decoded, lambda made: (None, None), problems)
    return operation


def s3_operation(model, method, query, key):
    """The operation whose method and fixed query fit, and of these the one that says most."""
    fitting = []
    for name in model.operation_names:
        operation = model.operation_model(name)
        uri = operation.http["requestUri"]
        static = dict(parse_qsl(urlsplit(uri).query, keep_blank_values=True))
        if operation.http["method"] == method and ("{Key+}" in uri) == (key != "") and static.items() <= query.items():
            required = [m for m in operation.input_shape.required_members if m not in ("Bucket", "Key")]
            if all(operation.input_shape.members[m].serialization.get("location") != "header" for m in required):
                fitting.append((len(static), operation, static))
    if not fitting:
        raise ValueError(f"S3 has no operation for {method} {query}")
    most = max(fitting, key=lambda one: (one[0], one[1].name in ("PutObject", "GetObject", "HeadObject")))
    return most[1], most[2]


JUDGES = {"query": judge_query, "ec2": judge_query, "json": judge_json, "rest-xml": judge_s3}


def judge(exchange):
    scope = re.search(r"Credential=[^/]+/\d+/[^/]+/([^/]+)/", exchange["headers"].get("authorization", ""))
    if scope is None:
        return "unsigned", [f"{exchange['method']} {exchange['url']} is not signed"]
    service = SIGNED_AS.get(scope.group(1), scope.group(1))
    model = model_of(service)
    problems = []
    operation = JUDGES[model.resolved_protocol](model, exchange, problems)
    if not exchange["faulty"]:
        judge_answer(model, operation, exchange, problems)
    return f"{service.replace('-', '')}:{operation.name}", problems


def main():
    operations, problems = set(), {}
    for line in sys.stdin:
        name, found = judge(json.loads(line))
        operations.add(name)
        for problem in found:
            problems[f"{name} {problem}"] = True
    json.dump({"operations": sorted(operations), "problems": sorted(problems)}, sys.stdout)


if __name__ == "__main__":
    main()
