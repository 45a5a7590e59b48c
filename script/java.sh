# shellcheck shell=bash
# Sourced by the scripts that run Keypoint: sets JAVA_HOME to a Java 25 or newer, or says what to
# install. A JRE will do; jdk.sh beside it is for those that build, and sets java_tool.

required_java=25
java_tool=${java_tool:-java}

# The feature release of the Java in a folder, such as 25; 0 when there is none, or not this tool.
java_release() {
  local version=0
  if [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/$java_tool" ]; then
    version=$("$1/bin/java" -version 2>&1 | sed -n 's/^[a-z]* version "\([0-9]*\).*/\1/p')
  fi
  echo "${version:-0}"
}

# JAVA_HOME, what the PATH's java runs on, then where systems keep theirs, newest name first.
java_candidates() {
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

find_java() {
  local folder
  while IFS= read -r folder; do
    if [ "$(java_release "$folder")" -ge "$required_java" ]; then
      echo "$folder"
      return
    fi
  done < <(java_candidates)
}

JAVA_HOME=$(find_java)
if [ -z "$JAVA_HOME" ]; then
  if [ "$java_tool" = javac ]; then
    echo "Keypoint is built with a JDK $required_java or newer (the JDK, not only a JRE), and none was found."
  else
    echo "Keypoint needs Java $required_java or newer, and none was found."
  fi >&2
  cat >&2 <<MESSAGE
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
