package org.binnacle.testkit.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.binnacle.testkit.fetch.Host;

/// Ends a server when we are killed without a chance to do it: a tiny shell waits at a pipe that
/// breaks with our process, then kills the server and removes its folder.
///
/// Rejected: `setpriv --pdeathsig`, which fires when the *thread* that started the server ends.
final class ParentWatch implements AutoCloseable {
  private static final String UNIX =
      """
      trap '' INT TERM HUP
      read -r word
      [ "$word" = done ] && exit 0
      kill -9 "$1"
      while kill -0 "$1" 2>/dev/null; do sleep 0.1; done
      [ -n "$2" ] && rm -rf -- "$2"
      """;
  private static final String WINDOWS =
      "if ([Console]::In.ReadLine() -ne 'done') { Stop-Process -Force -Id ";

  private final Process shell;

  private ParentWatch(Process shell) {
    this.shell = shell;
  }

  /// @param folder removed with the server
  static ParentWatch over(long pid, Path folder, Host host) throws IOException {
    List<String> command =
        host.windows()
            ? List.of("powershell", "-NoProfile", "-Command", WINDOWS + pid + " }")
            : List.of("sh", "-c", UNIX, "sh", Long.toString(pid), folder.toString());
    return new ParentWatch(
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  /// The server is gone already; the watch ends.
  @Override
  public void close() {
    try (OutputStream pipe = shell.getOutputStream()) {
      pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      shell.destroyForcibly();
    }
  }
}
