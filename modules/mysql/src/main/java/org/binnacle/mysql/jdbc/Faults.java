package org.binnacle.mysql.jdbc;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FaultCode;
import org.binnacle.mysql.ConnectFaults;
import org.binnacle.mysql.Server;
import org.binnacle.mysql.SqlFaults;
import org.jspecify.annotations.Nullable;

/// Turns what the driver throws into faults with our codes and the server's own words.
final class Faults {
  private Faults() {}

  /// Why a dial failed.
  static Fault ofDial(Server server, Dial dial, Exception thrown) {
    String host = server.host().indexOf(':') < 0 ? server.host() : "[" + server.host() + "]";
    String at = host + ":" + server.port();
    String said =
        dial.ended()
            ? "given up while it was at " + dial.step().name().toLowerCase(Locale.ROOT)
            : words(thrown);
    FaultCode code = dialCode(dial, thrown);
    String detail =
        code.equals(ConnectFaults.TUNNEL)
            ? "the SSH host was reached, but it cannot reach " + at
            : code.equals(ConnectFaults.DENIED) ? said : at + ": " + said;
    return new Fault(code, detail, thrown);
  }

  private static FaultCode dialCode(Dial dial, Exception thrown) {
    if (find(thrown, UnknownHostException.class).isPresent()) {
      return ConnectFaults.UNKNOWN_HOST;
    }
    if (find(thrown, GreetingStream.NotMySqlException.class).isPresent()) {
      return ConnectFaults.NOT_MYSQL;
    }
    if (find(thrown, SocketTimeoutException.class).isPresent() || dial.ended()) {
      return ConnectFaults.TIMEOUT;
    }
    if (dial.tunnelled() && dial.step() == Dial.Step.GREETING) {
      return ConnectFaults.TUNNEL;
    }
    if (find(thrown, ConnectException.class).isPresent()
        || find(thrown, NoRouteToHostException.class).isPresent()) {
      return ConnectFaults.REFUSED;
    }
    String said = words(thrown);
    if (find(thrown, SSLException.class).isPresent()
        || find(thrown, GeneralSecurityException.class).isPresent()
        || said.contains("SSL")
        || said.contains("TLS")) {
      return ConnectFaults.TLS;
    }
    if (said.contains("Public Key Retrieval")) {
      return ConnectFaults.PUBLIC_KEY;
    }
    int number = number(thrown);
    FaultCode byNumber = loginCode(number);
    if (byNumber != null) {
      return byNumber;
    }
    if (number > 0) {
      return ConnectFaults.OTHER;
    }
    return lost(thrown) ? ConnectFaults.LOST : ConnectFaults.OTHER;
  }

  private static @Nullable FaultCode loginCode(int number) {
    return switch (number) {
      case 1044, 1045, 1130, 1227, 1698, 3118, 3955, 4151 -> ConnectFaults.DENIED;
      case 1820, 1862 -> ConnectFaults.PASSWORD_EXPIRED;
      case 1040, 1203, 1226 -> ConnectFaults.TOO_MANY;
      case 1129 -> ConnectFaults.HOST_BLOCKED;
      case 1251 -> ConnectFaults.UNSUPPORTED;
      case 3159 -> ConnectFaults.TLS;
      case 1053, 1077, 1079, 1080, 1152, 1158, 1159, 1160, 1161, 2013 -> ConnectFaults.LOST;
      default -> null;
    };
  }

  /// Why a statement failed.
  static Fault ofStatement(SQLException thrown) {
    int number = thrown.getErrorCode();
    FaultCode code = statementCode(number);
    if (code == null) {
      code =
          find(thrown, SocketTimeoutException.class).isPresent()
              ? ConnectFaults.TIMEOUT
              : lost(thrown) ? ConnectFaults.LOST : SqlFaults.OTHER;
    }
    String said = words(thrown);
    return new Fault(code, number > 0 ? number + ": " + said : said, thrown);
  }

  private static @Nullable FaultCode statementCode(int number) {
    return switch (number) {
      case 1044, 1045, 1142, 1143, 1227, 1370, 1410 -> SqlFaults.PRIVILEGE;
      case 3024, 1969 -> SqlFaults.TIME_LIMIT;
      case 1290, 1792, 1836 -> SqlFaults.READ_ONLY;
      case 1205, 3572 -> SqlFaults.LOCK_WAIT;
      case 1094, 1957 -> SqlFaults.NO_SUCH_THREAD;
      case 1095 -> SqlFaults.NOT_OWNER;
      case 1317 -> SqlFaults.KILLED;
      case 1064, 1149 -> SqlFaults.SYNTAX;
      case 1820, 1862 -> ConnectFaults.PASSWORD_EXPIRED;
      case 1040, 1203, 1226 -> ConnectFaults.TOO_MANY;
      case 1053, 1077, 1079, 1080, 1152, 1158, 1159, 1160, 1161, 1927, 2006, 2013, 4031 ->
          ConnectFaults.LOST;
      default -> null;
    };
  }

  private static boolean lost(Exception thrown) {
    return find(thrown, SocketException.class).isPresent()
        || find(thrown, IOException.class).isPresent()
        || find(thrown, SQLException.class)
            .map(SQLException::getSQLState)
            .filter(state -> state.startsWith("08"))
            .isPresent();
  }

  private static int number(Throwable thrown) {
    return find(thrown, SQLException.class).map(SQLException::getErrorCode).orElse(0);
  }

  /// The innermost words, which are the server's or the system's own; the driver's outer ones tell
  /// of packets and milliseconds.
  private static String words(Throwable thrown) {
    Throwable inner = thrown;
    for (int depth = 0; inner.getCause() != null && depth < 20; depth++) {
      inner = inner.getCause();
    }
    String message = inner.getMessage();
    return message == null || message.isBlank()
        ? inner.getClass().getSimpleName()
        : message.strip().lines().findFirst().orElse(message);
  }

  static <T> Optional<T> find(Throwable thrown, Class<T> type) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < 20; depth++) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
      at = at.getCause();
    }
    return Optional.empty();
  }
}
