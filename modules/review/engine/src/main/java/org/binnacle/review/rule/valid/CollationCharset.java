package org.binnacle.review.rule.valid;

import java.util.Locale;
import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.Charsets;
import org.binnacle.review.schema.Table;

/// A collation must be one of the character set.
public final class CollationCharset implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.collation-charset", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("A collation must be one of the character set.")
          .because("The server refuses it with error 1253.")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY) DEFAULT CHARSET=latin1 "
                  + "COLLATE=utf8mb4_bin;")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(5) CHARACTER SET "
                  + "utf8mb4 COLLATE latin1_bin);")
          .server("5.7.44")
          .bad("CREATE TABLE t (id int PRIMARY KEY) COLLATE=utf8mb4_0900_ai_ci;")
          .server("8.0.36")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY) DEFAULT CHARSET=utf8mb4 "
                  + "COLLATE=utf8mb4_bin;")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY) DEFAULT CHARSET=utf8 " + "COLLATE=utf8mb3_bin;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.creates()
        .ifPresent(
            c -> {
              Optional<String> collate = c.options().value("collate");
              c.options()
                  .value("charset")
                  .filter(x -> collate.filter(k -> !fits(x, k)).isPresent())
                  .ifPresent(
                      x ->
                          out.at(
                              c.options().span("collate").orElse(s.head()),
                              c.table().name(),
                              "%s is no collation of %s.".formatted(collate.orElse(""), x)));
              if (collate
                  .filter(k -> k.contains("_0900_") && !s.target().isAtLeast(80000))
                  .isPresent()) {
                out.at(
                    c.options().span("collate").orElse(s.head()),
                    c.table().name(),
                    collate.get() + " came with 8.0.");
              }
            });
    for (NewColumn n : s.newColumns()) {
      n.column()
          .type()
          .charset()
          .filter(x -> n.column().collation().filter(k -> !fits(x, k)).isPresent())
          .ifPresent(
              x ->
                  out.at(
                      n.column().span(),
                      n.object(),
                      "%s is no collation of %s.".formatted(n.column().collation().orElse(""), x)));
    }
  }

  private static boolean fits(String charset, String collation) {
    String small = collation.toLowerCase(Locale.ROOT);
    return small.equals("default")
        || charset.equalsIgnoreCase("default")
        || Charsets.same(Table.charsetOf(small))
            .equals(Charsets.same(charset.toLowerCase(Locale.ROOT)));
  }
}
