package org.binnacle.mysql.flavour;

import java.util.Comparator;
import java.util.List;
import org.binnacle.mysql.Flavour;
import org.binnacle.mysql.Version;

/// The server families that are known. A new one is a file beside this and a line in {@link
/// #known()}.
public final class Flavours {
  private Flavours() {}

  public static List<Flavour> known() {
    return List.of(
        new MySql57(),
        new EarlyMySql80(),
        new MySql80(),
        new MySql84(),
        new MySql9(),
        new MariaDb1011(),
        new MariaDb114());
  }

  /// The flavour made for a server, or the nearest one of its family: the next older, else the
  /// oldest.
  ///
  /// @param version as SELECT VERSION() says
  public static Choice choose(String version, String comment) {
    for (Flavour flavour : known()) {
      if (flavour.speaksTo(version, comment)) {
        return new Choice(flavour, true);
      }
    }
    boolean mariaDb = version.contains("MariaDB");
    Version number = Version.of(version);
    List<Flavour> family =
        known().stream()
            .filter(flavour -> flavour.mariaDb() == mariaDb)
            .sorted(Comparator.comparing(Flavour::line))
            .toList();
    Flavour nearest =
        family.reversed().stream()
            .filter(flavour -> flavour.line().compareTo(number) <= 0)
            .findFirst()
            .orElse(family.getFirst());
    return new Choice(nearest, false);
  }

  /// @param exact whether the flavour is made for this release line
  public record Choice(Flavour flavour, boolean exact) {}
}
