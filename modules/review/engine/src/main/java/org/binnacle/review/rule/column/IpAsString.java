package org.binnacle.review.rule.column;

import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// An IP address should be kept as VARBINARY(16) or INT UNSIGNED.
public final class IpAsString implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.ip-as-string", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("An IP address should be kept as VARBINARY(16) or INT UNSIGNED.")
          .because(
              "As text it takes up to 45 characters and does not sort; INET6_ATON "
                  + "writes and INET6_NTOA reads it.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, client_ip varchar(45));")
          .good("CREATE TABLE t (id int PRIMARY KEY, client_ip varbinary(16));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, zip varchar(10), ip_comment " + "varchar(200));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      String name = c.column().name().toLowerCase(Locale.ROOT);
      boolean ip =
          name.equals("ip")
              || name.endsWith("_ip")
              || name.startsWith("ip_addr")
              || name.equals("ipaddress");
      int length = c.column().type().length().orElse(0);
      if (ip && c.column().type().is("varchar", "char") && length >= 15 && length <= 64) {
        out.at(
            c.column().type().span(), c.object(), c.column().name() + " keeps an address as text.");
      }
    }
  }
}
