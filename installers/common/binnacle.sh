#!/bin/sh
# Starts Binnacle with a Java 25 or newer: JAVA_HOME, the one that built this, PATH, usual places.
link=$0
while [ -h "$link" ]; do
  target=$(readlink "$link")
  case $target in /*) link=$target ;; *) link=$(dirname "$link")/$target ;; esac
done
lib=$(CDPATH= cd -- "$(dirname -- "$link")/../lib" && pwd -P) || exit 3

# A JDK tells its version in the file "release": asking it to run would cost more than our start.
fits() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        version=${line#JAVA_VERSION=\"}
        version=${version%%[!0-9]*}
        [ "${version:-0}" -ge 25 ] && return 0
        return 1 ;;
    esac
  done < "$1/release"
  return 1
}

built_by=
[ -r "$lib/java-home" ] && IFS= read -r built_by < "$lib/java-home"

find_java() {
  for home in "${JAVA_HOME:-}" "$built_by"; do
    [ -n "$home" ] && fits "$home" && return 0
  done
  if on_path=$(command -v java); then
    while [ -h "$on_path" ]; do
      target=$(readlink "$on_path")
      case $target in /*) on_path=$target ;; *) on_path=$(dirname "$on_path")/$target ;; esac
    done
    home=$(dirname "$(dirname "$on_path")")
    fits "$home" && return 0
  fi
  for home in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${HOME:-/}"/.sdkman/candidates/java/* \
    "${HOME:-/}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    fits "$home" && return 0
  done
  return 1
}

if ! find_java; then
  echo "binnacle: no Java 25 or newer was found" >&2
  echo "  hint: install a JDK 25, or set JAVA_HOME to one (JAVA_HOME is '${JAVA_HOME:-}')" >&2
  exit 3
fi

# The window gets a heap that stays near what it needs (WindowBench in app/README.md): small headers, a
# small young generation, little room above what lives; on Linux large pages for code and heap. A command
# gets the small collector and the first compiler only: it ends before more would pay. A cache that is
# missing, or of another JDK, is passed over in silence.
face=window
value=no
for word do
  [ $value = yes ] && { value=no; continue; }
  case $word in
    --state) value=yes ;;
    demo|open|*.sql) break ;;
    -h|--help|-V|--version) face=cli; break ;;
    -*) ;;
    *) face=cli; break ;;
  esac
done
set -- -cp "$lib/binnacle-app.jar" org.binnacle.app.Main "$@"
[ $face = cli ] && set -- -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$@"
[ $face = window ] && set -- -XX:+UseG1GC -XX:+UseCompactObjectHeaders -Xms128m -XX:MaxNewSize=64m \
  -XX:SurvivorRatio=4 -XX:TargetSurvivorRatio=80 -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=25 \
  -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=85 -XX:GCTimeRatio=1 \
  -XX:TrimNativeHeapInterval=60000 "$@"
[ $face = window ] && [ "$(uname)" = Linux ] && set -- -XX:+UseTransparentHugePages "$@"
[ -r "$lib/$face.aot" ] && set -- "-XX:AOTCache=$lib/$face.aot" -Xlog:aot=off -Xlog:cds=off "$@"
exec "$home/bin/java" --enable-native-access=ALL-UNNAMED "$@"
