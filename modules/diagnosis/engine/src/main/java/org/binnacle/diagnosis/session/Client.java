package org.binnacle.diagnosis.session;

/// The far end of a connection.
///
/// @param ip address or host name; empty for threads of the server itself
/// @param port 0 where the server does not tell (sockets)
public record Client(String ip, int port) {

  /// Splits `10.0.0.9:4711`, `localhost`, `[::1]:4711` and `::1:4711` as servers write them.
  public static Client of(String host) {
    int colon = host.lastIndexOf(':');
    if (colon < 0) {
      return new Client(host, 0);
    }
    String digits = host.substring(colon + 1);
    if (digits.isEmpty() || digits.length() > 5 || !digits.chars().allMatch(Client::isDigit)) {
      return new Client(host, 0);
    }
    int port = Integer.parseInt(digits);
    String ip = host.substring(0, colon);
    return port > 65_535 || ip.isEmpty() ? new Client(host, 0) : new Client(bare(ip), port);
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static String bare(String ip) {
    return ip.startsWith("[") && ip.endsWith("]") ? ip.substring(1, ip.length() - 1) : ip;
  }

  /// As the server wrote it.
  public String text() {
    return port == 0 ? ip : ip + ":" + port;
  }
}
