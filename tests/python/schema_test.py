# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program writes follows docs/reference/results.schema.json, and the schema leaves nothing of it out."""

import copy
import json
import unittest

import jsonschema
from support import ROOT, SCENARIOS, run_program

SCHEMA = json.loads((ROOT / "docs/reference/results.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.validators.validator_for(SCHEMA)


def closed(schema):
    """The same schema without room for keys that it does not name."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    result = {key: closed(value) for key, value in schema.items()}
    if "properties" in schema and schema.get("type") == "object":
        result["additionalProperties"] = False
    return result


STRICT = VALIDATOR(closed(SCHEMA))

# Each brings other parts of the document: stages and classes, backups, plans, balancers, instants, long-run figures.
CALLS = [
    ["run", "tutorial/01_one_server.toml", "--trials=500"],
    ["run", "tutorial/02_two_of_three.toml", "--trials=300", "--at=1 d", "--steady", "--horizon=1 y"],
    ["run", "tutorial/06_one_crew_for_many.toml", "--trials=200"],
    ["run", "tutorial/16_patroni.toml", "--trials=300"],
    ["run", "tutorial/18_retry_storm.toml", "--trials=20"],
    ["run", "tutorial/22_deploys.toml", "--trials=100"],
    ["run", "designs/backup_log.toml", "--trials=300"],
    ["run", "designs/dr_pilot_light.toml", "--trials=200", "--ha-alone"],
    ["run", "designs/three_tier_three_zones.toml", "--trials=500"],
    ["solve", "tutorial/02_two_of_three.toml", "--steady"],
    ["solve", "tutorial/11_ageing.toml"],
    ["solve", "reference/quorum.toml"],
]


class Schema(unittest.TestCase):
    def test_the_schema_itself_is_sound(self):
        VALIDATOR.check_schema(SCHEMA)

    def test_every_kind_of_results_follows_the_schema(self):
        for command, scenario, *rest in CALLS:
            with self.subTest(command=command, scenario=scenario):
                document = json.loads(run_program(command, SCENARIOS / scenario, "--format=json", *rest).stdout)
                faults = [f"{fault.json_path}: {fault.message}" for fault in STRICT.iter_errors(document)]
                self.assertEqual(faults, [])
                self.assertGreater(len(document["metrics"]), 0)

    def test_what_is_wrong_is_found(self):
        document = json.loads(
            run_program("run", SCENARIOS / "tutorial/01_one_server.toml", "--trials=50", "--format=json").stdout
        )
        self.assertTrue(STRICT.is_valid(document))
        for spoil in (
            lambda d: d.pop("metrics"),
            lambda d: d.update(format=2),
            lambda d: d["metrics"][0].pop("low"),
            lambda d: d["metrics"][0].update(estimate="0.9"),
            lambda d: d["metrics"][0].update(method="guessed"),
            lambda d: d["run"].update(stopped="tired"),
            lambda d: d["chains"][0].update(cause=[]),
        ):
            spoilt = copy.deepcopy(document)
            spoil(spoilt)
            self.assertFalse(VALIDATOR(SCHEMA).is_valid(spoilt))

    def test_further_keys_are_allowed_to_readers(self):
        document = json.loads(
            run_program("run", SCENARIOS / "tutorial/01_one_server.toml", "--trials=50", "--format=json").stdout
        )
        document["metrics"][0]["later"] = 1
        self.assertTrue(VALIDATOR(SCHEMA).is_valid(document))
        self.assertFalse(STRICT.is_valid(document))


if __name__ == "__main__":
    unittest.main()
