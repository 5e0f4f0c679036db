#!/usr/bin/env bash
# A nightly export of a response centre or a patient-record system, pushed with curl.
#
#   samples/nightly-export.sh setup                       once, by a project leader
#   samples/nightly-export.sh push samples/nightly-export.csv   every night, by the machine
#
# The file holds rows as the system has them, whole months of them. They are counted by month, unit and kind; nothing
# else of the file is kept. The same file again changes nothing, so a job that failed is simply run again. Runs as it is
# against the demonstration; for your own, set the variables below in the environment of the job.
set -euo pipefail

API=${NULLPUNKT_API:-http://127.0.0.1:8080/api/v1/municipalities/9999}
# E-mail and password with a colon between. The machine has the role INTEGRATION, and writes values and nothing else.
PROJECT_LEADER=${NULLPUNKT_PROJECT_LEADER:-prosjektleder@nullpunkt.example:nullpunkt}
MACHINE=${NULLPUNKT_MACHINE:-responssenteret@nullpunkt.example:nullpunkt}

ask() { curl --fail-with-body --silent --show-error "$@"; }
first_id() { grep -o '"id":"[^"]*' | head -1 | cut -d'"' -f4; }

case ${1:-} in
  setup)
    # What the machine is to count: call-outs, in the first unit, as a driver of the first benefit.
    benefit=$(ask -u "$PROJECT_LEADER" "$API/benefits?limit=1" | first_id)
    unit=$(ask -u "$PROJECT_LEADER" "$API/units?limit=1" | first_id)
    indicator=$(ask -u "$PROJECT_LEADER" -H 'Content-Type: application/json' "$API/benefits/$benefit/indicators" -d '{
      "name": "Utrykninger, talt av responssenteret", "unit": "utrykninger per måned", "role": "DRIVER",
      "direction": "LOWER_IS_BETTER", "aggregation": "SUM", "measureFrom": "2026-01",
      "valuation": { "kind": "NONE" }, "unitIds": ["'"$unit"'"] }' | first_id)
    # How the file becomes values. Rows of other kinds and units are left out, and told of in the answer.
    ask -u "$PROJECT_LEADER" -X PUT -H 'Content-Type: application/json' "$API/imports/responssenter" -d '{
      "monthColumn": "Dato",
      "unitColumn": "Avdeling", "units": [{ "code": "Hjemmetjenesten", "unitId": "'"$unit"'" }],
      "codeColumn": "Hendelse",
      "indicators": [{ "code": "Utrykning", "indicatorId": "'"$indicator"'", "value": { "take": "COUNT" } }] }'
    ;;
  push)
    # With mode=partial a month that is closed meanwhile does not keep the others back; without it, all or nothing.
    ask -u "$MACHINE" -H 'Content-Type: text/csv' --data-binary @"$2" "$API/imports/responssenter?mode=partial"
    ;;
  *)
    sed -n '2,6p' "$0" >&2
    exit 2
    ;;
esac
echo
