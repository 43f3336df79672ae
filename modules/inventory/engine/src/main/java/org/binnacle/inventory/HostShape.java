package org.binnacle.inventory;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// What can stand where a host is wanted. Never asks the network.
final class HostShape {
  // Underscores are no part of host names by RFC 952, but container networks use them.
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z0-9_]([A-Za-z0-9_-]{0,62})(\\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,62}))*\\.?");

  private HostShape() {}

  static boolean fits(String host) {
    if (host.indexOf(':') >= 0) {
      return literal(host);
    }
    if (host.matches("[0-9.]+")) {
      return host.chars().filter(c -> c == '.').count() == 3 && literal(host);
    }
    return host.length() <= 253 && NAME.matcher(host).matches();
  }

  private static boolean literal(String host) {
    int zone = host.indexOf('%');
    try {
      InetAddress.ofLiteral(zone < 0 ? host : host.substring(0, zone));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
