# shellcheck shell=bash
# Sourced by the scripts beside it: asks the management port of the server of a data folder, if one
# runs. Whoever may read the folder may do so: the server's key for it lies there. By bash alone, so
# that nothing has to be installed, and no proxy that is set for this machine stands in between.

data=${KEYPOINT_DATA_DIR:-./data}
management_port=${MANAGEMENT_PORT:-8081}
# Without the brackets that an IPv6 address may have.
management_address=${MANAGEMENT_ADDRESS:-127.0.0.1}
management_address=${management_address#\[}
management_address=${management_address%\]}
management=/dev/tcp/$management_address/$management_port

# Whether one runs. Ends the script when one does that cannot be asked, or when nobody can say.
server_runs() {
  local why
  # A server that is slow to answer is one all the same.
  if ! why=$(LC_ALL=C && (exec 3<>"$management") 2>&1); then
    [[ $why != *"Connection refused"* ]] || return 1
    why=${why%%$'\n'*}
    echo "Whether a server runs at $management_address, port $management_port, cannot be said: ${why##*: }." >&2
    exit 2
  fi
  [ -r "$data/operator.key" ] || {
    echo "A server runs on port $management_port, but $data/operator.key cannot be read: set KEYPOINT_DATA_DIR, and run as the server's user." >&2
    exit 2
  }
}

# ask ENDPOINT ACTION [SECONDS]; no list of processes shows the key, since no process is given it.
ask() {
  local body header
  body=$(printf '{"key":"%s","action":"%s"}' "$(cat "$data/operator.key")" "$2")
  exec 3<>"$management" || return 2
  printf 'POST /actuator/%s HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s' \
    "$1" "${#body}" "$body" >&3
  # What is answered comes after an empty line.
  header=waiting
  while [ "$header" != $'\r' ]; do
    IFS= read -r -t "${3:-30}" header <&3 || {
      echo "The server on port $management_port did not answer." >&2
      return 2
    }
  done
  cat <&3
  exec 3>&-
}
