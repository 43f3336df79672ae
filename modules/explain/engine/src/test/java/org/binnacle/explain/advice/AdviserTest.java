package org.binnacle.explain.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdviserTest {
  private static final String SCHEMA =
      """
      CREATE TABLE customer (id INT PRIMARY KEY, region INT NOT NULL, name VARCHAR(40),
        email VARCHAR(60), UNIQUE KEY by_email (email));
      CREATE TABLE orders (id INT PRIMARY KEY, customer INT NOT NULL, state VARCHAR(10),
        ordered DATETIME, total DECIMAL(9,2), note TEXT, KEY by_customer (customer));
      """;

  private static List<Candidate> candidates(String sql) {
    Advice advice = Adviser.of(sql, SchemaFile.tables(SCHEMA));
    assertThat(advice).isInstanceOf(Advice.Given.class);
    return ((Advice.Given) advice).candidates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT note FROM orders WHERE state = 'new'                                  | orders(state)
          SELECT note FROM orders WHERE state = 'new' AND ordered > '2026-01-01'       | orders(state, ordered)
          SELECT note FROM orders WHERE state = 'new' ORDER BY ordered DESC LIMIT 10   | orders(state, ordered)
          SELECT note FROM orders WHERE state = 'new' AND total > 5 ORDER BY ordered LIMIT 1 | orders(state, ordered)
          SELECT note FROM orders WHERE state IN ('a', 'b') AND note LIKE '%x'         | orders(state)
          SELECT note FROM orders o WHERE o.total BETWEEN 1 AND 2                      | orders(total)
          SELECT note FROM orders WHERE 5 < total                                      | orders(total)
          SELECT c.name, o.note FROM customer c JOIN orders o ON o.customer = c.id WHERE c.region = 3 | customer(region) customer(region, name)
          SELECT customer, SUM(total) FROM orders GROUP BY customer                    | orders(customer, total)
          SELECT id, total FROM orders WHERE state = 'x'                               | orders(state) orders(state, total)
          UPDATE orders SET note = 'x' WHERE state = 'gone' AND ordered < '2020-01-01' | orders(state, ordered)
          DELETE FROM orders WHERE ordered < '2020-01-01'                              | orders(ordered)
          SELECT name FROM customer WHERE region = (SELECT 1)                          | customer(region) customer(region, name)
          """)
  void whatAStatementWants(String sql, String wanted) {
    assertThat(
            candidates(sql).stream()
                .map(one -> one.table() + "(" + String.join(", ", one.columns()) + ")")
                .toList())
        .containsExactlyInAnyOrder(wanted.split("(?<=\\)) "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SELECT note FROM orders WHERE customer = 7
          SELECT note FROM orders WHERE customer = 7 AND id = 3
          SELECT note FROM orders WHERE customer = 7 ORDER BY id
          SELECT note FROM orders WHERE id = 7
          SELECT * FROM customer WHERE email = 'a'
          SELECT note FROM orders WHERE state = 'a' OR total = 3
          SELECT note FROM orders WHERE state <> 'a'
          SELECT note FROM orders WHERE LOWER(state) = 'a'
          SELECT note FROM orders
          """)
  void whatNeedsNoOther(String sql) {
    assertThat(candidates(sql)).isEmpty();
  }

  @Test
  void aWiderIndexSaysWhatItReplacesAndWhatItCosts() {
    Candidate one =
        candidates("SELECT customer, SUM(total) FROM orders GROUP BY customer").getFirst();
    assertThat(one.replaces()).containsExactly("by_customer");
    assertThat(one.covering()).isTrue();
    assertThat(one.why()).containsExactly("customer: order", "total: covers");
    assertThat(one.ddl())
        .isEqualTo("CREATE INDEX `by_customer_total` ON `orders` (`customer`, `total`)");
    assertThat(one.writes()).contains("UPDATE of customer, total");
  }

  @Test
  void whatIsNotUnderstoodIsSaid() {
    assertThat(Adviser.of("SELEC 1", SchemaFile.tables(SCHEMA)))
        .isEqualTo(new Advice.None("the statement is not understood here"));
    assertThat(Adviser.of("CREATE TABLE t (a INT)", SchemaFile.tables(SCHEMA)))
        .isInstanceOf(Advice.None.class);
    assertThat(Adviser.of("SELECT * FROM nowhere WHERE a = 1", SchemaFile.tables("")))
        .isInstanceOfSatisfying(
            Advice.None.class, none -> assertThat(none.reason()).contains("nowhere"));
    assertThat(Adviser.of("SELECT * FROM nowhere WHERE a = 1", SchemaFile.tables(SCHEMA)))
        .isInstanceOf(Advice.None.class);
    assertThat(Adviser.of("SELECT 1", SchemaFile.tables("")))
        .isEqualTo(new Advice.Given(List.of(), List.of()));
  }
}
