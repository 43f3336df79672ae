package org.binnacle.kernel;

/// The stable name of a failure that a user can meet, such as `connect.refused`.
///
/// The part before the first dot names the file that holds its words: `messages/connect.properties`
/// has `connect.refused` (what happened) and `connect.refused.next` (what to do). A test in `app`
/// walks all codes and fails where words are missing.
public record FaultCode(String id, Kind kind) {

  /// Who can do something about it; decides the exit code of the command line.
  public enum Kind {
    /// The input is wrong: exit code 2.
    USAGE(2),
    /// A server, the network or this machine said no: exit code 3.
    SERVER(3),
    /// A safety check refused: exit code 4.
    REFUSED(4),
    /// The user stopped it: exit code 130.
    INTERRUPTED(130),
    /// Our own bug: exit code 70; only these show a trace.
    BUG(70);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    public int exitCode() {
      return exitCode;
    }
  }

  public static FaultCode usage(String id) {
    return new FaultCode(id, Kind.USAGE);
  }

  public static FaultCode server(String id) {
    return new FaultCode(id, Kind.SERVER);
  }

  public static FaultCode refused(String id) {
    return new FaultCode(id, Kind.REFUSED);
  }
}
