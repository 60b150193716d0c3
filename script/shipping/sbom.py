"""The bill of materials that comes with a release (CycloneDX 1.6, in JSON)."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from shipping.identity import NAMES, PACKAGE, PUBLISHER, VERSION
from shipping.licences import Component


def bill_of_materials(components: Iterable[Component], date: datetime) -> str:
    """What the program is made of; the same text for the same components and date.

    Args:
        components: all that others made.
        date: of the release.
    """
    listed = sorted(map(_component, components), key=lambda one: str(one["bom-ref"]))
    program = f"pkg:generic/{PACKAGE}@{VERSION}"
    bill = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": date.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": program,
                "name": PACKAGE,
                "version": VERSION,
                "description": NAMES[""],
                "publisher": PUBLISHER,
                "purl": program,
                "licenses": [{"expression": "Apache-2.0"}],
            },
        },
        "components": listed,
        "dependencies": [
            {"ref": program, "dependsOn": [one["bom-ref"] for one in listed]},
            *({"ref": one["bom-ref"]} for one in listed),
        ],
    }
    text = json.dumps(bill, ensure_ascii=False, sort_keys=True)
    # A serial number is a UUID: that of the text.
    bill["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, text)}"
    return json.dumps(bill, ensure_ascii=False, indent=2) + "\n"


def _component(component: Component) -> dict[str, object]:
    reference = (
        f"pkg:pypi/{component.package}@{component.version}"
        if component.package
        else f"pkg:generic/{component.name.lower().replace(' ', '-')}"
    )
    made: dict[str, object] = {
        "type": "library" if component.package or not component.name.startswith(("Word", "Model")) else "data",
        "bom-ref": reference,
        "name": component.name,
        "licenses": [{"expression": component.licence}],
    }
    if component.version:
        made["version"] = component.version
    if component.package:
        made["purl"] = reference
    return made
