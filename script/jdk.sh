# shellcheck shell=bash
# Sourced by the scripts that build: sets JAVA_HOME to a JDK 25 or newer and checks for Maven, or
# says what to install.

java_tool=javac
. "$(dirname "${BASH_SOURCE[0]}")/java.sh"
# Older Mavens bring libraries that newer JDKs warn about at every start.
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow"

if ! command -v mvn >/dev/null; then
  cat >&2 <<MESSAGE
Keypoint is built with Maven 3.8 or newer, and there is no mvn on the PATH. Install it, for example:
  Debian, Ubuntu   apt-get install maven
  Fedora           dnf install maven
  macOS            brew install maven
MESSAGE
  exit 1
fi
