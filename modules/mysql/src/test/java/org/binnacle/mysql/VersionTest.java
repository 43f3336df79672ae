package org.binnacle.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.binnacle.mysql.flavour.Flavours;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionTest {

  @ParameterizedTest
  @CsvSource({
    "8.0.33, MySQL Community Server - GPL, 8.0.33, MySQL 8.0, true",
    "8.0.22, MySQL Community Server - GPL, 8.0.22, MySQL 8.0, true",
    "8.0.21, MySQL Community Server - GPL, 8.0.21, MySQL 8.0 before 8.0.22, true",
    "8.0.36-28, Percona Server (GPL), 8.0.36, MySQL 8.0, true",
    "8.4.3, MySQL Community Server - GPL, 8.4.3, MySQL 8.4, true",
    "8.2.0, MySQL Community Server - GPL, 8.2.0, MySQL 8.0, false",
    "9.7.4-2, (Debian), 9.7.4, MySQL 9, true",
    "10.0.1, some day, 10.0.1, MySQL 9, false",
    "5.7.29-log, MySQL Community Server (GPL), 5.7.29, MySQL 5.7, true",
    "5.7.12-rds, Source distribution, 5.7.12, MySQL 5.7, true",
    "11.4.5-MariaDB-log, mariadb.org, 11.4.5, MariaDB 11.4, true",
    "10.11.19-MariaDB-0+deb12u1-log, Debian 12, 10.11.19, MariaDB 10.11, true",
    "5.5.5-10.11.19-MariaDB-0+deb12u1-log, Debian 12, 10.11.19, MariaDB 10.11, true",
    "10.6.4-MariaDB, x, 10.6.4, MariaDB 10.11, false",
    "11.8.2-MariaDB, x, 11.8.2, MariaDB 11.4, false",
    "nonsense, x, 0.0.0, MySQL 5.7, false"
  })
  void aServerFindsItsFlavourOrTheNearest(
      String version, String comment, String number, String flavour, boolean exact) {
    assertThat(Version.of(version)).hasToString(number);
    Flavours.Choice choice = Flavours.choose(version, comment);
    assertThat(choice.flavour().name()).isEqualTo(flavour);
    assertThat(choice.exact()).isEqualTo(exact);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "app@10.0.%, 'app'@'10.0.%'",
        "o'brien@x@localhost, 'o''brien@x'@'localhost'",
        "back\\slash@%, 'back\\\\slash'@'%'",
        "@%, ''@'%'"
      })
  void anAccountIsQuotedSoThatAServerReadsItBack(String told, String quoted) {
    assertThat(Accounts.quote(told)).isEqualTo(quoted);
  }
}
