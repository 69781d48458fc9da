"""Prints, for each file named on standard input, what Python's own parser finds in it, as one line of JSON."""
import ast, inspect, json, re, sys, textwrap, warnings

warnings.simplefilter("ignore")


def facts(text):
    lines = [0]
    for match in re.finditer(r"\r\n|\r|\n", text):
        lines.append(match.end())
    units = (lambda part: len(part)) if text.isascii() else (lambda part: len(part.encode("utf-16-le", "surrogatepass")) // 2)

    def offset(line, column):
        if text.isascii():
            return lines[line - 1] + column
        start = lines[line - 1]
        end = lines[line] if line < len(lines) else len(text)
        part = text[start:end].encode("utf-8", "surrogatepass")[:column].decode("utf-8", "surrogatepass")
        return prefix[line - 1] + units(part)

    prefix = [0]
    for index in range(1, len(lines)):
        prefix.append(prefix[-1] + units(text[lines[index - 1]:lines[index]]))

    def span(node):
        return [offset(node.lineno, node.col_offset), offset(node.end_lineno, node.end_col_offset)]

    def value(constant):
        text = constant.decode("latin-1") if isinstance(constant, bytes) else constant
        return re.sub("[\ud800-\udfff]", "\ufffd", text)

    def text_of(node):
        """The value of an expression of literals, `+`, dedent, cleandoc and strip; None for all else."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return node.value
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            left, right = text_of(node.left), text_of(node.right)
            return None if left is None or right is None else left + right
        if isinstance(node, ast.Call) and not node.keywords:
            function = ast.unparse(node.func) if isinstance(node.func, (ast.Name, ast.Attribute)) else ""
            if function in ("dedent", "textwrap.dedent", "cleandoc", "inspect.cleandoc") and len(node.args) == 1:
                inner = text_of(node.args[0])
                if inner is None:
                    return None
                return textwrap.dedent(inner) if "dedent" in function else None if "\t" in inner else inspect.cleandoc(inner)
            if isinstance(node.func, ast.Attribute) and node.func.attr in ("strip", "lstrip", "rstrip") and len(node.args) < 2:
                inner, arguments = text_of(node.func.value), [text_of(argument) for argument in node.args]
                return None if inner is None or None in arguments else getattr(inner, node.func.attr)(*arguments)
        return None

    def dotted(node):
        if isinstance(node, ast.Name):
            return node.id
        if isinstance(node, ast.Attribute):
            left = dotted(node.value)
            return left and left + "." + node.attr
        return None

    tree = ast.parse(text)
    found = {key: [] for key in ("strings", "formatted", "composed", "dicts", "lists", "sets", "calls", "imports", "assignments")}
    inner, parts = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.JoinedStr, ast.match_case)):
            part = node if isinstance(node, ast.JoinedStr) else node.pattern
            inner.update(id(child) for child in ast.walk(part) if child is not node)
    for node in ast.walk(tree):
        if id(node) in inner:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
            found["strings"].append(span(node) + [value(node.value)])
        elif isinstance(node, ast.JoinedStr):
            constant = "".join(value(part.value) for part in node.values if isinstance(part, ast.Constant))
            found["formatted"].append(span(node) + [constant])
        elif isinstance(node, ast.Dict):
            keys = [key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else None for key in node.keys]
            found["dicts"].append(span(node) + [keys])
        elif isinstance(node, ast.List):
            found["lists"].append(span(node) + [len(node.elts)])
        elif isinstance(node, ast.Set):
            found["sets"].append(span(node) + [len(node.elts)])
        elif isinstance(node, ast.Call):
            found["calls"].append(span(node) + [dotted(node.func), len(node.args), [keyword.arg for keyword in node.keywords]])
        elif isinstance(node, ast.Import):
            found["imports"].append(span(node) + [None, 0, [[alias.name, alias.asname] for alias in node.names]])
        elif isinstance(node, ast.ImportFrom):
            found["imports"].append(span(node) + [node.module, node.level, [[alias.name, alias.asname] for alias in node.names]])
        elif isinstance(node, ast.Assign):
            found["assignments"] += [[span(target)[0], span(node)[1]] for target in node.targets]
        elif isinstance(node, ast.AugAssign) or (isinstance(node, ast.AnnAssign) and node.value):
            found["assignments"].append([span(node.target)[0], span(node)[1]])
        if isinstance(node, (ast.BinOp, ast.Call)) and node not in parts and text_of(node) is not None:
            parts.update(ast.walk(node))
            found["composed"].append(span(node) + [value(text_of(node))])
    return found


for path in sys.stdin.read().split("\n"):
    if not path:
        continue
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            result = {"path": path, **facts(file.read())}
    except (SyntaxError, UnicodeDecodeError, ValueError, RecursionError) as error:
        result = {"path": path, "error": str(error)}
    print(json.dumps(result))
