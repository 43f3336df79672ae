package org.binnacle.explain.worksheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.binnacle.explain.schema.Reference;
import org.junit.jupiter.api.Test;

/// Where rows lead by foreign keys.
final class RowLinkTest {
  private static final List<Reference> KEYS =
      List.of(
          new Reference(
              "fk_customer",
              "shop",
              "orders",
              List.of("customer"),
              "shop",
              "customer",
              List.of("id")),
          new Reference(
              "fk_order", "shop", "order item", List.of("o"), "shop", "orders", List.of("id")));
  private static final List<Head> HEADS =
      List.of(
          head("id", Head.Kind.NUMBER), head("customer", Head.Kind.NUMBER), Head.own("instance"));

  private static Head head(String name, Head.Kind kind) {
    return new Head("as_" + name, name, "orders", "shop", "INT", kind);
  }

  private static List<Cell> row(Cell... cells) {
    return List.of(cells);
  }

  @Test
  void aRowLeadsToTheOneItRefersToAndToThoseThatReferToIt() {
    List<RowLink> links =
        RowLink.of(KEYS, HEADS, row(new Cell.Text("7"), new Cell.Text("3"), new Cell.Text("x")));
    assertThat(links)
        .containsExactly(
            new RowLink(false, "customer", "id = 3", "SELECT * FROM shop.customer WHERE id = 3"),
            new RowLink(
                true, "order item", "o = 7", "SELECT * FROM shop.`order item` WHERE o = 7"));
  }

  @Test
  void whatIsNullOrNotInTheResultLeadsNowhere() {
    assertThat(RowLink.of(KEYS, HEADS, row(new Cell.Text("7"), Cell.NULL))).hasSize(1);
    assertThat(RowLink.of(KEYS, HEADS.subList(1, 3), row(Cell.NULL, Cell.NULL))).isEmpty();
    assertThat(RowLink.of(KEYS, HEADS, row(Cell.MISSING))).isEmpty();
  }

  @Test
  void aValueCannotEndItsQuotes() {
    List<Head> heads = List.of(head("customer", Head.Kind.TEXT));
    assertThat(RowLink.of(KEYS, heads, row(new Cell.Text("a' OR '1'='1\\"))).getFirst().condition())
        .isEqualTo("id = 'a'' OR ''1''=''1\\\\'");
    assertThat(RowLink.of(KEYS, heads, row(new Cell.Binary(new byte[] {0, 39}))).getFirst().sql())
        .endsWith("WHERE id = 0x0027");
    List<Head> number = List.of(head("customer", Head.Kind.NUMBER));
    assertThat(RowLink.of(KEYS, number, row(new Cell.Text("1 OR 1"))).getFirst().condition())
        .isEqualTo("id = '1 OR 1'");
  }
}
