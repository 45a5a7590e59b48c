# shellcheck shell=bash
# Sourced by the scripts beside it: asks the management port of the server of a data folder, if one
# runs. Whoever may read the folder may do so: the server's key for it lies there.

data=${KEYPOINT_DATA_DIR:-./data}
management_port=${MANAGEMENT_PORT:-8081}
management=http://${MANAGEMENT_ADDRESS:-127.0.0.1}:$management_port/actuator

# Whether one runs. Ends the script when one does that cannot be asked.
server_runs() {
  # A server that is slow to answer is one all the same; 7 is that nobody listens.
  local listens=0
  curl -s -o /dev/null --max-time 60 "$management/health" || listens=$?
  [ "$listens" -ne 7 ] || return 1
  [ -r "$data/operator.key" ] || {
    echo "A server runs on port $management_port, but $data/operator.key cannot be read: set KEYPOINT_DATA_DIR, and run as the server's user." >&2
    exit 2
  }
}

# ask ENDPOINT ACTION [SECONDS]; the key goes through standard input, so that no list of processes
# shows it.
ask() {
  printf '{"key":"%s","action":"%s"}' "$(cat "$data/operator.key")" "$2" |
    curl -sS --max-time "${3:-30}" -H 'Content-Type: application/json' --data-binary @- \
      "$management/$1"
}
