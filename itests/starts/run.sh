#!/usr/bin/env bash
# Starts the assembly many times in a row and fails where one start hangs.
#   itests/starts/run.sh [starts, 50] [port, 18181]
set -euo pipefail
root="$(cd "$(dirname "$0")/../.." && pwd)"
starts="${1:-50}"
port="${2:-18181}"
limit=120

work="$(mktemp -d)"
trap 'pkill -TERM -f "karaf.base=$work " || true; rm -rf "$work"' EXIT
tar xzf "$root"/karaf-assembly/target/*.tar.gz -C "$work" --strip-components=1
export EXTRA_JAVA_OPTS="-Dcrm.port=$port -Dcrm.sampleData=none"

modules="customer/v1/customers contact/v1/interactions transaction/v1/orders segmentation/v1/rfm reporting/v1/reports platform/v1/me"

# A module that answers 401 is up: its gate is open and its filter is in place.
up() {
  [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$port/crm/health")" = 200 ] || return 1
  for module in $modules; do
    [ "$(curl -s -o /dev/null -w '%{http_code}' -m 6 "http://127.0.0.1:$port/crm/api/$module")" = 401 ] || return 1
  done
}

for ((i = 1; i <= starts; i++)); do
  # every other start is a first start
  ((i % 2 == 0)) || rm -rf "$work/crm-data"
  rm -rf "$work/data"
  began=$(date +%s%N)
  "$work/bin/karaf" server >"$work/out.log" 2>&1 &
  echo $! >"$work/pid"
  until up; do
    if (($(date +%s%N) - began > limit * 1000000000)); then
      echo "start $i hangs"
      jstack "$(pgrep -P "$(cat "$work/pid")" java || cat "$work/pid")" || true
      tail -50 "$work/data/log/karaf.log"
      exit 1
    fi
    sleep 0.25
  done
  echo "start $i: $((($(date +%s%N) - began) / 1000000)) ms"
  pkill -TERM -f "karaf.base=$work " || true
  wait "$(cat "$work/pid")" || true
done
echo "$starts starts, none hung"
