package org.binnacle.kernel;

import org.jspecify.annotations.Nullable;

/// A failure that a user can meet. The code names the words that the user reads ({@link Words}),
/// the detail holds the server's or the system's own words, the cause goes to the log once.
///
/// The detail is shown to users and must hold no secret.
public final class Fault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Cancelled by the user.
  public static final FaultCode CANCELLED =
      new FaultCode("work.cancelled", FaultCode.Kind.INTERRUPTED);

  /// A bug of ours; every throwable that is no Fault ends as this one.
  public static final FaultCode BUG = new FaultCode("work.bug", FaultCode.Kind.BUG);

  private final transient FaultCode code;
  private final String detail;

  public Fault(FaultCode code, String detail) {
    this(code, detail, null);
  }

  public Fault(FaultCode code, String detail, @Nullable Throwable cause) {
    super(code.id() + ": " + detail, cause);
    this.code = code;
    this.detail = detail;
  }

  public FaultCode code() {
    return code;
  }

  public String detail() {
    return detail;
  }

  /// The fault that a throwable is, or {@link #BUG} around it.
  public static Fault of(Throwable thrown) {
    return thrown instanceof Fault fault ? fault : new Fault(BUG, String.valueOf(thrown), thrown);
  }
}
