# shellcheck shell=bash
# Sourced by the scripts beside it: sets JAVA_HOME to a JDK 25 or newer and checks for Maven, or
# says what to install.

required_jdk=25

# The feature release of the JDK in a folder, such as 25; 0 when there is none.
jdk_release() {
  local version=0
  if [ -n "$1" ] && [ -x "$1/bin/javac" ]; then
    version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  fi
  echo "${version:-0}"
}

# JAVA_HOME, what the PATH's java runs on, then where systems keep their JDKs, newest name first.
jdk_candidates() {
  echo "${JAVA_HOME:-}"
  { java -XshowSettings:properties -version 2>&1 || true; } | sed -n 's/^ *java\.home = //p'
  for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/*; do
    echo "$folder"
  done | sort -r
}

find_jdk() {
  local folder
  while IFS= read -r folder; do
    if [ "$(jdk_release "$folder")" -ge "$required_jdk" ]; then
      echo "$folder"
      return
    fi
  done < <(jdk_candidates)
}

JAVA_HOME=$(find_jdk)
if [ -z "$JAVA_HOME" ]; then
  cat >&2 <<MESSAGE
Keypoint needs a JDK $required_jdk or newer (the JDK, not only a JRE), and none was found.
Install one, for example Eclipse Temurin from https://adoptium.net or, where your system has them:
  Debian, Ubuntu   apt-get install openjdk-25-jdk
  Fedora           dnf install java-25-openjdk-devel
  macOS            brew install openjdk@25
  SDKMAN!          sdk install java 25-tem
If it is installed already, set JAVA_HOME to its folder.
MESSAGE
  exit 1
fi
export JAVA_HOME
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
